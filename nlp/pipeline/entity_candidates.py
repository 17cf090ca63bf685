"""Candidate entity spans, in tokens, and the set of them that a document keeps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span

# OntoNotes' labels that name something; all others count, measure or date.
NAMING = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "LANGUAGE"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `[start, end)` that may name something of the kind `label`; `rule` names what proposed them."""

    start: int
    end: int
    label: str
    rule: str = "model"

    @property
    def names(self) -> bool:
        """Whether the label is one of a thing with a name, rather than a date or an amount."""
        return self.label in NAMING


def model_candidates(doc: Doc) -> list[Candidate]:
    """What the language model found, in text order."""
    return [Candidate(ent.start, ent.end, ent.label_) for ent in doc.ents]


def without_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates in text order; of two that share a token, the earlier in the given order wins."""
    taken: set[int] = set()
    kept: list[Candidate] = []
    for candidate in candidates:
        tokens = range(candidate.start, candidate.end)
        if tokens and taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(candidate)
    return sorted(kept, key=lambda candidate: candidate.start)


def as_spans(doc: Doc, candidates: Iterable[Candidate]) -> list[Span]:
    """The candidates as spaCy spans."""
    return [Span(doc, candidate.start, candidate.end, label=candidate.label) for candidate in candidates]
