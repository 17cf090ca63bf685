"""The dialog in which the reader says who made a statement."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import streamlit as st

from components.correcting import confirm, numbered
from components.corrections import corrected
from components.wording import plain
from nlp.corrections import StatementDecision
from nlp.kinds import kind_words
from nlp.model import Decided, Entity
from nlp.quote_wording import speaker_words, statement_words
from nlp.wording import count

_LONGEST = 60  # characters of a statement in the list of corrections
_NOBODY, _NONE = "nobody", "none"
_WORDS = {_NOBODY: "nobody who has a name", _NONE: "it is no statement"}


@st.dialog("Correct a statement", width="medium")
def correct_statement(key: str, at: str) -> None:
    """Ask who made a statement, and change it; or say that it is none.

    Args:
        key: the statement's.
        at: what tells the widgets of one dialog from those of another.
    """
    analyses = corrected()
    analysis, number = numbered(analyses, key)
    quote = analysis.quotes[number]
    words = statement_words(analysis.article.text, quote)
    st.caption(plain(words))
    entities = {e.id: e for e in sorted(analysis.entities, key=lambda e: -e.salience)}
    now = entities[quote.speaker].name if quote.speaker in entities else speaker_words(analysis.article.text, quote)
    st.markdown(f"Now: **{plain(now)}**")
    chosen = st.selectbox(
        "Who says it?",
        [*entities, *_WORDS],
        index=None,
        key=f"speaker {at}",
        format_func=lambda e: _WORDS.get(e) or _listed(entities[e]),
        placeholder="Choose, or type a part of the name",
    )
    if chosen is None:
        confirm((), analyses, "statement", "Say first who says it.")
        return
    decision = StatementDecision(
        analysis.article.id,
        quote.start,
        quote.end,
        kept=chosen != _NONE,
        words=textwrap.shorten(words, _LONGEST, placeholder="…"),
    )
    if chosen in entities:
        entity = entities[chosen]
        apart = entity.decided is Decided.APART
        decision = replace(decision, speaker=entity.name, label=entity.label, apart=apart)
    confirm((decision,), analyses, "statement")


def _listed(entity: Entity) -> str:
    apart = ", set apart" if entity.decided is Decided.APART else ""
    return f"{entity.name} · {kind_words(entity.label)}{apart} · {count(entity.mentions, 'mention')}"
