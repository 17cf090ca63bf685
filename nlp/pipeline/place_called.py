"""Places that the text itself calls so: "the villages of Maliuc and Caraorman", "a town called Låsby"."""

from __future__ import annotations

from collections.abc import Iterator

from nlp.gazetteer.tables import word_set
from nlp.pipeline.place_mentions import Mention, PlaceReader

_LONGEST = 3
_MOST = 12
_JOINTS = ("of", "called", "named")
_NO_NAMES = frozenset({"PERSON", "DATE", "TIME", "MONEY", "NORP", "LAW", "WORK_OF_ART"})


def called_mentions(reader: PlaceReader) -> list[Mention]:
    """Names behind the noun of a place, in a list where the noun is a plural; words that are taken stay so."""
    found: list[Mention] = []
    for i in range(len(reader.words) - 1):
        noun = reader.word(i)
        if noun not in word_set("called"):
            continue
        start = _behind(reader, i)
        if start:
            plural = noun.endswith("s")
            for first, last in _names(reader, start, most=_MOST if plural else 1):
                if not any(reader.taken[first:last]) and reader.label(first) not in _NO_NAMES:
                    found.append(reader.mention(first, last))
                    reader.take(first, last)
    return found


def _behind(reader: PlaceReader, i: int) -> int:
    """The word that a name may begin with, behind the noun i and "of" or "called" or a colon; 0 where there is none."""
    if reader.gap(i) == ": ":
        return i + 1
    if i + 2 < len(reader.words) and reader.word(i + 1) in _JOINTS and reader.gap(i) == reader.gap(i + 1) == " ":
        return i + 2
    return 0


def _names(reader: PlaceReader, i: int, most: int) -> Iterator[tuple[int, int]]:
    """Capitalised names from word i on, joined as a list is."""
    for _ in range(most):
        j = i
        while (
            j < len(reader.words) and j - i < _LONGEST and reader.capital(j) and (j == i or reader.gap(j - 1) in " -")
        ):
            j += 1
        if j == i:
            return
        yield i, j
        i = _next_in_list(reader, j)
        if not i:
            return


def _next_in_list(reader: PlaceReader, j: int) -> int:
    """The word after a comma or an "and" behind word j - 1; 0 where the list ends."""
    if j >= len(reader.words):
        return 0
    if reader.gap(j - 1) in (", ", "; ") and reader.capital(j):
        return j
    if j + 1 < len(reader.words) and reader.word(j) in ("and", "or") and reader.gap(j) == " ":
        return j + 1 if reader.gap(j - 1) in (" ", ", ") else 0
    return 0
