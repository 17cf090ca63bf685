"""Neighbouring candidates that are one name: "Liberal Party" + "of Canada", "Honda" + "Malaysia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_gazetteer import country_of_word
from nlp.pipeline.entity_tables import organisation_heads, particles, state_heads


def joined(doc: Doc, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates in text order, with pairs that are one organisation's name made one."""
    held: Candidate | None = None
    for candidate in candidates:
        if held is None:
            held = candidate
        elif _is_one_name(doc, held, candidate):
            held = replace(held, end=candidate.end)
        else:
            yield held
            held = candidate
    if held is not None:
        yield held


def extended(doc: Doc, candidate: Candidate) -> Candidate:
    """A person's name with the family name behind a particle that the model left out: "Ursula" + "von der Leyen"."""
    end = candidate.end
    while end < len(doc) and doc[end].lower_ in particles() and doc[end].text.islower():
        end += 1
    if candidate.label != "PERSON" or end == candidate.end or end >= len(doc):
        return candidate
    follows = doc[end].tag_ in ("NNP", "NNPS") and doc[end].text[:1].isupper()
    return replace(candidate, end=end + 1) if follows else candidate


def _is_one_name(doc: Doc, one: Candidate, other: Candidate) -> bool:
    """Whether an organisation and the place after it are one organisation's name."""
    if one.label == other.label == "PERSON" and one.end == other.start:
        # A long name in two parts; two people have a comma or "and" between them.
        return bool(doc[one.end - 1].whitespace_ == " ")
    if one.label != "ORG" or other.label not in ("GPE", "LOC", "ORG"):
        return False
    between = [token.lower_ for token in doc[one.end : other.start]]
    place = " ".join(token.text for token in doc[other.start : other.end])
    if between in (["of"], ["of", "the"]):
        words = {token.text for token in doc[one.start : one.end]}
        # Every country has a Ministry of Defence: there the country is a mention of its own.
        return not words.isdisjoint(organisation_heads()) and words.isdisjoint(state_heads()) and other.label != "ORG"
    return not between and other.label == "GPE" and country_of_word(place) is not None
