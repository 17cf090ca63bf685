"""What the dialogs of correction share: where it is wrong, at which places, and the press that changes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from components import state
from components.corrections import decide
from components.wording import plain
from nlp.corrections import Decision, decision_words, numbers_touched
from nlp.corrections.entries import Located
from nlp.frames import display_title
from nlp.model import Analysis
from nlp.wording import count

LONGEST = 120
_EVERYWHERE = ""  # the id of no article
_AROUND = 40  # characters of the text on either side of a name


def ask_articles(
    articles: Sequence[str], analyses: Sequence[Analysis], key: str, *, one: bool, everywhere: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The ids of the articles in which something is to change.

    Args:
        articles: those that have it.
        analyses: of all articles.
        key: of the widget.
        one: whether a single article is what is likely.
        everywhere: what "all articles" means; empty for those that come later, too.
    """
    if len(articles) < 2:
        return everywhere
    titles = {a.article.id: display_title(a.article, 60) for a in analyses}
    reading = state.page().reading
    here = reading if reading in articles else articles[0]
    choice = st.radio(
        "Where?", [_EVERYWHERE, here], index=int(one), key=f"where {one} {key}",
        format_func=lambda a: "In all articles" if a == _EVERYWHERE else f"Only in “{plain(titles[a])}”",
    )  # fmt: skip
    return everywhere if choice == _EVERYWHERE else (str(here),)


def ask_forms(forms: dict[str, int], label: str, key: str) -> list[str]:
    """Which of several names are meant; of a single one, that one."""
    if len(forms) < 2:
        return list(forms)
    chosen = st.pills(
        label, list(forms), selection_mode="multi", key=key, format_func=lambda form: f"{plain(form)} · {forms[form]}"
    )
    return list(chosen)


def ask_places(places: Sequence[Located], analyses: Sequence[Analysis], key: str) -> list[Located]:
    """Which of several places in the texts are meant; an empty list for all of them."""
    if len(places) < 2:
        return []
    texts = {analysis.article.id: analysis.article.text for analysis in analyses}
    only = st.multiselect(
        "Only at some of the places? Leave this empty for all of them.",
        range(len(places)),
        key=key,
        format_func=lambda i: _around(texts[places[i].article], places[i]),
        placeholder=count(len(places), "place"),
    )
    return [places[i] for i in only]


def _around(text: str, place: Located) -> str:
    """A name with the words around it, on one line."""
    start, end = place.span.start, place.span.end
    words = f"…{text[max(0, start - _AROUND) : start]}»{text[start:end]}«{text[end : end + _AROUND]}…"
    return " ".join(words.split())


def confirm(decisions: Sequence[Decision], analyses: Sequence[Analysis], one: str, many: str | None = None) -> None:
    """What will change, counted in units of `one`, and the press that changes it."""
    touched = Counter[str]()
    for decision in decisions:
        touched.update(numbers_touched(analyses, decision))
    titles = {a.article.id: display_title(a.article, 40) for a in analyses}
    if touched:
        words = "; ".join(decision_words(decision, titles) for decision in decisions)
        size = f"{count(touched.total(), one, many)} in {count(len(touched), 'article')}"
        st.caption(plain(f"{size}: {words}."))
    elif decisions:
        st.caption("The articles do not have these words as a name of their own. Check the letters and the capitals.")
    if st.button("Correct", key="correct", type="primary", disabled=not touched):
        decide(*decisions)
        st.rerun()
