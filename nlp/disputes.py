"""One setting for every disputed area: it counts for the state that its row in the table names, or by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from nlp.country_ranking import rank_countries
from nlp.model import Analysis, Event, Party, Place, Relation, Span

_COUNTS_FOR = re.compile(r"; counts? (for|by) [^;]*$")  # how the notes of the table end


class DisputePolicy(StrEnum):
    """How an area counts that states disagree on."""

    RECOGNISED = "recognised"
    SEPARATE = "separate"


def has_choice(analyses: Iterable[Analysis]) -> bool:
    """Whether the policy makes a difference: some area that is named does not count by itself anyway."""
    return any(place.area and place.area != place.country for analysis in analyses for place in analysis.places)


def apply_policy(analysis: Analysis, policy: DisputePolicy) -> Analysis:
    """The analysis with its disputed areas counted as `policy` says.

    An analysis is made with `RECOGNISED` and comes back as it is. With `SEPARATE` each place that names a disputed area
    has the area's own code for a country (`nlp.gazetteer.disputed_areas`), and the countries are counted anew. The ends
    of relations and the countries of events follow where the words in question name no other part of the country.
    """
    if policy is DisputePolicy.RECOGNISED or not has_choice([analysis]):
        return analysis
    old = analysis.places
    places = tuple(_by_itself(place) for place in old)
    starts = [sentence.start for sentence in analysis.sentences]
    return replace(
        analysis,
        places=places,
        countries=rank_countries(places, starts),
        events=tuple(_event(event, old) for event in analysis.events),
        relations=tuple(_relation(relation, old) for relation in analysis.relations),
    )


def _by_itself(place: Place) -> Place:
    if not place.area or place.area == place.country:
        return place
    note = _COUNTS_FOR.sub("", place.note)
    return replace(place, country=place.area, note=f"{note}; counted separately" if note else "counted separately")


def _event(event: Event, places: tuple[Place, ...]) -> Event:
    told = [evidence.sentence for evidence in event.evidence]
    return replace(event, countries=tuple(dict.fromkeys(_recount(code, told, places) for code in event.countries)))


def _relation(relation: Relation, places: tuple[Place, ...]) -> Relation:
    return replace(relation, subject=_party(relation.subject, places), object=_party(relation.object, places))


def _party(party: Party, places: tuple[Place, ...]) -> Party:
    if party.country is None:
        return party
    return replace(party, country=_recount(party.country, [Span(party.start, party.end)], places))


def _recount(country: str, spans: list[Span], places: tuple[Place, ...]) -> str:
    """The code of the one area that stands for `country` in these spans; `country` itself where more of it does."""
    meant = {
        place.area or country
        for place in places
        if place.country == country and any(span.contains(Span(place.start, place.end)) for span in spans)
    }
    return meant.pop() if len(meant) == 1 else country
