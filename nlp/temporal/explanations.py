"""How a time expression was read, in plain words for a tooltip. Names of months and days are English, never the
locale's.
"""

from __future__ import annotations

from datetime import date

from nlp.model import DateBasis, TimeExpression, TimeType

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_REFERENCES = {
    "PRESENT_REF": "the time of writing, not a calendar date",
    "PAST_REF": "some time before, not a calendar date",
    "FUTURE_REF": "some time ahead, not a calendar date",
}
# What the resolver's own notes, at the end of a rule's name, mean to a reader.
_WITHOUT_DAYS = {
    "no anchor": "not dated: no day is known to count from",
    "no year": "not dated: the year is not written and the publication date is unknown",
    "not counted": "not dated: the text does not say how many",
    "anchor too vague": "not dated: the date it counts from is not exact enough",
    "no such day": "not dated: the calendar has no such day",
}
FROM_TEXT = "counted from the text"


def long_date(day: date) -> str:
    """A day with its weekday.

    >>> long_date(date(2025, 3, 6))
    'Thursday 6 March 2025'
    """
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def explain_time(time: TimeExpression) -> str:
    """One phrase, without a full stop, that says how the expression was read and from which day."""
    quoted = f"“{' '.join(time.text.split())}”"
    if time.type is TimeType.SET:
        return f"{quoted}: repeats, so it has no date of its own"
    if time.type is TimeType.DURATION and time.anchor is None:
        return f"{quoted}: a length of time" + (
            ", dated by the year that is written" if time.first_day else ", not a date"
        )
    if time.first_day is None and time.last_day is None:
        return f"{quoted}: {_why_undated(time)}"
    match time.basis:
        case DateBasis.RELATIVE if time.anchor is not None:
            return f"{quoted}, counted from {_anchor(time)}{_vague(time)}"
        case DateBasis.RELATIVE:
            return f"{quoted}, counted from a date before it in the text"
        case DateBasis.INFERRED_YEAR:
            return f"{quoted}: the year is inferred: it is not written, and was taken from {_anchor(time)}"
        case DateBasis.ASSUMED if time.type is TimeType.TIME:
            return f"{quoted}: no day is named; {_anchor(time)} is assumed"
        case DateBasis.ASSUMED:
            return f"{quoted}: the order of day and month is assumed"
        case _:
            return f"{quoted}, written in full"


def _anchor(time: TimeExpression) -> str:
    if time.anchor is None:
        return "the text"
    if FROM_TEXT in time.rule:
        return f"{long_date(time.anchor)}, a date before it in the text"
    return f"publication on {long_date(time.anchor)}"


def _vague(time: TimeExpression) -> str:
    return "; its length is an estimate" if time.value in _REFERENCES else ""


def _why_undated(time: TimeExpression) -> str:
    if time.value in _REFERENCES:
        return _REFERENCES[time.value]
    if time.value.startswith("BC"):
        return "before the common era, so it is not plotted"
    for note, meaning in _WITHOUT_DAYS.items():
        if note in time.rule:
            return meaning
    return "not dated"
