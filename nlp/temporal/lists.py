"""Years for the entries of a list of key dates: they run in order, so one choice of year holds for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from nlp.temporal.atoms import Atom
from nlp.temporal.expressions import Calendar, Portion, Side
from nlp.temporal.grammar import Found

_FEWEST = 3
_MOST = 200  # entries that are placed together; a longer list goes on as another
_GAP = 3  # lines between entries of one list
_BULLETS = re.compile(r"[\s\-–—*•·▪◦]*")
_MARK = re.compile(r"[ \t]*(?:[:|\r\n]|\s[-–—−])|[–—]\s")
_MONTH_OR_DAY = re.compile(r"-(\d\d)(?:-(\d\d))?")


def give_list_years(found: Sequence[Found], atoms: Sequence[Atom], text: str, published: date | None) -> list[Found]:
    """Give the year-less dates that open the lines of one list ("14 January: …") the years that keep them in order.

    A year written in the list holds for its neighbours; else the list is placed as near to publication as it can be.
    """
    given = list(found)
    for group in _groups(found, atoms, text):
        for index, year in _years(group, found, published).items():
            given[index] = replace(given[index], expression=_with_year(given[index].expression, year))
    return given


def _calendar(expression: object) -> Calendar | None:
    whole = expression.whole if isinstance(expression, Portion) else expression
    if not isinstance(whole, Calendar) or whole.side is not Side.NEAREST or not _MONTH_OR_DAY.fullmatch(whole.part):
        return None
    return whole if whole.year is None or isinstance(whole.year, int) else None


def _with_year(expression: object, year: int) -> Calendar | Portion:
    if isinstance(expression, Portion):
        return replace(expression, whole=_with_year(expression.whole, year))
    if not isinstance(expression, Calendar):
        raise TypeError(expression)
    return replace(expression, year=year)


def _groups(found: Sequence[Found], atoms: Sequence[Atom], text: str) -> Iterator[list[int]]:
    """The entries of each list, as indices into `found`."""
    group: list[int] = []
    last, line, counted = -_GAP - 1, 0, 0
    for index, item in enumerate(found):
        start, end = atoms[item.first].start, atoms[item.stop - 1].end
        line, counted = line + text.count("\n", counted, start), start
        opening = text.rfind("\n", max(0, start - 80), start) + 1
        opens = (opening > 0 or start < 80) and _BULLETS.fullmatch(text, opening, start) is not None
        ranged = index + 1 < len(found) and text[end : atoms[found[index + 1].first].start] in ("-", "–", "—", " to ")
        if not opens or _calendar(item.expression) is None or not (ranged or _MARK.match(text, end)):
            continue
        if line - last > _GAP or len(group) >= _MOST:
            if len(group) >= _FEWEST:
                yield group
            group = []
        group.append(index)
        last = line
    if len(group) >= _FEWEST:
        yield group


def _years(group: Sequence[int], found: Sequence[Found], published: date | None) -> dict[int, int]:
    """The years of a list's year-less entries; none where nothing says in which year the list lies."""
    dates = [_calendar(found[index].expression) for index in group]
    marks = [_month_and_day(entry) for entry in dates if entry is not None]
    falls = sum(one > two for one, two in pairwise(marks))
    downwards = falls * 2 > len(marks) - 1
    shifts = [0]
    for one, two in pairwise(marks):
        shifts.append(shifts[-1] + ((two < one) if not downwards else -int(two > one)))
    written = [(entry.year, shift) for entry, shift in zip(dates, shifts, strict=True) if entry is not None]
    pins = {year - shift for year, shift in written if isinstance(year, int)}
    if len(pins) > 1 or (not pins and published is None):
        return {}
    base = pins.pop() if pins else _nearest(marks, shifts, published or date.min)
    years = zip(group, dates, shifts, strict=True)
    return {index: base + shift for index, entry, shift in years if entry is not None and entry.year is None}


def _month_and_day(entry: Calendar) -> tuple[int, int]:
    match = _MONTH_OR_DAY.fullmatch(entry.part)
    return (int(match[1]), int(match[2] or 0)) if match is not None else (0, 0)


def _nearest(marks: Sequence[tuple[int, int]], shifts: Sequence[int], published: date) -> int:
    """The year of the first entry that keeps the whole list nearest to publication."""
    today = published.year * 372 + published.month * 31 + published.day

    def distance(year: int) -> int:
        return sum(
            abs((year + shift) * 372 + month * 31 + (day or 15) - today)
            for (month, day), shift in zip(marks, shifts, strict=True)
        )

    return min(range(published.year - 2 - max(shifts), published.year + 2 - min(shifts)), key=distance)
