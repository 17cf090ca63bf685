"""Neighbouring candidates that are one name: "Liberal Party" + "of Canada", "Honda" + "Malaysia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_gazetteer import country_of_word
from nlp.pipeline.entity_tables import common_words, organisation_heads, particles, state_heads

_QUOTES = frozenset('"“”‘’')


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
    """A person's name with what the model left out at its end.

    That is the family name behind a particle ("Ursula" + "von der Leyen") or behind a nickname ('Jorge "Tuto' + '"
    Quiroga'), and the second syllable of a hyphenated given name ("Park Won" + "-gon").
    """
    if candidate.label != "PERSON":
        return candidate
    end = _behind_nickname(doc, candidate)
    if end == candidate.end and end - candidate.start > 1 and _syllable(doc, end):
        return replace(candidate, end=end + 2)
    while end < len(doc) and doc[end].lower_ in particles() and doc[end].text.islower():
        end += 1
    if end == candidate.end or end >= len(doc):
        return candidate
    follows = doc[end].tag_ in ("NNP", "NNPS") and doc[end].text[:1].isupper()
    return replace(candidate, end=end + 1) if follows else candidate


def _behind_nickname(doc: Doc, candidate: Candidate) -> int:
    """Past the quotation mark that closes a nickname, which the name has opened; else where the name ends."""
    end = candidate.end
    opened = sum(token.text in _QUOTES for token in doc[candidate.start : end]) == 1
    return end + 1 if opened and end < len(doc) and doc[end].text in _QUOTES else end


def _syllable(doc: Doc, i: int) -> bool:
    """Whether a hyphen at `i` joins a lower-case syllable that is no English word: not so in "Park Won-led"."""
    if i + 1 >= len(doc) or doc[i].text != "-" or doc[i - 1].whitespace_ or doc[i].whitespace_:
        return False
    word = doc[i + 1].text
    return word.isalpha() and word.islower() and 2 <= len(word) <= 5 and word not in common_words()


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
