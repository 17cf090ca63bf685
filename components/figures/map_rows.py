"""The map's frames as plain rows: what can be drawn, cleaned."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from components.figures.shapes import Shape, load_shapes, point_shape
from components.figures.wording import clean
from nlp.model import CountryRole

_COUNTS = ("mentions", "sentences", "articles", *(role.value for role in CountryRole))


def read_countries(countries: pd.DataFrame, column: str = "mentions") -> list[dict[str, Any]]:
    """Countries that are named and have a shape or a point, in the frame's order.

    `shade` is the number in `column`, `shape` the country's own or, for one without, its point.
    """
    rows = []
    for row in countries.to_dict("records"):
        shape = shape_of(row)
        facts = {key: int(_number(row.get(key))) for key in _COUNTS}
        if shape is None or facts["mentions"] <= 0:
            continue
        name = clean(row.get("name")) or shape.name
        words = {key: clean(row.get(key)) for key in ("words", "note")}
        rows.append({"country": shape.id, "name": name, "shape": shape, "shade": facts[column], **words, **facts})
    return rows


def drawable(countries: pd.DataFrame) -> frozenset[str]:
    """The codes of the countries that the map can draw."""
    return frozenset(row["country"] for row in read_countries(countries))


def shape_of(row: dict[str, Any], column: str = "country", prefix: str = "") -> Shape | None:
    """A row's shape; where there is none for its code, its point; `None` where it has neither or is no country.

    The code stands in `column`, the point in `latitude` and `longitude` with `prefix`.
    """
    code = str(row.get(column) or "")
    shape = load_shapes().get(code)
    if shape is not None:
        return shape if shape.is_country else None
    latitude, longitude = (_number(row.get(f"{prefix}{key}"), math.nan) for key in ("latitude", "longitude"))
    return point_shape(code, longitude, latitude) if code and _on_globe(latitude, longitude) else None


def read_cities(cities: pd.DataFrame) -> list[dict[str, Any]]:
    """Cities, regions and sites with coordinates on the globe, most mentions first."""
    rows = []
    for row in cities.to_dict("records"):
        latitude, longitude = _number(row.get("latitude"), math.nan), _number(row.get("longitude"), math.nan)
        if not _on_globe(latitude, longitude):
            continue
        words = {key: clean(row.get(key)) for key in ("point", "place", "name")}
        facts = {key: int(_number(row.get(key))) for key in ("mentions", "sentences")}
        rows.append({"latitude": latitude, "longitude": longitude, **words, **facts})
    return sorted(rows, key=lambda row: (-row["mentions"], row["place"]))


def _on_globe(latitude: float, longitude: float) -> bool:
    return -90 <= latitude <= 90 and -180 <= longitude <= 180


def _number(value: object, missing: float = 0.0) -> float:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else missing
