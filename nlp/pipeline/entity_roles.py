"""The role of each person, and the country that it implies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from nlp.pipeline.entity_mentions import Named
from nlp.pipeline.roles import Role, roles_beside


@dataclass(frozen=True, slots=True)
class Office:
    """A person's role as a reader sees it, and the country that it concerns."""

    text: str
    country: str | None


def offices(doc: Doc, named: Sequence[Named], numbers: Sequence[int]) -> dict[int, Office]:
    """For each entity with a stated role: the fullest role, of several the first in the text."""
    holder = {mention.start: number for mention, number in zip(named, numbers, strict=True)}
    best: dict[int, Role] = {}
    for mention, number in zip(named, numbers, strict=True):
        if mention.form.label != "PERSON":
            continue
        for role in roles_beside(doc, mention.start, mention.end):
            if any(holder.get(i) == number for i in range(role.start, role.end)):
                continue  # nobody is his own brother
            if number not in best or role.rank < best[number].rank:
                best[number] = role
    direct = {number: _country(doc, role) for number, role in best.items()}
    found: dict[int, Office] = {}
    for number, role in best.items():
        chain = (direct.get(holder[i]) for i in range(role.start, role.end) if i in holder)
        found[number] = Office(role.text, direct[number] or next((c for c in chain if c), None))
    return found


def _country(doc: Doc, role: Role) -> str | None:
    """The first country that the words of a role point to."""
    start, end = doc[role.start].idx, doc[role.end - 1].idx + len(doc[role.end - 1])
    return next((p.country for p in doc._.places if p.country and p.start < end and start < p.end), None)
