"""Calendar dates against their scene; where no year is written, the choice of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nlp.model import DateBasis, Precision
from nlp.temporal.dated_values import dated, tail_in, undated
from nlp.temporal.days import Days
from nlp.temporal.expressions import Calendar, Origin, Side, Year
from nlp.temporal.scene import Reading, Remembered, Scene
from nlp.temporal.story import choose_year

# How much nearer a date must be to be read against its clause's tense: "the offer was extended to 16 November".
_AGAINST_TENSE = 8
# Without a verb news looks back rather than ahead.
_AHEAD_WITHOUT_TENSE = 1.3
# Days: how long ago a date of the text is distant, how far a day told after it may lie behind (one that opens its
# sentence: the story's next step) or before it, and how near to publication it would rather be news.
_DISTANT, _SOON, _STORY, _JUST_BEFORE, _RECENT = 300, 45, 240, 7, 30
_EXACT = (Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.SEASON)


def resolve_calendar(expression: Calendar, scene: Scene) -> Reading:
    """A date whose year is written, said ("of last year") or left open."""
    year = expression.year
    if isinstance(year, int):
        return dated(expression, year, DateBasis.EXPLICIT, None)
    if isinstance(year, Year):
        last = scene.last()
        base = scene.published
        if year.origin is Origin.TEXT or scene.narrative:
            base = last.days.first if last is not None else scene.published if year.origin is not Origin.TEXT else None
        if base is None:
            return undated(expression)
        return dated(expression, base.year + year.shift, DateBasis.RELATIVE, base)
    return _infer(expression, scene)


def _infer(expression: Calendar, scene: Scene) -> Reading:
    """Choose the year: by the word before ("last May"), else by tense and nearness, in histories after the text's
    dates.
    """
    if scene.narrative and scene.before_christ:
        return Reading("DATE", scene.before_christ + tail_in(expression, 2000), rule="year from the text before")
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
        return undated(expression)
    candidates = []
    for year in range(max(base.year - 6 if expression.weekday is not None else base.year - 1, 1), base.year + 2):
        reading = dated(expression, year, DateBasis.INFERRED_YEAR, base, rule)
        if reading.days is not None:
            candidates.append((reading, reading.days))
    if expression.weekday is not None:
        matching = [item for item in candidates if item[1].first.weekday() == expression.weekday]
        candidates = matching or candidates
    over = [days for _, days in candidates if days.first <= base] if scene.certain and side is Side.NEAREST else []
    chosen = _choose(
        over or [days for _, days in candidates],
        base,
        side,
        "" if "Q" in expression.part and scene.tense == "future" else scene.tense,
    )
    if chosen is None:
        return undated(expression)
    reading = next(reading for reading, days in candidates if days == chosen)
    return replace(reading, basis=DateBasis.RELATIVE) if side is not Side.NEAREST else reading


def _choose(candidates: list[Days], base: date, side: Side, tense: str) -> Days | None:
    if side is Side.LAST:
        return next((days for days in reversed(candidates) if days.last < base), None)
    if side is Side.NEXT:
        return next((days for days in candidates if days.first > base), None)
    if side is Side.THIS and not any(days.last.year > days.first.year for days in candidates):
        return next((days for days in candidates if days.first.year == base.year), None)
    return min(candidates, key=lambda days: leap_cost(days, base, tense), default=None)


def leap_cost(days: Days, base: date, tense: str) -> float:
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
    last = scene.last(within=1)
    if last is None or scene.published is None or last.precision is not Precision.YEAR:
        return None
    beside = last.sentence == scene.sentence and (last.opens or not scene.apart)
    if not beside and not (last.opens and scene.opens):
        return None  # "the telescope, built in 1998, was switched off in January"
    if scene.tense in {"future", "present"} or (scene.tense == "past" and last.days.first > scene.published):
        return None  # "the cap set in 2021 ends on 30 June", "put off until 2027; he refused on 15 January"
    return last if abs(last.days.first.year - scene.published.year) >= 2 else None


def _in_story(expression: Calendar, scene: Scene) -> Reading:
    """A history's date without a year, in the year that its story has reached."""
    chosen = choose_year(
        scene.memory, lambda year: dated(expression, year, DateBasis.INFERRED_YEAR, None).days, opens=scene.opens
    )
    if chosen is None:
        return undated(expression)
    return _in_year(expression, *chosen)


def _in_year(expression: Calendar, year: int, anchor: date) -> Reading:
    return dated(expression, year, DateBasis.INFERRED_YEAR, anchor, "year from the text before")


def _soon_after(expression: Calendar, scene: Scene) -> Reading | None:
    """In news, a day told right after a distant one: "He was shot on 10 March 2015 … On **12 May** his killer fled".

    `None` where it lies too far from that one, or just before publication, of which news would rather speak.
    """
    told, published = scene.last(*_EXACT, within=2), scene.published
    if (
        told is None or published is None or scene.tense in {"future", "present"}
        or (published - told.days.last).days < _DISTANT
    ):  # fmt: skip
        return None
    for year in (published.year, published.year - 1):
        days = _in_year(expression, year, published).days if year > 0 else None
        if days is not None and days.first <= published and (published - days.last).days <= _RECENT:
            return None
    for year in (told.days.first.year, told.days.first.year + 1):
        reading = _in_year(expression, year, told.days.first)
        reach = _STORY if scene.opens or (told.sentence == scene.sentence and not scene.apart) else _SOON
        if reading.days is None:
            continue
        gap = (reading.days.first - told.days.last).days
        if told.days.contains(reading.days.first) or -_JUST_BEFORE <= gap <= reach:
            return reading
    return None
