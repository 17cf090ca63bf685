"""The vocabulary of statements, from `nlp/resources/quote_cues.csv`."""

from __future__ import annotations

import functools

from spacy.tokens import Token

from nlp.gazetteer.tables import read_table


@functools.cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(read_table("quote_cues.csv"))


@functools.cache
def quote_cues(*uses: str) -> frozenset[str]:
    """The lower-case lemmas or words that the table lists for one of `uses`; unknown uses have none."""
    return frozenset(row["lemma"] for row in _rows() if row["use"] in uses)


def is_quote_cue(token: Token, *uses: str) -> bool:
    """Whether the token's lemma is listed for one of `uses`."""
    return token.lemma_.lower() in quote_cues(*uses)
