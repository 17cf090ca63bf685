"""Who and where: the entities and countries of a happening's own clause."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from spacy.tokens import Doc, Token

from nlp.pipeline.clauses import Reading, subtree

# What stands on a token: entities' ids, or countries.
Placed = Mapping[int, tuple[str, ...]]


def entity_tokens(doc: Doc) -> Placed:
    """The first token of each mention with its entity's id."""
    return _placed((_token_at(doc, m.start), m.entity) for m in doc._.mentions)


def country_tokens(doc: Doc) -> Placed:
    """The first token of each place with its country; places without one are left out."""
    return _placed((_token_at(doc, p.start), p.country) for p in doc._.places if p.country)


def clause_tokens(head: Token, label: Collection[int], reading: Reading) -> set[int]:
    """The tokens of the happening's clause or noun phrase, without clauses that merely follow on, and of its label."""
    return subtree(head, reading, without=("relcl", "advcl", "parataxis")) | set(label)


def placed_within(placed: Placed, tokens: Collection[int]) -> tuple[str, ...]:
    """What stands on `tokens`, each once, in text order."""
    return tuple(dict.fromkeys(what for i in sorted(tokens) for what in placed.get(i, ())))


def _placed(pairs: Iterable[tuple[int, str]]) -> Placed:
    found: dict[int, tuple[str, ...]] = {}
    for token, what in pairs:
        found[token] = (*found.get(token, ()), what)
    return found


def _token_at(doc: Doc, offset: int) -> int:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return int(span.start) if span is not None else -1
