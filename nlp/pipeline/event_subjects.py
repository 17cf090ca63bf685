"""The subject of a label's clause: a name rather than a pronoun or an office."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.pipeline.clauses import Reading, is_root
from nlp.pipeline.event_phrases import Piece, noun_pieces
from nlp.pipeline.event_pronouns import antecedent, is_pronoun


def subject_pieces(verb: Token, subject: Token | None, reading: Reading, skip: int = -1) -> list[Piece]:
    if subject is not None and is_pronoun(subject):
        subject = antecedent(subject, reading)
    pieces: list[Piece] = []
    if subject is not None and not is_pronoun(subject):
        left_out = skip if skip >= 0 else branch_of(verb, subject)
        noun_pieces(_person_beside(subject, reading), reading, 0, None, pieces, skip=left_out)
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
    """As in "the press secretary, **Dmitry Peskov**": the name stands for the office."""
    for child in reading.of(noun, "appos"):
        name = reading.names.get(child.i)
        if name is not None and name.label == "PERSON" and noun.i not in reading.names:
            return child
    return noun
