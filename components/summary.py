"""The line at the top: of how many articles the page speaks, what they hold, and saving it all."""

from __future__ import annotations

import streamlit as st

from components import state
from components.exports import exports
from components.wording import days, plain
from nlp.frames import Frames
from nlp.store import save_workspace
from nlp.summaries import countries_frame
from nlp.wording import count


def summary(shown: Frames, everything: Frames, total: int) -> None:
    """Say what the charts below speak of; every number with its unit and of how many."""
    articles = shown.articles["article"].nunique()
    of = f"{articles} of {count(total, 'article')}" if articles != total else count(total, "article")
    published = shown.articles["published"].dropna()
    span = days(published.min(), published.max()) if len(published) else "no publication date"
    facts = [
        f"{of}, {span}",
        count(len(shown.sentences), "sentence"),
        count(len(countries_frame(shown)), "country", "countries"),
        count(len(shown.events), "dated event"),
    ]
    workspace = state.workspace()  # held here: a download is made later, outside the session's run
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="summary"):
        st.markdown(plain(" · ".join(facts)), width="content")
        with st.container(horizontal=True, width="content", vertical_alignment="center", key="summary_actions"):
            exports(everything)
            st.download_button(
                "Save workspace",
                data=lambda: save_workspace(workspace),
                file_name="dateline-workspace.json",
                mime="application/json",
                key="save",
                on_click="ignore",
                help="All articles with what was found, as one JSON file. Open it again from “Add articles”.",
            )
