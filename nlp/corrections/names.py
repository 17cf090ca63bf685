"""An analysis after an analyst said what some names mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from nlp.corrections.decisions import NameDecision, Reach
from nlp.corrections.entities import rebuilt
from nlp.corrections.meanings import with_meaning
from nlp.corrections.references import References
from nlp.corrections.touched import touched
from nlp.entity_key_rules import folded
from nlp.kinds import group_of
from nlp.model import Analysis, Decided, Entity, Mention


def number_of_mentions(analysis: Analysis, decision: NameDecision) -> int:
    """How many mentions a decision is about; what an added one takes the place of is not counted with it."""
    found, added = touched(analysis, decision)
    return len([mention for mention in found if not _is_within(mention, added)]) + len(added)


def decide_names(analysis: Analysis, decision: NameDecision) -> Analysis:
    """One analysis with one decision applied: mentions, entities, and everything that refers to them.

    Where names no longer name a place, it no longer counts for its country.
    """
    found, added = touched(analysis, decision)
    if not found and not added:
        return analysis
    target = None if decision.means is None else _target(analysis, decision, {m.entity for m in found})
    homes: dict[Mention, str | None] = {m: m.entity for m in analysis.mentions}
    homes |= dict.fromkeys(found, target) | dict.fromkeys(added, target)
    references = References(homes)  # to what an added mention takes the place of, too
    homes |= {mention: None for mention in found if _is_within(mention, added)}
    entities = rebuilt(analysis, decision, homes, target)
    if not added and homes == {m: m.entity for m in analysis.mentions} and _are_known(entities, analysis.entities):
        return analysis
    corrected = replace(
        analysis,
        mentions=_mentions(homes, {entity.id: entity.label for entity in entities}),
        entities=entities,
        events=tuple(references.event(event) for event in analysis.events),
        quotes=tuple(references.quote(quote) for quote in analysis.quotes),
        relations=tuple(r for r in map(references.relation, analysis.relations) if r is not None),
    )
    return with_meaning(corrected, decision, [m for m in found if homes[m] is not None or target is None], added)


def _are_known(entities: Sequence[Entity], before: Sequence[Entity]) -> bool:
    """Whether these entities are those of before, but for whether an analyst has said so."""
    return all(one == replace(other, decided=one.decided) for one, other in zip(entities, before, strict=True))


def _target(analysis: Analysis, decision: NameDecision, sources: set[str]) -> str:
    """The id of the entity that the names mean: one that is there, one of those that they belong to, or a new one."""
    group, name = group_of(decision.label), folded(str(decision.means))
    for entity in analysis.entities:
        same = group_of(entity.label) == group and folded(entity.name) == name
        # What was set apart is another thing than what has its name and was not.
        if same and (entity.decided is Decided.APART) is decision.apart:
            return entity.id
    if decision.reach is Reach.ENTRIES:
        return next(entity.id for entity in analysis.entities if entity.id in sources)
    taken = {entity.id for entity in analysis.entities}
    return next(new for new in (f"e{n}" for n in range(len(taken), 2 * len(taken) + 1)) if new not in taken)


def _is_within(mention: Mention, added: Iterable[Mention]) -> bool:
    return any(new.span.contains(mention.span) for new in added)


def _mentions(homes: Mapping[Mention, str | None], labels: Mapping[str, str]) -> tuple[Mention, ...]:
    kept = [replace(m, entity=home, label=labels[home]) for m, home in homes.items() if home is not None]
    return tuple(sorted(kept, key=lambda m: (m.start, m.end)))
