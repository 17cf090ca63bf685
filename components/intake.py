"""Where articles come in: the paste box, a sample, and the way to files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from components import state
from components.reading_in import take
from components.sample import sample_article
from components.uploads import uploads
from components.wording import plain
from nlp.errors import DatelineError
from nlp.model import Article, PublishedBasis
from nlp.readers import check_article, read_pasted


@st.dialog("Add articles", width="large", dismissible=False)
def add_articles() -> None:
    """The paste box over the charts; it closes by its own button, so that a stray click loses nothing."""
    intake(first_visit=False)


def intake(first_visit: bool) -> None:
    """The paste box and the other ways in; on the first visit it is all there is."""
    draft = state.page().draft
    with st.form("intake", border=False):
        text = st.text_area(
            "Article",
            key=f"paste_text_{draft}",
            height=300 if first_visit else 200,
            placeholder="Paste the text of one news article here.",
        )
        left, middle, right = st.columns([2, 1, 1], vertical_alignment="bottom")
        title = left.text_input("Title (optional)", key=f"paste_title_{draft}")
        source = middle.text_input("Source (optional)", key=f"paste_source_{draft}", placeholder="e.g. an agency")
        published = right.date_input(
            "Publication date",
            value=None,
            key=f"paste_published_{draft}",
            format="YYYY-MM-DD",
            min_value=date(1800, 1, 1),
            max_value=date(2200, 12, 31),
            help="“Tuesday”, “last week” and dates without a year are counted from this day. "
            "Leave it empty to read it from the top of the article.",
        )
        pressed = st.form_submit_button("Analyse", type="primary", key="analyse")
    message = st.container()
    if pressed:
        _analyse_pasted(text, title, source, state.as_date(published), message)
    st.caption("Nothing you paste leaves this computer.")
    with st.container(horizontal=True, vertical_alignment="center", key="other_ways"):
        if st.button("Try a sample", key="sample"):
            take([sample_article()], message)
        if not first_visit and st.button("Close", key="close_intake", type="tertiary"):
            state.change(intake_open=False)
            st.rerun()
    with st.expander("Open files or a saved workspace"):
        uploads(message)


def _analyse_pasted(
    text: str, title: str, source: str, published: date | None, message: st.delta_generator.DeltaGenerator
) -> None:
    try:
        article = read_pasted(text, title=title.strip() or None, source=source.strip() or None, published=published)
        check_article(article)
    except DatelineError as error:
        message.error(plain(str(error)))
        return
    take([article], message)


def with_date(article: Article, published: date) -> Article:
    """The same article, dated by the reader."""
    return replace(article, published=published, published_basis=PublishedBasis.GIVEN)
