"""Which days a timeline opens on, so that one far date does not squash the rest into a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from components.figures.timeline_items import Item

_LEAST_DAYS = 12
_LONG_DAYS = 45
# The next day outside joins the window while the gap to it is at most so many windows, and always within `_NEAR_DAYS`.
_GAP_RATIO, _NEAR_DAYS = 3.0, 45
# A window that would leave out more than this share of the events is no window: then everything is shown.
_MOST_OUTSIDE = 0.5
# Of so many days or more, the window keeps to the middle eight tenths when it would be so many times as long as those.
_MANY_DAYS, _CROWD_RATIO = 24, 5
_FIRST_DAY, _LAST_DAY = 1, 3_652_059  # what a proleptic Gregorian date can be


@dataclass(frozen=True, slots=True)
class Window:
    """The days shown, as ordinals with room at both ends; `earlier` and `later` count the events wholly outside."""

    first: float
    last: float
    earlier: int = 0
    later: int = 0

    @property
    def days(self) -> float:
        """Its length in days."""
        return self.last - self.first

    def shows(self, start: float, end: float) -> bool:
        """Whether any of the days from `start` to `end` is in sight."""
        return start <= self.last and end >= self.first


def find_window(items: Sequence[Item], published: Sequence[int] = ()) -> Window:
    """The days around most of the events and, where it is near, the publication.

    Long intervals count by the end that lies nearer to the others and may run out of the window. Without any day at all
    the window is empty: first and last are 0.
    """
    if not items and not published:
        return Window(0, 0)
    if not items:
        return _roomy(min(published), max(published))
    lengths = [item.end - item.start for item in items if not item.is_open]
    long = max(_LONG_DAYS, 6 * median(lengths or [0]))
    middle = int(median(sorted([*(item.start for item in items), *(item.end for item in items)])))
    days = sorted(day for item in items for day in _anchors(item, long, middle))
    first, last = _narrow(days, *_grow(sorted([*days, *published]), days[len(days) // 2]))
    window = _roomy(first, last)
    outside = [sum(_is_before(item, window) for item in items), sum(_is_after(item, window) for item in items)]
    if sum(outside) > _MOST_OUTSIDE * len(items):
        everything = [*days, *(item.start for item in items), *(item.end for item in items)]
        return _roomy(min(everything), max(everything))
    return Window(window.first, window.last, *outside)


def _narrow(days: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """The days of the crowd, where many events stand close together and a few run far out on either side."""
    low, high = days[len(days) // 10], days[-1 - len(days) // 10]
    crowd = max(high - low, _LEAST_DAYS)
    if len(days) < _MANY_DAYS or last - first <= _CROWD_RATIO * crowd:
        return first, last
    return max(first, low - crowd // 2), min(last, high + crowd // 2)


def _is_before(item: Item, window: Window) -> bool:
    return item.last is not None and item.last < window.first


def _is_after(item: Item, window: Window) -> bool:
    return item.first is not None and item.first > window.last


def _anchors(item: Item, long: float, middle: int) -> tuple[int, ...]:
    if item.end - item.start <= long:
        return item.start, item.end
    return (min((item.start, item.end), key=lambda day: abs(day - middle)),)


def _grow(days: Sequence[int], seed: int) -> tuple[int, int]:
    """The smallest and the largest day of the run around `seed` that no wide gap breaks."""
    low = high = days.index(seed)
    while True:
        reach = max(_NEAR_DAYS, _GAP_RATIO * (days[high] - days[low]))
        left = days[low] - days[low - 1] if low else None
        right = days[high + 1] - days[high] if high + 1 < len(days) else None
        if left is not None and left <= reach and (right is None or left <= right):
            low -= 1
        elif right is not None and right <= reach:
            high += 1
        else:
            return days[low], days[high]


def _roomy(first: int, last: int) -> Window:
    room = max(0.04 * (last - first), (_LEAST_DAYS - (last - first)) / 2, 1.5)
    return Window(max(first - room, _FIRST_DAY), min(last + room, _LAST_DAY))
