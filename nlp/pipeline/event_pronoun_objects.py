"""What "it" and "them" stand for as objects: the one thing that was done something to before."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from nlp.pipeline.clauses import LONGEST_SENTENCE, VERBAL, Reading, is_root
from nlp.pipeline.entity_tables import organisation_nouns, role_nouns
from nlp.pipeline.event_cues import is_cue

_NUMBERS = {"it": ("NN", "NNP"), "them": ("NNS", "NNPS")}
_ACTORS = ("PERSON", "ORG", "GPE", "NORP")


def is_pronoun(token: Token) -> bool:
    """Whether a token only stands for something else ("he", "it", "this"); "nobody" and "many" tell by themselves."""
    if is_cue(token, "indefinite"):
        return False
    return bool(token.pos_ == "PRON" or (token.tag_ in ("DT", "WDT", "WP", "PRP", "EX") and token.pos_ != "PROPN"))


def object_antecedent(pronoun: Token, reading: Reading) -> Token | None:
    """The noun that "it" or "them" stands for, or `None` where that is not plain.

    It is the one object of a verb (or subject of a passive) that precedes in the sentence or, failing that, in the
    main clause of the sentence before: "The house passed **the bill**. The king is to sign it". Names of actors and
    words for organisations are left alone: in "The bank bought the firm. Regulators fined it" either may be meant.
    """
    number = reading.sentences[pronoun.i]
    start, _ = reading.bounds[number]
    found = _undergoers(range(max(start, pronoun.i - LONGEST_SENTENCE), pronoun.i), pronoun, reading)
    if not found and number:
        first, last = reading.bounds[number - 1]
        before = range(first, min(last, first + LONGEST_SENTENCE))
        found = [token for token in _undergoers(before, pronoun, reading) if _in_main_clause(token)]
    return found[0] if len({token.lower_ for token in found}) == 1 and not _is_actor(found[0], reading) else None


def _undergoers(place: Iterable[int], pronoun: Token, reading: Reading) -> list[Token]:
    tags = _NUMBERS.get(pronoun.lower_, ())
    tokens = (reading.doc[i] for i in place)
    return [
        token
        for token in tokens
        if token.dep_ in ("dobj", "nsubjpass")
        and token.tag_ in tags
        and token.head.pos_ in VERBAL
        and token.head.i != pronoun.head.i
        and token.i not in reading.dated
        and not _is_person(token, reading)
    ]


def _is_person(noun: Token, reading: Reading) -> bool:
    name = reading.names.get(noun.i)
    return name is not None and name.label == "PERSON"


def _in_main_clause(noun: Token) -> bool:
    verb = noun.head
    return is_root(verb) or (verb.dep_ == "conj" and is_root(verb.head))


def _is_actor(noun: Token, reading: Reading) -> bool:
    name = reading.names.get(noun.i)
    lemma = noun.lemma_.lower()
    return (name is not None and name.label in _ACTORS) or lemma in organisation_nouns() or lemma in role_nouns()
