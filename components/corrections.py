"""What the reader corrected: deciding it, taking it back, and the list of it above the charts."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components import runtime, state
from components.focus import choose, keep_what_is_known
from components.wording import plain
from nlp.corrections import Decision, EventDecision, NameDecision, StatementDecision, decision_words, key_of
from nlp.corrections.events import event_of
from nlp.frames import display_title
from nlp.model import Analysis
from nlp.wording import count

_NUMBERED = ("event", "quote")  # kinds whose keys are numbers of the article's: other decisions, other numbers


def counted() -> tuple[Analysis, ...]:
    """The page's analyses as they count: corrected, disputed areas counted as the reader set it."""
    page = state.page()
    return runtime.counted(page.analyses, page.corrections, page.disputes)


def corrected() -> tuple[Analysis, ...]:
    """The page's analyses corrected, disputed areas counted for the recognised state."""
    return runtime.counted(state.page().analyses, state.page().corrections)


def decide(*decisions: Decision) -> None:
    """Correct, and choose what was made; a choice or a filter of what is then no longer there is given up."""
    if not decisions:
        return
    asked = state.page().selection.entity
    _change((*state.page().corrections, *decisions))
    kind, key = _made(decisions[-1])
    if key:
        choose(f"{kind}:{key}", runtime.frames(counted()))
        if kind == "entity" and asked and state.page().selection.entity is None:
            state.select(entity=key)


def take_back(number: int) -> None:
    """Undo the decision at this position; the others stay as they are."""
    decisions = state.page().corrections
    _change(decisions[:number] + decisions[number + 1 :])


def _change(decisions: tuple[Decision, ...]) -> None:
    page = state.page()
    focus = None if page.focus and page.focus.kind in _NUMBERED else page.focus
    state.change(corrections=decisions, focus=focus, selection=replace(page.selection, quote=None))
    keep_what_is_known(runtime.frames(counted()))


def _made(decision: Decision) -> tuple[str, str | None]:
    """The kind and the key of what a decision made or changed; no key where that is nothing."""
    if isinstance(decision, NameDecision):
        return "entity", key_of(counted(), decision)
    found = {analysis.article.id: analysis for analysis in counted()}
    if isinstance(decision, EventDecision):
        own = found[decision.article]
        event = event_of(own, decision)
        return "event", f"{decision.article}#{own.events.index(event)}" if event else None
    if isinstance(decision, StatementDecision):
        spans = [(quote.start, quote.end) for quote in found[decision.article].quotes]
        where = (decision.start, decision.end)
        return "quote", f"{decision.article}#{spans.index(where)}" if where in spans else None
    return "country", decision.country


def correction_words() -> tuple[str, ...]:
    """What was corrected in the articles that are ticked, a sentence each."""
    page = state.page()
    ticked = tuple(analysis for analysis in page.analyses if analysis.article.id in page.ticked)
    return runtime.correction_words(ticked, page.corrections)


def correction_list() -> None:
    """How many corrections there are, and on a press each of them, the last one first, with a press to undo it."""
    decisions = state.page().corrections
    titles = {a.article.id: display_title(a.article, 40) for a in state.page().analyses}
    with st.popover(count(len(decisions), "correction") + " by hand", type="tertiary", key="corrections"):
        for number, decision in reversed(list(enumerate(decisions))):
            with st.container(horizontal=True, vertical_alignment="center", key=f"correction_{number}", wrap=False):
                st.markdown(plain(decision_words(decision, titles)), width="stretch")
                st.button("Undo", key=f"undo_{number}", type="tertiary", on_click=take_back, args=(number,))
