"""What is counted from another day: units, offsets, the same period of another year."""

from __future__ import annotations

from datetime import date, timedelta

from nlp.model import DateBasis, Precision
from nlp.temporal.days import add_months, quarter, week
from nlp.temporal.explanations import NO_SUCH_DAY
from nlp.temporal.expressions import Offset, Origin, SamePeriod, Unit, Year
from nlp.temporal.scene import Reading, Remembered, Scene
from nlp.temporal.units import DAYS, MONTHS, OPEN_VALUES, duration_value, shift, unit_value
from nlp.temporal.values import read_value

_ROOT_PRECISIONS = (
    Precision.DAY,
    Precision.WEEK,
    Precision.MONTH,
    Precision.QUARTER,
    Precision.SEASON,
    Precision.HALF,
    Precision.YEAR,
)
# What may be meant by a "period", and by a unit, of which the text has spoken before.
_PERIODS = {
    "": (Precision.QUARTER, Precision.HALF, Precision.MONTH, Precision.SEASON),
    "M": (Precision.MONTH,),
    "W": (Precision.WEEK,),
    "Q": (Precision.QUARTER,),
}


def resolve_unit(expression: Unit, scene: Scene) -> Reading:
    """Last week, this year, the next day, the quarter."""
    unit = expression.unit
    base = _base(unit, expression.origin, scene, expression.shift)
    if base is None:
        return Reading("DATE", OPEN_VALUES[unit], rule="no anchor")
    if unit == "WE":
        day = _weekend(base, expression, scene)
    elif unit == "Q" and expression.origin is Origin.TEXT and not expression.shift:
        told = scene.report_quarter()  # else a report speaks of the quarter that is over
        day = told.days.first if told is not None else add_months(base, -3)
    else:
        day = shift(base, unit, expression.shift)
    return _counted(unit_value(day, unit), base)


def _weekend(base: date, expression: Unit, scene: Scene) -> date:
    """A day of the weekend meant; "the weekend" is the last one, in the future tense the coming one."""
    monday = week(base).first
    if expression.origin is not Origin.EITHER:
        if expression.shift < 0:
            return monday - timedelta(days=2)
        if expression.shift > 0:
            return monday + timedelta(days=5 if base.weekday() < 4 else 12)
        return (
            monday + timedelta(days=5) if base.weekday() != 0 or scene.tense != "past" else monday - timedelta(days=2)
        )
    coming = scene.tense == "future" or base.weekday() >= 5
    return monday + timedelta(days=5) if coming else monday - timedelta(days=2)


def _base(unit: str, origin: Origin, scene: Scene, shift_sign: int = 0) -> date | None:
    told = scene.narrative and unit in {"M", "Q", "Y"} and scene.tense not in {"present", "future"} and scene.memory
    if origin is Origin.PUBLICATION and not told:
        return scene.published
    ahead = origin is Origin.TEXT and shift_sign > 0 and unit in {"W", "M"} and scene.tense == "future"
    if ahead and not scene.narrative and scene.last(within=1) is None:
        return scene.published  # "will be decided in the next week"
    precisions: tuple[Precision, ...] = _ROOT_PRECISIONS
    if unit == "D":
        precisions = (Precision.DAY,)
    last = scene.last(*precisions)
    if origin is Origin.EITHER and not scene.narrative:
        distant = last is not None and scene.published is not None and scene.published.year - last.days.first.year >= 2
        near = last is not None and scene.sentence - last.sentence <= 1
        follows = last is not None and distant and near and scene.tense != "future"
        return last.days.first if last is not None and follows else scene.published
    if last is not None:
        return last.days.first
    if origin is Origin.TEXT and shift_sign > 0:
        return None  # "the next day" after what?
    return None if scene.narrative else scene.published


def _counted(value: str, base: date, rule: str = "") -> Reading:
    read = read_value(value)
    if read is None:
        return Reading("DATE", "XXXX-XX-XX", rule=NO_SUCH_DAY)
    return Reading("DATE", value, read[0], read[1], DateBasis.RELATIVE, base, rule)


def resolve_offset(expression: Offset, scene: Scene, origin: Reading | None) -> Reading:
    """Two weeks ago, three days later, a year earlier, the day before Christmas."""
    unit, amount = expression.unit, expression.amount
    if amount is None:
        ago = expression.origin is Origin.PUBLICATION and not scene.narrative
        return Reading(
            "DATE",
            ("PAST_REF" if expression.sign < 0 else "FUTURE_REF") if ago else OPEN_VALUES[unit],
            rule="not counted",
        )
    if expression.origin is Origin.EITHER and scene.tense not in {"future", "present"}:
        return Reading("DURATION", duration_value(unit, amount))
    if origin is not None:
        base, precision = (
            (origin.days.last if expression.sign > 0 else origin.days.first, origin.precision)
            if origin.days
            else (None, None)
        )
    else:
        base, precision = _offset_base(expression, scene)
    if base is None:
        return Reading("DATE", OPEN_VALUES[unit], rule="no anchor")
    if amount != int(amount):
        unit, amount = _finer(unit, amount)
    day = shift(base, unit, expression.sign * int(amount))
    if precision is Precision.QUARTER and unit == "Y":
        return _counted(unit_value(day, "Q"), base, "the same quarter")
    if unit in {"D", "W", "F"} and precision is not None and precision not in {Precision.DAY, Precision.WEEK}:
        return Reading("DATE", OPEN_VALUES[unit], rule="anchor too vague")
    if unit in {"DE", "CE"}:  # "a decade ago" is ten years, not the decade before
        day, unit = shift(base, "Y", expression.sign * int(amount) * (10 if unit == "DE" else 100)), "Y"
    exact = precision is Precision.DAY and unit in {"W", "F"}
    return _counted(unit_value(day, "D" if exact else unit), base)


def resolve_same_period(expression: SamePeriod, scene: Scene) -> Reading:
    """As in "the 1988 period", "the same month last year": what the text is about, in another year.

    A report is about its quarter; where the text names no such period, the whole year is meant.
    """
    period = scene.report_quarter(within=12) if expression.unit in {"", "Q"} else None
    if period is None and expression.unit in _PERIODS:
        period = scene.last(*_PERIODS[expression.unit], within=3)
    if period is None and expression.unit == "Q" and scene.published is not None:
        ended = add_months(scene.published, -3)  # a report speaks of the quarter that is over
        value = unit_value(ended, "Q")
        period = Remembered(quarter(ended.year, int(value[-1])), Precision.QUARTER, scene.sentence, value)
    year = expression.year
    if isinstance(year, Year):
        base = period.days.first if period is not None else scene.published
        if base is None:
            return Reading("DATE", OPEN_VALUES[expression.unit or "Y"], rule="no anchor")
        year = base.year + year.shift
    if period is None and expression.unit not in {"", "Y"}:
        return Reading("DATE", f"{year:04}" + OPEN_VALUES[expression.unit][4:], rule="no anchor")
    value = f"{year:04}" + (period.value[4:] if period is not None else "")
    read = read_value(value)
    if read is None:
        return Reading("DATE", "XXXX-XX-XX", rule=NO_SUCH_DAY)
    basis = DateBasis.RELATIVE if period is not None or isinstance(expression.year, Year) else DateBasis.EXPLICIT
    return Reading("DATE", value, read[0], read[1], basis, rule="the same quarter")


def _offset_base(expression: Offset, scene: Scene) -> tuple[date | None, Precision | None]:
    """The day to count from and how exact it is; publication is a day but counts to whole weeks."""
    if expression.unit == "Y" and not scene.narrative:
        quarter = scene.report_quarter(within=12)
        if quarter is not None and expression.amount == 1:
            return quarter.days.first, Precision.QUARTER
        if scene.longer_span is not None and scene.sentence - scene.longer_span <= 1 and expression.amount == 1:
            return scene.published, Precision.DAY
    if expression.origin is Origin.TEXT:
        last = scene.nearest() or scene.last(*_ROOT_PRECISIONS, within=None if scene.narrative else 6)
        if last is not None:
            return last.days.first, last.precision
        if expression.sign > 0 and expression.origin is Origin.TEXT:
            return None, None  # "two years later" than what?
    return scene.published if not (scene.narrative and expression.origin is Origin.TEXT) else None, None


def _finer(unit: str, amount: float) -> tuple[str, float]:
    """A fraction in the next smaller unit: a year and a half is 18 months."""
    if unit in MONTHS:
        months = MONTHS[unit] * amount
        return ("M", round(months)) if unit != "M" else ("D", round(months * 30))
    return "D", round(DAYS[unit] * amount)
