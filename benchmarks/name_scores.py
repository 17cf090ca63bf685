"""How right names are against labels of people: by exact span, and by overlap, with the same kind.

Of every span the surrounding punctuation, an article before it and a possessive behind it are left out, for corpora
differ in these. People, organisations and places are the core; what a corpus does not tell apart (a facility from a
place) is not told apart here either.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.time_scores import Tally

CORE = ("PER", "ORG", "LOC")
KINDS = (*CORE, "FAC", "NORP", "EVENT", "LAW", "PRODUCT")
_SAME = {"PERSON": "PER", "GPE": "LOC"}
_EDGE = frozenset(" \t\n\r\"“”'‘’.,;:!?()[]{}*«»")
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at code points `[start, end)`, of one of `KINDS` or of another kind that is not scored."""

    start: int
    end: int
    kind: str


@dataclass(slots=True)
class NameScores:
    """Counts by kind, strict and by overlap, over the texts of a corpus."""

    strict: dict[str, Tally] = field(default_factory=dict)
    overlap: dict[str, Tally] = field(default_factory=dict)

    def add(self, labelled: Sequence[Name], found: Sequence[Name], ignored: Collection[str] = ()) -> None:
        """Score one text. What we found on a name whose kind is in `ignored` counts neither for nor against us."""
        passed = [one for one in labelled if one.kind in ignored]
        labelled = [one for one in labelled if one.kind in KINDS and one.kind not in ignored]
        found = [one for one in found if one.kind in KINDS]
        same = {(one.start, one.end, one.kind) for one in labelled} & {(one.start, one.end, one.kind) for one in found}
        right = [one for one in found if (one.start, one.end, one.kind) in same]
        found = [one for one in found if one in right or not any(_shared(one, other) for other in passed)]
        _count(self.strict, labelled, found, right)
        _count(self.overlap, labelled, found, [one for _, one in pairs(labelled, found)])

    def core(self, measure: str) -> Tally:
        """The counts of people, organisations and places together; `measure` is "strict" or "overlap"."""
        tallies: Mapping[str, Tally] = getattr(self, measure)
        total = Tally()
        for kind in CORE:
            each = tallies.get(kind, Tally())
            total.labelled += each.labelled
            total.found += each.found
            total.recalled += each.recalled
            total.right += each.right
        return total


def pairs(labelled: Sequence[Name], found: Sequence[Name]) -> list[tuple[Name, Name]]:
    """Each labelled name with the one of ours of its kind that overlaps it most, one to one."""
    touching = [
        (_shared(want, have), want, have)
        for want in labelled
        for have in found
        if want.kind == have.kind and _shared(want, have)
    ]
    chosen: list[tuple[Name, Name]] = []
    for _, want, have in sorted(touching, key=lambda each: (-each[0], each[1].start, each[2].start)):
        if all(want is not one and have is not other for one, other in chosen):
            chosen.append((want, have))
    return chosen


def name(text: str, start: int, end: int, label: str, kinds: Collection[str] = KINDS) -> Name:
    """The name in `text` that a corpus or the model labels; a facility is a place where `kinds` has no facilities.

    >>> name("He left the Hague's port.", 8, 19, "GPE")
    Name(start=12, end=17, kind='LOC')
    """
    kind = _SAME.get(label, label)
    before = (-1, -1)
    while (start, end) != before:
        before = (start, end)
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        if (article := _ARTICLE.match(text, start, end)) and article.end() < end:
            start = article.end()
        if (owner := _POSSESSIVE.search(text, start, end)) and owner.start() > start:
            end = owner.start()
    return Name(start, end, "LOC" if kind == "FAC" and "FAC" not in kinds else kind)


def _shared(one: Name, other: Name) -> int:
    """How many code points two names share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _count(tallies: dict[str, Tally], labelled: Iterable[Name], found: Iterable[Name], right: Iterable[Name]) -> None:
    for one in labelled:
        tallies.setdefault(one.kind, Tally()).labelled += 1
    for one in found:
        tallies.setdefault(one.kind, Tally()).found += 1
    for one in right:
        tallies.setdefault(one.kind, Tally()).recalled += 1
        tallies[one.kind].right += 1
