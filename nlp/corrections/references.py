"""Events, statements and relations after some mentions went from one entity to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nlp.model import Event, Mention, Party, Quote, Relation, Span, SpeakerBasis

_ARTICLE = len("the ")


class References:
    """What every reference to an entity becomes, from where its mentions went.

    `homes` holds every mention as it was, also added ones, with the id of the entity that it belongs to now.
    """

    def __init__(self, homes: Mapping[Mention, str | None]) -> None:
        self._homes: dict[str, list[tuple[Mention, str | None]]] = {}
        for mention, home in homes.items():
            self._homes.setdefault(mention.entity, []).append((mention, home))
        self._changed = {name for name, homes in self._homes.items() if not name or any(h != name for _, h in homes)}

    def event(self, event: Event) -> Event:
        """The event with the entities that its sentences name now; what was added stands last."""
        told = [evidence.sentence for evidence in event.evidence]
        named: list[str] = []
        for name in (*event.entities, ""):
            if name not in self._changed:
                named.append(name)
                continue
            here = [home for mention, home in self._homes[name] if _within(mention, told)]
            named += [home for home in (here if here or not name else [self._whole(name)]) if home]
        entities = tuple(dict.fromkeys(name for name in named if name))
        return event if entities == event.entities else replace(event, entities=entities)

    def quote(self, quote: Quote) -> Quote:
        """The statement with its speaker as that is called now."""
        speaker = self._at(quote.speaker, quote.source)
        if speaker == quote.speaker:
            return quote
        if speaker is None:
            return replace(quote, speaker=None, basis=SpeakerBasis.DESCRIBED if quote.source else None)
        return replace(quote, speaker=speaker, basis=quote.basis if quote.speaker else SpeakerBasis.NAMED)

    def relation(self, relation: Relation) -> Relation | None:
        """The relation between the entities that its ends name now; none where an end is nobody, or both are one."""
        subject, other = self._party(relation.subject), self._party(relation.object)
        if (subject, other) == (relation.subject, relation.object):
            return relation
        if any(end.entity is None and end.country is None for end in (subject, other)):
            return None
        if subject.entity is not None and subject.entity == other.entity:
            return None
        return replace(relation, subject=subject, object=other)

    def _party(self, party: Party) -> Party:
        entity = self._at(party.entity, Span(party.start, party.end))
        return party if entity == party.entity else replace(party, entity=entity)

    def _at(self, entity: str | None, span: Span | None) -> str | None:
        """Whom a span that stood for `entity` stands for now."""
        if (entity or "") not in self._changed:
            return entity
        if entity is None:  # a name that was missed, and what stood for nobody is that name
            return next((home for m, home in self._homes[""] if span is not None and _is(m, span)), None)
        here = [home for m, home in self._homes[entity] if span is not None and span.overlaps(m.span)]
        return here[0] if here else self._whole(entity)

    def _whole(self, entity: str) -> str | None:
        """Where all mentions of an entity went; the entity itself where some are left."""
        homes = [home for _, home in self._homes[entity]]
        return entity if entity in homes else homes[0]


def _is(mention: Mention, span: Span) -> bool:
    """Whether a span is a mention and no more than an article before it."""
    return span.end == mention.end and 0 <= mention.start - span.start <= _ARTICLE


def _within(mention: Mention, spans: Iterable[Span]) -> bool:
    return any(span.contains(mention.span) for span in spans)
