"""Names of things, media and people that hold a place's name but say nothing of the place: "Brussels sprouts"."""

from __future__ import annotations

import functools

from nlp.gazetteer.folding import fold
from nlp.gazetteer.tables import read_table

ANY = "*"  # stands for a nationality or a place in a phrase of the table


@functools.cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> the phrases that begin with it, as folded words, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in read_table("places_things.csv"):
        starred = row["phrase"].startswith(ANY + " ")
        words = tuple(fold(row["phrase"].removeprefix(ANY + " ")).split())
        words = (ANY, *words) if starred else words
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}


def thing_length(words: tuple[str, ...], *, any_place: bool) -> int:
    """How many of the folded words, from the first on, are the longest such name; 0 where none begins there.

    Args:
        words: folded words of the text, each a single one.
        any_place: whether the first word alone is a nationality or a place.

    >>> thing_length(("brussels", "sprouts", "were"), any_place=True)
    2
    >>> thing_length(("kenyan", "restaurant", "in"), any_place=True), thing_length(("brussels", "said"), any_place=True)
    (2, 0)
    """
    longest = 0
    for phrase in _phrases().get(words[0], ()):
        if words[: len(phrase)] == phrase:
            longest = len(phrase)
            break
    if any_place:
        for phrase in _phrases().get(ANY, ()):
            if words[1 : len(phrase)] == phrase[1:]:
                return max(longest, len(phrase))
    return longest


def begins_thing(word: str) -> bool:
    """Whether any of the names begins with a folded word."""
    return word in _phrases()


@functools.cache
def most_thing_words() -> int:
    """How many words the longest of the names has."""
    return max(len(phrase) for phrases in _phrases().values() for phrase in phrases)
