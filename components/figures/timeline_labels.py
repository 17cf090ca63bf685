"""Labels on a crowded timeline: as many as fit beside their marks without covering any, the most told events first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from components.figures.lettering import text_width
from components.figures.rectangles import Rectangle, touch
from components.figures.timeline_items import Item
from components.figures.timeline_scene import OFFSET, TALL, Mark, Scene, pixels
from components.figures.timeline_window import Window
from components.figures.wording import shortened
from nlp.model import EventStatus

_HIGH = 0.75  # of the distance between rows, which a mark takes
_LENGTHS = (56, 40, 28)
_CLEAR = 12.0  # between a label and what is not its own


@dataclass
class _Taken:
    """Rectangles with their owners, found again by the height at which they stand."""

    bands: dict[int, list[tuple[Rectangle, int]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, rectangle: Rectangle, owner: int) -> None:
        for band in _bands(rectangle):
            self.bands[band].append((rectangle, owner))

    def is_free(self, rectangle: Rectangle, owner: int) -> bool:
        """Whether nothing of another owner is there."""
        return not any(
            whose != owner and touch(rectangle, other)
            for band in _bands(rectangle)
            for other, whose in self.bands.get(band, ())
        )


def with_labels(scene: Scene, window: Window, width: float, character: float) -> tuple[Mark, ...]:
    """The marks of a scene without labels, some with one now; `character` is how wide one is, in pixels."""
    marks, taken = scene.marks, _Taken()
    ends = [pixels(mark.item, mark.first, mark.last, window, width) for mark in marks]
    boxes = [_box(reach, mark.y, _HIGH * scene.step) for mark, reach in zip(marks, ends, strict=True)]
    for owner, box in enumerate(boxes):
        taken.add(box, owner)
    labelled = list(marks)
    for owner in sorted(
        range(len(marks)), key=lambda each: (-marks[each].item.evidence, -marks[each].item.start, each)
    ):
        mark, (left, _, right, _) = marks[owner], boxes[owner]
        if right < 0 or left > width or not taken.is_free(boxes[owner], owner):
            continue
        for text, side, low, high in _candidates(mark.item, left, right, width, character):
            place = _box((low - _CLEAR, high + _CLEAR), mark.y, TALL)
            if taken.is_free(place, owner):
                taken.add(_box((low, high), mark.y, TALL), owner)
                labelled[owner] = replace(mark, label=text, side=side)
                break
    return tuple(labelled)


def _candidates(
    item: Item, left: float, right: float, width: float, character: float
) -> Iterator[tuple[str, str, float, float]]:
    """Words, their side, and the pixels from and to which they reach; the longest first."""
    low, high = max(left, 0.0), min(right, width)
    for text in dict.fromkeys(shortened(item.label, length) + item.mark for length in _LENGTHS):
        wide = text_width(text, character)
        if not item.is_point and item.status != EventStatus.DENIED and high - low >= wide + 2 * OFFSET:
            yield text, "inside", low, low + wide + OFFSET
        if right + OFFSET + wide <= width:
            yield text, "right", right, right + OFFSET + wide
        if left - OFFSET - wide >= 0:
            yield text, "left", left - OFFSET - wide, left


def _box(ends: tuple[float, float], y: float, height: float) -> Rectangle:
    return ends[0], y - height / 2, ends[1], y + height / 2


def _bands(rectangle: Rectangle) -> range:
    return range(int(rectangle[1] // TALL), int(rectangle[3] // TALL) + 1)
