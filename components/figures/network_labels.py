"""Names beside the nodes of a network: as many as fit without touching, the most salient first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from components.figures.lettering import CHARACTER
from components.figures.network_layout import Point
from components.figures.rectangles import touch
from components.figures.wording import shortened

_LINE, _GAP = 15.0, 3.0
_LONGEST = 26
_SLANT = 0.3  # of the distance from a node's middle to its name


@dataclass(frozen=True, slots=True)
class NodeLabel:
    """A name with the middle of the place where it is written, in pixels."""

    text: str
    x: float
    y: float


def node_labels(
    nodes: Iterable[tuple[str, Point, float]], width: int, height: int, character: float = CHARACTER
) -> list[NodeLabel]:
    """A label for each of the nodes (name, point, width in pixels), but for those that would touch another or leave.

    `character` is how wide one of the names' is.
    """
    rows = list(nodes)
    taken = [(x - size / 2, y - size / 2, x + size / 2, y + size / 2) for _, (x, y), size in rows]
    labels = []
    for number, (name, (x, y), size) in enumerate(rows):
        text = shortened(name, _LONGEST)
        wide, off = len(text) * character, size / 2 + _GAP
        above, below, right, left = y + off + _LINE / 2, y - off - _LINE / 2, x + off + wide / 2, x - off - wide / 2
        slant = _SLANT * off  # beside and a little above or below
        sides = [(x, below), (x, above), (right, y), (left, y)]
        sides += [
            (middle, level) for level in (below + slant, above - slant) for middle in (right - slant, left + slant)
        ]
        for middle, level in sides:
            box = (middle - wide / 2, level - _LINE / 2, middle + wide / 2, level + _LINE / 2)
            inside = box[0] >= 0 and box[2] <= width and box[1] >= 0 and box[3] <= height
            others = (other for place, other in enumerate(taken) if place != number)
            if inside and not any(touch(box, other) for other in others):
                taken.append(box)
                labels.append(NodeLabel(text, middle, level))
                break
    return labels
