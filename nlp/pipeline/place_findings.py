"""From a decision about a name to the place that the analysis holds."""

from __future__ import annotations

from dataclasses import replace

from nlp.gazetteer import disputed_area, disputed_areas
from nlp.model import Alternative, Place, PlaceKind, PlaceStatus
from nlp.pipeline.place_mentions import Mention
from nlp.pipeline.place_scoring import Decision
from nlp.pipeline.place_senses import Sense


def place_of(mention: Mention, decision: Decision | None, text: str) -> Place:
    """The place for the analysis; `text` is what the article itself writes there."""
    if decision is None:
        kind = PlaceKind.SITE if mention.label in ("FAC", "LOC") else PlaceKind.CITY
        return Place(mention.start, mention.end, text, kind, None, confidence=0.3, rule="unknown")
    sense = decision.sense
    if decision.rule == "surroundings" and mention.label == "GPE":
        sense = replace(sense, kind=PlaceKind.CITY)
    place = Place(
        mention.start, mention.end, text, sense.kind, sense.iso3, sense.latitude, sense.longitude, sense.geonameid,
        round(decision.confidence, 3), mention.use or decision.rule, beaten=tuple(map(_alternative, decision.beaten)),
    )  # fmt: skip
    return _by_convention(place, sense)


def _alternative(beaten: tuple[Sense, float]) -> Alternative:
    sense, confidence = beaten
    return Alternative(sense.kind, sense.iso3, sense.latitude, sense.longitude, sense.geonameid, round(confidence, 3))


def _by_convention(place: Place, sense: Sense) -> Place:
    """The place with its status where its country is a matter of convention: a state of the past, a disputed area."""
    entry = sense.entry
    if entry is not None and entry.status == PlaceStatus.HISTORICAL:
        return replace(place, status=PlaceStatus.HISTORICAL, note=entry.note or "a name of the past")
    if entry is not None and entry.area:
        area = disputed_areas().get(entry.area)
    else:
        town = place.text if sense.kind is PlaceKind.CITY and sense.geonameid is not None else ""
        area = disputed_area(sense.iso3, sense.admin1, town)
    if area is None:
        return place
    own = f"{entry.note}; " if entry is not None and entry.area and entry.note else ""
    return replace(place, status=PlaceStatus.DISPUTED, note=own + area.note, area=area.code)
