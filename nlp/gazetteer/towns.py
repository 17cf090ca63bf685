"""Towns and administrative divisions of the world: every candidate for a name, the most populous first."""

from __future__ import annotations

import functools
import gzip
from bisect import bisect_left
from dataclasses import dataclass

from nlp.gazetteer.folding import fold
from nlp.gazetteer.tables import read_bytes, read_table
from nlp.model import PlaceKind

_KINDS = {"P": PlaceKind.CITY, "A": PlaceKind.REGION, "B": PlaceKind.REGION}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may stand for.

    `level` is "P" for a town, "A" for a first-level division (state, province), "B" for a second-level one (county).
    `admin1` is GeoNames' code of the first-level division; for the United States it is the postal abbreviation.
    """

    kind: PlaceKind
    level: str
    iso3: str
    admin1: str
    latitude: float
    longitude: float
    population: int
    geonameid: int | None


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form of a state or province, such as "Calif."."""

    form: str
    iso3: str
    admin1: str


@functools.cache
def _lines() -> list[str]:
    return gzip.decompress(read_bytes("places_gazetteer.tsv.gz")).decode("utf-8").splitlines()


@functools.cache
def _alternates() -> dict[str, tuple[str, str]]:
    """Other name -> (name in the large table, country)."""
    return {fold(row["name"]): (fold(row["town"]), row["iso3"]) for row in read_table("places_alternates.csv")}


@functools.lru_cache(maxsize=16384)
def candidates(name: str) -> tuple[Candidate, ...]:
    """Every town and division of that name, the most populous first; none for an unknown name.

    >>> [(c.iso3, c.admin1) for c in candidates("London")[:2]]
    [('GBR', 'ENG'), ('CAN', '08')]
    """
    key = fold(name)
    found = _find(key)
    if key in _alternates():
        town, iso3 = _alternates()[key]
        found = tuple(c for c in _find(town) if c.iso3 == iso3 and c.level == "P")[:1] + found
    return found


def _find(key: str) -> tuple[Candidate, ...]:
    if not key:
        return ()
    lines = _lines()
    at = bisect_left(lines, key + "\t")
    found = []
    while at < len(lines) and lines[at].startswith(key + "\t"):
        found.append(_candidate(lines[at]))
        at += 1
    return tuple(found)


def _candidate(line: str) -> Candidate:
    _, level, iso3, admin1, latitude, longitude, population, geonameid = line.split("\t")
    return Candidate(
        kind=_KINDS[level],
        level=level,
        iso3=iso3,
        admin1=admin1,
        latitude=float(latitude),
        longitude=float(longitude),
        population=int(population),
        geonameid=int(geonameid) if geonameid else None,
    )


@functools.cache
def abbreviations() -> dict[str, Abbreviation]:
    """States' and provinces' abbreviations as they are written, full stops included."""
    rows = (Abbreviation(r["abbreviation"], r["iso3"], r["admin1"]) for r in read_table("places_abbreviations.csv"))
    return {row.form: row for row in rows}


@functools.cache
def _weak_names() -> frozenset[str]:
    return frozenset(row["name"] for row in read_table("places_weak_names.csv"))


def is_weak_name(name: str) -> bool:
    """Whether a town's name is also a common word, a person's name or a brand: it takes more to believe it.

    >>> is_weak_name("Reading"), is_weak_name("Madison"), is_weak_name("Aleppo")
    (True, True, False)
    """
    return fold(name) in _weak_names()


def division(iso3: str, admin1: str) -> Candidate | None:
    """The first-level division with that code, or `None`."""
    return _divisions().get((iso3, admin1))


@functools.cache
def _divisions() -> dict[tuple[str, str], Candidate]:
    found: dict[tuple[str, str], Candidate] = {}
    for line in _lines():
        if "\tA\t" in line:
            candidate = _candidate(line)
            found.setdefault((candidate.iso3, candidate.admin1), candidate)
    return found
