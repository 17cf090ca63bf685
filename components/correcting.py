"""What the dialogs of correction share: where it is wrong, at which places, and the press that changes it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import state
from components.corrections import decide
from components.wording import plain
from nlp.corrections import Decision, decision_words, numbers_changed
from nlp.corrections.entries import Located, articles_of, in_articles
from nlp.frames import display_title
from nlp.model import Analysis
from nlp.wording import count

LONGEST = 120
_EVERYWHERE = ""  # the id of no article
_AROUND = 40  # characters of the text on either side of a name


def ask_articles(articles: Sequence[str], analyses: Sequence[Analysis], key: str, *, one: bool) -> tuple[str, ...]:
    """The ids of the articles in which something is to change; none for all, also for those that come later.

    Args:
        articles: those that have it.
        analyses: of all articles.
        key: of the widget.
        one: whether a single article is what is likely.
    """
    if len(articles) < 2:
        return ()
    titles = {a.article.id: display_title(a.article, 60) for a in analyses}
    reading = state.page().reading
    likely = reading if reading in articles else articles[0]
    choice = st.selectbox(
        "Where?", [_EVERYWHERE, *articles], index=1 + list(articles).index(str(likely)) if one else 0,
        key=f"where {articles} {key}",
        format_func=lambda a: "In all articles, also in later ones" if a == _EVERYWHERE else f"Only in “{titles[a]}”",
    )  # fmt: skip
    return () if choice == _EVERYWHERE else (str(choice),)


def ask_forms(forms: dict[str, int], label: str, key: str) -> list[str]:
    """Which of several names are meant; of a single one, that one."""
    if len(forms) < 2:
        return list(forms)
    chosen = st.pills(
        label, list(forms), selection_mode="multi", key=key, format_func=lambda form: f"{plain(form)} · {forms[form]}"
    )
    return [form for form in forms if form in chosen]


def ask_places(places: Sequence[Located], analyses: Sequence[Analysis], key: str) -> list[Located]:
    """Which of several places in the texts are meant; an empty list for all of them."""
    if len(places) < 2:
        return []
    texts = {analysis.article.id: analysis.article.text for analysis in analyses}
    known = {f"{place.article} {place.span.start}": place for place in places}
    only = st.multiselect(
        "Only at some of the places? Leave this empty for all of them.",
        list(known),
        key=f"places {list(known)} {key}",  # other places, other choices
        format_func=lambda at: _around(texts[known[at].article], known[at]),
        placeholder=count(len(places), "place"),
    )
    return [known[at] for at in only]


def ask_where(
    places: Sequence[Located], analyses: Sequence[Analysis], key: str, *, one: bool
) -> tuple[tuple[str, ...], list[Located]]:
    """In which articles, and there at which of the places; both empty for all."""
    articles = ask_articles(articles_of(places), analyses, key, one=one)
    return articles, ask_places(in_articles(places, articles), analyses, key)


def numbered(analyses: Sequence[Analysis], key: str) -> tuple[Analysis, int]:
    """The analysis, and the number in it, of an event or statement with this key of `nlp.frames`."""
    article, _, number = key.rpartition("#")
    return next(analysis for analysis in analyses if analysis.article.id == article), int(number)


def _around(text: str, place: Located) -> str:
    """A name with the words around it, on one line."""
    start, end = place.span.start, place.span.end
    words = f"…{text[max(0, start - _AROUND) : start]}»{text[start:end]}«{text[end : end + _AROUND]}…"
    return " ".join(words.split())


def confirm(
    decisions: Sequence[Decision], analyses: Sequence[Analysis], one: str, first: str = "Say first what it is."
) -> None:
    """What will change, counted in units of `one`, and the press that changes it; `first` while nothing is decided.

    The press is never dead: a field that is still being written in tells its words only when it is left.
    """
    changed = numbers_changed(analyses, decisions) if decisions else {}
    titles = {a.article.id: display_title(a.article, 40) for a in analyses}
    if changed:
        words = "; ".join(decision_words(decision, titles) for decision in decisions)
        size = f"{count(sum(changed.values()), one)} in {count(len(changed), 'article')}"
        st.caption(plain(f"{size}: {words}."))
    if not st.button("Correct", key="correct", type="primary"):
        return
    if changed:
        decide(*decisions)
        st.rerun()
    st.caption(f":red[{first if not decisions else 'This changes nothing.'}]")
