"""The tab that lists who said what, in text order."""

from __future__ import annotations

from collections import Counter
from typing import Any

import streamlit as st

from components.lists import listing
from components.table import Cell, Column, Row
from nlp.frames import Frames

_EVERYBODY = "Everybody"


def said(shown: Frames, everything: Frames) -> None:
    """Every statement with its speaker and the word that says so; of one speaker alone where one is chosen."""
    quotes = shown.quotes
    many = shown.articles["article"].nunique() > 1
    if len(quotes):
        speaker = _speaker(Counter(quotes["speaker"]))
        quotes = quotes[quotes["speaker"] == speaker] if speaker else quotes
    columns = [Column("Speaker"), Column("Statement"), Column("How", "quiet")]
    if many:
        columns.append(Column("Article", "quiet"))
    rows = [
        Row(
            q.quote,
            (
                Cell(q.speaker, sub=_aside(q), hint=q.why),
                Cell(q.statement, sort=n),
                Cell(q.cue),
                *([Cell(q.title)] if many else []),
            ),
        )
        for n, q in enumerate(quotes.itertuples(index=False))
    ]
    listing("said", "quote", columns, rows, quotes, everything, "statement")


def _speaker(counts: Counter[str]) -> str | None:
    """The speaker whose statements alone are wanted, chosen from a list with the number of each; `None` for all."""
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    chosen = st.selectbox(
        "Speaker",
        [_EVERYBODY, *ranked],
        key="said_speaker",
        format_func=lambda name: name if name == _EVERYBODY else f"{name} · {counts[name]}",
        width=320,
    )
    return None if chosen == _EVERYBODY else chosen


def _aside(quote: Any) -> str:
    """Under a name: the office, or the pronoun that the text has in its place."""
    written = f"“{quote.source}”" if quote.basis == "pronoun" and quote.entity else ""
    return " · ".join(part for part in (quote.role, written) if part)
