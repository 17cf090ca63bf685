"""The role of each place mention: what its country does where the place is named."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from nlp.model import CountryRole, Place, PlaceKind
from nlp.pipeline.clauses import Reading
from nlp.pipeline.datelines import dateline_at
from nlp.pipeline.role_cues import is_publication, is_role_cue
from nlp.pipeline.standings import role_of

ACTOR, AFFECTED, VENUE, MENTIONED = CountryRole
_TOWNS = (PlaceKind.CITY, PlaceKind.SITE)
_HYPHENS = ("-", "–", "‑")


def with_roles(places: tuple[Place, ...], text: str, reading: Reading) -> tuple[Place, ...]:
    """The places with the roles that their clauses give them; a dateline's places are the stage only."""
    found: list[Place] = []
    filed = -1
    for place in places:
        if place.start >= filed and (dateline := dateline_at(text, place)) is not None:
            filed = dateline.end
        within = bool(found) and _lies_in(found[-1], place, text)
        if place.start < filed:
            role = VENUE
        elif within and text[place.end : place.end + 7].removeprefix(".").startswith("-based"):
            role = MENTIONED
            found[-1] = replace(found[-1], role=role)
        elif within:
            role = found[-1].role
        else:
            role = _role(place, reading)
        found.append(replace(place, role=role))
    return tuple(found)


def _lies_in(place: Place, country: Place, text: str) -> bool:
    """Whether the second only says where the first lies: "Lyon, **France**", "Athens, **Ga.**"."""
    wider = country.kind in (PlaceKind.COUNTRY, PlaceKind.REGION) and place.kind in (*_TOWNS, PlaceKind.REGION)
    return wider and place.country == country.country and text[place.end : country.start] == ", "


def _role(place: Place, reading: Reading) -> CountryRole:
    span = reading.doc.char_span(place.start, place.end, alignment_mode="expand")
    if span is None or reading.is_long(span[0]):
        return MENTIONED
    head = span.root
    before = reading.doc[max(0, span.start - 2) : span.start]
    if len(before) == 2 and before[1].text in _HYPHENS and is_role_cue(before[0], "beside"):
        return MENTIONED  # "pro-Russian rebels"
    if reading.doc[span.end : span.end + 2].text == "-based":
        return MENTIONED
    town = place.kind in _TOWNS
    name = reading.names.get(head.i)
    if name is not None and (name.start < span.start or name.end > span.end):
        return _role_in_name(head, name.label, reading.doc[name.start : name.end].root, reading, town=town)
    return role_of(head, reading, town=town)


def _role_in_name(head: Token, label: str, top: Token, reading: Reading, *, town: bool) -> CountryRole:
    """The role of a place within a longer name: "the Bank of **Russia**", "the **China** Daily"."""
    name = reading.names[top.i]
    if label == "ORG" and reading.doc[name.end - 1].text[:1].isupper():
        return MENTIONED if is_publication(reading.doc[name.end - 1]) or is_publication(top) else role_of(top, reading)
    if label in ("EVENT", "LAW"):
        return VENUE if town else MENTIONED
    if label in ("WORK_OF_ART", "PRODUCT"):
        return MENTIONED
    return role_of(head, reading, town=town)
