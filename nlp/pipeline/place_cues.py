"""Words that tell where a paper is at home: "Sheriff's Office", "Crown Court", "Gardaí", "crore"."""

from __future__ import annotations

import functools
import re
from collections import defaultdict

from nlp.gazetteer.tables import read_table, word_set


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


# Money and the clock as a country's own papers write them; several countries share a sign.
_POUNDS, _EUROS, _RUPEES = r"£\s?\d", r"€\s?\d", r"₹\s?\d|\bRs\.? ?\d"
_DOLLARS, _CLOCK = r"(?<![A-Z])\$\s?\d", r"\b\d{1,2}(?::\d\d)? [ap]\.m\."
_SIGNS = (
    (re.compile(_POUNDS), {"GBR": 1.0}),
    (re.compile(_EUROS), {"IRL": 0.3}),
    (re.compile(_RUPEES), {"IND": 0.6, "PAK": 0.2}),
)
_AMERICAN = ((re.compile(_DOLLARS), {"USA": 0.5, "CAN": 0.1, "AUS": 0.1}), (re.compile(_CLOCK), {"USA": 0.3}))
_ELSEWHERE = ((re.compile(_DOLLARS), {"AUS": 0.3, "CAN": 0.3, "NZL": 0.1}),)


@functools.cache
def _foreign_spellings() -> re.Pattern[str]:
    """Spellings that no paper of the United States uses."""
    return re.compile(r"\b(?:" + "|".join(sorted(word_set("not_american"))) + r")\b")


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
    for pattern, shares in (*_SIGNS, *(_ELSEWHERE if _foreign_spellings().search(text) else _AMERICAN)):
        if pattern.search(text):
            for country, share in shares.items():
                weights[country] += share
    return dict(weights)
