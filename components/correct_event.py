"""The dialogs in which the reader corrects an event, or adds one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from components import state
from components.correcting import LONGEST, confirm, numbered
from components.corrections import corrected
from components.wording import plain
from nlp.corrections.events import decision_on, new_event
from nlp.frames import display_title
from nlp.model import Analysis, EventStatus

_FIRST, _LAST = date(1, 1, 1), date(9999, 12, 31)


@st.dialog("Correct an event", width="medium")
def correct_event(key: str, at: str) -> None:
    """Ask for an event's words, days and status, and change them; or say that it is none.

    Args:
        key: the event's.
        at: what tells the widgets of one dialog from those of another.
    """
    analyses = corrected()
    analysis, number = numbered(analyses, key)
    event = analysis.events[number]
    own = decision_on(analysis, event)
    st.caption(plain(" ".join(analysis.article.text[event.sentence.start : event.sentence.end].split())))
    if st.toggle("It is no dated event", key=f"no event {at}"):
        confirm((replace(own, kept=False),), analyses, "event")
        return
    label, days, status = _asked(event.label, (event.first_day, event.last_day), event.status, at)
    problem = _problem(label, days)
    changed = replace(
        own,
        label=label if label != event.label else "",
        dated=days != (event.first_day, event.last_day),
        status=status if status is not event.status else None,
    )
    if changed.dated:
        changed = replace(changed, first_day=days[0], last_day=days[1])
    confirm(() if problem or changed == own else (changed,), analyses, "event", problem or "This changes nothing.")


@st.dialog("Add an event", width="medium")
def add_event(at: str) -> None:
    """Ask for the sentence that tells an event, its words, days and status, and add it."""
    analyses = corrected()
    titles = {a.article.id: display_title(a.article, 80) for a in analyses if a.article.id in state.page().ticked}
    articles = list(titles) or [a.article.id for a in analyses]
    reading = state.page().reading
    article = articles[0]
    if len(articles) > 1:
        index = articles.index(str(reading)) if reading in titles else 0
        article = st.selectbox("Article", articles, index=index, key=f"in {at}", format_func=titles.__getitem__)
    analysis = next(a for a in analyses if a.article.id == article)
    number = st.selectbox(
        "The sentence that tells it",
        range(len(analysis.sentences)),
        index=None,
        key=f"sentence {article} {at}",
        format_func=lambda i: _sentence(analysis, i),
        placeholder="Choose, or type some of its words",
    )
    if number is None:
        return
    own = new_event(analysis, analysis.sentences[number])
    label, days, status = _asked("", (own.first_day, own.last_day), EventStatus.OCCURRED, f"{article} {number} {at}")
    problem = _problem(label, days)
    added = replace(own, label=label, first_day=days[0], last_day=days[1], status=status)
    confirm(() if problem else (added,), analyses, "event", problem)


def _sentence(analysis: Analysis, number: int) -> str:
    span = analysis.sentences[number]
    return " ".join(analysis.article.text[span.start : span.end].split())


Days = tuple[date | None, date | None]


def _asked(label: str, days: Days, status: EventStatus, at: str) -> tuple[str, Days, EventStatus]:
    """The words, days and status as the reader wants them."""
    most = max(LONGEST, len(label))
    words = st.text_input("What happens", label, key=f"event label {at}", max_chars=most)
    left, right = st.columns(2)
    with left:
        first = _day("First day", days[0], f"first {at}")
    with right:
        last = _day("Last day, if it is another one", days[1] if days[1] != days[0] else None, f"last {at}")
    is_open = days[0] is not None and days[1] is None
    without_end = st.checkbox("It goes on, without a last day", value=is_open, key=f"open {at}", disabled=bool(last))
    if last is None and not without_end:
        last = first
    statuses = list(EventStatus)
    chosen = st.selectbox(
        "Status", statuses, index=statuses.index(status), key=f"status {at}", format_func=lambda s: s.value
    )
    return " ".join(words.split()), (first, last), chosen or status


def _problem(label: str, days: Days) -> str:
    """What is missing, as a sentence; empty where nothing is."""
    first, last = days
    if first and last and last < first:
        return "The last day lies before the first one. Change one of them."
    if not (first or last):
        return "An event needs a day."
    return "" if label else "An event needs words that say what happens."


def _day(label: str, day: date | None, key: str) -> date | None:
    asked = st.date_input(label, day, key=key, format="YYYY-MM-DD", min_value=_FIRST, max_value=_LAST)
    return state.as_date(asked)
