"""The map's frames as plain rows: what can be drawn, cleaned."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from components.figures.shapes import load_shapes
from components.figures.wording import clean


def read_countries(countries: pd.DataFrame) -> list[dict[str, Any]]:
    """Countries that are named and have a shape or a point, in the frame's order."""
    shapes = load_shapes()
    rows = []
    for row in countries.to_dict("records"):
        shape = shapes.get(str(row.get("country")))
        mentions = _number(row.get("mentions"))
        if shape is None or not shape.is_country or mentions <= 0:
            continue
        facts = {key: int(_number(row.get(key))) for key in ("mentions", "sentences", "articles")}
        name = clean(row.get("name")) or shape.name
        rows.append({"country": shape.id, "name": name, "words": clean(row.get("words")), **facts})
    return rows


def read_cities(cities: pd.DataFrame) -> list[dict[str, Any]]:
    """Cities with coordinates on the globe, most mentions first; a city of no known country has an empty one."""
    rows = []
    for row in cities.to_dict("records"):
        latitude, longitude = _number(row.get("latitude"), math.nan), _number(row.get("longitude"), math.nan)
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            continue
        country = row.get("country")
        rows.append(
            {
                "place": clean(row.get("place")),
                "country": country if isinstance(country, str) else "",
                "latitude": latitude,
                "longitude": longitude,
                "mentions": int(_number(row.get("mentions"))),
            }
        )
    return sorted(rows, key=lambda row: (-row["mentions"], row["place"]))


def _number(value: object, missing: float = 0.0) -> float:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else missing
