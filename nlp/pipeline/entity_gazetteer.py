"""What the gazetteer says of a name's kind and country."""

from __future__ import annotations

import functools

from nlp.gazetteer import country_alias, nationality
from nlp.gazetteer.lexicon import entry_of
from nlp.gazetteer.towns import candidates
from nlp.model import PlaceKind
from nlp.pipeline.entity_tables import common_words

# A town of fewer people is seldom in the news, and its name is often also a surname.
_LEAST_PEOPLE = 15_000
# The same of provinces: the smallest bear the names of saints and settlers.
_LEAST_DIVISION = 100_000
_SMALL = frozenset({"of", "the", "and", "for"})


@functools.lru_cache(maxsize=8192)
def place_label(name: str) -> str | None:
    """GPE for a country's name and NORP for a nationality, where the name is nothing else; `None` otherwise.

    >>> place_label("Belarus"), place_label("Belarusian"), place_label("Chad"), place_label("Minsk")
    ('GPE', 'NORP', None, None)
    """
    if not name[:1].isupper():
        return None
    alias = country_alias(name)
    if alias is not None:
        return "GPE" if alias.strong else None
    people = nationality(name)
    return "NORP" if people is not None and people.strong else None


@functools.lru_cache(maxsize=8192)
def country_of_word(name: str) -> str | None:
    """The country that a name or a nationality points to, weak forms included.

    >>> country_of_word("Russian Federation"), country_of_word("Estonian"), country_of_word("Gazprom")
    ('RUS', 'EST', None)
    """
    found = country_alias(name) or nationality(name)
    return found.iso3 if found is not None else None


@functools.lru_cache(maxsize=8192)
def is_historical(name: str) -> bool:
    """Whether a country's name is one of the past, so that it is another thing than its successor.

    >>> is_historical("Soviet Union"), is_historical("Russia")
    (True, False)
    """
    alias = country_alias(name)
    return alias is not None and alias.status == "historical"


@functools.lru_cache(maxsize=8192)
def is_named(name: str) -> bool:
    """Whether words in capitals, small words too, name a country, a region or a body of several countries.

    >>> is_named("United States"), is_named("European Union"), is_named("New Law")
    (True, True, False)
    """
    small = " ".join(word.lower() if word.lower() in _SMALL else word for word in name.split())
    entry = entry_of(small)
    return entry is not None and (entry.strong or entry.kind is PlaceKind.SUPRANATIONAL)


@functools.lru_cache(maxsize=8192)
def is_division(name: str) -> bool:
    """Whether a name is a state's, a province's or a known region's, and of nothing weaker.

    >>> is_division("Bavaria"), is_division("Peskov")
    (True, False)
    """
    if name.lower() in common_words():
        return False
    entry = entry_of(name)
    if entry is not None:
        return entry.kind is PlaceKind.REGION and entry.strong
    return any(place.level == "A" and place.population >= _LEAST_DIVISION for place in candidates(name))


@functools.lru_cache(maxsize=8192)
def is_town(name: str) -> bool:
    """Whether a name is a town's that is large enough to be in the news.

    >>> is_town("Minsk"), is_town("Peskov")
    (True, False)
    """
    if name.lower() in common_words():
        return False
    return any(place.level == "P" and place.population >= _LEAST_PEOPLE for place in candidates(name))
