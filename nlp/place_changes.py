"""An analysis after some of its places changed: countries counted anew, and what refers to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from nlp.country_ranking import rank_countries
from nlp.model import Analysis, Event, Party, Place, Relation, Span

_WORD = re.compile(r"[^\W_]+")
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
        countries=rank_countries(places, [s.start for s in analysis.sentences], _in_title(analysis, changes, places)),
        events=tuple(_event(event, changes, added, places) for event in analysis.events),
        relations=tuple(relation for relation in relations if relation is not None),
    )


def _in_title(analysis: Analysis, changes: Changes, places: Sequence[Place]) -> set[str]:
    """The countries that the title names, with what its words now mean.

    Words that still have their old meaning somewhere in the text have it in the title.
    """
    named = {country.country for country in analysis.countries if country.in_title}
    title = _words(analysis.article.title or "")
    kept = {(place.country, _words(place.text)) for place in places}
    for old, new in changes.items():
        words = _words(old.text)
        if old.country not in named or words not in title or (old.country, words) in kept:
            continue
        if new is not None and new.country is not None:
            named.add(new.country)
        if not any(country == old.country and others in title for country, others in kept):
            named.discard(old.country)
    return named


def _words(text: str) -> str:
    """The words of a text between single blanks, also at its ends: whole words are a part of it, halves are not."""
    words = " ".join(_WORD.findall(text.casefold()))
    return f" {words} "


def _event(event: Event, changes: Changes, added: Iterable[Place], places: Sequence[Place]) -> Event:
    told = [evidence.sentence for evidence in event.evidence]
    moved = _moved(told, changes, places)
    first = [new.country for old, new in changes.items() if old.country is None and new and _inside(old, told)]
    first += [place.country for place in added if _inside(place, told)]
    now = [new for country in event.countries for new in moved.get(country, (country,))]
    named = tuple(country for country in dict.fromkeys([*now, *first]) if country)
    return event if named == event.countries else replace(event, countries=named)


def _relation(relation: Relation, changes: Changes, places: Sequence[Place]) -> Relation | None:
    subject, other = (_party(end, changes, places) for end in (relation.subject, relation.object))
    if (subject, other) == (relation.subject, relation.object):
        return relation
    if any(end.entity is None and end.country is None for end in (subject, other)):
        return None
    return replace(relation, subject=subject, object=other)


def _party(party: Party, changes: Changes, places: Sequence[Place]) -> Party:
    """The party with the country that its words name now; as it was where they name several."""
    now = _moved([Span(party.start, party.end)], changes, places).get(party.country, (party.country,))
    return replace(party, country=now[0]) if len(now) == 1 else party


def _moved(
    spans: Sequence[Span], changes: Changes, places: Sequence[Place]
) -> dict[str | None, tuple[str | None, ...]]:
    """What becomes of the countries that these stretches name no longer: those that they name instead, or `None`.

    What named no country and does now is under `None`.
    """
    still = {p.country for p in places if _inside(p, spans)}
    moved: dict[str | None, dict[str | None, None]] = {}
    for old, new in changes.items():
        if _inside(old, spans) and (old.country is None or old.country not in still):
            moved.setdefault(old.country, {})[new.country if new else None] = None
    return {country: tuple(code for code in codes if code is not None) or (None,) for country, codes in moved.items()}


def _inside(place: Place, spans: Iterable[Span]) -> bool:
    return any(span.contains(place.span) for span in spans)
