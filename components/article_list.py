"""The sidebar's list of articles: what each holds, which are ticked, and taking one off or dating it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from components import runtime, state
from components.corrections import counted
from components.intake import with_date
from components.wording import day, plain
from nlp.errors import DatelineError
from nlp.frames import display_title
from nlp.model import Analysis, Article, PublishedBasis
from nlp.wording import count

_BASIS = {
    PublishedBasis.DATELINE: "date read from the dateline",
    PublishedBasis.TEXT: "date read from the text",
    PublishedBasis.ASSUMED: "date assumed",
}


def article_list() -> None:
    """One line per article, in the order in which they came."""
    found = {analysis.article.id: analysis for analysis in counted()}
    for held in state.page().held:
        _line(held, found[held.analysis.article.id])
    undo()


def undo() -> None:
    """Offer the article that was removed last; nothing when there is none."""
    page = state.page()
    if page.removed:
        title = display_title(page.removed[1].analysis.article, 40)
        with st.container(horizontal=True, vertical_alignment="center", key="undo"):
            st.caption(f"Removed: {plain(title)}")
            st.button("Undo", key="undo_remove", type="tertiary", on_click=state.undo_remove)


def _line(held: state.Held, found: Analysis) -> None:
    article = held.analysis.article
    with st.container(key=f"article_{article.id}", gap=None):
        with st.container(horizontal=True, key=f"line_{article.id}", wrap=False):
            key = f"tick_{article.id}"
            st.checkbox(
                plain(display_title(article, 60)),
                value=held.ticked,
                key=key,
                on_change=lambda: state.tick(article.id, bool(state.value(key))),
                width="stretch",
            )
            with st.popover("⋯", type="tertiary", help="Publication date, reading, removing"):
                _menu(article)
        when = day(article.published) or "no publication date"
        basis = _BASIS.get(article.published_basis)
        facts = [article.source, f"{when} ({basis})" if basis else when]
        st.caption(" · ".join(plain(f) for f in facts if f), width="stretch")
        st.caption(f"{count(len(found.events), 'dated event')} · {count(len(found.countries), 'country', 'countries')}")


def _menu(article: Article) -> None:
    key = f"published_{article.id}"
    st.date_input(
        "Publication date",
        value=article.published,
        key=key,
        format="YYYY-MM-DD",
        min_value=date(1800, 1, 1),
        max_value=date(2200, 12, 31),
        on_change=lambda: set_date(article, key),
    )
    if st.button("Read this article", key=f"read_{article.id}", width="stretch"):
        state.change(reading=article.id, sentence=None)
        st.rerun()
    st.button("Remove", key=f"remove_{article.id}", width="stretch", on_click=lambda: state.remove(article.id))


def set_date(article: Article, key: str) -> None:
    """Analyse an article anew with the publication date in the widget `key`."""
    published = state.as_date(state.value(key))
    if published is None or published == article.published:
        return
    try:
        state.add(runtime.analyse([with_date(article, published)]))
    except DatelineError as error:
        st.toast(plain(str(error)))
