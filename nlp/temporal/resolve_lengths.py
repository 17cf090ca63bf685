"""Lengths of time: durations, with days where they touch the anchor, and uncounted stretches beside it."""

from __future__ import annotations

from datetime import date, timedelta

from nlp.model import DateBasis, Precision
from nlp.temporal.days import Days, add_months
from nlp.temporal.expressions import Length, Months, Origin, Stretch
from nlp.temporal.scene import Reading, Scene
from nlp.temporal.units import DAYS, MONTHS, duration_value, shift

# An uncounted plural ("the coming weeks") reaches as far as a reader would think: a week of days, four weeks, six
# months, five years.
_REACH = {
    "D": ("D", 7),
    "W": ("W", 4),
    "F": ("W", 8),
    "M": ("M", 6),
    "Q": ("M", 12),
    "Y": ("Y", 5),
    "DE": ("Y", 30),
    "CE": ("Y", 200),
}


def resolve_stretch(expression: Stretch, scene: Scene) -> Reading:
    """The coming days, recent weeks: an interval beside the publication day."""
    value = "FUTURE_REF" if expression.sign > 0 else "PAST_REF"
    kind = "DATE"
    if expression.length:
        kind, value = "DURATION", duration_value(expression.unit, None)
    base = None if scene.narrative else scene.published
    if base is None:
        return Reading(kind, value, rule="no anchor")
    unit, amount = _REACH[expression.unit]
    end = shift(base, unit, expression.sign * amount)
    days = Days(base + timedelta(days=1), end) if expression.sign > 0 else Days(end, base)
    return Reading(kind, value, days, Precision.INTERVAL, DateBasis.RELATIVE, base)


def resolve_length(expression: Length, scene: Scene) -> Reading:
    """A duration; with days where it touches the anchor ("the past two months")."""
    value = _whole_value(expression)
    if expression.rest:
        return Reading("DURATION", value)
    if expression.unit == "H" and expression.amount is not None and expression.amount % 24 == 0:
        expression = Length("D", expression.amount / 24, expression.sign, expression.origin)
    told_ahead = expression.sign > 0 and scene.tense == "past" and expression.origin is Origin.PUBLICATION
    after_text = expression.origin is Origin.TEXT or scene.narrative or told_ahead
    base = scene.text_day() if after_text else scene.published
    amount = expression.amount
    known = expression.unit in DAYS or expression.unit in MONTHS
    if (
        not expression.sign
        or base is None
        or not known
        or amount is None
        or amount != int(amount)
        or scene.published is None
        or (expression.origin is Origin.EITHER and scene.tense != "future")
    ):
        return Reading("DURATION", value)
    end = shift(base, expression.unit, expression.sign * int(amount))
    days = Days(min(base, end), max(base, end))
    return Reading("DURATION", value, days, Precision.INTERVAL, DateBasis.RELATIVE, base)


def _whole_value(expression: Length) -> str:
    """`P4Y3M`, `P1DT6H`: the units one behind the other, those of the clock behind a T."""
    value = duration_value(expression.unit, expression.amount)
    for unit, amount in expression.rest:
        part = duration_value(unit, amount)
        value += part[2:] if part.startswith("PT") and "T" in value else part[1:]
    return value


def resolve_months(expression: Months, scene: Scene, whole: Reading | None) -> Reading:
    """The first nine months (of 1989), the last two weeks of May: a duration, with days where the whole is known."""
    number, unit = expression.number, expression.unit
    value = duration_value(unit, number)
    most = {"M": 12, "W": 52, "D": 366}.get(unit, 0)
    if whole is None or whole.days is None or not 1 <= number <= most:
        return Reading("DURATION", value)
    inside = whole.days
    if expression.first:
        days = Days(inside.first, min(shift(inside.first, unit, number) - timedelta(days=1), inside.last))
    elif unit == "M":
        days = Days(add_months(date(inside.last.year, inside.last.month, 1), 1 - number), inside.last)
    else:
        days = Days(max(shift(inside.last, unit, -number) + timedelta(days=1), inside.first), inside.last)
    return Reading("DURATION", value, days, Precision.INTERVAL, whole.basis, whole.anchor)
