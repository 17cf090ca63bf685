"""Words and days as the page writes them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from nlp.model import DateBasis
from nlp.temporal.day_words import MONTHS, short_date

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#+\-.!|~:$^&=@\"()])")


def plain(text: str) -> str:
    r"""Article text for a widget that would read it as Markdown: every mark of that language is escaped.

    >>> plain("![x](y)")
    '\\!\\[x\\]\\(y\\)'
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def count(n: int, one: str, many: str | None = None) -> str:
    """A number with its unit.

    >>> count(1, "country", "countries"), count(12000, "character")
    ('1 country', '12,000 characters')
    """
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def day(value: date | None) -> str:
    """A day in words.

    >>> day(date(2025, 7, 4))
    '4 July 2025'
    """
    if value is None or value != value:  # only the "no day" of pandas differs from itself
        return ""
    return short_date(value)


def days(first: date | None, last: date | None) -> str:
    """A closed interval of days in words, with what the ends share said once.

    >>> days(date(2025, 7, 8), date(2025, 7, 14)), days(date(2025, 5, 1), date(2025, 5, 31))
    ('8–14 July 2025', 'May 2025')
    """
    a, b = (None if x is None or x != x else x for x in (first, last))  # as above
    if a is None or b is None:
        return f"since {day(a)}" if a is not None else f"until {day(b)}" if b is not None else "no date"
    if a == b:
        return day(a)
    whole_months = a.day == 1 and (b + timedelta(days=1)).day == 1
    if whole_months and (a.month, b.month) == (1, 12):
        return str(a.year) if a.year == b.year else f"{a.year}–{b.year}"
    if whole_months and a.year == b.year:
        months = MONTHS[a.month - 1] if a.month == b.month else f"{MONTHS[a.month - 1]}–{MONTHS[b.month - 1]}"
        return f"{months} {a.year}"
    if a.year != b.year:
        return f"{day(a)} – {day(b)}"
    if a.month != b.month:
        return f"{a.day} {MONTHS[a.month - 1]} – {day(b)}"
    return f"{a.day}–{day(b)}"


def event_days(event: Any) -> str:
    """The days of an event's row: "about" where an end is an estimate, "*" where a year or an order is assumed."""
    about = "about " if event.first_vague or event.last_vague else ""
    mark = "*" if event.basis in {DateBasis.INFERRED_YEAR, DateBasis.ASSUMED} else ""
    return f"{about}{days(event.first_day, event.last_day)}{mark}"
