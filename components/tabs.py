"""The tabs under the charts: the article, and what was found in lists. Only the open one is drawn."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import lists
from components.network_view import network_view
from components.reading import reading
from components.said import said
from nlp.evidence import Evidence
from nlp.frames import Frames


def tabs(shown: Frames, everything: Frames, evidence: list[Evidence]) -> None:
    """Draw the tab that is open; a click in the evidence opens the article's."""
    pages: dict[str, Callable[[], None]] = {
        "Article": lambda: reading(everything, evidence),
        "Chronology": lambda: lists.chronology(shown, everything),
        "Entities": lambda: lists.entities(shown, everything, evidence),
        "Countries": lambda: lists.countries(shown, everything),
        "Said": lambda: said(shown, everything),
        "Network": lambda: network_view(shown, everything, evidence),
    }
    for tab, draw in zip(st.tabs(list(pages), key="tabs", on_change="rerun"), pages.values(), strict=True):
        if tab.open:
            with tab:
                draw()
