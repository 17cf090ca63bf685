"""What Dateline makes of the cases of other projects' test suites."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.skeletons import capitalise_names, skeleton
from benchmarks.suites import Case, Stated
from nlp.model import TimeExpression, TimeType

ASSUMED = date(2016, 11, 7)  # the day to count from where a suite names none: any will do to see whether it resolves

Find = Callable[[str, date], Sequence[TimeExpression]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case.

    `ours` are the expressions that overlap the expected one; all that were found where none is expected. `agrees` is
    `None` where the suite states no day that can be compared.
    """

    case: Case
    form: str
    ours: tuple[TimeExpression, ...]
    agrees: bool | None = None

    @property
    def resolves(self) -> bool:
        """Whether one of ours has days, is a length, a set that says how often, or a reference such as "now"."""
        return any(_is_placed(one) or one.value.endswith("_REF") for one in self.ours)

    @property
    def refers(self) -> bool:
        """Whether it is read as a reference alone, as "now" and "recently" are: TIMEX3 has no other value for them."""
        return self.resolves and not any(map(_is_placed, self.ours))


def form_of(case: Case) -> str:
    """The skeleton of a case's expression, as news would write it; empty where it expects none."""
    if case.start is None or case.end is None:
        return ""
    return skeleton(capitalise_names(case.text, case.start, case.end)[case.start : case.end])


def judge(case: Case, find: Find) -> Outcome:
    """Read a case's text, with capitals where news has them, and compare with what the suite states."""
    if case.start is None or case.end is None:
        return Outcome(case, "", tuple(find(case.text, case.day or ASSUMED)))
    found = find(capitalise_names(case.text, case.start, case.end), case.day or ASSUMED)
    ours = tuple(one for one in found if one.start < case.end and case.start < one.end)
    agrees = any(agree(stated, ours) for stated in case.stated) if case.day and case.stated else None
    return Outcome(case, form_of(case), ours, agrees)


def agree(stated: Stated, ours: Sequence[TimeExpression]) -> bool:
    """Whether one of the expressions, or all of them together, has the stated days on the sides that are stated."""
    sides = [(one.first_day, one.last_day) for one in ours]
    firsts, lasts = [first for first, _ in sides if first], [last for _, last in sides if last]
    if firsts and lasts:
        sides.append((min(firsts), max(lasts)))
    return any(_is_at(stated.first, first, -1) and _is_at(stated.last, last, 1) for first, last in sides)


def _is_at(stated: str | None, day: date | None, outwards: int) -> bool:
    """Whether a day is as stated, or lies next to it on the inside: suites leave the ends of some intervals out."""
    if stated is None:
        return True
    return day is not None and any((day + timedelta(days=by)).isoformat().startswith(stated) for by in (0, outwards))


def _is_placed(one: TimeExpression) -> bool:
    if one.first_day or one.last_day:
        return True
    return one.type is TimeType.DURATION or (one.type is TimeType.SET and "X" not in one.value)
