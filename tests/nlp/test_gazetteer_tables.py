"""Every table of countries and places, row by row; nothing here needs the language model."""

from __future__ import annotations

import csv
import gzip
import re
from collections import defaultdict
from pathlib import Path

import pytest

from nlp.gazetteer import alias_key, candidates, country_codes, fold
from nlp.gazetteer.towns import abbreviations, division

RESOURCES = Path(__file__).parents[2] / "nlp" / "resources"
COLUMNS = {
    "countries.csv": ["iso3", "iso2", "name", "capital", "latitude", "longitude", "population", "note"],
    "countries_aliases.csv": ["alias", "iso3", "rank", "strength", "status", "note"],
    "countries_nationalities.csv": ["form", "iso3", "rank", "strength", "status", "area", "note"],
    "places_abbreviations.csv": ["abbreviation", "iso3", "admin1", "note"],
    "places_alternates.csv": ["name", "town", "iso3", "note"],
    "places_body_seats.csv": ["town", "body", "forms", "note"],
    "places_teams.csv": ["name", "sort", "note"],
    "places_cues.csv": ["phrase", "iso3", "note"],
    "places_disputed.csv": ["code", "name", "iso3", "latitude", "longitude", "divisions", "towns", "note"],
    "places_known.csv": [
        "name",
        "iso3",
        "rank",
        "kind",
        "latitude",
        "longitude",
        "strength",
        "status",
        "area",
        "note",
    ],
    "places_things.csv": ["phrase", "sort", "note"],
    "places_seats.csv": ["name", "iso3", "latitude", "longitude", "strength", "note"],
    "places_supranational.csv": ["name", "sort", "note"],
    "places_weak_names.csv": ["name", "sort", "note"],
}
RANKED = ["countries_aliases.csv", "countries_nationalities.csv", "places_known.csv"]


def _rows(table: str) -> list[dict[str, str]]:
    with (RESOURCES / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("table", COLUMNS)
def test_table_has_its_columns_and_tidy_cells(table: str) -> None:
    rows = _rows(table)
    assert list(rows[0]) == COLUMNS[table]
    for row in rows:
        assert None not in row.values(), row
        assert all(cell == cell.strip() for cell in row.values()), row
        assert row[COLUMNS[table][0]], row


@pytest.mark.parametrize("table", COLUMNS)
def test_table_is_sorted_without_double_rows(table: str) -> None:
    names = COLUMNS[table][0]
    rows = [tuple(row.values()) for row in _rows(table)]
    assert [row[0] for row in rows] == sorted(row[0] for row in rows), names
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("table", [name for name in COLUMNS if "iso3" in COLUMNS[name]])
def test_table_names_known_countries(table: str) -> None:
    assert {row["iso3"] for row in _rows(table)} <= country_codes()


@pytest.mark.parametrize("table", [name for name in COLUMNS if "latitude" in COLUMNS[name]])
def test_table_has_coordinates_on_the_globe(table: str) -> None:
    for row in _rows(table):
        assert -90 <= float(row["latitude"]) <= 90, row
        assert -180 <= float(row["longitude"]) <= 180, row


@pytest.mark.parametrize("table", [name for name in COLUMNS if "strength" in COLUMNS[name]])
def test_table_has_known_strengths(table: str) -> None:
    for row in _rows(table):
        assert row["strength"] in {"strong", "weak"}, row
        assert row.get("status", "") in {"", "historical", "disputed"}, row


@pytest.mark.parametrize("table", RANKED)
def test_form_of_several_countries_is_weak_and_ranked(table: str) -> None:
    aliases = {row["alias"] for row in _rows("countries_aliases.csv") if row["strength"] == "weak"}
    forms: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows(table):
        forms[row[COLUMNS[table][0]]].append(row)
    for rows in forms.values():
        if table != "places_known.csv" or rows[0]["name"] not in aliases:  # a country's name is the first reading
            assert min(int(row["rank"]) for row in rows) == 1, rows
            assert sum(row["rank"] == "1" for row in rows) == 1, rows
        assert len({row["iso3"] for row in rows}) == len(rows), rows
        if len(rows) > 1:
            assert all(row["strength"] == "weak" for row in rows), rows


def test_strong_forms_mean_one_country_each() -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for table in ("countries_aliases.csv", "countries_nationalities.csv", "places_known.csv", "places_seats.csv"):
        for row in _rows(table):
            if row["strength"] == "strong":
                meanings[alias_key(row[COLUMNS[table][0]])].add(row["iso3"])
    for row in _rows("countries.csv"):
        meanings[alias_key(row["name"])].add(row["iso3"])
    doubled = {form: codes for form, codes in meanings.items() if len(codes) > 1}
    assert not doubled


@pytest.mark.parametrize("row", _rows("places_disputed.csv"), ids=lambda row: row["name"])
def test_disputed_area_says_what_it_counts_for(row: dict[str, str]) -> None:
    own = row["code"] in country_codes()
    assert own or re.fullmatch("X[A-Z]{2}", row["code"])
    assert (row["iso3"] == row["code"]) == own
    assert "count" in row["note"]
    for place in row["divisions"].split():
        assert division(*place.split(".")) is not None, place
    for town in filter(None, row["towns"].split("|")):
        iso3, _, name = town.partition(".")
        assert any((c.level, c.iso3) == ("P", iso3) for c in candidates(name)), town
    named = [r for table in ("places_known.csv", "countries_nationalities.csv") for r in _rows(table)]
    assert own or any(r["area"] == row["code"] for r in named)


@pytest.mark.parametrize("table", ["places_known.csv", "countries_nationalities.csv"])
def test_disputed_forms_name_their_area(table: str) -> None:
    areas = {row["code"] for row in _rows("places_disputed.csv")}
    for row in _rows(table):
        assert (row["status"] == "disputed") == bool(row["area"]), row
        assert row["area"] in areas | {""}, row


def test_disputed_aliases_are_of_countries_that_are_disputed() -> None:
    areas = {row["code"] for row in _rows("places_disputed.csv")}
    assert {row["iso3"] for row in _rows("countries_aliases.csv") if row["status"] == "disputed"} <= areas


def test_supranational_names_are_no_countries() -> None:
    countries = {alias_key(row["alias"]) for row in _rows("countries_aliases.csv")}
    assert not countries & {alias_key(row["name"]) for row in _rows("places_supranational.csv")}
    assert {row["sort"] for row in _rows("places_supranational.csv")} == {"organisation", "people", "region"}


def test_countries_have_unique_codes_and_the_world_is_complete() -> None:
    rows = _rows("countries.csv")
    assert len({row["iso3"] for row in rows}) == len(rows) == 250
    assert len({row["iso2"] for row in rows}) == len(rows)
    assert len({row["name"] for row in rows}) == len(rows)
    assert all(len(row["iso3"]) == 3 and row["iso3"].isupper() for row in rows)
    assert "XKX" in country_codes()


@pytest.mark.parametrize("row", _rows("countries.csv"), ids=lambda row: row["iso3"])
def test_country_has_a_label_point_of_its_own(row: dict[str, str]) -> None:
    assert (row["latitude"], row["longitude"]) != ("0.000", "0.000")
    assert int(row["population"]) >= 0


@pytest.mark.parametrize("row", _rows("places_alternates.csv"), ids=lambda row: row["name"])
def test_alternate_leads_to_its_town(row: dict[str, str]) -> None:
    assert candidates(row["name"])[0].iso3 == row["iso3"]


@pytest.mark.parametrize("form", sorted(abbreviations()))
def test_abbreviation_leads_to_a_division(form: str) -> None:
    short = abbreviations()[form]
    assert short.iso3 in {"USA", "CAN", "AUS"}
    assert short.admin1 == "DC" or division(short.iso3, short.admin1) is not None


def test_large_table_is_sorted_small_and_on_the_globe() -> None:
    path = RESOURCES / "places_gazetteer.tsv.gz"
    assert path.stat().st_size < 3_000_000
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    assert len(lines) > 100_000
    codes = country_codes()
    keys = []
    for line in lines:
        key, level, iso3, _, latitude, longitude, population, geonameid = line.split("\t")
        keys.append(key + "\t")
        assert level in "PAB", line
        assert iso3 in codes, line
        assert -90 <= float(latitude) <= 90, line
        assert -180 <= float(longitude) <= 180, line
        assert int(population) >= 0, line
        assert geonameid.isdigit() if level == "P" else geonameid == "", line
        assert key == fold(key), line
    assert keys == sorted(keys)
