"""The setting for disputed areas: they count for the recognised state, or separately, on the whole page."""

from __future__ import annotations

import streamlit as st

from components import runtime, state
from components.corrections import corrected, counted
from components.focus import keep_what_is_known
from nlp.disputes import DisputePolicy, has_choice

_WORDS = {
    DisputePolicy.RECOGNISED: "count for the recognised state",
    DisputePolicy.SEPARATE: "count separately",
}
_KEY = "disputes"


def dispute_setting() -> None:
    """Ask how disputed areas count; nothing where no article names one that could count otherwise."""
    if not has_choice(corrected()):
        return
    state.put(_KEY, state.page().disputes)
    st.radio("Disputed areas", list(_WORDS), format_func=_WORDS.__getitem__, key=_KEY, on_change=_set)


def counts_separately() -> bool:
    """Whether disputed areas on the page count separately, and some are named."""
    return state.page().disputes is DisputePolicy.SEPARATE and has_choice(corrected())


def count_recognised() -> None:
    """Let disputed areas count for the recognised state again."""
    _count(DisputePolicy.RECOGNISED)


def _set() -> None:
    _count(DisputePolicy(state.value(_KEY)))


def _count(policy: DisputePolicy) -> None:
    """Count by `policy`; a choice or a filter of what is then no longer there is given up."""
    state.change(disputes=policy)
    keep_what_is_known(runtime.frames(counted()))
