"""The TIMEX3 value and the days of a calendar date in a year, and what it has without one."""

from __future__ import annotations

import re
from datetime import date, timedelta

from nlp.model import DateBasis
from nlp.temporal.days import easter, nth_weekday, orthodox_easter
from nlp.temporal.explanations import NO_SUCH_DAY
from nlp.temporal.expressions import Calendar
from nlp.temporal.scene import Reading
from nlp.temporal.values import day_value, read_value

# Month, number of the weekday in it (negative: from its end), weekday (Monday is 0), days after that.
_WEEKDAY_FEAST = re.compile(r"(\d\d)-(-?\d)-(\d)(\+\d)?")


def dated(expression: Calendar, year: int, basis: DateBasis, anchor: date | None, rule: str = "") -> Reading:
    value = _value(expression, year)
    read = read_value(value)
    if read is None:
        return Reading("DATE", "XXXX-XX-XX", rule=NO_SUCH_DAY)
    return Reading("DATE", value, read[0], read[1], basis, anchor, rule)


def undated(expression: Calendar) -> Reading:
    moving = expression.feast and not re.fullmatch(r"\d\d-\d\d", expression.feast)
    tail = "-XX-XX" if moving else tail_in(expression, 2000)
    if not moving and read_value(f"2000{tail}") is None:
        return Reading("DATE", "XXXX-XX-XX", rule=NO_SUCH_DAY)
    return Reading("DATE", f"XXXX{tail}", rule="no year")


def _value(expression: Calendar, year: int) -> str:
    return ("FY" if expression.fiscal and not expression.part else "") + f"{year:04}" + tail_in(expression, year)


def tail_in(expression: Calendar, year: int) -> str:
    """The value without its year; feasts are looked up in their year."""
    rule = expression.feast
    if not rule:
        return expression.part
    if rule[0] in "EO":
        sunday = easter(year) if rule[0] == "E" else orthodox_easter(year)
        return day_value(sunday + timedelta(days=int(rule[1:])))[4:]
    if found := _WEEKDAY_FEAST.fullmatch(rule):
        month = read_value(f"{year:04}-{found[1]}")
        day = nth_weekday(month[0], int(found[3]), int(found[2])) if month is not None else None
        return day_value(day + timedelta(days=int(found[4] or 0)))[4:] if day is not None else "-XX-XX"
    return f"-{rule}"
