"""Words that tell where a paper is at home: "Sheriff's Office", "Crown Court", "Gardaí", "crore"."""

from __future__ import annotations

import functools
import re
from collections import defaultdict

from nlp.gazetteer.tables import read_table


@functools.cache
def _countries_of() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table("places_cues.csv"):
        found[row["phrase"]].add(row["iso3"])
    return {phrase: frozenset(countries) for phrase, countries in found.items()}


@functools.cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_countries_of(), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")


def country_cues(text: str) -> dict[str, float]:
    """Country -> how many different cues of it the text holds; a cue that several countries share counts in parts.

    >>> country_cues("He appeared at Leeds Crown Court.")
    {'GBR': 1.0}
    """
    weights: dict[str, float] = defaultdict(float)
    for phrase in sorted(set(_pattern().findall(text))):
        countries = _countries_of()[phrase]
        for country in sorted(countries):
            weights[country] += 1 / len(countries)
    return dict(weights)
