"""Days in English words, never the locale's."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def short_date(day: date) -> str:
    """A day without its weekday.

    >>> short_date(date(2025, 7, 4))
    '4 July 2025'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def long_date(day: date) -> str:
    """A day with its weekday.

    >>> long_date(date(2025, 3, 6))
    'Thursday 6 March 2025'
    """
    return f"{WEEKDAYS[day.weekday()]} {short_date(day)}"
