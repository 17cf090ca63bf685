"""The vocabulary of statements, from `nlp/resources/quote_cues.csv`."""

from __future__ import annotations

import csv
import functools
from importlib import resources

from spacy.tokens import Token


@functools.cache
def quote_cues(use: str) -> frozenset[str]:
    """The lower-case lemmas or words that the table lists for `use`; unknown uses have none."""
    text = (resources.files("nlp") / "resources" / "quote_cues.csv").read_text(encoding="utf8")
    return frozenset(row["lemma"] for row in csv.DictReader(text.splitlines()) if row["use"] == use)


def is_quote_cue(token: Token, *uses: str) -> bool:
    """Whether the token's lemma is listed for one of `uses`."""
    lemma = token.lemma_.lower()
    return any(lemma in quote_cues(use) for use in uses)
