"""The document's named mentions with the countries that they contain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from nlp.model import Place, PlaceKind
from nlp.pipeline.alias_forms import Form
from nlp.pipeline.entity_candidates import NAMING
from nlp.pipeline.entity_gazetteer import country_of_word, is_historical, place_label
from nlp.pipeline.entity_tables import state_heads

_COUNTRYLIKE = (PlaceKind.COUNTRY, PlaceKind.NATIONALITY)
# "R-S.D.", "D-Mass.": the party and the state of a member of Congress; the state is a place, not a name.
_AFFILIATION = re.compile(r"[RDI]-[A-Z]")


# Country, GeoNames id, latitude; regions often have no id, and those that do not know their point share one.
_Point = tuple[str | None, int | None, float]


@dataclass(frozen=True, slots=True)
class Named:
    """One named mention: tokens `[start, end)`, the form, the country that it concerns, and whether it is a subject.

    `place` tells the place that the whole mention names, as far as the gazetteer knows it; `rule` is a `Mention.rule`.
    """

    start: int
    end: int
    form: Form
    country: str | None
    subject: bool
    place: _Point | None = None
    rule: str = ""


def named_mentions(doc: Doc) -> list[Named]:
    """The mentions in text order: the spans of `doc.ents` that name something."""
    places = sorted(doc._.places, key=lambda place: (place.start, -place.end))
    mentions: list[Named] = []
    at = 0
    for ent in doc.ents:
        if ent.label_ not in NAMING or _AFFILIATION.match(ent.text):
            continue
        while at < len(places) and places[at].end <= ent.start_char:
            at += 1
        inside = _touching(places, at, ent.start_char, ent.end_char)
        whole = next((p for p in inside if p.start <= ent.start_char and ent.end_char <= p.end), None)
        is_country = whole is not None and whole.kind in _COUNTRYLIKE and ent.label_ in ("GPE", "NORP", "LOC")
        country = whole.country if whole else next((p.country for p in inside if p.country), None)
        text = " ".join(ent.text.split())
        if whole is None and ent.label_ in ("GPE", "NORP") and place_label(text) is not None:
            country, is_country = country_of_word(text), True
        owner, stated = _owner(doc, ent) if ent.label_ == "ORG" else (None, "")
        stated = " ".join(stated.split()) if owner and len(text.split()) > 1 else ""
        form = Form(text, ent.label_, country if is_country and not is_historical(text) else None, owner, stated)
        country = country or owner
        place = _point(inside, ent) if form.group == "PLACE" else None
        mentions.append(Named(ent.start, ent.end, form, country, ent.root.dep_ in ("nsubj", "nsubjpass"), place))
    return mentions


def _point(places: Sequence[Place], ent: Span) -> _Point | None:
    """The place that covers a name, a full stop at its end or not; `None` of a country and of nothing known."""
    end = ent.end_char - ent.text.endswith(".")
    for place in places:
        if place.start <= ent.start_char and end <= place.end and place.kind not in _COUNTRYLIKE:
            return None if place.latitude is None else (place.country, place.geonameid, place.latitude)
    return None


def _owner(doc: Doc, ent: Span) -> tuple[str | None, str]:
    """The country whose public body a name is, and the name with it: "Russia's Senate", "Senate of Russia"."""
    if not any(token.text in state_heads() for token in ent):
        return None, ""
    after = ent.end
    if after < len(doc) and doc[after].lower_ == "of":
        after += 1 + (after + 1 < len(doc) and doc[after + 1].lower_ == "the")
        country, _, end = _country_at(doc, after)
        return country, doc[ent.start : end].text
    before = ent.start - 1
    if before > 0 and doc[before].text in ("'s", "’s"):
        before -= 1
    country, start, _ = _country_at(doc, before) if before >= 0 else (None, 0, 0)
    return country, doc[start : ent.end].text


def _country_at(doc: Doc, i: int) -> tuple[str | None, int, int]:
    """The country or nationality that token `i` is a part of, as an entity of its own, and where it begins and ends."""
    if i >= len(doc) or doc[i].ent_type_ not in ("GPE", "NORP"):
        return None, i, i
    start, end = i, i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return country_of_word(doc[start:end].text), start, end


def _touching(places: Sequence[Place], at: int, start: int, end: int) -> list[Place]:
    """The places from number `at` on that share a character with `[start, end)`."""
    found: list[Place] = []
    while at < len(places) and places[at].start < end:
        if places[at].end > start:
            found.append(places[at])
        at += 1
    return found
