"""Mentions of places, put together by the point that stands for them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from nlp.frames import Frames
from nlp.gazetteer import country_name, country_point


@dataclass(frozen=True)
class Located:
    """One place with the rows that name it.

    The first part of `key` is "place" where the point is its own, "country" where it is the country's, else "nowhere".
    `point` is latitude and longitude.
    """

    key: tuple[str, ...]
    name: str
    country: str
    point: tuple[float, float] | None
    rows: tuple[Any, ...]


def located_places(frames: Frames) -> list[Located]:
    """Every row of the places under one point, in order of first appearance."""
    groups: dict[tuple[str, ...], list[Any]] = {}
    for row in frames.places.itertuples(index=False):
        groups.setdefault(_key(row), []).append(row)
    return [_located(key, rows) for key, rows in groups.items()]


def _key(row: Any) -> tuple[str, ...]:
    if row.point:
        return "place", row.point
    if row.country and country_point(row.country):
        return "country", row.country
    return "nowhere", row.country, row.form


def _located(key: tuple[str, ...], rows: list[Any]) -> Located:
    first = rows[0]
    if key[0] == "country":
        return Located(key, country_name(first.country), first.country, country_point(first.country), tuple(rows))
    name = Counter(" ".join(row.text.split()) for row in rows).most_common(1)[0][0]
    point = (first.latitude, first.longitude) if key[0] == "place" else None
    return Located(key, name, first.country, point, tuple(rows))
