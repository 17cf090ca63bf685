"""The dialog in which the reader says who made a statement."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import streamlit as st

from components.correcting import confirm
from components.corrections import counted
from components.wording import plain
from nlp.corrections import StatementDecision
from nlp.kinds import kind_words
from nlp.quote_wording import statement_words

_LONGEST = 60  # characters of a statement in the list of corrections
_NOBODY, _NONE = "nobody", "none"
_WORDS = {_NOBODY: "nobody who has a name", _NONE: "it is no statement"}


@st.dialog("Correct a statement", width="medium")
def correct_statement(key: str) -> None:
    """Ask who made a statement, and change it; or say that it is none."""
    analyses = counted()
    article, _, number = key.rpartition("#")
    analysis = next(a for a in analyses if a.article.id == article)
    quote = analysis.quotes[int(number)]
    words = statement_words(analysis.article.text, quote)
    st.caption(plain(words))
    entities = {e.id: e for e in sorted(analysis.entities, key=lambda e: -e.salience)}
    chosen = st.selectbox(
        "Who says it?",
        [*entities, *_WORDS],
        index=None,
        key=f"speaker {key}",
        format_func=lambda e: _WORDS.get(e) or f"{entities[e].name} · {kind_words(entities[e].label)}",
        placeholder="Choose, or type a part of the name",
    )
    decision = StatementDecision(
        article, quote.start, quote.end, kept=chosen != _NONE, words=textwrap.shorten(words, _LONGEST, placeholder="…")
    )
    if chosen in entities:
        decision = replace(decision, speaker=entities[chosen].name, label=entities[chosen].label)
    unchanged = chosen is None or chosen == quote.speaker or (chosen == _NOBODY and quote.speaker is None)
    confirm(() if unchanged else (decision,), analyses, "statement")
