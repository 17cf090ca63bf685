"""Areas whose country states disagree on: what each counts for, and why."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from nlp.gazetteer.folding import fold
from nlp.gazetteer.tables import read_table


@dataclass(frozen=True, slots=True)
class DisputedArea:
    """An area with the country that it counts for; `note` says so to the reader.

    `code` is the area's own: ISO 3166-1 alpha-3 where it has one (then it counts by itself), else one of the codes that
    ISO leaves to its users, XAA to XZZ. Coordinates are WGS 84 degrees.
    """

    code: str
    name: str
    iso3: str
    latitude: float
    longitude: float
    note: str


@functools.cache
def disputed_areas() -> dict[str, DisputedArea]:
    """Every disputed area by its code."""
    return {
        row["code"]: DisputedArea(
            row["code"], row["name"], row["iso3"], float(row["latitude"]), float(row["longitude"]), row["note"]
        )
        for row in read_table("places_disputed.csv")
    }


@functools.cache
def _by_division() -> dict[str, str]:
    rows = read_table("places_disputed.csv")
    return {division: row["code"] for row in rows for division in row["divisions"].split()}


@functools.cache
def _by_town() -> dict[tuple[str, str], str]:
    rows = read_table("places_disputed.csv")
    towns = ((town.partition("."), row["code"]) for row in rows for town in row["towns"].split("|") if town)
    return {(iso3, fold(name)): code for (iso3, _, name), code in towns}


def disputed_area(iso3: str | None, admin1: str = "", town: str = "") -> DisputedArea | None:
    """The disputed area that a country, a first-level division of it or one of its towns is or lies in.

    `iso3` and `admin1` are the gazetteer's for the place.

    >>> disputed_area("UKR", "11", "Yalta").name, disputed_area("TWN").name, disputed_area("UKR", "13", "Kyiv")
    ('Crimea', 'Taiwan', None)
    """
    code = _by_division().get(f"{iso3}.{admin1}") or _by_town().get((iso3 or "", fold(town))) or iso3
    return disputed_areas().get(code or "")
