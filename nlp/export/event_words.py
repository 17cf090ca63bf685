"""Days of events, as values and in words, and what an event is called where it stands alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from nlp.export.safe_text import one_line
from nlp.model import REAL, DateBasis
from nlp.wording import day_range

_ASSUMED = {DateBasis.INFERRED_YEAR.value: " (year inferred)", DateBasis.ASSUMED.value: " (assumed)"}


def known_days(event: Any) -> tuple[date, date] | None:
    """First and last day of an event's row: one that is open at one end gives the other day twice."""
    days = [day.date() for day in (event.first_day, event.last_day) if not pd.isna(day)]
    return (days[0], days[-1]) if days else None


def told_label(event: Any) -> str:
    """The label of an event's row, with its status where it did not happen, or not yet: it is often read alone."""
    label = one_line(event.label)
    return label if event.status in REAL else f"{label} ({event.status})"


def event_days(event: Any) -> str:
    """The days of an event's row, with what is an estimate or was assumed."""
    about = "about " if event.first_vague or event.last_vague else ""
    return f"{about}{day_range(event.first_day, event.last_day) or 'no date'}{_ASSUMED.get(event.basis, '')}"
