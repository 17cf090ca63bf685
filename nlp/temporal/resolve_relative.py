"""What is counted from another day: units, offsets, durations at an anchor, uncounted stretches."""

from __future__ import annotations

from datetime import date, timedelta

from nlp.model import DateBasis, Precision
from nlp.temporal.days import Days, add_months, week
from nlp.temporal.expressions import Length, Months, Offset, Origin, SamePeriod, Stretch, Unit, Year
from nlp.temporal.scene import Reading, Scene
from nlp.temporal.values import day_value, month_value, read_value, week_value

_OPEN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "F": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
# Months and days in a unit; an uncounted plural ("the coming weeks") reaches as far as a reader would think: a week of
# days, four weeks, six months, five years.
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "W": 7, "F": 14}
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


def shift(day: date, unit: str, amount: int) -> date:
    """`amount` units on from a day."""
    if unit in _DAYS:
        return day + timedelta(days=_DAYS[unit] * amount)
    return add_months(day, _MONTHS[unit] * amount)


def unit_value(day: date, unit: str) -> str:
    """The value of the unit that holds a day."""
    match unit:
        case "D":
            return day_value(day)
        case "W" | "F":
            return week_value(day)
        case "WE":
            return week_value(day) + "-WE"
        case "M":
            return month_value(day)
        case "Q":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "DE":
            return f"{day.year // 10:03}"
        case "CE":
            return f"{day.year // 100:02}"
        case _:
            return f"{day.year:04}"


def resolve_unit(expression: Unit, scene: Scene) -> Reading:
    """Last week, this year, the next day, the quarter."""
    unit = expression.unit
    base = _base(unit, expression.origin, scene, expression.shift)
    if base is None:
        return Reading("DATE", _OPEN[unit], rule="no anchor")
    if unit == "WE":
        day = _weekend(base, expression, scene)
    elif unit == "Q" and expression.origin is Origin.TEXT and not expression.shift:
        quarter = scene.report_quarter()  # else a report speaks of the quarter that is over
        day = quarter.days.first if quarter is not None else add_months(base, -3)
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
        return Reading("DATE", "XXXX-XX-XX", rule="no such day")
    return Reading("DATE", value, read[0], read[1], DateBasis.RELATIVE, base, rule)


def resolve_offset(expression: Offset, scene: Scene, origin: Reading | None) -> Reading:
    """Two weeks ago, three days later, a year earlier, the day before Christmas."""
    unit, amount = expression.unit, expression.amount
    if amount is None:
        ago = expression.origin is Origin.PUBLICATION and not scene.narrative
        return Reading(
            "DATE", ("PAST_REF" if expression.sign < 0 else "FUTURE_REF") if ago else _OPEN[unit], rule="not counted"
        )
    if expression.origin is Origin.EITHER and scene.tense not in {"future", "present"}:
        return _duration(unit, amount)
    if origin is not None:
        base, precision = (
            (origin.days.last if expression.sign > 0 else origin.days.first, origin.precision)
            if origin.days
            else (None, None)
        )
    else:
        base, precision = _offset_base(expression, scene)
    if base is None:
        return Reading("DATE", _OPEN[unit], rule="no anchor")
    if amount != int(amount):
        unit, amount = _finer(unit, amount)
    day = shift(base, unit, expression.sign * int(amount))
    if precision is Precision.QUARTER and unit == "Y":
        return _counted(unit_value(day, "Q"), base, "the same quarter")
    if unit in {"D", "W", "F"} and precision is not None and precision not in {Precision.DAY, Precision.WEEK}:
        return Reading("DATE", _OPEN[unit], rule="anchor too vague")
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
    year = expression.year
    if isinstance(year, Year):
        base = period.days.first if period is not None else scene.published
        if base is None:
            return Reading("DATE", _OPEN[expression.unit or "Y"], rule="no anchor")
        year = base.year + year.shift
    if period is None and expression.unit not in {"", "Y"}:
        return Reading("DATE", f"{year:04}" + _OPEN[expression.unit][4:], rule="no anchor")
    value = f"{year:04}" + (period.value[4:] if period is not None else "")
    read = read_value(value)
    if read is None:
        return Reading("DATE", "XXXX-XX-XX", rule="no such day")
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
    if unit in _MONTHS:
        months = _MONTHS[unit] * amount
        return ("M", round(months)) if unit != "M" else ("D", round(months * 30))
    return "D", round(_DAYS[unit] * amount)


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


def _duration(unit: str, amount: float | None) -> Reading:
    return Reading("DURATION", duration_value(unit, amount))


def duration_value(unit: str, amount: float | None) -> str:
    """`P2W`, `PT50H`, `P2Y6M`, `PXD`; decades and centuries are said in years.

    >>> duration_value("Y", 2.5)
    'P2Y6M'
    """
    letter = {"MIN": "M", "DE": "Y", "CE": "Y", "ML": "Y", "F": "W"}.get(unit, unit)
    prefix = "PT" if unit in {"H", "MIN", "S"} else "P"
    if amount is None:
        return f"{prefix}X{letter}"
    amount *= {"DE": 10, "CE": 100, "ML": 1000, "F": 2}.get(unit, 1)
    whole, rest = int(amount), amount - int(amount)
    if not rest:
        return f"{prefix}{whole}{letter}"
    smaller, size = {
        "Y": ("M", 12),
        "M": ("D", 30),
        "W": ("D", 7),
        "D": ("H", 24),
        "H": ("M", 60),
        "M_": ("S", 60),
    }.get("M_" if unit == "MIN" else letter, ("", 0))
    if not smaller:
        return f"{prefix}{amount:g}{letter}"
    time = "T" if letter == "D" and prefix == "P" else ""
    head = f"{whole}{letter}" if whole else ""
    return f"{prefix}{head}{time}{round(rest * size)}{smaller}"


def resolve_length(expression: Length, scene: Scene) -> Reading:
    """A duration; with days where it touches the anchor ("the past two months")."""
    value = duration_value(expression.unit, expression.amount)
    if expression.unit == "H" and expression.amount is not None and expression.amount % 24 == 0:
        expression = Length("D", expression.amount / 24, expression.sign, expression.origin)
    after_text = expression.origin is Origin.TEXT or scene.narrative
    base = scene.text_day() if after_text else scene.published
    amount = expression.amount
    known = expression.unit in _DAYS or expression.unit in _MONTHS
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


def resolve_months(expression: Months, scene: Scene, whole: Reading | None) -> Reading:
    """The first nine months (of 1989): a duration, with days where the year is known."""
    value = duration_value("M", expression.number)
    if whole is None or whole.days is None or not 1 <= expression.number <= 12:
        return Reading("DURATION", value)
    year = whole.days.first.year
    first = date(year, 1, 1) if expression.first else add_months(date(year, 12, 1), 1 - expression.number)
    last = add_months(first, expression.number) - timedelta(days=1)
    return Reading("DURATION", value, Days(first, last), Precision.INTERVAL, whole.basis, whole.anchor)
