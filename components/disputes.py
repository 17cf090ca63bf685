"""The setting for disputed areas: they count for the recognised state, or separately, on the whole page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from components import runtime, state
from components.focus import is_known
from nlp.disputes import DisputePolicy, has_choice

_WORDS = {
    DisputePolicy.RECOGNISED: "count for the recognised state",
    DisputePolicy.SEPARATE: "count separately",
}
_KEY = "disputes"


def dispute_setting() -> None:
    """Ask how disputed areas count; nothing where no article names one that could count otherwise."""
    if not has_choice(state.page().analyses):
        return
    state.put(_KEY, state.page().disputes)
    st.radio("Disputed areas", list(_WORDS), format_func=_WORDS.__getitem__, key=_KEY, on_change=_set)


def counts_separately() -> bool:
    """Whether disputed areas on the page count separately, and some are named."""
    return state.page().disputes is DisputePolicy.SEPARATE and has_choice(state.page().analyses)


def count_recognised() -> None:
    """Let disputed areas count for the recognised state again."""
    _count(DisputePolicy.RECOGNISED)


def _set() -> None:
    _count(DisputePolicy(state.value(_KEY)))


def _count(policy: DisputePolicy) -> None:
    """Count by `policy`; a choice or a filter of what is then no longer there is given up."""
    page = state.page()
    frames = runtime.frames(page.analyses, policy)
    focus = page.focus if page.focus and is_known(page.focus.kind, page.focus.key, frames) else None
    asked = {kind: getattr(page.selection, kind) for kind in ("country", "place", "pair")}
    gone: dict[str, Any] = {
        kind: None for kind, key in asked.items() if key is not None and not is_known(kind, key, frames)
    }
    state.change(disputes=policy, focus=focus, selection=replace(page.selection, **gone))
