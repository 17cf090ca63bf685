"""The committed country shapes: who holds what, and what the renderer needs."""

from __future__ import annotations

import csv
import itertools
import json
from pathlib import Path

import pytest

from components.figures.shapes import load_shapes

ROOT = Path(__file__).parents[2]
GEOMETRY = ROOT / "static" / "countries.geojson"
NAMES = ROOT / "nlp" / "resources" / "countries.csv"
Ring = list[list[float]]


@pytest.fixture(scope="module")
def polygons() -> dict[str, list[list[Ring]]]:
    """Every shape's polygons: an outer ring, then its holes."""
    shapes = {}
    for feature in json.loads(GEOMETRY.read_text("utf-8"))["features"]:
        geometry = feature["geometry"]
        single = geometry["type"] == "Polygon"
        shapes[feature["id"]] = [geometry["coordinates"]] if single else geometry["coordinates"]
    return shapes


def countries() -> list[dict[str, str]]:
    with NAMES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def turn(ring: Ring) -> float:
    """Twice the signed area in degrees; negative for a clockwise ring."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in itertools.pairwise(ring))


def holds(ring: Ring, lon: float, lat: float) -> bool:
    """Whether a ring encloses a point, by counting the edges to its east."""
    crossed = 0
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            crossed += 1
    return crossed % 2 == 1


def owners(polygons: dict[str, list[list[Ring]]], lon: float, lat: float) -> list[str]:
    return [
        code
        for code, parts in polygons.items()
        if any(holds(outer, lon, lat) and not any(holds(hole, lon, lat) for hole in holes) for outer, *holes in parts)
    ]


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        pytest.param(34.10, 44.95, "UKR", id="Simferopol is in Ukraine"),
        pytest.param(37.80, 48.00, "UKR", id="Donetsk is in Ukraine"),
        pytest.param(37.62, 55.75, "RUS", id="Moscow is in Russia"),
        pytest.param(20.51, 54.71, "RUS", id="Kaliningrad is in Russia"),
        pytest.param(21.16, 42.66, "XKX", id="Pristina is in Kosovo"),
        pytest.param(20.46, 44.80, "SRB", id="Belgrade is in Serbia"),
        pytest.param(121.5, 25.03, "TWN", id="Taipei is in Taiwan"),
        pytest.param(-11.67, 26.74, "ESH", id="Smara is in Western Sahara"),
        pytest.param(-15.0, 23.7, "ESH", id="the coast near Dakhla is in Western Sahara"),
        pytest.param(34.45, 31.50, "PSE", id="Gaza City is in Palestine"),
        pytest.param(35.20, 31.90, "PSE", id="Ramallah is in Palestine"),
        pytest.param(34.80, 32.05, "ISR", id="Tel Aviv is in Israel"),
        pytest.param(31.60, 4.85, "SSD", id="Juba is in South Sudan"),
        pytest.param(19.95, 60.20, "ALA", id="Mariehamn is in Åland"),
        pytest.param(33.40, 35.30, "CYP", id="Kyrenia is in Cyprus"),
        pytest.param(44.06, 9.56, "SOM", id="Hargeisa is in Somalia"),
        pytest.param(-52.6, 4.5, "GUF", id="the middle of French Guiana is no part of France"),
        pytest.param(16.0, 78.4, "SJM", id="Spitsbergen is Svalbard"),
        pytest.param(35.80, 33.0, "_GOL", id="the Golan Heights belong to no country"),
    ],
)
def test_shapes_hold_each_place_once(polygons: dict[str, list[list[Ring]]], lon: float, lat: float, code: str) -> None:
    assert owners(polygons, lon, lat) == [code]


def test_shapes_leave_the_sea_empty(polygons: dict[str, list[list[Ring]]]) -> None:
    assert [owners(polygons, lon, lat) for lon, lat in ((-40.0, 30.0), (33.5, 43.3), (80.0, -30.0))] == [[], [], []]


def test_outer_rings_run_clockwise_and_close(polygons: dict[str, list[list[Ring]]]) -> None:
    outer = [ring for parts in polygons.values() for ring, *_ in parts]
    assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in outer)
    assert [ring for ring in outer if turn(ring) > 0] == []


def test_no_shape_is_empty_or_named_twice() -> None:
    features = json.loads(GEOMETRY.read_text("utf-8"))["features"]
    ids = [feature["id"] for feature in features]
    assert len(ids) == len(set(ids))
    assert all(feature["geometry"] and feature["geometry"]["coordinates"] for feature in features)


def test_shapes_stay_light() -> None:
    assert GEOMETRY.stat().st_size < 400_000


def test_every_country_has_a_label_point_and_its_name() -> None:
    shapes = load_shapes()
    rows = countries()
    assert len(rows) > 240
    assert [row["iso3"] for row in rows if row["iso3"] not in shapes] == []
    assert [(row["name"], shapes[row["iso3"]].name) for row in rows if row["name"] != shapes[row["iso3"]].name] == []


def test_table_and_shapes_hold_the_same_ids(polygons: dict[str, list[list[Ring]]]) -> None:
    shapes = load_shapes()
    assert set(polygons) <= set(shapes)
    assert {code for code in shapes if code not in polygons} == {"VAT", "_SCR"}, "too small to be drawn"


def test_label_points_lie_within_the_bounds_of_the_world() -> None:
    for shape in load_shapes().values():
        assert -180 <= shape.west <= shape.east <= 180, shape.id
        assert -90 <= shape.south <= shape.north <= 90, shape.id
        assert -180 <= shape.lon <= 180, shape.id
        assert -90 <= shape.lat <= 90, shape.id


def test_areas_are_about_those_of_the_atlas() -> None:
    shapes = load_shapes()
    assert shapes["UKR"].area == pytest.approx(603_700, rel=0.03)
    assert shapes["LUX"].area == pytest.approx(2_586, rel=0.05)
