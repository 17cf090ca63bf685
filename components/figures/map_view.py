"""Which part of the world a map opens on: deterministic, from the shapes that it has to show.

The projection is Natural Earth's as d3-geo computes it (Šavrič, Jenny, Patterson, Petrovič and Hurni 2011): what is
fitted here fits in the browser.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from components.figures.shapes import Shape

SOUTH, NORTH = -58.0, 85.0  # the world without Antarctica
WORLD_LONGITUDE = 11.0  # rotated so far, Chukotka stays with the rest of Russia
# A country larger than this does not force the whole of itself into view: Russia's capital end is enough.
_REACH_LON, _REACH_LAT = 11.0, 7.0
_MARGIN = 0.78
_LEAST_WIDTH, _LEAST_HEIGHT = 0.9, 0.45  # never closer than about this much of the unit sphere: some context stays
_WORLD_FROM = 0.55  # what needs more than this share of the world's width or height is shown on the whole world

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class View:
    """What a map shows: its centre in degrees, and how much of the unit sphere's projection must be in sight."""

    lon: float
    lat: float
    width: float
    height: float

    def fit(self, width: int, height: int) -> Fit:
        """The frame and the scale with which Plotly shows this view in so many pixels, and fills them.

        Plotly cuts the map to the box that its axis ranges span at scale 1, so the box gets the chart's proportions. It
        draws the box's upper and lower edge as four great circles each, which bulge towards the pole: hence the cosine.
        """
        tall = WORLD_WIDTH * height / width
        if tall <= FULL_HEIGHT:
            bulge = math.tan(math.radians(latitude(tall / 2))) * math.cos(math.radians(360 / 4 / 2))
            degrees = round(math.degrees(math.atan(bulge)), 3)
            unit, box = width / WORLD_WIDTH, Box((self.lon - 180, self.lon + 180), (-degrees, degrees))
        else:
            half = 180 * FULL_HEIGHT * width / height / WORLD_WIDTH
            unit, box = height / FULL_HEIGHT, Box((self.lon - half, self.lon + half), (-90, 90))
        pixels = min(width / self.width, height / self.height)
        return Fit(width, height, box, round(pixels / unit, 3), pixels)


@dataclass(frozen=True, slots=True)
class Box:
    """Plotly's ranges of longitude and latitude, in degrees."""

    lon: Point
    lat: Point


@dataclass(frozen=True, slots=True)
class Fit:
    """A view in a chart of so many pixels: axis ranges, scale relative to them, pixels per unit of the projection."""

    width: int
    height: int
    box: Box
    scale: float
    pixels: float


def project(lon: float, lat: float) -> Point:
    """Natural Earth's x and y, on the unit sphere, for degrees relative to the central meridian."""
    phi, square = math.radians(lat), math.radians(lat) ** 2
    fourth = square * square
    x = 0.8707 - 0.131979 * square + fourth * (-0.013791 + fourth * (0.003971 * square - 0.001529 * fourth))
    y = 1.007226 + square * (0.015085 + fourth * (-0.044475 + 0.028874 * square - 0.005916 * fourth))
    return math.radians(lon) * x, phi * y


def latitude(y: float) -> float:
    """The latitude in degrees whose projection is `y`."""
    low, high = -90.0, 90.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if project(0, middle)[1] < y else (low, middle)
    return round(low, 3)


WORLD_WIDTH = 2 * project(180, 0)[0]
FULL_HEIGHT = 2 * project(0, 90)[1]
_BOTTOM, _TOP = project(0, SOUTH)[1], project(0, NORTH)[1]
WORLD = View(WORLD_LONGITUDE, latitude((_BOTTOM + _TOP) / 2), WORLD_WIDTH, _TOP - _BOTTOM)


def fit_view(shapes: Sequence[Shape], places: Iterable[Point] = ()) -> View:
    """The closest view that holds the shapes and every (longitude, latitude); the world where they are spread."""
    points = [point for shape in shapes for point in _corners(shape)] + list(places)
    if not points:
        return WORLD
    centre = _middle_longitude([lon for lon, _ in points])
    flat = [project(offset(lon, centre), lat) for lon, lat in points]
    left, right = min(x for x, _ in flat), max(x for x, _ in flat)
    bottom, top = min(y for _, y in flat), max(y for _, y in flat)
    if right - left > _WORLD_FROM * WORLD.width or top - bottom > _WORLD_FROM * WORLD.height:
        return WORLD
    width, height = max((right - left) / _MARGIN, _LEAST_WIDTH), max((top - bottom) / _MARGIN, _LEAST_HEIGHT)
    return View(round(centre, 1), round(latitude((bottom + top) / 2), 1), round(width, 3), round(height, 3))


def offset(lon: float, centre: float) -> float:
    """Degrees east of `centre`, between -180 and 180."""
    return (lon - centre + 180) % 360 - 180


def _corners(shape: Shape) -> list[Point]:
    west, east = max(shape.west, shape.lon - _REACH_LON), min(shape.east, shape.lon + _REACH_LON)
    south, north = max(shape.south, shape.lat - _REACH_LAT), min(shape.north, shape.lat + _REACH_LAT)
    return [(west, south), (west, north), (east, south), (east, north), (shape.lon, shape.lat)]


def _middle_longitude(longitudes: list[float]) -> float:
    """The middle of the shortest arc that holds all longitudes."""
    ordered = sorted({lon % 360 for lon in longitudes})
    gaps = [(after - before, after) for before, after in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)]
    gap, start = max(gaps)
    return offset(start + (360 - gap) / 2, 0)
