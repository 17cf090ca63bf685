"""Room that is taken in a chart: rectangles as (left, top, right, bottom), in pixels."""

from __future__ import annotations

Rectangle = tuple[float, float, float, float]


def touch(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles share more than an edge.

    >>> touch((0, 0, 10, 10), (9, 9, 20, 20)), touch((0, 0, 10, 10), (10, 0, 20, 10))
    (True, False)
    """
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def shared(one: Rectangle, other: Rectangle) -> float:
    """The area that two rectangles share.

    >>> shared((0, 0, 10, 10), (5, 8, 20, 20)), shared((0, 0, 10, 10), (10, 0, 20, 10))
    (10, 0)
    """
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0) * max(tall, 0)
