"""Dateline's page, from top to bottom. Start it with: streamlit run dashboard.py."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components import appearance, runtime, server, state


def page() -> None:
    """Draw the page for one session."""
    st.set_page_config(page_title="Dateline", layout="wide", initial_sidebar_state="expanded")
    appearance.apply_style()
    if not state.page().held:
        welcome()
    else:
        workbench()
    runtime.warm_up()


def welcome() -> None:
    """The first visit: one paste box."""
    from components.intake import intake

    with st.container(key="welcome"):
        appearance.heading("Dateline", level=1)
        st.markdown("Paste a news article: see who, where and when, each with the sentence that says so.")
        intake(first_visit=True)
        if state.page().removed:
            from components.article_list import undo

            undo()


def workbench() -> None:
    """The charts, the lists and the article, with the sidebar beside them."""
    from components import when, where, who
    from components.article_list import article_list
    from components.corrections import counted
    from components.disputes import dispute_setting
    from components.evidence_view import evidence_view
    from components.filters import filter_line, filters
    from components.focus import focus_detail, focus_evidence
    from components.intake import add_articles
    from components.reading_in import show_notices
    from components.summary import summary
    from components.tabs import tabs

    everything = runtime.frames(counted())
    with st.sidebar:
        appearance.heading("Dateline", level=1)
        st.button("Add articles", key="add", on_click=state.open_intake, width="stretch")
        article_list()
        appearance.heading("Show")
        filters(everything)
        dispute_setting()
        st.caption("Nothing you paste leaves this computer.")
    if state.page().intake_open:
        add_articles()
    show_notices()
    shown = state.shown(everything)
    evidence = focus_evidence(shown)
    summary(shown, everything, len(state.page().held))
    filter_line(state.page().selection, everything)
    with st.container(key="charts"):
        left, right = st.columns([5, 3], gap="medium")
        with left:
            where.where(shown, everything, evidence)
        with right:
            who.who(shown, everything)
    when.when(shown, everything, evidence)
    tabs(shown, everything, evidence)
    if state.page().focus:
        with st.bottom:
            evidence_view(evidence, focus_detail(shown))


if get_script_run_ctx(suppress_warning=True) is None:  # the server imports this file once; each session runs it
    app = st.App(__file__, routes=server.ROUTES, middleware=server.MIDDLEWARE)
else:
    page()
