"""Analysing what came in, with words for the wait and for what could not be read."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import runtime, state
from components.wording import plain
from nlp.errors import DatelineError
from nlp.model import Article
from nlp.wording import count


def take(articles: Sequence[Article], message: DeltaGenerator, notices: Sequence[str] = ()) -> None:
    """Analyse articles, put them on the page and draw it anew; when that fails, say so and leave everything as it was.

    Args:
        articles: what to analyse, in order.
        message: where to say what is being done.
        notices: what could not be read; shown on the page afterwards.
    """
    total = len(articles)
    with message, st.status("Reading the article …" if total == 1 else f"Reading {total} articles …") as status:

        def say(i: int, article: Article) -> None:
            size = count(len(article.text), "character")
            position = f"article {i + 1} of {total}" if total > 1 else "the article"
            status.update(label=f"Reading {position} ({size}): people, places, dates …")

        try:
            analyses = runtime.analyse(articles, say)
        except DatelineError as error:
            status.update(label=plain(str(error)), state="error")
            return
    state.add(analyses)
    state.change(draft=state.page().draft + 1, notices=tuple(notices))
    st.rerun()


def show_notices() -> None:
    """What is wrong with the model, and what could not be read the last time until it is dismissed."""
    for note in runtime.model_notes():
        st.warning(plain(note))
    notices = state.page().notices
    if not notices:
        return
    with st.container(key="notices"):
        st.warning("  \n".join(plain(notice) for notice in notices))
        st.button("Dismiss", key="dismiss", type="tertiary", on_click=state.dismiss_notices)
