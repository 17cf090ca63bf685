"""The subject of a label's clause: a name rather than a pronoun or an office."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.pipeline.clauses import Reading, is_root
from nlp.pipeline.event_phrases import Piece, noun_pieces
from nlp.pipeline.event_pronoun_objects import is_pronoun
from nlp.pipeline.event_pronouns import antecedent


def subject_pieces(verb: Token, subject: Token | None, reading: Reading, skip: int = -1) -> list[Piece]:
    if subject is not None and is_pronoun(subject):
        subject = antecedent(subject, reading)
    pieces: list[Piece] = []
    if subject is not None and not is_pronoun(subject):
        subject = _person_beside(subject, reading)
        left_out = skip if skip >= 0 else branch_of(verb, subject)
        noun_pieces(subject, reading, 0, None, pieces, skip=left_out)
    return pieces


def branch_of(verb: Token, subject: Token) -> int:
    """The token below `subject` on the way to `verb`, or -1 where the verb does not hang by it."""
    token = verb
    for _ in range(12):
        if is_root(token):
            return -1
        if token.head.i == subject.i:
            return token.i
        token = token.head
    return -1


def _person_beside(noun: Token, reading: Reading) -> Token:
    """As in "the press secretary, **Dmitry Peskov**", "**Clara Neumann**, the novelist": the name for the office."""
    if noun.i in reading.names:
        return noun
    beside = [*reading.of(noun, "appos"), *([noun.head] if noun.dep_ == "appos" else [])]
    for token in beside:
        name = reading.names.get(token.i)
        if name is not None and name.label == "PERSON":
            return token
    return noun
