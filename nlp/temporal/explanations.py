"""How a time expression was read, in plain words for a tooltip."""

from __future__ import annotations

import re
from datetime import date

from nlp.model import DateBasis, Precision, TimeExpression, TimeType
from nlp.temporal.day_words import WEEKDAYS, long_date, short_date
from nlp.temporal.days import Days
from nlp.temporal.units import shift, unit_value
from nlp.temporal.values import read_value

_REFERENCES = {
    "PRESENT_REF": "the time of writing, not a calendar date",
    "PAST_REF": "some time before, not a calendar date",
    "FUTURE_REF": "some time ahead, not a calendar date",
}
NO_SUCH_DAY = "no such day"
# What the resolver's own notes, at the end of a rule's name, mean to a reader.
_WITHOUT_DAYS = {
    "no anchor": "not dated: no day is known to count from",
    "no year": "not dated: the year is not written and the publication date is unknown",
    "not counted": "not dated: the text does not say how many",
    "anchor too vague": "not dated: the date it counts from is not exact enough",
    NO_SUCH_DAY: "not dated: the calendar has no such day",
}
FROM_TEXT = "counted from the text"
UP_TO_DATE = "up to the date behind it"
NAMED_DAY = "named after its day"
ORDER_ASSUMED = "order of day and month assumed"
ORDER_OF_OTHERS = "order of the other dates"
# Patterns that name a part of some year: what they say of the year stands elsewhere unless it is in their own words.
_PARTS_OF_A_YEAR = {"day and month", "shared month", "month", "season", "feast", "quarter", "half"}
_UNITS = {
    Precision.WEEK: "W", Precision.MONTH: "M", Precision.QUARTER: "Q",
    Precision.YEAR: "Y", Precision.DECADE: "DE", Precision.CENTURY: "CE",
}  # fmt: skip


def explain_time(time: TimeExpression) -> str:
    """One phrase, without a full stop, that says how the expression was read, from which day, and what is assumed.

    >>> explain_time(TimeExpression(0, 12, "4 March 2025", TimeType.DATE, "2025-03-04", date(2025, 3, 4)))
    '“4 March 2025”, written in full'
    """
    quoted = f"“{' '.join(time.text.split())}”"
    if time.type is TimeType.SET:
        return f"{quoted}: repeats, so it has no date of its own"
    if time.type is TimeType.DURATION and time.anchor is None:
        return f"{quoted}: a length of time" + (
            ", dated by the year that is written" if time.first_day else ", not a date"
        )
    if time.first_day is None and time.last_day is None:
        return f"{quoted}: {_why_undated(time)}"
    if UP_TO_DATE in time.rule and time.anchor is not None:
        return f"{quoted}: a length of time up to {long_date(time.anchor)}"
    if NAMED_DAY in time.rule and time.first_day is not None:
        return f"{quoted}: an event that is named after its day, {long_date(time.first_day)}"
    own = _own_days(time)
    facts = [fact for fact in (_reading(time, own), _calendar_note(time)) if fact]
    said = f": {'; '.join(facts)}" if facts else ", written in full"
    return quoted + said + _estimate(time)


def _reading(time: TimeExpression, own: Days) -> str:
    """From which day or by which assumption the days were found; empty where they are written in full."""
    match time.basis:
        case DateBasis.RELATIVE if time.anchor is not None:
            return _relation(time, own, time.anchor)
        case DateBasis.RELATIVE:
            return "counted from a date before it in the text"
        case DateBasis.INFERRED_YEAR if time.anchor is not None:
            return f"no year is written; {_year(time, own, time.anchor)}"
        case DateBasis.ASSUMED if ORDER_ASSUMED in time.rule:
            return f"the order of day and month is assumed; {_order(time, own.first)}"
        case DateBasis.ASSUMED if time.type is TimeType.TIME:
            return f"no day is named; that of {_origin(time)} is assumed"
    if ORDER_OF_OTHERS in time.rule:
        return f"in the order of the text's other dates; {_order(time, own.first)}"
    pattern, year = time.rule.removeprefix("part of: ").partition(":")[0], str(own.first.year)
    if pattern in _PARTS_OF_A_YEAR and not re.search(rf"\b({year})?{year[2:]}\b|{year}", time.text):
        return f"the year, {year}, follows from the dates beside it"
    return ""


def _relation(time: TimeExpression, own: Days, anchor: date) -> str:
    """As in "the Tuesday before publication on Thursday 6 March 2025", with the word that a range or a bound adds."""
    origin, noun, bound = _origin(time), _noun(time, own), _bound(time, own)
    if noun == "time":
        return f"the time {'after' if own.last > anchor else 'up to'} {origin}"
    if time.rule.startswith("day of the month"):
        return f"{bound}the day in the same month as {origin}"
    if own.contains(anchor):
        return f"{bound}the same {noun if own.first != own.last else 'day'} as {origin}"
    side, way, gap = ("before", "back", anchor - own.last) if own.last < anchor else ("after", "on", own.first - anchor)
    if time.rule.partition(":")[0] in _PARTS_OF_A_YEAR:
        return f"{bound}the {'last' if side == 'before' else 'first'} one {side} {origin}"
    if own.first == own.last and gap.days > (1 if noun == "day" else 7):
        return f"{bound}{gap.days} days {side} {origin}"
    if own.first == own.last or (noun == "weekend" and gap.days <= 7) or _is_next(time, anchor, side):
        return f"{bound}the {noun} {side} {origin}"
    return f"{bound}counted {way} from {origin}"


def _own_days(time: TimeExpression) -> Days:
    """The days that the words themselves name, without the rest of their range; else all that are meant."""
    read = read_value(time.value)
    first, last = time.first_day or time.last_day or date.min, time.last_day or time.first_day or date.max
    return read[0] if read is not None and time.type is not TimeType.DURATION else Days(first, last)


def _bound(time: TimeExpression, own: Days) -> str:
    """How the days that are meant lie to those that the words name: from, until, before, after or in them."""
    first, last = time.first_day, time.last_day
    if (first, last) == (own.first, own.last):
        return ""
    if time.rule.startswith("part of"):
        return "in "
    if first is None:
        return "until " if last == own.last else "before "
    if last is None:
        return "from " if first == own.first else "after "
    return "from " if first == own.first else "until " if last == own.last else ""


def _noun(time: TimeExpression, own: Days) -> str:
    """What the words name: a weekday or the unit of their value; "time" for a stretch beside the anchor."""
    if time.value.endswith("-WE"):
        return "weekend"
    if own.first == own.last:
        name = WEEKDAYS[own.first.weekday()]
        return name if name.lower() in time.text.lower() else "day"
    read = read_value(time.value)
    return "time" if read is None else read[1].value


def _is_next(time: TimeExpression, anchor: date, side: str) -> bool:
    """Whether the days are the whole unit next to the one that holds the anchor."""
    unit = _UNITS.get(read[1]) if (read := read_value(time.value)) is not None else None
    try:
        return unit is not None and time.value == unit_value(shift(anchor, unit, -1 if side == "before" else 1), unit)
    except (ValueError, OverflowError):  # there is no unit before year 1 or after 9999
        return False


def _year(time: TimeExpression, own: Days, anchor: date) -> str:
    """Why this year and no other."""
    year, origin = own.first.year, _origin(time)
    if "year from the text before" in time.rule:
        return f"{year} carries on from {origin}"
    weekday = WEEKDAYS[own.first.weekday()]
    if own.first == own.last and weekday.lower() in time.text.lower():
        return f"{year} is the nearest to {origin} that makes it a {weekday}"
    first, last = (own.first - anchor).days, (own.last - anchor).days
    distance, earlier, later = (max(first + by, -last - by, 0) for by in (0, -365, 365))
    if distance <= min(earlier, later) + 1:  # a leap day more or less
        return f"{year} is the nearest to {origin}"
    if last < 0:
        return f"{year} is the last before {origin}, as the sentence does not look ahead"
    return f"{year} is the next after {origin}, as the sentence looks ahead"


def _order(time: TimeExpression, day: date) -> str:
    """Which of two numbers was read as the month, and what the other order would give."""
    written = re.search(r"(\d{1,2})\D(\d{1,2})\D\d{2,4}", time.text)
    if written is None:
        return f"read as {short_date(day)}, from the date beside it"  # "noon", of a day that stands behind it
    month_first = int(written[1]) == day.month
    one, other = ("month first", "day first") if month_first else ("day first", "month first")
    swapped = date(day.year, day.day, day.month) if day.day <= 12 else day
    return f"read {one} as {short_date(day)}; {other} it would be {short_date(swapped)}"


def _calendar_note(time: TimeExpression) -> str:
    """What a quarter, a half or a financial year was taken to be."""
    if time.value.startswith("FY"):
        return "read as the calendar year; companies and states may count differently"
    if re.search(r"-Q\d", time.value):
        return "read as a calendar quarter; companies may count differently"
    if re.search(r"-H\d", time.value):
        return "read as a calendar half-year; companies may count differently"
    return ""


def _estimate(time: TimeExpression) -> str:
    """Which edge of the days the text leaves open."""
    if not (time.first_vague or time.last_vague):
        return ""
    if time.first_vague and time.last_vague:
        return "; the day is an estimate" if time.first_day == time.last_day else "; both ends are estimates"
    return f"; its {'beginning' if time.first_vague else 'end'} is an estimate"


def _origin(time: TimeExpression) -> str:
    """The day from which the expression was counted, as exactly as it needs to be known."""
    if time.anchor is None:
        return "the text"
    if FROM_TEXT not in time.rule:
        return f"publication on {long_date(time.anchor)}"
    read = read_value(time.value)
    exact = {Precision.YEAR: str(time.anchor.year), Precision.MONTH: short_date(time.anchor).partition(" ")[2]}
    day = exact.get(read[1], long_date(time.anchor)) if read is not None else long_date(time.anchor)
    return f"{day}, a date before it in the text"


def _why_undated(time: TimeExpression) -> str:
    if time.value in _REFERENCES:
        return _REFERENCES[time.value]
    if time.value.startswith("BC"):
        return "before the common era, so it is not plotted"
    for note, meaning in _WITHOUT_DAYS.items():
        if note in time.rule:
            return meaning
    return "not dated"
