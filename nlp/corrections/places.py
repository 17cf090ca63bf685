"""An analysis after an analyst said for which country names of places count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nlp.corrections.decisions import RULE, PlaceDecision
from nlp.corrections.meanings import convention_of
from nlp.corrections.touched import written
from nlp.gazetteer import Candidate, candidates, country_alias
from nlp.kinds import PLACE_GROUPS, group_of
from nlp.model import Analysis, Mention, Place, PlaceKind, Relation, Span
from nlp.place_changes import with_places

_PEOPLE = "NORP"


def number_of_places(analysis: Analysis, decision: PlaceDecision) -> int:
    """How many places of the text a decision is about."""
    found, missed = _touched(analysis, decision)
    return len(found) + len(missed)


def decide_places(analysis: Analysis, decision: PlaceDecision) -> Analysis:
    """One analysis with one decision applied: places, countries, and what refers to them.

    Names of the list of places that were no place of the map become one. A town or region gets the coordinates of the
    largest of its name in its country, if the gazetteer has one there. An entity, also a person whose role names the
    place, is of the new country where none of its places is left with the old one.
    """
    found, missed = _touched(analysis, decision)
    if not found and not missed:
        return analysis
    changes = {place: _changed(place, decision) for place in found}
    new = [_changed(_unplaced(mention), decision) for mention in missed] if decision.place else []
    corrected = with_places(analysis, changes, [place for place in new if place is not None])
    spans = [place.span for place in found] + [mention.span for mention in missed]
    left = [place.span for place in analysis.places if place not in changes]
    named = _spans(analysis)
    moved = {
        entity.id: decision.country
        for entity in analysis.entities
        if _meets(named[entity.id], spans) and not _meets(named[entity.id], left)
    }
    entities = tuple(replace(e, country=moved[e.id]) if e.id in moved else e for e in corrected.entities)
    before = {e.id: e.country for e in analysis.entities}
    relations = tuple(_relation(relation, moved, before) for relation in corrected.relations)
    return replace(corrected, entities=entities, relations=relations)


def _spans(analysis: Analysis) -> dict[str, list[Span]]:
    """Where the text says of which country an entity is: the names of places and peoples, the roles of others."""
    spans: dict[str, list[Span]] = {e.id: [e.role_span] if e.role_span else [] for e in analysis.entities}
    for mention in analysis.mentions:
        if group_of(mention.label) in PLACE_GROUPS:
            spans[mention.entity].append(mention.span)
    return spans


def _meets(spans: list[Span], others: list[Span]) -> bool:
    return any(one.overlaps(other) for one in spans for other in others)


def _relation(relation: Relation, moved: Mapping[str, str | None], before: Mapping[str, str | None]) -> Relation:
    """The relation with the countries of its parties' entities, where it had them from there."""
    ends = []
    for party in (relation.subject, relation.object):
        entity = party.entity or ""
        from_entity = entity in moved and party.country is not None and party.country == before[entity]
        ends.append(replace(party, country=moved[entity]) if from_entity else party)
    return replace(relation, subject=ends[0], object=ends[1])


def _touched(analysis: Analysis, decision: PlaceDecision) -> tuple[list[Place], list[Mention]]:
    """The places that are meant, and the names of places that are none yet."""
    if decision.articles and analysis.article.id not in decision.articles:
        return [], []
    names, spans = set(map(written, decision.names)), set(decision.spans)

    def is_meant(what: Place | Mention) -> bool:
        return written(what.text) in names and (not spans or what.span in spans)

    def counts(place: Place) -> bool:
        return decision.instead_of is None or (place.country or "") == decision.instead_of

    found = [place for place in analysis.places if is_meant(place) and counts(place)]
    taken = [place.span for place in analysis.places]
    free = [m for m in analysis.mentions if is_meant(m) and not _meets([m.span], taken)]
    return found, [m for m in free if group_of(m.label) in PLACE_GROUPS] if not decision.instead_of else []


def _unplaced(mention: Mention) -> Place:
    kind = PlaceKind.NATIONALITY if mention.label == _PEOPLE else PlaceKind.REGION
    return Place(mention.start, mention.end, mention.text, kind, None)


def _changed(place: Place, decision: PlaceDecision) -> Place | None:
    """The place as decided; the readings that were beaten, and whose confidence it had, are gone."""
    if not decision.place:
        return None
    kind = PlaceKind.REGION if place.kind in (PlaceKind.COUNTRY, PlaceKind.SUPRANATIONAL) else place.kind
    plain = replace(
        place, kind=kind, country=decision.country, latitude=None, longitude=None, geonameid=None, confidence=1.0,
        rule=RULE, status=None, note="", area=None, beaten=(),
    )  # fmt: skip
    if place.kind in (PlaceKind.NATIONALITY, PlaceKind.INSTITUTION) or decision.country is None:
        return plain
    alias = country_alias(place.text)
    if alias is not None and alias.iso3 == decision.country:
        return replace(plain, kind=PlaceKind.COUNTRY, **convention_of(alias))
    first = next(iter(_known(place.text, decision.country)), None)
    if first is None:
        return plain
    return replace(
        plain, kind=first.kind, latitude=first.latitude, longitude=first.longitude, geonameid=first.geonameid
    )


def _known(name: str, country: str) -> list[Candidate]:
    return [candidate for candidate in candidates(name) if candidate.iso3 == country]
