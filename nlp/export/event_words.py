"""Days of events, as values and in words, and what an event is called where it stands alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from nlp.export.safe_text import one_line
from nlp.model import REAL, DateBasis
from nlp.temporal.day_words import short_date

_ASSUMED = {DateBasis.INFERRED_YEAR.value: " (year inferred)", DateBasis.ASSUMED.value: " (assumed)"}


def known_days(event: Any) -> tuple[date, date] | None:
    """First and last day of an event's row: one that is open at one end gives the other day twice."""
    days = [day.date() for day in (event.first_day, event.last_day) if not pd.isna(day)]
    return (days[0], days[-1]) if days else None


def day_words(first: date | None, last: date | None) -> str:
    """A closed interval of days in words; a missing end, also the "no day" of pandas, is open.

    >>> day_words(date(2025, 7, 4), date(2025, 7, 4)), day_words(None, date(2025, 7, 4))
    ('4 July 2025', 'until 4 July 2025')
    """
    start, end = ("" if day is None or pd.isna(day) else short_date(day) for day in (first, last))
    if start and end:
        return start if start == end else f"{start} – {end}"
    return f"since {start}" if start else f"until {end}" if end else "no date"


def told_label(event: Any) -> str:
    """The label of an event's row, with its status where it did not happen, or not yet: it is often read alone."""
    label = one_line(event.label)
    return label if event.status in REAL else f"{label} ({event.status})"


def event_days(event: Any) -> str:
    """The days of an event's row, with what is an estimate or was assumed."""
    about = "about " if event.first_vague or event.last_vague else ""
    return f"{about}{day_words(event.first_day, event.last_day)}{_ASSUMED.get(event.basis, '')}"
