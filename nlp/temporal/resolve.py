"""Expression + scene -> reading: which days are meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from nlp.model import DateBasis, Precision
from nlp.temporal import resolve_calendar as calendar
from nlp.temporal import resolve_days as days
from nlp.temporal import resolve_lengths as lengths
from nlp.temporal import resolve_relative as relative
from nlp.temporal.days import one_day
from nlp.temporal.explanations import NAMED_DAY, NO_SUCH_DAY
from nlp.temporal.expressions import (
    Calendar,
    Clock,
    Expression,
    Fixed,
    Length,
    MonthDay,
    Months,
    Nth,
    Numeric,
    Offset,
    Portion,
    Repeat,
    SamePeriod,
    Stretch,
    Unit,
    Weekday,
    WeekOf,
)  # fmt: skip
from nlp.temporal.portions import narrow
from nlp.temporal.scene import Reading, Scene
from nlp.temporal.values import day_value, read_value

_WEEK = 7  # days


def resolve(expression: Expression, scene: Scene) -> Reading:
    """Read an expression in its scene; what cannot be placed keeps a value with X's and has no days."""
    try:
        return _resolve(expression, scene)
    except (ValueError, OverflowError):  # 30 February, or outside the calendar of datetime
        return Reading("DATE", "XXXX-XX-XX", rule=NO_SUCH_DAY)


def put_in_order(
    ends: tuple[Expression, Expression], readings: tuple[Reading, Reading], scene: Scene
) -> tuple[Reading, Reading]:
    """The two ends of a range, so that it does not end before it begins: "from November to March" reaches over a year.

    An end whose year was inferred moves by a year: in the future tense the second one, else the first.
    """
    (left, right), (one, two) = ends, readings
    if one.days is None or two.days is None or one.days.first <= two.days.last:
        return one, two
    begins, ends_in = one.days.first, two.days.last
    behind = (begins - ends_in).days
    if scene.tense != "future" and one.basis is DateBasis.INFERRED_YEAR and isinstance(left, Calendar):
        moved = resolve(replace(left, year=begins.year - 1), scene)
        one = replace(moved, basis=one.basis, anchor=one.anchor, rule=one.rule)
    elif two.precision is Precision.DAY and two.basis is DateBasis.RELATIVE and behind < _WEEK:
        two = _a_week_on(two)
    elif two.basis is DateBasis.INFERRED_YEAR and isinstance(right, Calendar):
        moved = resolve(replace(right, year=begins.year + (begins.month > ends_in.month)), scene)
        two = replace(moved, basis=two.basis, anchor=two.anchor, rule=two.rule)
    return one, two


def _a_week_on(reading: Reading) -> Reading:
    """A weekday's reading, seven days later: the end of "from 18:00 on Sunday until Monday"."""
    if reading.days is None or (date.max - reading.days.first).days < _WEEK:
        return reading
    day = reading.days.first + timedelta(days=7)
    value = day_value(day) + reading.value[len("2025-03-06") :]
    return replace(reading, value=value, days=one_day(day))


def _resolve(expression: Expression, scene: Scene) -> Reading:
    match expression:
        case Calendar():
            return calendar.resolve_calendar(expression, scene)
        case Numeric():
            return days.resolve_numeric(expression, scene)
        case MonthDay():
            return days.resolve_month_day(expression, scene)
        case Weekday():
            return days.resolve_weekday(expression, scene)
        case Fixed():
            if expression.named and scene.published is not None and expression.value > scene.published.isoformat():
                return calendar.resolve_calendar(Calendar(expression.value[4:]), scene)  # before it had its name
            return _fixed(expression)
        case Repeat():
            return Reading("SET", expression.value)
        case Unit():
            return relative.resolve_unit(expression, scene)
        case Stretch():
            return lengths.resolve_stretch(expression, scene)
        case Length():
            return lengths.resolve_length(expression, scene)
        case Offset():
            origin = expression.from_expression
            return relative.resolve_offset(expression, scene, resolve(origin, scene) if origin is not None else None)
        case Months():
            whole = resolve(expression.whole, scene) if expression.whole is not None else None
            return lengths.resolve_months(expression, scene, whole)
        case Nth():
            return days.resolve_nth(expression, resolve(expression.whole, scene))
        case Portion():
            return narrow(expression.part, resolve(expression.whole, scene), scene)
        case SamePeriod():
            return relative.resolve_same_period(expression, scene)
        case WeekOf():
            return days.resolve_week_of(resolve(expression.day, scene), weekend=expression.weekend)
        case Clock():
            return _clock(expression, scene)


def _fixed(expression: Fixed) -> Reading:
    read = read_value(expression.value)
    days, precision = read if read is not None else (None, None)
    basis = DateBasis.EXPLICIT if days is not None else None
    return Reading("DATE", expression.value, days, precision, basis, rule=NAMED_DAY if expression.named else "")


def _clock(expression: Clock, scene: Scene) -> Reading:
    """A time of day keeps its day: no zone moves the date."""
    if expression.day is None:
        last = scene.last(Precision.DAY, within=1)
        day = last.days.first if last is not None else None if scene.narrative else scene.published
        if day is None:
            return Reading("TIME", "XXXX-XX-XX" + expression.time)
        return Reading("TIME", day_value(day) + expression.time, one_day(day), Precision.DAY, DateBasis.ASSUMED, day)
    reading = resolve(expression.day, scene)
    if reading.precision is not Precision.DAY:
        open_day = reading.value if reading.days is None and reading.value.count("-") >= 2 else "XXXX-XX-XX"
        return Reading("TIME", open_day + expression.time)
    return Reading(
        "TIME",
        reading.value + expression.time,
        reading.days,
        Precision.DAY,
        reading.basis,
        reading.anchor,
        reading.rule,
    )
