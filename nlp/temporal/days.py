"""Calendar arithmetic on closed intervals of days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

# First month of each season, northern and meteorological; winter runs into the next year (TIMEX3: 2024-WI ends in
# 2025).
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Days:
    """A closed interval of days: both `first` and `last` are inside."""

    first: date
    last: date

    def contains(self, day: date) -> bool:
        """Whether `day` lies inside."""
        return self.first <= day <= self.last


def one_day(day: date) -> Days:
    """The interval that is just `day`."""
    return Days(day, day)


def month_of(day: date) -> tuple[int, int]:
    """The year and the month that hold a day."""
    return day.year, day.month


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def months(year: int, first: int, last: int) -> Days:
    """From the first day of month `first` to the last day of month `last`; months beyond 12 lie in the next year."""
    end = (year + 1, last - 12) if last > 12 else (year, last)
    return Days(date(year, first, 1), month_end(*end))


def years(first: int, last: int) -> Days:
    """From 1 January `first` to 31 December `last`; there is no year 0, so a century's year 0 becomes year 1."""
    return Days(date(max(first, 1), 1, 1), date(last, 12, 31))


def quarter(year: int, number: int) -> Days:
    """Calendar quarter 1 to 4."""
    return months(year, 3 * number - 2, 3 * number)


def half(year: int, number: int) -> Days:
    """Calendar half 1 or 2."""
    return months(year, 6 * number - 5, 6 * number)


def season(year: int, code: str) -> Days:
    """The season `SP`, `SU`, `FA` or `WI` that begins in `year`."""
    return months(year, SEASONS[code], SEASONS[code] + 2)


def week(day: date) -> Days:
    """The ISO week (Monday to Sunday) that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def add_months(day: date, number: int) -> date:
    """The same day `number` months on, or the last day of a shorter month."""
    total = day.year * 12 + day.month - 1 + number
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar as a Gregorian day (Meeus's Julian algorithm, 1991)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    behind = year // 100 - year // 400 - 2  # days that the Julian calendar has fallen behind
    return date(year, month, day + 1) + timedelta(days=behind)


def nth_weekday(days: Days, weekday: int, number: int) -> date | None:
    """The `number`-th `weekday` (Monday is 0) inside `days`; -1 is the last one; `None` where there is no such day."""
    if number < 0:
        day = days.last - timedelta(days=(days.last.weekday() - weekday) % 7) + timedelta(weeks=number + 1)
    else:
        day = days.first + timedelta(days=(weekday - days.first.weekday()) % 7) + timedelta(weeks=number - 1)
    return day if days.contains(day) else None
