"""The table of the map's shapes: what each id is called, where its label stands, how large it is."""

from __future__ import annotations

import csv
import functools
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

TABLE = Path(__file__).with_name("map_shapes.csv")
# Relative, so that it works below any base path; `static/` is served by Streamlit itself.
GEOMETRY_URL = "app/static/countries.geojson"


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape. `area` is in km²; `west` to `north` bound its largest part, in degrees.

    Ids that begin with an underscore are areas without an ISO code, drawn but belonging to no country.
    """

    id: str
    name: str
    lon: float
    lat: float
    area: float
    west: float
    south: float
    east: float
    north: float

    @property
    def is_country(self) -> bool:
        """Whether the id is an ISO 3166-1 alpha-3 code or Kosovo's XKX."""
        return not self.id.startswith("_")


@functools.cache
def load_shapes() -> MappingProxyType[str, Shape]:
    """All shapes by id, in the table's order."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        shapes = [_shape(row) for row in csv.DictReader(lines)]
    return MappingProxyType({shape.id: shape for shape in shapes})


def point_shape(code: str, lon: float, lat: float) -> Shape:
    """A country without an outline of its own: a point, drawn as a bubble."""
    return Shape(id=code, name=code, lon=lon, lat=lat, area=0, west=lon, south=lat, east=lon, north=lat)


def _shape(row: dict[str, str]) -> Shape:
    numbers = {key: float(row[key]) for key in ("lon", "lat", "area", "west", "south", "east", "north")}
    return Shape(id=row["id"], name=row["name"], **numbers)
