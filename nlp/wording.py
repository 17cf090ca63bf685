"""Numbers and days as the page and the report write them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from nlp.model import REAL, DateBasis, EventStatus
from nlp.temporal.day_words import MONTHS, short_date


def count(n: int, one: str, many: str | None = None) -> str:
    """A number with its unit.

    >>> count(1, "country", "countries"), count(12000, "character")
    ('1 country', '12,000 characters')
    """
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def day_range(first: date | None, last: date | None) -> str:
    """A closed interval of days in words, with what the ends share said once; empty without any day.

    >>> day_range(date(2025, 7, 8), date(2025, 7, 14)), day_range(date(2025, 5, 1), date(2025, 5, 31))
    ('8–14 July 2025', 'May 2025')
    >>> day_range(date(2025, 7, 8), None), day_range(None, None)
    ('since 8 July 2025', '')
    """
    a, b = _known(first), _known(last)
    if a is None or b is None:
        return f"since {short_date(a)}" if a else f"until {short_date(b)}" if b else ""
    if a == b:
        return short_date(a)
    if a.day == 1 and (b == date.max or (b + timedelta(days=1)).day == 1):
        if (a.month, b.month) == (1, 12):
            return str(a.year) if a.year == b.year else f"{a.year}–{b.year}"
        if a.year == b.year:
            months = MONTHS[a.month - 1] if a.month == b.month else f"{MONTHS[a.month - 1]}–{MONTHS[b.month - 1]}"
            return f"{months} {a.year}"
    if a.year != b.year:
        return f"{short_date(a)} – {short_date(b)}"
    return f"{a.day}–{short_date(b)}" if a.month == b.month else f"{a.day} {MONTHS[a.month - 1]} – {short_date(b)}"


def event_days(event: Any) -> str:
    """The days of an event's row: "about" where an end is an estimate, "*" where a year or an order is assumed."""
    about = "about " if event.first_vague or event.last_vague else ""
    mark = "*" if event.basis in {DateBasis.INFERRED_YEAR, DateBasis.ASSUMED} else ""
    return f"{about}{day_range(event.first_day, event.last_day) or 'no date'}{mark}"


def doubt(row: Any) -> str:
    """Of a relation's or a link's row: why it is not to be told as a fact ("denied", "planned"); empty where it is."""
    if row.negated:
        return EventStatus.DENIED.value
    return "" if row.status in REAL else str(row.status)


def with_doubt(words: str, row: Any) -> str:
    """What a relation's or a link's row does, with what is doubtful about it: "attack (denied)"."""
    return f"{words} ({why})" if (why := doubt(row)) else words


def _known(day: date | None) -> date | None:
    """The day; `None` also for the "no day" of pandas."""
    return None if day is None or day != day else day  # only that differs from itself
