"""Why a place counts for its country, in plain words."""

from __future__ import annotations

from nlp.corrections.decisions import BY_HAND, RULE
from nlp.gazetteer import country_name
from nlp.model import Alternative, Place, PlaceKind

KIND_WORDS = {
    PlaceKind.COUNTRY: "country",
    PlaceKind.NATIONALITY: "people of a country",
    PlaceKind.CITY: "town",
    PlaceKind.REGION: "region",
    PlaceKind.SITE: "site",
    PlaceKind.INSTITUTION: "institution",
    PlaceKind.SUPRANATIONAL: "more than one country",
}
_RULES = {
    "name": "its name says so",
    "container": "the text says in what it lies",
    "contains": "the words around it say so",
    "one_sense": "as elsewhere in the article",
    "only_country": "no other place has this name",
    "population": "the largest place of this name",
    "context": "what else the article names decides",
    "surroundings": "not in the gazetteer; most of what the article names is there",
    "unknown": "not in the gazetteer",
    "team": "a team named after it",
    "ethnic": "a people, wherever it lives",
    "seat": "stands for the body that sits there",
    RULE: BY_HAND,
}
_SURE = 0.9  # below, the page says how sure


def explain_place(place: Place) -> str:
    """How a place was read, what its country rests on, and which readings were beaten, in one line.

    >>> explain_place(Place(0, 6, "Russia", PlaceKind.COUNTRY, "RUS", confidence=0.99, rule="name"))
    'country: its name says so'
    """
    parts = [f"{KIND_WORDS[place.kind]}: {_RULES.get(place.rule, place.rule)}"]
    if place.confidence < _SURE and place.country is not None:
        parts.append(f"{place.confidence:.0%} sure")
    if place.beaten:
        parts.append("rather than " + ", ".join(map(_beaten, place.beaten)))
    if place.status is not None:
        parts.append(f"{place.status.value}: {place.note}")
    return "; ".join(part for part in parts if part)


def _beaten(other: Alternative) -> str:
    where = country_name(other.country) if other.country else "no one country"
    share = f" ({other.confidence:.0%})" if other.confidence >= 0.01 else ""
    return f"the {KIND_WORDS[other.kind]} in {where}{share}" if other.kind in _LYING else f"{where}{share}"


_LYING = (PlaceKind.CITY, PlaceKind.REGION, PlaceKind.SITE)
