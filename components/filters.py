"""The sidebar's filters, and the line above the charts that says in words what they leave."""

from __future__ import annotations

from datetime import date

import streamlit as st

from components import state
from components.corrections import correction_list
from components.disputes import count_recognised, counts_separately
from components.wording import days, plain
from nlp.filter_words import sentence_words
from nlp.frames import Frames
from nlp.model import EventStatus
from nlp.selection import Selection

STATUSES = tuple(s.value for s in EventStatus)


def filters(everything: Frames) -> None:
    """Search, status and period; each change narrows every chart and table.

    A status carries the number of its events among the ticked articles, as far as the other filters leave them.
    """
    st.text_input(
        "Search the sentences",
        key="search",
        placeholder="a word or a phrase",
        on_change=lambda: state.select(search=state.value("search") or ""),
    )
    selection = state.page().selection
    present = [s for s in STATUSES if s in set(everything.events["status"])]
    if len(present) > 1:
        key = f"statuses_{'_'.join(present)}"  # other articles, other choices: the widget starts anew
        counts = state.shown(everything, statuses=None).events["status"].value_counts()
        chosen = [s for s in present if selection.statuses is None or s in selection.statuses]
        state.put(key, chosen)  # the widget holds labels, and a label changes with its number
        st.pills(
            "Events",
            present,
            selection_mode="multi",
            key=key,
            format_func=lambda s: f"{s} · {counts.get(s, 0)}",
            on_change=lambda: _set_statuses(present, key),
        )
    first, last = everything.events["first_day"].min(), everything.events["last_day"].max()
    if len(everything.events) > 1 and first < last:
        bounds = (first.date(), last.date())
        period = f"period_{bounds[0]}_{bounds[1]}"
        st.date_input(
            "Between",
            value=(selection.first_day or bounds[0], selection.last_day or bounds[1]),
            key=period,
            format="YYYY-MM-DD",
            min_value=date(1, 1, 1),
            max_value=date(9999, 12, 31),
            on_change=lambda: _set_period(bounds, period),
        )


def _set_statuses(present: list[str], key: str) -> None:
    chosen = tuple(state.value(key) or ())
    state.select(statuses=None if not chosen or set(chosen) == set(present) else chosen)


def _set_period(bounds: tuple[date, date], key: str) -> None:
    period = state.value(key)
    if isinstance(period, tuple) and len(period) == 2:
        first, last = period
        state.select(first_day=None if first == bounds[0] else first, last_day=None if last == bounds[1] else last)


def filter_words(selection: Selection, everything: Frames) -> list[str]:
    """What the filter asks for, a phrase each; empty when it asks for nothing."""
    words = sentence_words(selection, everything)
    if selection.statuses is not None:
        words.append("events: " + ", ".join(selection.statuses))
    if selection.first_day or selection.last_day:
        closed = selection.first_day and selection.last_day
        words.append(f"events {'of ' if closed else ''}{days(selection.first_day, selection.last_day)}")
    return words


def filter_line(selection: Selection, everything: Frames) -> None:
    """Say what is shown and how it is counted, each with a press to undo it; nothing when all is as it was at first."""
    words = filter_words(selection, everything)
    separate, corrected = counts_separately(), bool(state.page().corrections)
    if not words and not separate and not corrected:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="filter_line"):
        if words:
            st.markdown("Only " + plain("; ".join(words)), width="content")
            st.button("Show everything", key="clear_filter", type="tertiary", on_click=_clear)
        if separate:
            st.markdown("Disputed areas count separately", width="content")
            st.button(
                "Count for the recognised state", key="clear_disputes", type="tertiary", on_click=count_recognised
            )
        if corrected:
            correction_list()


def _clear() -> None:
    state.change(selection=Selection())
    state.drop("search", "statuses_", "period_")
