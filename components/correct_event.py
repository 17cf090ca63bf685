"""The dialogs in which the reader corrects an event, or adds one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from components import state
from components.correcting import LONGEST, confirm
from components.corrections import counted
from components.wording import plain
from nlp.corrections import EventDecision
from nlp.corrections.events import decision_on, new_event
from nlp.frames import display_title
from nlp.model import Analysis, EventStatus

_FIRST, _LAST = date(1, 1, 1), date(9999, 12, 31)


@st.dialog("Correct an event", width="medium")
def correct_event(key: str) -> None:
    """Ask for an event's words, days and status, and change them; or say that it is none."""
    analyses = counted()
    article, _, number = key.rpartition("#")
    analysis = next(a for a in analyses if a.article.id == article)
    event = analysis.events[int(number)]
    own = decision_on(analysis, event)
    st.caption(plain(" ".join(analysis.article.text[event.sentence.start : event.sentence.end].split())))
    kept = not st.toggle("It is no dated event", key=f"no event {key}")
    decision = _asked(own, key) if kept else replace(own, kept=False)
    confirm((decision,) if decision and decision != own else (), analyses, "event")


@st.dialog("Add an event", width="medium")
def add_event() -> None:
    """Ask for the sentence that tells an event, its words, days and status, and add it."""
    analyses = counted()
    titles = {a.article.id: display_title(a.article, 80) for a in analyses}
    reading = state.page().reading
    articles = list(titles)
    article = articles[0]
    if len(articles) > 1:
        index = articles.index(reading) if reading in titles else 0
        article = st.selectbox("Article", articles, index=index, key="event article", format_func=titles.__getitem__)
    analysis = next(a for a in analyses if a.article.id == article)
    number = st.selectbox(
        "The sentence that tells it",
        range(len(analysis.sentences)),
        index=None,
        key=f"event sentence {article}",
        format_func=lambda i: _sentence(analysis, i),
        placeholder="Choose, or type some of its words",
    )
    if number is None:
        return
    decision = _asked(new_event(analysis, analysis.sentences[number]), f"{article} {number}")
    confirm((decision,) if decision else (), analyses, "event")


def _sentence(analysis: Analysis, number: int) -> str:
    span = analysis.sentences[number]
    return " ".join(analysis.article.text[span.start : span.end].split())


def _asked(own: EventDecision, key: str) -> EventDecision | None:
    """The event as the reader wants it; `None` while its days or words are not complete."""
    label = st.text_input("What happens", own.label[:LONGEST], key=f"event label {key}", max_chars=LONGEST)
    left, right = st.columns(2)
    with left:
        first = _day("First day", own.first_day, f"first {key}")
    with right:
        last = _day("Last day", own.last_day, f"last {key}")
    statuses = list(EventStatus)
    status = st.selectbox(
        "Status", statuses, index=statuses.index(own.status), key=f"status {key}", format_func=lambda s: s.value
    )
    if first and last and last < first:
        st.caption("The last day lies before the first one. Change one of them.")
        return None
    if not (first or last):
        st.caption("An event needs a day. Give the first one, the last one or both.")
        return None
    label = " ".join(label.split())
    if not label:
        st.caption("An event needs words that say what happens.")
        return None
    return replace(own, label=label, first_day=first, last_day=last, status=status)


def _day(label: str, day: date | None, key: str) -> date | None:
    asked = st.date_input(label, day, key=key, format="YYYY-MM-DD", min_value=_FIRST, max_value=_LAST)
    return state.as_date(asked)
