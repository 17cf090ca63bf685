"""TIMEX3 values that name calendar days, and the days that they name (ISO-TimeML; TEI for ranges)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from nlp.model import Precision
from nlp.temporal import days
from nlp.temporal.days import Days

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(?:FY)?(\d{4})-(?:(Q)([1-4])|(H)([12])|(SP|SU|FA|WI))")
_YEAR = re.compile(r"(?:FY)?(\d{4})")
_DECADE = re.compile(r"(\d{3})X?")
_CENTURY = re.compile(r"(\d\d)(?:XX)?")


def day_value(day: date) -> str:
    """`2025-07-04`."""
    return day.isoformat()


def week_value(day: date) -> str:
    """The ISO week that holds `day`: `2025-W27`."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def month_value(day: date) -> str:
    """`2025-07`."""
    return f"{day.year:04}-{day.month:02}"


def read_value(value: str) -> tuple[Days, Precision] | None:
    """The days that a value names and how exact it is; `None` for durations, sets, references and unknown years.

    >>> read_value("2025-02")[0].last.isoformat()
    '2025-02-28'
    """
    try:
        return _read(value.partition("T")[0])
    except (ValueError, OverflowError):  # no such day, or outside the calendar of datetime
        return None


def _read(value: str) -> tuple[Days, Precision] | None:
    if found := _DAY.fullmatch(value):
        return days.one_day(date(*map(int, found.groups()))), Precision.DAY
    if found := _MONTH.fullmatch(value):
        year, month = int(found[1]), int(found[2])
        return Days(date(year, month, 1), days.month_end(year, month)), Precision.MONTH
    if found := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        if found[3]:
            return Days(monday + timedelta(days=5), monday + timedelta(days=6)), Precision.INTERVAL
        return days.week(monday), Precision.WEEK
    if found := _PART.fullmatch(value):
        year = int(found[1])
        if found[2]:
            return days.quarter(year, int(found[3])), Precision.QUARTER
        if found[4]:
            return days.half(year, int(found[5])), Precision.HALF
        return days.season(year, found[6]), Precision.SEASON
    if found := _YEAR.fullmatch(value):
        return days.years(int(found[1]), int(found[1])), Precision.YEAR
    if found := _DECADE.fullmatch(value):
        return days.years(int(found[1]) * 10, int(found[1]) * 10 + 9), Precision.DECADE
    if found := _CENTURY.fullmatch(value):
        return days.years(int(found[1]) * 100, int(found[1]) * 100 + 99), Precision.CENTURY
    return None
