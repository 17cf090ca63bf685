"""Units of time: how far they reach, and the values of those that hold a day, are not known, or are counted."""

from __future__ import annotations

from datetime import date, timedelta

from nlp.temporal.days import add_months
from nlp.temporal.values import day_value, month_value, week_value

OPEN_VALUES = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "F": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
# Units that a calendar has; hours and minutes are times, and seldom dates.
CALENDAR_UNITS = frozenset({"D", "W", "F", "M", "Q", "Y", "DE", "CE"})
# Months or days in a unit.
MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
DAYS = {"D": 1, "W": 7, "F": 14}


def shift(day: date, unit: str, amount: int) -> date:
    """`amount` units on from a day."""
    if unit in DAYS:
        return day + timedelta(days=DAYS[unit] * amount)
    return add_months(day, MONTHS[unit] * amount)


def unit_value(day: date, unit: str) -> str:
    """The value of the unit that holds a day."""
    match unit:
        case "D":
            return day_value(day)
        case "W" | "F":
            return week_value(day)
        case "WE":
            return week_value(day) + "-WE"
        case "M":
            return month_value(day)
        case "Q":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "DE":
            return f"{day.year // 10:03}"
        case "CE":
            return f"{day.year // 100:02}"
        case _:
            return f"{day.year:04}"


def duration_value(unit: str, amount: float | None) -> str:
    """`P2W`, `PT50H`, `P2Y6M`, `PXD`; decades and centuries are said in years.

    >>> duration_value("Y", 2.5)
    'P2Y6M'
    """
    letter = {"MIN": "M", "DE": "Y", "CE": "Y", "ML": "Y", "F": "W"}.get(unit, unit)
    prefix = "PT" if unit in {"H", "MIN", "S"} else "P"
    if amount is None:
        return f"{prefix}X{letter}"
    amount *= {"DE": 10, "CE": 100, "ML": 1000, "F": 2}.get(unit, 1)
    whole, rest = int(amount), amount - int(amount)
    if not rest:
        return f"{prefix}{whole}{letter}"
    smaller, size = {
        "Y": ("M", 12),
        "M": ("D", 30),
        "W": ("D", 7),
        "D": ("H", 24),
        "H": ("M", 60),
        "M_": ("S", 60),
    }.get("M_" if unit == "MIN" else letter, ("", 0))
    if not smaller:
        return f"{prefix}{amount:g}{letter}"
    if round(rest * size) == size:
        return f"{prefix}{whole + 1}{letter}"
    time = "T" if letter == "D" and prefix == "P" else ""
    head = f"{whole}{letter}" if whole else ""
    return f"{prefix}{head}{time}{round(rest * size)}{smaller}"
