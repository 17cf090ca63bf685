"""Names to countries and coordinates: pure, offline, loaded once."""

from __future__ import annotations

from nlp.gazetteer.countries import (
    Country,
    CountryAlias,
    alias_key,
    capital_of,
    countries,
    country_alias,
    country_aliases,
    country_codes,
    country_name,
    country_of_name,
    country_point,
    nationalities,
    nationality,
)
from nlp.gazetteer.disputes import DisputedArea, disputed_area, disputed_areas
from nlp.gazetteer.folding import fold
from nlp.gazetteer.lexicon import Entry, entries_of, entry_of
from nlp.gazetteer.towns import Candidate, abbreviations, candidates, division, is_weak_name

__all__ = [
    "Candidate",
    "Country",
    "CountryAlias",
    "DisputedArea",
    "Entry",
    "abbreviations",
    "alias_key",
    "candidates",
    "capital_of",
    "countries",
    "country_alias",
    "country_aliases",
    "country_codes",
    "country_name",
    "country_of_name",
    "country_point",
    "disputed_area",
    "disputed_areas",
    "division",
    "entries_of",
    "entry_of",
    "fold",
    "is_weak_name",
    "nationalities",
    "nationality",
]
