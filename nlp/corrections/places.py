"""An analysis after an analyst said for which country names of places count."""

from __future__ import annotations

from dataclasses import replace

from nlp.corrections.countries import with_places
from nlp.corrections.decisions import RULE, PlaceDecision
from nlp.entity_key_rules import folded
from nlp.gazetteer import Candidate, candidates, country_alias
from nlp.kinds import group_of
from nlp.model import Analysis, Mention, Place, PlaceKind, PlaceStatus, Span

_PEOPLE = "NORP"
_PLACES = frozenset({group_of("GPE"), group_of(_PEOPLE)})


def number_of_places(analysis: Analysis, decision: PlaceDecision) -> int:
    """How many places of the text a decision is about."""
    found, missed = _touched(analysis, decision)
    return len(found) + len(missed)


def decide_places(analysis: Analysis, decision: PlaceDecision) -> Analysis:
    """One analysis with one decision applied: places, countries, and what refers to them.

    Names of the list of places that were no place of the map become one. A town or region gets the coordinates of the
    largest of its name in its country, if the gazetteer has one there.
    """
    found, missed = _touched(analysis, decision)
    if not found and not missed:
        return analysis
    changes = {place: _changed(place, decision) for place in found}
    new = [_changed(_unplaced(mention), decision) for mention in missed] if decision.place else []
    corrected = with_places(analysis, changes, [place for place in new if place is not None])
    spans = [(p.start, p.end) for p in found] + [(m.start, m.end) for m in missed]
    named = {m.entity for m in analysis.mentions if any(m.start < end and start < m.end for start, end in spans)}
    entities = tuple(
        replace(e, country=decision.country) if e.id in named and group_of(e.label) in _PLACES else e
        for e in corrected.entities
    )
    return replace(corrected, entities=entities)


def _touched(analysis: Analysis, decision: PlaceDecision) -> tuple[list[Place], list[Mention]]:
    """The places that are meant, and the names of places that are none yet."""
    if decision.articles and analysis.article.id not in decision.articles:
        return [], []
    names, spans = {folded(" ".join(name.split())) for name in decision.names}, set(decision.spans)

    def is_meant(what: Place | Mention) -> bool:
        return folded(" ".join(what.text.split())) in names and (not spans or Span(what.start, what.end) in spans)

    taken = [Span(p.start, p.end) for p in analysis.places]
    free = [m for m in analysis.mentions if not any(m.start < t.end and t.start < m.end for t in taken)]
    return (
        [place for place in analysis.places if is_meant(place)],
        [m for m in free if is_meant(m) and group_of(m.label) in _PLACES],
    )


def _unplaced(mention: Mention) -> Place:
    kind = PlaceKind.NATIONALITY if mention.label == _PEOPLE else PlaceKind.REGION
    return Place(mention.start, mention.end, mention.text, kind, None)


def _changed(place: Place, decision: PlaceDecision) -> Place | None:
    """The place as decided; the readings that were beaten, and whose confidence it had, are gone."""
    if not decision.place:
        return None
    plain = replace(
        place, country=decision.country, latitude=None, longitude=None, geonameid=None, confidence=1.0, rule=RULE,
        status=None, note="", area=None, beaten=(),
    )  # fmt: skip
    if place.kind in (PlaceKind.NATIONALITY, PlaceKind.INSTITUTION) or decision.country is None:
        return plain
    alias = country_alias(place.text)
    if alias is not None and alias.iso3 == decision.country:
        status = PlaceStatus(alias.status) if alias.status else None
        return replace(plain, kind=PlaceKind.COUNTRY, status=status, note=alias.note, area=alias.area or None)
    known = _known(place.text, decision.country)
    if not known:
        return replace(plain, kind=PlaceKind.REGION) if place.kind is PlaceKind.COUNTRY else plain
    first = known[0]
    return replace(
        plain, kind=first.kind, latitude=first.latitude, longitude=first.longitude, geonameid=first.geonameid
    )


def _known(name: str, country: str) -> list[Candidate]:
    return [candidate for candidate in candidates(name) if candidate.iso3 == country]
