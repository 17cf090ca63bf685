"""Which of the expressions that we found stands for which labelled one, and whether their values are the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.time_kinds import kind_of
from benchmarks.value_days import value_days


@dataclass(frozen=True, slots=True)
class Expression:
    """A labelled or a found expression: `[start, end)` in the text, the words, the TIMEX3 type and value."""

    start: int
    end: int
    text: str
    type: str
    value: str

    @property
    def kind(self) -> str:
        """What kind of expression its words are."""
        return kind_of(self.text, self.type)


Pair = tuple[Expression, Expression]


def overlap(one: Expression, other: Expression) -> int:
    """How many code points two expressions share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def pair_up(labelled: Sequence[Expression], found: Sequence[Expression]) -> list[Pair]:
    """Pair each expression with at most one that overlaps it: first those that are equal, then the longest overlaps.

    Where overlaps are equally long the earlier pair in the given orders is made.
    """
    pairs = [
        ((want.start, want.end) != (have.start, have.end), -overlap(want, have), i, j)
        for i, want in enumerate(labelled)
        for j, have in enumerate(found)
        if overlap(want, have)
    ]
    wanted: set[int] = set()
    had: set[int] = set()
    chosen: list[Pair] = []
    for _, _, i, j in sorted(pairs):
        if i not in wanted and j not in had:
            wanted.add(i)
            had.add(j)
            chosen.append((labelled[i], found[j]))
    return chosen


def has_same_value(want: Expression, have: Expression) -> bool:
    """Whether two values are the same, but for capitals and blanks; two ranges are where they name the same days."""
    if _plain(want.value) == _plain(have.value):
        return _plain(want.value) != ""
    return "/" in want.value and (days := value_days(want.value)) is not None and days == value_days(have.value)


def _plain(value: str) -> str:
    return re.sub(r"\s", "", value).upper()
