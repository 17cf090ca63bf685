"""Where the story of a history is: the year of a date that is written without one, from the dates told before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from nlp.temporal.days import Days
from nlp.temporal.scene import Remembered

# Dates that may say where the story is.
_LATEST = 8
# In days: how far each later date puts an earlier one, and how far one that opens its sentence does.
_FORGETTING, _TURN = 30, 60
# How much rarer it is that a story goes back, and that it does with a date that opens a sentence.
_BACK, _BACK_OPENING = 3, 6
# The share of a date's own length that stays in doubt: a year named in passing says little, one that opens a sentence
# much.
_DOUBT, _OPENING_DOUBT = 1 / 4, 1 / 20
_EXACT = 130  # days; a longer date gives way to an exact one told after it


def choose_year(
    told: Sequence[Remembered], days_in: Callable[[int], Days | None], *, opens: bool = False
) -> tuple[int, date] | None:
    """The year that puts a date nearest to where the story is, and the first day of the date that it follows.

    Args:
        told: the dates before it, in text order.
        days_in: the date's days in a year, `None` where that year has no such day.
        opens: whether the date opens its sentence, as the next step of a story does.

    A year mentioned in passing does not carry the story away: "On 10 March 1975 … a campaign planned for 1976 … On 20
    March". `None` where nothing was told before.
    """
    best: tuple[float, int, date] | None = None
    distance, exact_seen = 0.0, False
    latest = told[-_LATEST:][::-1]
    for item in latest:
        exact = _length(item.days) <= _EXACT
        if exact or not exact_seen:
            doubt = _doubt(item, latest)
            for year in range(max(item.days.first.year - 1, 1), min(item.days.last.year + 2, date.max.year)):
                days = days_in(year)
                cost = (
                    distance + doubt + _leap(days, item.days, _BACK_OPENING if opens else _BACK)
                    if days is not None
                    else float("inf")
                )
                if days is not None and (best is None or cost < best[0]):
                    best = cost, year, item.days.first
        exact_seen = exact_seen or exact
        distance += _TURN if item.opens else _FORGETTING
    return best[1:] if best is not None else None


def _length(days: Days) -> int:
    return (days.last - days.first).days + 1


def _doubt(item: Remembered, latest: Sequence[Remembered]) -> float:
    """How far inside a date the story may be; a year that is named again and again leaves less doubt."""
    share = _OPENING_DOUBT if item.opens else _DOUBT
    named = sum(other.days == item.days for other in latest) if _length(item.days) > _EXACT else 1
    return _length(item.days) * share / named


def _leap(days: Days, told: Days, back: int) -> int:
    """Days ahead, or days back, which a story goes more rarely; none inside."""
    return max((days.first - told.last).days, back * (told.first - days.last).days, 0)
