"""The tabs under the charts that list what was found: chronology, entities and countries, each with its data as CSV."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from components import runtime, state
from components.appearance import heading, is_dark, solid_styles
from components.chart_export import export_chart, shown_words
from components.charts import entities_chart
from components.correct_event import add_event
from components.correct_name import add_name
from components.figures.entity_bars import ENTITY_CONFIG, entity_bars_alt
from components.focus import choose, lit
from components.legend import legend
from components.plot import plot
from components.table import Cell, Column, Row, table
from nlp.corrections.decisions import BY_HAND
from nlp.evidence import Evidence
from nlp.export import csv_bytes
from nlp.frames import Frames
from nlp.model import CountryRole, PlaceStatus
from nlp.role_wording import ROLE_WORDS, words_by_role
from nlp.summaries import ROLES, countries_frame, entities_frame, most_mentioned
from nlp.wording import count, event_days

_HEIGHT = 560
_CONVENTIONS = {PlaceStatus.DISPUTED: "with a disputed area", PlaceStatus.HISTORICAL: "with a name of the past"}


def chronology(shown: Frames, everything: Frames) -> None:
    """Every dated event, by calendar, with the sentence it was read from and how many tell it."""
    events = shown.events
    many = shown.articles["article"].nunique() > 1
    columns = [Column("Date", "day"), Column("Event"), Column("Status", "quiet"), Column("Sentence", "quiet")]
    rows = [
        Row(
            e.event,
            (
                Cell(event_days(e), sub=f"“{' '.join(e.time.split())}”", sort=_stamp(e), hint=e.why),
                Cell(e.label, sub=e.title if many else ""),
                Cell(e.status),
                Cell(
                    " ".join(e.text.split()), sub=f"told in {count(e.evidence, 'sentence')}" if e.evidence > 1 else ""
                ),
            ),
        )
        for e in events.itertuples(index=False)
    ]
    listing(
        "chronology",
        "event",
        columns,
        rows,
        events,
        everything,
        "dated event",
        tellings=shown.tellings,
        also=_add_event,
    )


def _add_event() -> None:
    if st.button("Add an event", key="add_event", type="tertiary", help="One that was missed"):
        add_event(state.next_dialog())


def _stamp(event: Any) -> str:
    known = [day for day in (event.first_day, event.last_day) if not pd.isna(day)]
    return known[0].strftime("%Y%m%d") if known else ""


def entities(shown: Frames, everything: Frames, evidence: list[Evidence]) -> None:
    """A chart of those mentioned most, and every entity, the most salient first."""
    frame = entities_frame(shown)
    if len(frame):
        _most_mentioned(shown, everything, lit("entity", shown, evidence))
    columns = [
        Column("Name"), Column("Kind", "quiet"), Column("Also named", "quiet"),
        Column("Mentions", "number"), Column("Sentences", "number"), Column("Articles", "number"),
    ]  # fmt: skip
    rows = [
        Row(
            e.entity,
            (
                Cell(e.name, sub=e.role, hint=BY_HAND if e.decided else ""),
                Cell(e.group, sub="corrected" if e.decided else ""),
                Cell(e.aliases),
                Cell(str(e.mentions), sort=e.mentions),
                Cell(str(e.sentences), sort=e.sentences),
                Cell(str(e.articles), sort=e.articles),
            ),
        )
        for e in frame.itertuples(index=False)
    ]
    listing("entities", "entity", columns, rows, frame, everything, "entity", "entities", also=_add_name)


def _add_name() -> None:
    if st.button("Add a name", key="add_name", type="tertiary", help="One that was missed"):
        add_name(state.next_dialog())


def _most_mentioned(shown: Frames, everything: Frames, chosen: list[str] | None) -> None:
    """The chart above the list, with what its colours mean."""
    ranked = most_mentioned(shown)
    figure = runtime.drawn_bars(ranked, dark=is_dark())
    heading("Most mentioned")
    legend(solid_styles(ranked["group"].head(12)), key="bar_legend")
    plot(
        figure,
        key="entity_bars",
        alt=entity_bars_alt(ranked),
        config=ENTITY_CONFIG,
        on_click=lambda data: choose(f"entity:{data[0]}", everything),
        on_export=lambda moved: export_chart(entities_chart(shown_words(shown, everything)), moved),
        height=int(figure.layout.height),
        lit=chosen,
        tools_above="3.25rem",
    )


def countries(shown: Frames, everything: Frames) -> None:
    """Every country, the one that the articles are most about first, with what it does and the words that counted.

    Under a country stands whether some of its words count by convention only, under its role the mentions by role.
    """
    frame = countries_frame(shown)
    columns = [
        Column("Country"), Column("Role"), Column("Words that counted", "quiet"), Column("Mentions", "number"),
        Column("Share of mentions", "number"), Column("Sentences", "number"), Column("Articles", "number"),
    ]  # fmt: skip
    rows = [
        Row(
            c.country,
            (
                Cell(c.name, sub=_by_convention(c.status), hint=c.note),
                Cell(ROLE_WORDS[CountryRole(c.role)], sub=words_by_role(c._asdict()), sort=ROLES.index(c.role)),
                Cell(c.words),
                Cell(str(c.mentions), sort=c.mentions),
                Cell(f"{c.share:.0%}", bar=c.share, sort=c.share),
                Cell(str(c.sentences), sort=c.sentences),
                Cell(str(c.articles), sort=c.articles),
            ),
        )
        for c in frame.itertuples(index=False)
    ]
    listing("countries", "country", columns, rows, frame, everything, "country", "countries")


def _by_convention(status: str) -> str:
    return ", ".join(words for kind, words in _CONVENTIONS.items() if kind.value in status)


def listing(
    name: str,
    kind: str,
    columns: list[Column],
    rows: list[Row],
    frame: pd.DataFrame,
    everything: Frames,
    one: str,
    many: str | None = None,
    tellings: pd.DataFrame | None = None,
    also: Callable[[], None] | None = None,
) -> None:
    """One table with its count and its CSV, and that of every sentence behind it; `name` is also the file's.

    `also` draws what else stands beside the downloads.
    """
    focus = state.page().focus
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key=f"{name}_head"
    ):
        st.caption(count(len(rows), one, many), width="content")
        with st.container(horizontal=True, width="content"):
            if also:
                also()
            _download("Download CSV", frame, name)
            if tellings is not None:
                _download("Every sentence as CSV", tellings, f"{name}-sentences")
    table(
        columns,
        rows,
        key=f"{name}_table",
        alt=f"{count(len(rows), one, many)} of the articles shown",
        empty=f"There is no {one} to list in what is shown.",
        on_click=lambda key: choose(f"{kind}:{key}", everything),
        chosen=focus.key if focus and focus.kind == kind else None,
        height=_HEIGHT,
    )


def _download(label: str, frame: pd.DataFrame, name: str) -> None:
    st.download_button(
        label,
        data=lambda: csv_bytes(frame),
        file_name=f"dateline-{name}.csv",
        mime="text/csv",
        key=f"{name}_csv",
        type="tertiary",
        on_click="ignore",
        disabled=frame.empty,
    )
