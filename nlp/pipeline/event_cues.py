"""The cue words of the event rules, from `nlp/resources/event_cues.csv` and `event_nouns.csv`."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from spacy.tokens import Token

from nlp.gazetteer.tables import read_table


@functools.cache
def cues(use: str) -> frozenset[str]:
    """The lower-case lemmas or words that the table lists for `use`; unknown uses have none."""
    return frozenset(row["word"] for row in _rows("event_cues.csv") if row["use"] == use)


def is_cue(token: Token, use: str) -> bool:
    """Whether the token's lemma or form is listed for `use`."""
    return token.lemma_.lower() in cues(use) or token.lower_ in cues(use)


def is_verb_cue(verb: Token, particles: Iterable[Token], use: str) -> bool:
    """As `is_cue`, for a verb that may be listed with its particle: "put off" is `put_off`."""
    return is_cue(verb, use) or any(f"{verb.lemma_.lower()}_{p.lower_}" in cues(use) for p in particles)


@functools.cache
def nouns(kind: str) -> frozenset[str]:
    """Lemmas of nouns of one kind.

    `event`: happenings. `issued`: things that a date says when they were issued ("the 2019 law"). `figure`: measures
    that belong to a period ("third-quarter profit"). `thing`: no happenings, whatever their ending says ("station").
    """
    return frozenset(row["noun"] for row in _rows("event_nouns.csv") if row["kind"] == kind)


def is_eventive(noun: Token) -> bool:
    """Whether a noun names a happening, by the table or else by its ending."""
    lemma = noun.lemma_.lower()
    if lemma in nouns("thing") or lemma in nouns("figure"):
        return False
    if lemma in nouns("event") or lemma in nouns("issued"):
        return True
    return (
        noun.pos_ == "NOUN" and len(lemma) > 6 and lemma.endswith(("tion", "sion", "ment", "ance", "ing", "sal", "val"))
    )


@functools.cache
def _rows(table: str) -> tuple[dict[str, str], ...]:
    return tuple(read_table(table))
