"""Where the nodes of a network stand: near to what they are connected with, each part of it by itself.

Fruchterman and Reingold (1991), as `networkx` has it; the same network always gives the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

Point = tuple[float, float]

_SEED = 7
_ROUNDS = 120
_ROOM = 1.0  # of a part of one node; a part of n nodes gets so many times the square root of n
_GAP = 0.6
_SHARES = (0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5)  # of the ideal width, of which the best is taken
_PUSHES, _APART, _SAME = 60, 14.0, 1e-6
_PAIR, _FLAT = 2, 0.3  # two nodes lie side by side, in a box that is no higher than this


def lay_out(nodes: Sequence[str], ties: Iterable[tuple[str, str, int]], *, aspect: float) -> dict[str, Point]:
    """A point for each node, in a box from (0, 0) to (1, 1) that is `aspect` times as wide as it is high.

    Args:
        nodes: keys, the most important first.
        ties: two keys each, with the number of sentences that connect them.
        aspect: width by height of the picture.
    """
    if not nodes:
        return {}
    import networkx as nx  # takes a fifth of a second: not before there is a network

    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_weighted_edges_from((one, other, 1 + math.log2(count)) for one, other, count in ties)
    order = {node: number for number, node in enumerate(nodes)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), order[part[0]]))
    boxes: list[tuple[Point, dict[str, Point]]] = []
    for part in parts:
        size = _ROOM * math.sqrt(len(part))
        if len(part) == _PAIR:
            boxes.append(((_ROOM, _FLAT), {part[0]: (0.0, 0.5), part[1]: (1.0, 0.5)}))
            continue
        # From an ordered start: sets have no order of their own.
        inner = nx.Graph()
        inner.add_nodes_from(part)
        inner.add_weighted_edges_from(sorted(graph.subgraph(part).edges.data("weight")))
        distance = 2.2 / math.sqrt(len(part))
        points = nx.spring_layout(inner, k=distance, iterations=_ROUNDS, seed=_SEED)
        boxes.append(((size, size), _fitted({node: (float(x), float(y)) for node, (x, y) in points.items()})))
    return _packed(boxes, aspect)


def _fitted(points: dict[str, Point]) -> dict[str, Point]:
    """The points stretched to fill the box from (0, 0) to (1, 1); what has no extent stands in its middle."""
    fitted = {node: [0.5, 0.5] for node in points}
    for axis in (0, 1):
        values = [point[axis] for point in points.values()]
        low, extent = min(values), max(values) - min(values)
        for node, point in points.items():
            if extent > 0:
                fitted[node][axis] = (point[axis] - low) / extent
    return {node: (x, y) for node, (x, y) in fitted.items()}


def _packed(boxes: Sequence[tuple[Point, dict[str, Point]]], aspect: float) -> dict[str, Point]:
    """The parts each where it lies lowest, the first at the top left, scaled to the box from (0, 0) to (1, 1)."""
    sizes = [(wide + _GAP, tall + _GAP) for (wide, tall), _ in boxes]
    ideal = math.sqrt(sum(wide * tall for wide, tall in sizes) * aspect)
    widest = max(wide for wide, _ in sizes)
    tries = [_heaped(sizes, max(widest, ideal * share)) for share in _SHARES]
    corners = min(tries, key=lambda corners: max(_extent(corners, sizes, 0) / aspect, _extent(corners, sizes, 1)))
    width, height = (_extent(corners, sizes, axis) - _GAP for axis in (0, 1))
    return {
        node: ((x + wide * px) / width, 1 - (y + tall * py) / height)
        for (x, y), ((wide, tall), points) in zip(corners, boxes, strict=True)
        for node, (px, py) in points.items()
    }


def _heaped(sizes: Sequence[Point], limit: float) -> list[Point]:
    """The corners of boxes heaped up no wider than `limit`: each where it comes to lie lowest, then leftmost."""
    corners: list[Point] = []
    for wide, _ in sizes:
        starts = sorted({0.0, *(x + w for (x, _), (w, _) in zip(corners, sizes, strict=False))})
        spots = []
        for x in starts:
            if x + wide <= limit + _SAME:
                under = [
                    y + t
                    for (left, y), (w, t) in zip(corners, sizes, strict=False)
                    if left < x + wide - _SAME and x < left + w - _SAME
                ]
                spots.append((max(under, default=0.0), x))
        y, x = min(spots)
        corners.append((x, y))
    return corners


def _extent(corners: Sequence[Point], sizes: Sequence[Point], axis: int) -> float:
    return max(corner[axis] + size[axis] for corner, size in zip(corners, sizes, strict=True))


def separated(points: dict[str, Point], sizes: dict[str, float], box: tuple[float, float, float, float]) -> None:
    """Push nodes apart, in place, until they do not touch, or some rounds have passed; they stay in the box.

    Args:
        points: pixels.
        sizes: widths in pixels.
        box: left, bottom, right and top, which the nodes' middles do not leave.
    """
    keys = list(points)
    for _ in range(_PUSHES):
        moved = False
        for number, one in enumerate(keys):
            for other in keys[number + 1 :]:
                (x0, y0), (x1, y1) = points[one], points[other]
                distance = math.hypot(x1 - x0, y1 - y0)
                lack = (sizes[one] + sizes[other]) / 2 + _APART - distance
                if lack <= 0:
                    continue
                moved = True
                dx, dy = ((x1 - x0) / distance, (y1 - y0) / distance) if distance > _SAME else (0.0, 1.0)
                points[one] = _inside((x0 - dx * lack / 2, y0 - dy * lack / 2), box)
                points[other] = _inside((x1 + dx * lack / 2, y1 + dy * lack / 2), box)
        if not moved:
            return


def _inside(point: Point, box: tuple[float, float, float, float]) -> Point:
    left, bottom, right, top = box
    return min(max(point[0], left), right), min(max(point[1], bottom), top)
