"""Parts of a dated stretch: early, mid, late, its start and end, earlier (up to now) and later (from now on)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from nlp.model import Precision
from nlp.temporal.days import Days, add_months, month_end
from nlp.temporal.scene import Reading, Scene

# Which share of the whole a word means: thirds for early, mid and late, a tenth (a month: three days) for start and
# end.
_SHARES = {
    "early": (0.0, 1 / 3),
    "mid": (1 / 3, 2 / 3),
    "middle": (1 / 3, 2 / 3),
    "late": (2 / 3, 1.0),
    "start": (0.0, 0.1),
    "end": (0.9, 1.0),
}
_YEAR = 12  # months


def narrow(part: str, whole: Reading, scene: Scene) -> Reading:
    """The whole's reading with narrowed days; its value stays the whole's, as TIMEX3 has it.

    "Early", "mid" and "late" are thirds of the whole, "start" and "end" its first and last tenth; of a year and more in
    whole months ("mid-2023" is May to August), of less in days, at least one.
    """
    if whole.days is None:
        return whole
    if part in {"earlier", "later", "rest"}:
        days = _up_to_now(part, whole.days, whole.anchor or scene.published)
    else:
        days = _share(whole.days, *_SHARES[part])
    return whole if days is None or days == whole.days else replace(whole, days=days, precision=Precision.INTERVAL)


def _share(days: Days, start: float, end: float) -> Days:
    count = (days.last.year - days.first.year) * 12 + days.last.month - days.first.month + 1
    if count >= _YEAR and days.first.day == 1 and days.last.day == month_end(days.last.year, days.last.month).day:
        low, high = _part(count, start, end)
        return Days(add_months(days.first, low), add_months(days.first, high + 1) - timedelta(days=1))
    low, high = _part((days.last - days.first).days + 1, start, end)
    return Days(days.first + timedelta(days=low), days.first + timedelta(days=high))


def _part(count: int, start: float, end: float) -> tuple[int, int]:
    """The first and the last of `count` things that lie between two shares of them, both inside."""
    low = min(round(count * start), count - 1)
    return low, min(max(low, round(count * end) - 1), count - 1)


def _up_to_now(part: str, days: Days, now: date | None) -> Days | None:
    if now is None or not days.contains(now):
        return None
    return Days(days.first, now) if part == "earlier" else Days(now, days.last)
