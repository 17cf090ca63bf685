"""An analysis after some of its places changed: countries counted anew, and what refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from nlp.country_ranking import rank_countries
from nlp.model import Analysis, Event, Party, Place, Relation, Span

Changes = Mapping[Place, Place | None]


def with_places(analysis: Analysis, changes: Changes, new: Iterable[Place] = ()) -> Analysis:
    """The analysis with other places.

    A country that an event's sentences or a relation's end name only through places that changed goes with them; the
    country for which they count now takes its position. Countries that are named for the first time are added to an
    event. A relation with an end that is nobody any more goes.

    Args:
        analysis: as it was.
        changes: what some of its places become; `None` for what is none.
        new: places that were not there before.
    """
    kept = [changes.get(place, place) for place in analysis.places]
    added = list(new)
    places = tuple(sorted([p for p in (*kept, *added) if p is not None], key=lambda p: (p.start, p.end)))
    if places == analysis.places:
        return analysis
    relations = (_relation(relation, changes, places) for relation in analysis.relations)
    return replace(
        analysis,
        places=places,
        countries=rank_countries(places, [s.start for s in analysis.sentences], _in_title(analysis, changes)),
        events=tuple(_event(event, changes, added, places) for event in analysis.events),
        relations=tuple(relation for relation in relations if relation is not None),
    )


def _in_title(analysis: Analysis, changes: Changes) -> set[str]:
    """The countries that the title names, with what its words now mean."""
    named = {country.country for country in analysis.countries if country.in_title}
    title = (analysis.article.title or "").casefold()
    for old, new in changes.items():
        if old.country in named and old.text.casefold() in title:
            named.discard(str(old.country))
            named |= {new.country} if new and new.country else set()
    return named


def _event(event: Event, changes: Changes, added: Iterable[Place], places: Sequence[Place]) -> Event:
    told = [evidence.sentence for evidence in event.evidence]
    moved = _moved(told, changes, places)
    first = [new.country for old, new in changes.items() if old.country is None and new and _inside(old, told)]
    first += [place.country for place in added if _inside(place, told)]
    countries = dict.fromkeys([*(moved.get(country, country) for country in event.countries), *first])
    named = tuple(country for country in countries if country)
    return event if named == event.countries else replace(event, countries=named)


def _relation(relation: Relation, changes: Changes, places: Sequence[Place]) -> Relation | None:
    subject, other = (_party(end, changes, places) for end in (relation.subject, relation.object))
    if (subject, other) == (relation.subject, relation.object):
        return relation
    if any(end.entity is None and end.country is None for end in (subject, other)):
        return None
    return replace(relation, subject=subject, object=other)


def _party(party: Party, changes: Changes, places: Sequence[Place]) -> Party:
    moved = _moved([Span(party.start, party.end)], changes, places)
    return replace(party, country=moved.get(party.country, party.country))


def _moved(spans: Sequence[Span], changes: Changes, places: Sequence[Place]) -> dict[str | None, str | None]:
    """What becomes of the countries that these stretches name no longer: the country that they name instead, or none.

    What named no country and does now is under `None`.
    """
    still = {p.country for p in places if _inside(p, spans)}
    moved: dict[str | None, str | None] = {}
    for old, new in changes.items():
        if _inside(old, spans) and (old.country is None or old.country not in still):
            moved.setdefault(old.country, new.country if new else None)
    return moved


def _inside(place: Place, spans: Iterable[Span]) -> bool:
    return any(span.contains(Span(place.start, place.end)) for span in spans)
