"""Names on the map: as many as fit without touching, the most important first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from components.figures.lettering import CHARACTER
from components.figures.map_view import Fit, Point, View, latitude, offset, project
from components.figures.rectangles import Rectangle, shared, touch
from components.figures.shapes import Shape

_LINE, _BESIDE, _DOT = 15.0, 10.0, 4.0
_MOST = 12
_MOST_FOREIGN = 0.6  # of a name's room
_MAIN = 2  # so many names are of those that all is about
_SMALL = 24  # pixels: a name does not stand on a shape that is narrower
_ON_SHAPE = (("center", 0.0), ("center", 12.0), ("center", -12.0), ("center", 18.0), ("center", -18.0))
_BESIDE_SHAPE = (("right", 0.0), ("left", 0.0), ("right", 8.0), ("left", -8.0), ("right", -8.0), ("left", 8.0))
_PAD = "\u00a0" * 3  # ordinary spaces at an end are trimmed by the renderer


@dataclass(frozen=True, slots=True)
class Label:
    """A name at a point in degrees, with Plotly's word for its side, and whether the shape holds all of it."""

    id: str
    text: str
    lon: float
    lat: float
    position: str
    inside: bool


def place_labels(
    named: Iterable[tuple[str, Shape]], view: View, fit: Fit, dots: Iterable[Point] = (), character: float = CHARACTER
) -> list[Label]:
    """Labels for shapes given most important first; what would touch an earlier one or leave the map is left out.

    A label makes room for `dots`, as (longitude, latitude), where it can; `character` is how wide one of its own is.
    """
    # The colour bar stands bottom left, the chart's tools top right.
    taken: list[Rectangle] = [(0, fit.height - 62, 172, fit.height), (fit.width - 190, 0, fit.width, 28)]
    spots = [_pixels(lon, lat, view, fit) for lon, lat in dots]
    marked = [(x - _DOT, y - _DOT, x + _DOT, y + _DOT) for x, y in spots]
    rows = [(name, shape) for name, shape in named if name]
    land = [_bounds(shape, view, fit) for _, shape in rows]
    labels: list[Label] = []
    for number, (name, shape) in enumerate(rows):
        others = land[:number] + land[number + 1 :]
        places = _places(name, shape, land[number], others, view, fit, character, main=number < _MAIN)
        free = [place for place in places if _is_free(place[1], fit, taken)]
        clear = (place for place in free if not any(touch(place[1], other) for other in marked))
        if found := next(clear, free[0] if free else None):
            taken.append(found[1])
            labels.append(found[0])
        if len(labels) == _MOST:
            break
    return labels


def _places(
    name: str,
    shape: Shape,
    own: Rectangle,
    others: list[Rectangle],
    view: View,
    fit: Fit,
    character: float,
    *,
    main: bool,
) -> list[tuple[Label, Rectangle]]:
    """Where a name may stand, the best first: on the shape, a little lower or higher; beside it where it is small.

    Beside it, rather over the sea than where it would seem to name another of the shapes; where it would stand mostly
    there, it is left out, unless the shape is a `main` one.
    """
    x, y = _pixels(shape.lon, shape.lat, view, fit)
    west, top, east, bottom = own
    wide, half = len(name) * character, _LINE / 2
    places = []
    for position, shift in _ON_SHAPE if east - west > _SMALL else _BESIDE_SHAPE:
        left = {"center": x - wide / 2, "right": x + _BESIDE, "left": x - _BESIDE - wide}[position]
        box = (left, y + shift - half, left + wide, y + shift + half)
        inside = position == "center" and east - west > 1.2 * wide and top < box[1] and box[3] < bottom
        lat = latitude(project(0, shape.lat)[1] - shift / fit.pixels) if shift else shape.lat
        text = {"center": name, "right": _PAD + name, "left": name + _PAD}[position]
        places.append((Label(shape.id, text, shape.lon, lat, f"middle {position}", inside), box))
    if east - west > _SMALL:
        return places
    around = [other for other in others if not touch(other, (x, y, x, y))]  # but for what holds it, as a country a city
    foreign = [sum(shared(box, other) for other in around) / (wide * _LINE) for _, box in places]
    ranked = sorted(range(len(places)), key=foreign.__getitem__)
    return [places[number] for number in ranked if main or foreign[number] <= _MOST_FOREIGN]


def _is_free(box: Rectangle, fit: Fit, taken: list[Rectangle]) -> bool:
    sees = box[0] >= 2 and box[2] <= fit.width - 2 and box[1] >= 2 and box[3] <= fit.height - 2
    return sees and not any(touch(box, other) for other in taken)


def _bounds(shape: Shape, view: View, fit: Fit) -> Rectangle:
    return *_pixels(shape.west, shape.north, view, fit), *_pixels(shape.east, shape.south, view, fit)


def _pixels(lon: float, lat: float, view: View, fit: Fit) -> tuple[float, float]:
    x, y = project(offset(lon, view.lon), lat)
    return fit.width / 2 + x * fit.pixels, fit.height / 2 - (y - project(0, view.lat)[1]) * fit.pixels
