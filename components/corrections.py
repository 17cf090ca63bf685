"""What the reader corrected: deciding it, taking it back, and the list of it above the charts."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components import runtime, state
from components.focus import choose, keep_what_is_known, rows_behind
from components.wording import plain
from nlp.corrections import Decision, EventDecision, NameDecision, StatementDecision, decision_words, key_of
from nlp.corrections.events import event_of
from nlp.frames import Frames, display_title
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
    _change((*state.page().corrections, *decisions))
    kind, key = _made(decisions[0])
    if key:
        choose(f"{kind}:{key}", runtime.frames(counted()))


def take_back(number: int, decision: Decision) -> None:
    """Undo the decision at this position, if it is still there; the others stay as they are."""
    decisions = state.page().corrections
    if decisions[number : number + 1] == (decision,):
        _change(decisions[:number] + decisions[number + 1 :])


def _change(decisions: tuple[Decision, ...]) -> None:
    """Let other decisions hold; a choice and a filter of an entry follow its first mention."""
    before, page = runtime.frames(counted()), state.page()
    focus = None if page.focus and page.focus.kind in _NUMBERED else page.focus
    state.change(corrections=decisions)
    after = runtime.frames(counted())
    entity = _followed(page.selection.entity, before, after)
    if focus is not None and focus.kind == "entity" and (key := _followed(focus.key, before, after)):
        rows = rows_behind("entity", key, after)
        focus = replace(focus, key=key, name=rows["name"].iat[0])
    state.change(focus=focus, selection=replace(page.selection, entity=entity, quote=None))
    keep_what_is_known(after)


def _followed(key: str | None, before: Frames, after: Frames) -> str | None:
    """The key that the thing at an entry's first mention has now; `None` where there is none."""
    first = rows_behind("entity", key or "", before).head(1)
    for row in first.itertuples(index=False):
        mentions = after.mentions
        same = mentions[
            (mentions["article"] == row.article) & (mentions["start"] <= row.start) & (mentions["end"] >= row.end)
        ]
        return str(same["entity"].iat[0]) if len(same) else None
    return None


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
    page = state.page()
    titles = {a.article.id: display_title(a.article, 40) for a in page.analyses}
    effects = runtime.effects(page.analyses, page.corrections)
    with st.popover(count(len(page.corrections), "correction") + " by hand", type="tertiary", key="corrections"):
        for number, (decision, effect) in reversed(list(enumerate(zip(page.corrections, effects, strict=True)))):
            with st.container(horizontal=True, vertical_alignment="center", key=f"correction_{number}", wrap=False):
                words = plain(decision_words(decision, titles))
                st.markdown(words if effect else f":gray[{words} · changes nothing now]", width="stretch")
                st.button("Undo", key=f"undo_{number}", type="tertiary", on_click=take_back, args=(number, decision))
