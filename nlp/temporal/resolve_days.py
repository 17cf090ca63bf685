"""Days by their weekday, by their number in a month, and by three numbers, against their scene."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from nlp.model import DateBasis, Precision
from nlp.temporal.dated_values import dated
from nlp.temporal.days import Days, add_months, month_end, month_of, nth_weekday, one_day
from nlp.temporal.explanations import NO_SUCH_DAY, ORDER_ASSUMED, ORDER_OF_OTHERS
from nlp.temporal.expressions import Calendar, MonthDay, Nth, Numeric, Side, Weekday
from nlp.temporal.resolve_calendar import leap_cost
from nlp.temporal.scene import Reading, Scene
from nlp.temporal.values import day_value, month_value, week_value

# Months before and after in which "the 12th" and "Friday the 13th" are looked for.
_MONTHS_AROUND = 6
_DISTANT = 60  # days, beyond which a bare weekday behind a date of the text goes on from it


def resolve_weekday(expression: Weekday, scene: Scene) -> Reading:
    """A day of the week: by its word, by tense; without either the last one, which may be publication day itself."""
    base = scene.published
    text = scene.last(Precision.DAY, within=3)
    if (scene.narrative or expression.side in {Side.PREVIOUS, Side.FOLLOWING, Side.SAME}) and text is not None:
        base = text.days.first
    elif scene.narrative and scene.memory:
        base = None
    elif (told := _distant_day(expression, scene)) is not None:
        day = told + timedelta(days=(expression.number - told.weekday()) % 7 or 7)
        return Reading("DATE", day_value(day), one_day(day), Precision.DAY, DateBasis.RELATIVE, told)
    if base is None:
        return Reading("DATE", f"XXXX-WXX-{expression.number + 1}", rule="no anchor")
    back = (base.weekday() - expression.number) % 7
    if expression.week is not None:
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=expression.week)
        day = monday + timedelta(days=expression.number)
    elif expression.side in {Side.LAST, Side.PREVIOUS}:
        day = base - timedelta(days=back or 7)
    elif expression.side in {Side.NEXT, Side.FOLLOWING}:
        day = base + timedelta(days=7 - back)
    elif expression.side is Side.THIS:
        day = base + timedelta(days=(7 - back) % 7) if scene.tense != "past" else base - timedelta(days=back)
    elif back and _is_ahead(back, scene):
        day = base + timedelta(days=7 - back)
    else:
        day = base - timedelta(days=back)
    day += timedelta(weeks=expression.weeks)
    return Reading("DATE", day_value(day), one_day(day), Precision.DAY, DateBasis.RELATIVE, base)


def _distant_day(expression: Weekday, scene: Scene) -> date | None:
    """The distant day, told just before, that a weekday of the past follows: "on 10 March 2023 … By **Monday**"."""
    told = scene.last(Precision.DAY, within=1)
    bare = expression.side is Side.NEAREST and expression.week is None and not scene.possessive
    if told is None or not told.opens or scene.published is None or not bare or scene.tense in {"future", "present"}:
        return None
    return told.days.first if (scene.published - told.days.first).days > _DISTANT else None


def _is_ahead(back: int, scene: Scene) -> bool:
    """Whether a bare weekday, `back` days ago, is the coming one: by tense.

    What has a day of its own is known, so rather past than the tense says: "will appeal against **Tuesday's** ruling".
    """
    if scene.possessive:
        return back > {"future": 3, "present": 4}.get(scene.tense, 6)
    return scene.tense in {"future", "present"}


def resolve_numeric(expression: Numeric, scene: Scene) -> Reading:
    """3/4/2024: in the text's own order; where it shows none, as tense and nearness to publication prefer it,
    marked as assumed; without those the month first.
    """
    a, b, year = expression.first, expression.second, expression.year
    month_first = Calendar(f"-{a:02}-{b:02}", year)
    day_first = Calendar(f"-{b:02}-{a:02}", year)
    if a > 12 or b > 12:
        return dated(day_first if a > 12 else month_first, year, DateBasis.EXPLICIT, None)
    if a == b:
        return dated(month_first, year, DateBasis.EXPLICIT, None)
    if scene.month_first is not None:
        return dated(month_first if scene.month_first else day_first, year, DateBasis.EXPLICIT, None, ORDER_OF_OTHERS)
    readings = [dated(one, year, DateBasis.ASSUMED, None, ORDER_ASSUMED) for one in (month_first, day_first)]
    base = scene.published
    if base is None:
        return readings[0]
    costs = [leap_cost(one.days, base, scene.tense) if one.days is not None else float("inf") for one in readings]
    return readings[costs.index(min(costs))]


def resolve_month_day(expression: MonthDay, scene: Scene) -> Reading:
    """As in "the 12th": of the month that the text is in, else the one nearest to publication that fits the tense.

    A weekday picks the month in which the day falls on it.
    """
    last = scene.last(Precision.DAY, Precision.MONTH, within=2)
    base = last.days.first if last is not None else scene.published
    if base is None:
        return Reading("DATE", f"XXXX-XX-{expression.day:02}", rule="no anchor")
    months = [add_months(base.replace(day=1), shift) for shift in range(-_MONTHS_AROUND, _MONTHS_AROUND + 1)]
    days = [month.replace(day=expression.day) for month in months if expression.day <= month_end(*month_of(month)).day]
    if expression.weekday is not None:
        days = [day for day in days if day.weekday() == expression.weekday] or days
    elif last is not None:
        days = [day for day in days if month_of(day) == month_of(base)]
    elif scene.tense in {"past", "future"}:
        days = [day for day in days if (day <= base) == (scene.tense == "past")]
    if not days:
        return Reading("DATE", "XXXX-XX-XX", rule=NO_SUCH_DAY)
    day = min(days, key=lambda day: abs((day - base).days))
    return Reading("DATE", day_value(day), one_day(day), Precision.DAY, DateBasis.RELATIVE, base)


def resolve_week_of(day: Reading, *, weekend: bool = False) -> Reading:
    """The ISO week of a day; its days run from that day, as "the week of Monday 4 March" does. Or the day's weekend."""
    if day.days is None:
        return Reading("DATE", "XXXX-WXX", rule="no anchor")
    first = day.days.first
    if weekend:
        saturday = first - timedelta(days=first.weekday()) + timedelta(days=5)
        both = Days(saturday, saturday + timedelta(days=1))
        return replace(day, value=week_value(saturday) + "-WE", days=both, precision=Precision.INTERVAL)
    return replace(day, value=week_value(first), days=Days(first, first + timedelta(days=6)), precision=Precision.WEEK)


def resolve_nth(expression: Nth, whole: Reading) -> Reading:
    """The second Sunday of October, the last week of May, the third day of August.

    Weeks are counted from the month's first day or back from its last: their value is the ISO week of their middle.
    """
    if whole.days is None:
        return Reading("DATE", "XXXX-XX-XX", rule="no anchor")
    days, number = whole.days, expression.number
    if expression.weekday is not None or expression.unit == "D":
        if expression.weekday is not None:
            day = nth_weekday(days, expression.weekday, number)
        else:
            day = days.last if number < 0 else days.first + timedelta(days=number - 1)
        if day is None or not days.contains(day):
            return Reading("DATE", month_value(days.first), rule=NO_SUCH_DAY)
        return replace(whole, value=day_value(day), days=one_day(day), precision=Precision.DAY)
    first = days.last - timedelta(days=6) if number < 0 else days.first + timedelta(weeks=number - 1)
    if not days.contains(first):
        return Reading("DATE", month_value(days.first), rule=NO_SUCH_DAY)  # a fifth week of February
    last = min(days.last, first + timedelta(days=6))
    middle = first + timedelta(days=3)
    return replace(whole, value=week_value(middle), days=Days(first, last), precision=Precision.WEEK)
