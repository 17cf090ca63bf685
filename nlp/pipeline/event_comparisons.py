"""Dates that only say what an amount is compared with."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.pipeline.clauses import Reading
from nlp.pipeline.event_cues import is_cue


def is_comparison(node: Token, above: Token) -> bool:
    """Whether a date only says what something is measured against: "than a year earlier", "compared with May"."""
    return any(t.lower_ in ("than", "versus", "compared") for t in (node, above))


def is_measured_against(first: Token, reading: Reading) -> bool:
    """Whether an amount that something is compared with stands before the date: "from $93 million a year earlier"."""
    amounts = 0
    for i in range(first.i - 1, max(first.i - 12, -1), -1):
        token = reading.doc[i]
        if token.pos_ in ("NUM", "SYM") or token.tag_ in ("CD", "$"):
            amounts += 1
        elif token.lower_ in ("from", "than", "against", "versus"):
            return amounts > 0
        elif token.lower_ in ("with", "to") and i and reading.doc[i - 1].lower_ == "compared":
            return True
        elif not is_cue(token, "unit") and token.pos_ not in ("DET", "PUNCT"):
            return False
    return False
