"""The entities of an article after some mentions went from one to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from nlp.corrections.decisions import NameDecision, Reach
from nlp.corrections.touched import written
from nlp.entity_key_rules import folded
from nlp.gazetteer import country_alias, nationality
from nlp.kinds import group_of
from nlp.model import Analysis, Decided, Entity, Mention


def rebuilt(
    analysis: Analysis, decision: NameDecision, homes: Mapping[Mention, str | None], target: str | None
) -> tuple[Entity, ...]:
    """The entities in the order in which they were, a new one where its first mention stands.

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
    old = {entity.id: entity for entity in analysis.entities}
    order = [*old, *([target] if target is not None and target not in old else [])]
    made = []
    for name in order:
        group = members.get(name, [])
        if name == target:
            made.append(_decided(target, group, decision, old, homes))
        elif group:
            made.append(old[name] if len(group) == old[name].mentions else _left(old[name], group))
    firsts = {name: group[0].start for name, group in members.items()}
    return tuple(sorted(made, key=lambda e: firsts[e.id])) if target not in old else tuple(made)


def _decided(
    target: str,
    group: Sequence[Mention],
    decision: NameDecision,
    old: Mapping[str, Entity],
    homes: Mapping[Mention, str | None],
) -> Entity:
    """What the names mean, with all that is known of those that it was made of."""
    whole = decision.reach is Reach.ENTRIES
    shares = Counter(m.entity for m, home in homes.items() if home == target and m.entity in old)
    own = [old[target]] if target in old else []
    parts = own + [old[name] for name in shares if name != target and whole]
    name = str(decision.means)
    forms = [*(form for e in parts for form in (e.name, *e.aliases)), *_forms(group)]
    role = next((e for e in parts if e.role), None)
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


def _country(decision: NameDecision, parts: Sequence[Entity], role: Entity | None) -> str | None:
    """The country that the entity is or that its role implies; a name of another kind is asked anew."""
    if decision.label == "PERSON":
        return role.country if role else None
    same = [e for e in parts if group_of(e.label) == group_of(decision.label) and e.country]
    if same:
        return same[0].country
    known = {"GPE": country_alias, "NORP": nationality}.get(decision.label)
    alias = known(str(decision.means)) if known else None
    return alias.iso3 if alias else None


def _left(entity: Entity, group: Sequence[Mention]) -> Entity:
    """An entity that some of its mentions have left, called by what the text calls it now."""
    remaining = {written(m) for m in group}
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
