"""At the foot of the window: the sentences behind what was chosen, each one press from its place in the text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import streamlit as st

from components import state
from components.correct_event import correct_event
from components.correct_name import correct_name
from components.correct_place import correct_place
from components.correct_statement import correct_statement
from components.declared import declared
from components.state import Focus
from components.wording import plain
from nlp.evidence import Evidence
from nlp.wording import count

_component = declared("evidence", html='<ol class="evidence"></ol>')
_KEY = "evidence"
# What can be corrected, each in its own dialog; who acts on whom and what connects two follow from it.
CORRECT: dict[str, Callable[[Focus, str], None]] = {
    "entity": lambda focus, at: correct_name(focus.key, at),
    "event": lambda focus, at: correct_event(focus.key, at),
    "quote": lambda focus, at: correct_statement(focus.key, at),
    **dict.fromkeys(("country", "place", "name"), correct_place),
}


def evidence_view(evidence: list[Evidence], detail: str = "") -> None:
    """Draw what was chosen and its sentences at the foot of the window; nothing without a choice."""
    focus = state.page().focus
    if focus is None:
        return
    articles = len({e.article for e in evidence})
    facts = [f"{count(len(evidence), 'sentence')} in {count(articles, 'article')}", detail]
    with st.container(gap="xsmall", key="evidence_head"):
        with st.container(horizontal=True, vertical_alignment="center", gap="medium", wrap=False, key="evidence_name"):
            st.markdown(f"**{plain(focus.name)}**", width="stretch")
            if focus.kind in CORRECT and st.button("Correct", key="correct_focus", type="tertiary"):
                CORRECT[focus.kind](focus, state.next_dialog())
            if focus.kind != "event":
                st.button("Show only these", key="narrow", type="tertiary", on_click=_narrow)
            st.button("Clear", key="clear_focus", type="tertiary", on_click=state.clear_focus)
        st.caption(plain(" · ".join(f for f in facts if f)))
        if not evidence:
            st.caption("It is in none of the articles and sentences that are shown: the ticks or the filter hide it.")
    rows = [
        {
            "key": f"{e.article}\n{e.sentence}",
            "title": e.title,
            "text": e.text,
            "spans": [{"start": s, "end": t, "why": why} for s, t, why in e.spans],
        }
        for e in evidence
    ]
    _component(
        key=_KEY,
        data={
            "rows": rows,
            "titles": articles > 1,
            "chosen": f"{state.page().reading}\n{state.page().sentence}",
            "version": hashlib.sha256(repr(rows).encode("utf-8", "surrogatepass")).hexdigest(),
        },
        on_clicked_change=_read,
    )


def _read() -> None:
    if reported := state.clicked(_KEY):
        article, sentence = str(reported).rsplit("\n", 1)
        state.read(article, int(sentence))
        state.put("tabs", "Article")


def _narrow() -> None:
    focus = state.page().focus
    if focus is None:
        return
    state.select(**{focus.kind: focus.key})
