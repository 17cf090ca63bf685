"""The entities of an article after some mentions went from one to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from nlp.corrections.decisions import NameDecision, Reach
from nlp.corrections.meanings import alias_of
from nlp.corrections.touched import written
from nlp.entity_key_rules import folded
from nlp.kinds import group_of
from nlp.model import Analysis, Decided, Entity, Mention

_PERSON = "PERSON"


def rebuilt(
    analysis: Analysis, decision: NameDecision, homes: Mapping[Mention, str | None], target: str | None
) -> tuple[Entity, ...]:
    """The entities in the order of their first mentions; what the text does not name stands last.

    Args:
        analysis: as it was before the decision.
        decision: what is decided.
        homes: every mention, also added ones, with the id of the entity that it now belongs to.
        target: the id of the entity that the decision makes or changes.
    """
    members: dict[str, list[Mention]] = {}
    for mention, home in sorted(homes.items(), key=lambda item: item[0].start):
        if home is not None:
            members.setdefault(home, []).append(mention)
    had = {mention.entity for mention in analysis.mentions}
    old = {entity.id: entity for entity in analysis.entities}
    made = []
    for name in (*old, *([target] if target is not None and target not in old else [])):
        group = members.get(name, [])
        if name == target:
            made.append(_decided(target, group, decision, old, homes, analysis))
        elif group:
            made.append(old[name] if len(group) == old[name].mentions else _left(old[name], group, analysis))
        elif name not in had:
            made.append(old[name])
    last = len(analysis.article.text)
    return tuple(sorted(made, key=lambda e: members[e.id][0].start if e.id in members else last))


def _decided(
    target: str,
    group: Sequence[Mention],
    decision: NameDecision,
    old: Mapping[str, Entity],
    homes: Mapping[Mention, str | None],
    analysis: Analysis,
) -> Entity:
    """What the names mean, with all that is known of those that it was made of."""
    whole = decision.reach is Reach.ENTRIES
    shares = Counter(m.entity for m, home in homes.items() if home == target and m.entity in old)
    own = [old[target]] if target in old else []
    others = [old[name] for name in shares if name != target]
    parts = own + (others if whole else [])
    name = str(decision.means)
    forms = [*(form for e in parts for form in (e.name, *e.aliases)), *_forms(group)]
    stated = [*parts, *(other for other in others if not whole and _stands_by(other, group, analysis))]
    role = next((e for e in stated if e.role and (e.label == decision.label or e.label != _PERSON)), None)
    left = 1.0
    for source, number in shares.items():
        left *= 1 - old[source].salience * number / max(1, old[source].mentions)
    return Entity(
        id=target,
        label=decision.label,
        name=name,
        aliases=tuple(dict.fromkeys(form for form in forms if form != name)),
        mentions=len(group),
        role=role.role if role else None,
        country=_country(decision, parts, role),
        salience=round(1 - left, 4),
        role_span=role.role_span if role else None,
        decided=Decided.APART if decision.apart else Decided.NAMED,
    )


def _stands_by(entity: Entity, group: Sequence[Mention], analysis: Analysis) -> bool:
    """Whether an entity's role is stated in a sentence in which one of these mentions stands, and none else of it."""
    if entity.role_span is None or (sentence := analysis.sentence_at(entity.role_span.start)) is None:
        return False
    here = {m for m in analysis.mentions if m.entity == entity.id and sentence.start <= m.start < sentence.end}
    return bool(here) and here <= set(group)


def _country(decision: NameDecision, parts: Sequence[Entity], role: Entity | None) -> str | None:
    """The country that the entity is or that its role implies; a name of a country or people is that one's."""
    if decision.country is not None:
        return decision.country
    if decision.label == _PERSON:
        return role.country if role else None
    same = next((e.country for e in parts if folded(e.name) == folded(str(decision.means)) and e.country), None)
    if same is not None:
        return same
    alias = alias_of(str(decision.means), decision.label)
    if alias is not None:
        return alias.iso3
    return next((e.country for e in parts if group_of(e.label) == group_of(decision.label) and e.country), None)


def _left(entity: Entity, group: Sequence[Mention], analysis: Analysis) -> Entity:
    """An entity that some of its mentions have left, called by what the text calls it now.

    A role goes with the mentions that it is stated of.
    """
    gone = [m for m in analysis.mentions if m.entity == entity.id and m not in set(group)]
    if _stands_by(entity, gone, analysis):
        entity = replace(entity, role=None, role_span=None, country=None if entity.label == _PERSON else entity.country)
    remaining = {written(m.text) for m in group}
    forms = [form for form in (entity.name, *entity.aliases) if folded(form) in remaining] or list(_forms(group))
    return replace(
        entity,
        name=forms[0],
        aliases=tuple(forms[1:]),
        mentions=len(group),
        salience=round(entity.salience * len(group) / max(1, entity.mentions), 4),
    )


def _forms(group: Sequence[Mention]) -> Iterator[str]:
    """The forms under which the text has something, each once; a description is none where a name is there."""
    named = [m for m in group if not m.rule] or group
    yield from dict.fromkeys(" ".join(m.text.split()) for m in named)
