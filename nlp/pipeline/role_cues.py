"""The cue words of roles and relations, from `nlp/resources/role_cues.csv`, and the kinds of nouns that they tell."""

from __future__ import annotations

import functools

from spacy.tokens import Token

from nlp.gazetteer.tables import read_table
from nlp.pipeline.clauses import Reading
from nlp.pipeline.entity_tables import organisation_nouns, role_nouns
from nlp.pipeline.event_cues import is_cue, is_eventive

_ACTING_LABELS = ("PERSON", "ORG", "NORP", "GPE")
_PEOPLE = ("man", "men", "woman", "women")
_DEED_USES = ("done to", "done by", "reciprocal", "giving", "harm", "suffered", "receiving")


@functools.cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(read_table("role_cues.csv"))


@functools.cache
def role_cues(*uses: str) -> frozenset[str]:
    """The lower-case lemmas or words that the table lists for one of `uses`; unknown uses have none."""
    return frozenset(row["word"] for row in _rows() if row["use"] in uses)


def is_role_cue(token: Token, *uses: str) -> bool:
    """Whether the token's lemma or form is listed for one of `uses`."""
    words = role_cues(*uses)
    return token.lemma_.lower() in words or token.lower_ in words


def is_acting(noun: Token, reading: Reading) -> bool:
    """Whether a noun means people, or a body of people: what they do, their country does."""
    name = reading.names.get(noun.i)
    if name is not None and name.label in _ACTING_LABELS and noun.text[:1].isupper():
        return True
    if noun.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    lemma = noun.lemma_.lower()
    listed = lemma in role_nouns() or noun.lower_ in role_nouns() or lemma in organisation_nouns()
    return listed or is_role_cue(noun, "acting") or is_cue(noun, "human") or noun.lower_.endswith(_PEOPLE)


def is_private(noun: Token) -> bool:
    """Whether a noun means one private person, for whose deeds no country stands: "a Brazilian dancer"."""
    if noun.tag_ != "NN" or is_role_cue(noun, "official", "forces"):
        return False
    return noun.lemma_.lower() in role_nouns() or is_cue(noun, "human") or noun.lower_.endswith(_PEOPLE)


def is_deed(noun: Token) -> bool:
    """Whether a noun names what somebody does: an attack, talks, a tariff."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    return is_eventive(noun) or is_role_cue(noun, *_DEED_USES)


def is_part(noun: Token) -> bool:
    """Whether a noun only counts what its "of" names: "a group of", "thousands of"."""
    return is_role_cue(noun, "among") or is_cue(noun, "quantity")


def is_publication(last: Token) -> bool:
    """Whether the last word of a name is a paper's or a programme's: "the China Daily"."""
    return is_role_cue(last, "publication")
