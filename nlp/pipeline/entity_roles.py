"""The role of each person and organisation, where it is stated, and the country that it implies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from nlp.model import Span
from nlp.pipeline.entity_mentions import Named
from nlp.pipeline.entity_tables import kin_nouns
from nlp.pipeline.role_findings import Role
from nlp.pipeline.role_organisations import descriptions_beside
from nlp.pipeline.roles import roles_beside

_OWNERS = frozenset({"her", "his"})


@dataclass(frozen=True, slots=True)
class Office:
    """A role as a reader sees it, the country that it concerns, and where the article states it."""

    text: str
    country: str | None
    span: Span


def offices(doc: Doc, named: Sequence[Named], numbers: Sequence[int], labels: Mapping[int, str]) -> dict[int, Office]:
    """For each entity with a stated role: the fullest role, of several the first in the text.

    Args:
        doc: the document.
        named: its mentions.
        numbers: for each mention the number of its entity.
        labels: for each number the label of the entity; only people and organisations have roles.
    """
    holder = {mention.start: number for mention, number in zip(named, numbers, strict=True)}
    best: dict[int, Role] = {}
    for at, (mention, number) in enumerate(zip(named, numbers, strict=True)):
        for role in _beside(doc, mention, labels[number]):
            if any(holder.get(i) == number for i in range(role.start, role.end)):
                continue  # nobody is his own brother
            if number not in best or role.rank < best[number].rank:
                best[number] = _with_relative(doc, role, named[:at], labels, numbers)
    direct = {number: _country(doc, role) for number, role in best.items()}
    found: dict[int, Office] = {}
    for number, role in best.items():
        chain = (direct.get(holder[i]) for i in range(role.start, role.end) if i in holder)
        found[number] = Office(role.text, direct[number] or next((c for c in chain if c), None), _span(doc, role))
    return found


def _beside(doc: Doc, mention: Named, label: str) -> Iterator[Role]:
    if mention.rule:
        return
    if label == "PERSON":
        yield from roles_beside(doc, mention.start, mention.end)
    elif label == "ORG":
        yield from descriptions_beside(doc, mention.start, mention.end)


def _with_relative(
    doc: Doc, role: Role, before: Sequence[Named], labels: Mapping[int, str], numbers: Sequence[int]
) -> Role:
    """A relative with whose relative he is, "his wife", where the sentence names exactly one person before it."""
    first = role.start
    if role.text not in kin_nouns() or not first or doc[first - 1].lower_ not in _OWNERS:
        return role
    people = []
    for mention, number in zip(reversed(before), reversed(numbers[: len(before)]), strict=True):
        if mention.end > first or any(token.is_sent_start for token in doc[mention.start + 1 : first]):
            break
        if labels[number] == "PERSON":
            people.append(mention)
    if len(people) != 1:
        return role
    return replace(role, text=f"{role.text} of {people[0].form.text}", start=first - 1)


def _span(doc: Doc, role: Role) -> Span:
    first, last = doc[role.start], doc[role.end - 1]
    return Span(first.idx, last.idx + len(last))


def _country(doc: Doc, role: Role) -> str | None:
    """The first country that the words of a role point to."""
    span = _span(doc, role)
    return next((p.country for p in doc._.places if p.country and p.start < span.end and span.start < p.end), None)
