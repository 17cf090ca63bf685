"""Where everything on a timeline stands: lanes, rows, and each label inside, right or left of its mark; in pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.figures.lettering import CHARACTER, WIDE_CHARACTER, text_width
from components.figures.timeline_items import Item
from components.figures.timeline_window import Window
from components.figures.wording import shortened
from nlp.model import EventStatus

LABELS_UP_TO = 60
LEAST_PLOT, MOST_PLOT = 124, 306
_GAP, _HALF_POINT, _HALF_GLOW = 14.0, 7.0, 13.0
_ROW, _LEAST_ROW, _WIDE_ROW, _HEADING = 25.0, 20.0, 36.0, 22.0
OFFSET = 11.0  # between a mark and its label
TALL = 16.0  # pixels that a line of 12 px takes
_LENGTHS = (56, 40, 28, 20)
_OPEN_REACH = 1 / 20  # the share of the window that an interval without an end covers at least
_MOST_LANES = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """An event with the days that are drawn, its height below the plot's top, and its label.

    `side` is inside, right, left or none.
    """

    item: Item
    first: float
    last: float
    y: float
    label: str
    side: str


@dataclass(frozen=True, slots=True)
class Scene:
    """All marks, the lanes' (title, height below the top), the plot's height, and the distance between rows."""

    marks: tuple[Mark, ...]
    headings: tuple[tuple[str, float], ...]
    height: int
    step: float


@dataclass(frozen=True, slots=True)
class Room:
    """How high a plot is at the least and at the most, in pixels, and how wide a character of its labels."""

    least: int = LEAST_PLOT
    most: int = MOST_PLOT
    character: float = CHARACTER

    @classmethod
    def of(cls, height: int) -> Room:
        """A picture's plot of just this height, but never less than the least, in a type wider than the page's."""
        return cls(max(height, LEAST_PLOT), max(height, LEAST_PLOT), WIDE_CHARACTER)


@dataclass(frozen=True, slots=True)
class _Lane:
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark whose row within its lane is known, but not yet where that row is."""

    mark: Mark
    row: int


def compose(
    items: Sequence[Item],
    window: Window,
    width: float,
    told: Mapping[str, int] | None = None,
    room: Room | None = None,
) -> Scene:
    """Pack the events into rows.

    One lane an article where there are two to five and their labels fit; else one lane. Labels are as long as the
    height allows, and absent where more than `LABELS_UP_TO` events are in sight: `timeline_labels` finds room for some
    of those. Without an end, one runs to the day on which its article was published, by `told` (article id -> day).
    """
    room = room or Room()
    if not items:
        return Scene((), (), room.least, _ROW)
    in_sight = sum(window.shows(item.start, item.end) for item in items)
    by_article, together = _lanes(items), [_Lane("", tuple(items))]
    choices = [(by_article, length) for length in _LENGTHS[:3]] + [(together, length) for length in _LENGTHS]
    for lanes, length in choices if in_sight <= LABELS_UP_TO else ():
        packed = [_pack(lane, window, width, length, told or {}, room.character) for lane in lanes]
        if _least_height(packed) <= room.most:
            return _arrange(lanes, packed, room)
    rows = int(room.most / TALL)  # so that a label touches none in the rows above and below
    return _arrange(together, [_pack(together[0], window, width, 0, told or {}, room.character, rows)], room)


def drawn_days(item: Item, window: Window, told: Mapping[str, int]) -> tuple[float, float]:
    """The days that a mark covers, half a day to both sides for a bar; an open end runs to when it was told."""
    reach = max(window.days * _OPEN_REACH, 1)
    if item.is_point:
        return item.start, item.end
    if item.first is None:
        return min(item.end + 0.5, window.last) - reach, item.end + 0.5
    if item.last is None:
        until = told.get(item.article, 0) + 0.5
        return item.start - 0.5, max(until, item.start - 0.5 + reach, window.first + reach)
    return item.start - 0.5, item.end + 0.5


def pixels(item: Item, first: float, last: float, window: Window, width: float) -> tuple[float, float]:
    """From where to where the mark of an item reaches that is drawn over these days, its glow included."""
    margin = 0.0 if not item.is_point else _HALF_GLOW if item.is_vague else _HALF_POINT
    scale = width / window.days
    return (first - window.first) * scale - margin, (last - window.first) * scale + margin


def _lanes(items: Sequence[Item]) -> list[_Lane]:
    """One lane an article, the first event's first; a single lane without a title for one article or for many."""
    by_article: dict[str, list[Item]] = {}
    for item in items:
        by_article.setdefault(item.article, []).append(item)
    if not 2 <= len(by_article) <= _MOST_LANES:
        return [_Lane("", tuple(items))]
    return [_Lane(lane[0].title or "Untitled", tuple(lane)) for lane in by_article.values()]


def _pack(
    lane: _Lane, window: Window, width: float, length: int, told: Mapping[str, int], character: float, rows: int = 0
) -> list[_Placed]:
    """Rows for one lane: each event goes into the first that is free where it stands.

    Without labels, into that of `rows` which has been free for longest; where none is free, marks lie over each other.
    """
    ends: list[float] = []
    placed = []
    for item in lane.items:
        first, last = drawn_days(item, window, told)
        text = shortened(item.label, length) if length and window.shows(first, last) else ""
        label, side, low, high = _label(text, item, pixels(item, first, last, window, width), width, character)
        if length:
            row = next((i for i, end in enumerate(ends) if end + _GAP <= low), len(ends))
        else:  # spread over all rows, so that there is room for labels
            row = len(ends) if len(ends) < rows else min(range(rows), key=lambda i: (ends[i], i))
        if row == len(ends):
            ends.append(high)
        ends[row] = max(ends[row], high)
        placed.append(_Placed(Mark(item, first, last, 0.0, label, side), row))
    return placed


def _label(
    text: str, item: Item, ends: tuple[float, float], width: float, character: float
) -> tuple[str, str, float, float]:
    """The label, its side, and the pixels from and to which mark and label reach together; none on a struck bar."""
    left, right = ends
    if not text:
        return "", "none", left, right
    needed = text_width(text + item.mark, character)
    if (
        not item.is_point
        and item.status != EventStatus.DENIED
        and min(right, width) - max(left, 0) >= needed + 2 * OFFSET
    ):
        return text + item.mark, "inside", left, right
    room_right, room_left = width - right - OFFSET, left - OFFSET
    if needed > max(room_right, room_left):
        text = shortened(text, max(int(max(room_right, room_left) / character) - 1, 2))
        needed = text_width(text + item.mark, character)
    if needed <= room_right or room_right >= room_left:
        return text + item.mark, "right", left, right + OFFSET + needed
    return text + item.mark, "left", left - OFFSET - needed, right


def _rows(placed: Sequence[_Placed]) -> int:
    return max((each.row for each in placed), default=0) + 1


def _least_height(packed: Sequence[Sequence[_Placed]]) -> float:
    headings = len(packed) * _HEADING if len(packed) > 1 else 0
    return headings + _LEAST_ROW * sum(_rows(placed) for placed in packed)


def _arrange(lanes: Sequence[_Lane], packed: Sequence[Sequence[_Placed]], size: Room) -> Scene:
    """Turn rows into heights: wider apart where there is room, closer where there is not."""
    heading = _HEADING if len(lanes) > 1 else 0.0
    rows = sum(_rows(placed) for placed in packed)
    room = (size.most - heading * len(lanes)) / rows
    roomy = (size.least - heading * len(lanes)) / rows
    step = min(room, max(_ROW, min(roomy, _WIDE_ROW)))
    top = max(0.0, (size.least - heading * len(lanes) - step * rows) / 3)  # few rows stand a little above the middle
    marks, headings = [], []
    for lane, placed in zip(lanes, packed, strict=True):
        if heading:
            headings.append((lane.title, top + heading / 2 + 2))
        top += heading
        for each in placed:
            mark = each.mark
            y = round(top + (each.row + 0.5) * step, 1)
            marks.append(Mark(mark.item, mark.first, mark.last, y, mark.label, mark.side))
        top += _rows(placed) * step
    return Scene(tuple(marks), tuple(headings), round(max(size.least, top)), step)
