"""The article tab: which article is read, what its underlines mean, and its text."""

from __future__ import annotations

import streamlit as st

from components import appearance, state
from components.article_view import article_view
from components.highlight import article_marks
from components.legend import legend
from components.wording import day, plain
from nlp.evidence import Evidence
from nlp.frames import Frames, display_title


def reading(everything: Frames, evidence: list[Evidence]) -> None:
    """Draw the article that is being read; with several, let the reader choose."""
    page = state.page()
    articles = {a.article.id: a for a in page.analyses}
    here = {e.article for e in evidence}
    current = page.reading if page.reading in articles else next(iter(articles))
    if page.sentence is None and here and current not in here:
        current = evidence[0].article
    if len(articles) > 1:
        state.put("reading_choice", current)
        st.selectbox(
            "Article",
            list(articles),
            key="reading_choice",
            format_func=lambda a: display_title(articles[a].article, 90),
            on_change=_choose,
            label_visibility="collapsed",
        )
    article = articles[current].article
    if article.title:
        st.markdown(f"**{plain(article.title)}**")
    facts = [article.source, day(article.published)]
    if any(facts):
        st.caption(plain(" · ".join(f for f in facts if f)))
    styles = appearance.mark_styles()
    marks = article_marks(everything, current)
    st.caption("Click an underlined word, a country or a mark in a chart to see the sentences behind it.")
    legend({name: style for name, style in styles.items() if any(m.style == name for m in marks)})
    article_view(articles[current], everything, marks, styles, evidence)


def _choose() -> None:
    state.change(reading=state.value("reading_choice"), sentence=None, focus=None)
