"""The phrases that point to a country by themselves: names, nationalities, regions, seats of power, institutions."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.gazetteer.countries import CountryAlias, alias_key, country_aliases, country_point, nationalities
from nlp.gazetteer.folding import fold
from nlp.gazetteer.tables import read_table
from nlp.gazetteer.words import split_words
from nlp.model import PlaceKind


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase stands for. A weak entry needs the text's support; `iso3` is `None` for what spans countries."""

    form: str
    kind: PlaceKind
    iso3: str | None
    strong: bool
    rank: int = 1
    latitude: float | None = None
    longitude: float | None = None
    status: str = ""
    note: str = ""
    area: str = ""


def _entries() -> Iterator[Entry]:
    for alias in country_aliases():
        yield _country_entry(alias, PlaceKind.COUNTRY)
    for form in nationalities():
        yield _country_entry(form, PlaceKind.NATIONALITY)
    for table in ("places_known.csv", "places_seats.csv"):
        for row in read_table(table):
            kind = PlaceKind(row.get("kind", "institution"))
            point = (float(row["latitude"]), float(row["longitude"]))
            strong = row["strength"] == "strong"
            rank, status, area = int(row.get("rank", "1")), row.get("status", ""), row.get("area", "")
            yield Entry(row["name"], kind, row["iso3"], strong, rank, *point, status, row["note"], area)
    for row in read_table("places_supranational.csv"):
        yield Entry(row["name"], PlaceKind.SUPRANATIONAL, None, strong=True)


def _country_entry(alias: CountryAlias, kind: PlaceKind) -> Entry:
    latitude, longitude = country_point(alias.iso3) or (None, None)
    return Entry(
        alias.form,
        kind,
        alias.iso3,
        alias.strong,
        alias.rank,
        latitude,
        longitude,
        alias.status,
        alias.note,
        alias.area,
    )


@functools.cache
def _phrases() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in _entries():
        known = found.get(alias_key(entry.form), ())
        shares = all((other.kind is entry.kind or not entry.strong) and other.iso3 != entry.iso3 for other in known)
        if shares:
            found[alias_key(entry.form)] = tuple(sorted((*known, entry), key=lambda e: e.rank))
    return found


@functools.cache
def _longest() -> dict[str, int]:
    """First word of a phrase (folded) -> the most words that such a phrase has."""
    longest: dict[str, int] = {}
    for entry in _entries():
        words = [entry.form[start:end] for start, end in split_words(entry.form)]
        if words[0].casefold() == "the":
            words = words[1:]
        first = alias_key(words[0])
        longest[first] = max(longest.get(first, 0), len(words))
    return longest


def entries_of(phrase: str) -> tuple[Entry, ...]:
    """The entries of a whole phrase, the likeliest first; several where countries share the name."""
    return _phrases().get(alias_key(phrase), ())


def entry_of(phrase: str) -> Entry | None:
    """The likeliest entry of a whole phrase."""
    return next(iter(entries_of(phrase)), None)


def most_words(word: str) -> int:
    """How many words the longest phrase has that begins with `word`; 0 where none does."""
    return _longest().get(alias_key(word), 0)


@dataclass(frozen=True, slots=True)
class BodySeat:
    """A town that stands for a body of several countries, and the forms of the body that a text must hold for it."""

    body: str
    bodies: frozenset[str]


@functools.cache
def seats_of_bodies() -> dict[str, BodySeat]:
    """Folded name of a town -> the body that sits there.

    >>> seats_of_bodies()["brussels"].body
    'European Union'
    """
    rows = read_table("places_body_seats.csv")
    return {fold(row["town"]): BodySeat(row["body"], frozenset(row["forms"].split("|"))) for row in rows}
