"""Dates that only say what an amount is compared with."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.pipeline.clauses import Reading
from nlp.pipeline.event_cues import is_cue

_RECORD_REACH = 9  # tokens between "worst" and "since"


def is_comparison(node: Token, above: Token) -> bool:
    """Whether a date only says what something is measured against: "than a year earlier", "compared with May"."""
    return any(t.lower_ in ("than", "versus", "compared") for t in (node, above))


def is_measured_against(first: Token, reading: Reading) -> bool:
    """Whether an amount that something is compared with stands before the date: "from $93 million a year earlier"."""
    amounts = 0
    for i in range(first.i - 1, max(first.i - 12, -1), -1):
        token = reading.doc[i]
        if i == first.i - 1 and token.lower_ in ("in", "on"):
            continue
        if token.pos_ in ("NUM", "SYM") or token.tag_ in ("CD", "$"):
            amounts += 1
        elif token.lower_ in ("from", "than", "against", "versus"):
            return amounts > 0
        elif token.lower_ in ("with", "to") and i and reading.doc[i - 1].lower_ == "compared":
            return True
        elif not is_cue(token, "unit") and token.pos_ not in ("DET", "PUNCT"):
            return False
    return False


def is_benchmark(first: Token, reading: Reading) -> bool:
    """Whether a date only says how far back a record reaches: "its worst day since 4 April", "first since 2019"."""
    since = first.i - 1
    while since >= 0 and reading.doc[since].lower_ in ("the", "early", "late", "mid", "-"):
        since -= 1
    if since < 1 or reading.doc[since].lower_ != "since":
        return False
    for i in range(since - 1, max(since - _RECORD_REACH, -1), -1):
        token = reading.doc[i]
        if token.tag_ in ("JJS", "RBS") or token.lower_ in ("first", "lowest", "only", "second"):
            return True
        if token.pos_ in ("VERB", "AUX") or token.is_sent_start or token.text in (",", ";", ":"):
            return False
    return False
