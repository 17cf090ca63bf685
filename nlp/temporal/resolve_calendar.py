"""Calendar dates, weekdays and numeric dates against their scene; where no year is written, the choice of one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from nlp.model import DateBasis, Precision
from nlp.temporal.days import Days, add_months, easter, month_end, month_of, nth_weekday, one_day, orthodox_easter
from nlp.temporal.expressions import Calendar, MonthDay, Nth, Numeric, Origin, Side, Weekday, Year
from nlp.temporal.scene import Reading, Remembered, Scene
from nlp.temporal.story import choose_year
from nlp.temporal.values import day_value, month_value, read_value, week_value

# How much nearer a date must be to be read against its clause's tense: "the offer was extended to 16 November".
_AGAINST_TENSE = 8
# Without a verb news looks back rather than ahead.
_AHEAD_WITHOUT_TENSE = 1.3
# Months before and after in which "the 12th" and "Friday the 13th" are looked for.
_MONTHS_AROUND = 6
# Days: how long ago a date of the text is distant, and how far a day told after it may lie behind or before it.
_DISTANT, _SOON, _JUST_BEFORE = 300, 45, 7
# Month, number of the weekday in it (negative: from its end), weekday (Monday is 0), days after that.
_WEEKDAY_FEAST = re.compile(r"(\d\d)-(-?\d)-(\d)(\+\d)?")


def resolve_calendar(expression: Calendar, scene: Scene) -> Reading:
    """A date whose year is written, said ("of last year") or left open."""
    year = expression.year
    if isinstance(year, int):
        return _dated(expression, year, DateBasis.EXPLICIT, None)
    if isinstance(year, Year):
        last = scene.last()
        base = scene.published
        if year.origin is Origin.TEXT or scene.narrative:
            base = last.days.first if last is not None else scene.published if year.origin is not Origin.TEXT else None
        if base is None:
            return _open(expression)
        return _dated(expression, base.year + year.shift, DateBasis.RELATIVE, base)
    return _infer(expression, scene)


def _tail(expression: Calendar, year: int) -> str:
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


def _value(expression: Calendar, year: int) -> str:
    return ("FY" if expression.fiscal and not expression.part else "") + f"{year:04}" + _tail(expression, year)


def _open(expression: Calendar) -> Reading:
    moving = expression.feast and not re.fullmatch(r"\d\d-\d\d", expression.feast)
    tail = "-XX-XX" if moving else _tail(expression, 2000)
    return Reading("DATE", f"XXXX{tail}", rule="no year")


def _dated(expression: Calendar, year: int, basis: DateBasis, anchor: date | None, rule: str = "") -> Reading:
    value = _value(expression, year)
    read = read_value(value)
    if read is None:
        return Reading("DATE", "XXXX-XX-XX", rule="no such day")
    return Reading("DATE", value, read[0], read[1], basis, anchor, rule)


def _infer(expression: Calendar, scene: Scene) -> Reading:
    """Choose the year: by the word before ("last May"), else by tense and nearness, in histories after the text's
    dates.
    """
    if scene.narrative and scene.before_christ:
        return Reading("DATE", scene.before_christ + _tail(expression, 2000), rule="year from the text before")
    base, rule = scene.published, "year from publication"
    side = expression.side
    context = _text_year(scene)
    if side in {Side.PREVIOUS, Side.FOLLOWING, Side.SAME}:
        last = scene.last()
        base, rule = (last.days.first if last is not None else scene.published), "year from the text before"
        side = {Side.PREVIOUS: Side.LAST, Side.FOLLOWING: Side.NEXT}.get(side, Side.THIS)
    elif context is not None and side is Side.NEAREST:
        if scene.narrative:
            return _in_story(expression, scene)
        return _in_year(expression, context.days.first.year, context.days.first)
    elif side is Side.NEAREST and (reading := _soon_after(expression, scene)) is not None:
        return reading
    elif context is not None and scene.narrative:
        base, rule = context.days.first, "year from the text before"
    if base is None:
        return _open(expression)
    dated = []
    for year in range(max(base.year - 6 if expression.weekday is not None else base.year - 1, 1), base.year + 2):
        reading = _dated(expression, year, DateBasis.INFERRED_YEAR, base, rule)
        if reading.days is not None:
            dated.append((reading, reading.days))
    if expression.weekday is not None:
        matching = [item for item in dated if item[1].first.weekday() == expression.weekday]
        dated = matching or dated
    chosen = _choose(
        [days for _, days in dated],
        base,
        side,
        "" if "Q" in expression.part and scene.tense == "future" else scene.tense,
    )
    if chosen is None:
        return _open(expression)
    reading = next(reading for reading, days in dated if days == chosen)
    return replace(reading, basis=DateBasis.RELATIVE) if side is not Side.NEAREST else reading


def _choose(candidates: list[Days], base: date, side: Side, tense: str) -> Days | None:
    if side is Side.LAST:
        return next((days for days in reversed(candidates) if days.last < base), None)
    if side is Side.NEXT:
        return next((days for days in candidates if days.first > base), None)
    if side is Side.THIS and not any(days.last.year > days.first.year for days in candidates):
        return next((days for days in candidates if days.first.year == base.year), None)
    return min(candidates, key=lambda days: _cost(days, base, tense), default=None)


def _cost(days: Days, base: date, tense: str) -> float:
    """Distance from publication; farther where the tense speaks against that side, and ahead where no tense speaks."""
    distance = _distance(days, base)
    ahead = days.first > base
    if (tense == "past" and ahead) or (tense == "future" and days.last < base):
        return distance * _AGAINST_TENSE
    return distance * _AHEAD_WITHOUT_TENSE if ahead and not tense else distance


def _distance(days: Days, base: date) -> int:
    return max((days.first - base).days, (base - days.last).days, 0)


def _text_year(scene: Scene) -> Remembered | None:
    """The text's own date that gives an undated one its year: always in histories, in news only a distant year
    nearby.
    """
    if scene.narrative:
        return scene.last()
    last = scene.last(within=0)
    if last is None or scene.published is None or last.precision is not Precision.YEAR:
        return None
    if scene.tense in {"future", "present"} or (scene.tense == "past" and last.days.first > scene.published):
        return None  # "the cap set in 2021 ends on 30 June", "put off until 2027; he refused on 15 January"
    return last if abs(last.days.first.year - scene.published.year) >= 2 else None


def _in_story(expression: Calendar, scene: Scene) -> Reading:
    """A history's date without a year, in the year that its story has reached."""
    chosen = choose_year(scene.memory, lambda year: _dated(expression, year, DateBasis.INFERRED_YEAR, None).days)
    if chosen is None:
        return _open(expression)
    return _in_year(expression, *chosen)


def _in_year(expression: Calendar, year: int, anchor: date) -> Reading:
    return _dated(expression, year, DateBasis.INFERRED_YEAR, anchor, "year from the text before")


def _soon_after(expression: Calendar, scene: Scene) -> Reading | None:
    """In news, a day told right after a distant one: "He was shot on 10 March 2015 and died on **12 March**".

    `None` where it lies weeks away from that one, or just before publication, of which news would rather speak.
    """
    told, published = scene.last(Precision.DAY, Precision.MONTH), scene.published
    if (
        told is None or published is None or scene.tense in {"future", "present"}
        or scene.sentence - told.sentence > 1 or (published - told.days.last).days < _DISTANT
    ):  # fmt: skip
        return None
    for year in (published.year, published.year - 1):
        days = _in_year(expression, year, published).days if year > 0 else None
        if days is not None and 0 <= (published - days.last).days <= _SOON:
            return None
    for year in (told.days.first.year, told.days.first.year + 1):
        reading = _in_year(expression, year, told.days.first)
        if reading.days is not None and -_JUST_BEFORE <= (reading.days.first - told.days.last).days <= _SOON:
            return reading
    return None


def resolve_weekday(expression: Weekday, scene: Scene) -> Reading:
    """A day of the week: by its word, by tense; without either the last one, which may be publication day itself."""
    base = scene.published
    text = scene.last(Precision.DAY, within=3)
    if (scene.narrative or expression.side in {Side.PREVIOUS, Side.FOLLOWING, Side.SAME}) and text is not None:
        base = text.days.first
    elif scene.narrative and scene.memory:
        base = None
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
    return Reading("DATE", day_value(day), one_day(day), Precision.DAY, DateBasis.RELATIVE, base)


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
        return _dated(day_first if a > 12 else month_first, year, DateBasis.EXPLICIT, None)
    if a == b:
        return _dated(month_first, year, DateBasis.EXPLICIT, None)
    if scene.month_first is not None:
        return _dated(
            month_first if scene.month_first else day_first, year, DateBasis.EXPLICIT, None, "order of the other dates"
        )
    readings = [
        _dated(one, year, DateBasis.ASSUMED, None, "order of day and month assumed") for one in (month_first, day_first)
    ]
    base = scene.published
    if base is None:
        return readings[0]
    return min(readings, key=lambda reading: _cost(reading.days, base, scene.tense) if reading.days else float("inf"))


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
        return Reading("DATE", "XXXX-XX-XX", rule="no such day")
    day = min(days, key=lambda day: abs((day - base).days))
    return Reading("DATE", day_value(day), one_day(day), Precision.DAY, DateBasis.RELATIVE, base)


def resolve_week_of(day: Reading) -> Reading:
    """The ISO week of a day; its days run from that day, as "the week of Monday 4 March" does."""
    if day.days is None:
        return Reading("DATE", "XXXX-WXX", rule="no anchor")
    first = day.days.first
    return replace(day, value=week_value(first), days=Days(first, first + timedelta(days=6)), precision=Precision.WEEK)


def resolve_nth(expression: Nth, whole: Reading) -> Reading:
    """The second Sunday of October, the last week of May, the third day of August."""
    if whole.days is None:
        return Reading("DATE", "XXXX-XX-XX", rule="no anchor")
    days, number = whole.days, expression.number
    if expression.weekday is not None or expression.unit == "D":
        if expression.weekday is not None:
            day = nth_weekday(days, expression.weekday, number)
        else:
            day = days.last if number < 0 else days.first + timedelta(days=number - 1)
        if day is None or not days.contains(day):
            return Reading("DATE", month_value(days.first), rule="no such day")
        return replace(whole, value=day_value(day), days=one_day(day), precision=Precision.DAY)
    first = days.last - timedelta(days=6) if number < 0 else days.first + timedelta(weeks=number - 1)
    last = min(days.last, first + timedelta(days=6))
    middle = first + timedelta(days=3)
    return replace(whole, value=week_value(middle), days=Days(first, last), precision=Precision.WEEK)
