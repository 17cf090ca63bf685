"""Countries and the names, nationalities and aliases that stand for them."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from nlp.gazetteer.disputes import disputed_areas
from nlp.gazetteer.folding import fold
from nlp.gazetteer.tables import read_table


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory with a code of its own; the point is where a map writes its name."""

    iso3: str
    iso2: str
    name: str
    capital: str
    latitude: float
    longitude: float
    population: int


@dataclass(frozen=True, slots=True)
class CountryAlias:
    """A form that stands for a country.

    A strong form names it by itself; a weak one is also something else (a first name, a state, a language) and needs
    the text's support. Where several countries share a form, that of `rank` 1 is meant unless the text says otherwise.
    `status` is "historical" or "disputed" where the country is a matter of convention, else empty; `area` is the code
    of the disputed area.
    """

    form: str
    iso3: str
    strong: bool
    rank: int = 1
    status: str = ""
    note: str = ""
    area: str = ""


@functools.cache
def countries() -> tuple[Country, ...]:
    """Every country, by code."""
    return tuple(
        Country(
            iso3=row["iso3"],
            iso2=row["iso2"],
            name=row["name"],
            capital=row["capital"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            population=int(row["population"]),
        )
        for row in read_table("countries.csv")
    )


@functools.cache
def _by_code() -> dict[str, Country]:
    return {country.iso3: country for country in countries()}


def country_codes() -> frozenset[str]:
    """The codes of all countries: ISO 3166-1 alpha-3, and XKX."""
    return frozenset(_by_code())


def country_name(iso3: str) -> str:
    """The name that a newsroom writes, of a disputed area's code too; an unknown code comes back as it is.

    >>> country_name("TUR"), country_name("XKX"), country_name("XCR"), country_name("???")
    ('Türkiye', 'Kosovo', 'Crimea', '???')
    """
    known = _by_code().get(iso3) or disputed_areas().get(iso3)
    return known.name if known else iso3


def country_point(iso3: str) -> tuple[float, float] | None:
    """Latitude and longitude where a map writes the name of a country or a disputed area; `None` for an unknown code.

    >>> country_point("BLR")
    (53.822, 28.418)
    """
    known = _by_code().get(iso3) or disputed_areas().get(iso3)
    return (known.latitude, known.longitude) if known else None


@functools.cache
def _capitals() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for country in countries():
        found.setdefault(fold(country.capital), set()).add(country.iso3)
    return {name: frozenset(codes) for name, codes in found.items() if name}


def capital_of(name: str) -> frozenset[str]:
    """The countries whose capital has that name.

    >>> sorted(capital_of("Victoria")), sorted(capital_of("Kingston")), capital_of("Lagos")
    (['SYC'], ['JAM', 'NFK'], frozenset())
    """
    return _capitals().get(fold(name), frozenset())


@functools.cache
def country_aliases() -> tuple[CountryAlias, ...]:
    """Every form that names a country: the names of countries.csv and the rows of countries_aliases.csv."""
    rows = [_alias(row, "alias") for row in read_table("countries_aliases.csv")]
    known = {row.form for row in rows}
    named = [CountryAlias(c.name, c.iso3, strong=True) for c in countries() if c.name not in known]
    return tuple(named + rows)


@functools.cache
def nationalities() -> tuple[CountryAlias, ...]:
    """Adjectives and names of peoples that point to a country."""
    return tuple(_alias(row, "form") for row in read_table("countries_nationalities.csv"))


def _alias(row: dict[str, str], column: str) -> CountryAlias:
    return CountryAlias(
        form=row[column],
        iso3=row["iso3"],
        strong=row["strength"] == "strong",
        rank=int(row["rank"]),
        status=row["status"],
        note=row["note"],
        area=row.get("area", ""),
    )


@functools.cache
def _alias_index() -> dict[str, CountryAlias]:
    index: dict[str, CountryAlias] = {}
    for alias in sorted(country_aliases(), key=lambda a: a.rank):
        index.setdefault(alias_key(alias.form), alias)
    return index


def country_alias(name: str) -> CountryAlias | None:
    """The alias that a name is, strong or weak."""
    return _alias_index().get(alias_key(name))


@functools.cache
def _nationality_index() -> dict[str, CountryAlias]:
    return {alias_key(alias.form): alias for alias in sorted(nationalities(), key=lambda a: -a.rank)}


def nationality(name: str) -> CountryAlias | None:
    """The nationality that a word or phrase is."""
    return _nationality_index().get(alias_key(name))


def country_of_name(name: str) -> str | None:
    """The country that a name, a variant or an official name stands for.

    Weak names count too, for who asks knows that a country is meant; nationalities do not. `None` for other names.

    >>> country_of_name("Russian Federation"), country_of_name("the Holy See"), country_of_name("Russian")
    ('RUS', 'VAT', None)
    """
    alias = country_alias(name)
    return alias.iso3 if alias else None


def alias_key(name: str) -> str:
    """The key of a country's form: folded, but for short forms in capitals, which keep their capitals (US is not us).

    >>> alias_key("U.S."), alias_key("u.s."), alias_key("US"), alias_key("us"), alias_key("IRAN")
    ('US', 'US', 'US', 'us', 'iran')
    """
    letters = name.replace(".", "").replace(" ", "")
    if "." in name and len(letters) <= 4:
        letters = letters.upper()
    if letters.isupper() and letters in _short_forms():
        return letters
    return fold(name)


@functools.cache
def _short_forms() -> frozenset[str]:
    """The forms of the tables that are written in capitals alone, without their full stops."""
    tables = ("countries_aliases.csv", "alias"), ("places_supranational.csv", "name"), ("places_seats.csv", "name")
    forms = (row[column].replace(".", "") for table, column in tables for row in read_table(table))
    return frozenset(form for form in forms if form.isupper() and form.isascii() and len(form) <= 5)
