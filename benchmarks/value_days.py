"""The days that a TIMEX3 value names, read without Dateline's own code, which these measurements are to judge."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date | None, date | None]

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def value_days(value: str) -> Days | None:
    """First and last day, both inside; `None` on the open side of a range, and for what names no calendar days.

    Those are references ("PRESENT_REF"), durations, sets, and values with an unknown year. A time of day is left out,
    and fiscal years and quarters are read as the calendar's. A winter runs from the December of its year.

    >>> value_days("1998-02")
    (datetime.date(1998, 2, 1), datetime.date(1998, 2, 28))
    """
    value = value.strip()
    if "/" in value:
        return _range(*value.split("/", 1))
    value = value.partition("T")[0].removesuffix("Z")
    for pattern, read in _READERS:
        if found := pattern.fullmatch(value):
            try:
                return read(*found.groups())
            except ValueError:  # no such day in the calendar
                return None
    return None


def _range(first: str, last: str) -> Days | None:
    low, high = value_days(first), value_days(last)
    if first in {"", ".."}:
        return (None, high[1]) if high else None
    if last in {"", ".."}:
        return (low[0], None) if low else None
    return (low[0], high[1]) if low and high else None


def _months(year: int, first: int, last: int) -> Days:
    """From the first day of one month to the last of another; months beyond 12 are the next year's."""
    over, month = divmod(last - 1, 12)
    return date(year, first, 1), date(year + over, month + 1, calendar.monthrange(year + over, month + 1)[1])


def _day(year: str, month: str, day: str) -> Days:
    one = date(int(year), int(month), int(day))
    return one, one


def _week(year: str, number: str, part: str | None) -> Days:
    """An ISO week, its weekend (`WE`) or one of its days (1 is Monday)."""
    monday = date.fromisocalendar(int(year), int(number), 1)
    if part == "WE":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if part:
        return (monday + timedelta(days=int(part) - 1),) * 2
    return monday, monday + timedelta(days=6)


def _years(digits: str) -> Days:
    """A decade from three digits or a century from two; the first century begins with year 1."""
    span = 10 ** (4 - len(digits))
    first = int(digits) * span
    return date(max(first, 1), 1, 1), date(first + span - 1, 12, 31)


_READERS: tuple[tuple[re.Pattern[str], Callable[..., Days]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), _day),
    (re.compile(r"(\d{4})-(\d\d)(?:-XX)?"), lambda year, month: _months(int(year), int(month), int(month))),
    (re.compile(r"(?:FY)?(\d{4})(?:-XX){0,2}"), lambda year: _months(int(year), 1, 12)),
    (re.compile(r"(\d{4})-W(\d\d)(?:-(WE|\d))?"), _week),
    (re.compile(r"(?:FY)?(\d{4})-Q([1-4])"), lambda year, n: _months(int(year), 3 * int(n) - 2, 3 * int(n))),
    (re.compile(r"(?:FY)?(\d{4})-H([12])"), lambda year, n: _months(int(year), 6 * int(n) - 5, 6 * int(n))),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda year, name: _months(int(year), _SEASONS[name], _SEASONS[name] + 2)),
    (re.compile(r"(\d{3})X?"), _years),
    (re.compile(r"(\d\d)(?:XX)?"), _years),
)
