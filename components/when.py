"""When: the timeline of dated events, and what could not be dated."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import runtime, state
from components.appearance import heading, is_dark
from components.chart_export import export_chart, shown_words
from components.charts import publication_days, timeline_chart
from components.figures.timeline import TIMELINE_CONFIG, timeline_alt
from components.focus import choose, lit
from components.plot import drawn_width, plot
from nlp.evidence import Evidence
from nlp.frames import Frames
from nlp.wording import count


def when(shown: Frames, everything: Frames, evidence: list[Evidence]) -> None:
    """Draw the timeline; ask for a publication date where dates wait for one."""
    heading("When")
    _undated(shown, everything)
    published = publication_days(shown)
    width = drawn_width("timeline", assumed=1040)
    figure = runtime.drawn_timeline(shown.events, published, dark=is_dark(), width=width)
    plot(
        figure,
        key="timeline",
        alt=timeline_alt(shown.events, published),
        config=TIMELINE_CONFIG,
        on_click=lambda data: choose(f"event:{data[0]}", everything),
        on_export=lambda moved: export_chart(timeline_chart(shown_words(shown, everything)), moved),
        height=int(figure.layout.height),
        lit=lit("event", shown, evidence),
        width=width,
    )


def _undated(shown: Frames, everything: Frames) -> None:
    """Say how many dates could not be placed, and for which articles."""
    waiting = shown.articles[(shown.articles["undated"] > 0) & shown.articles["published"].isna()]
    if waiting.empty:
        return
    dates = int(waiting["undated"].sum())
    with st.container(horizontal=True, vertical_alignment="center", key="undated"):
        st.markdown(_waiting(dates, waiting, everything.times), width="content")
        if len(waiting) == 1:
            from components.article_list import set_date

            analysis = state.page().analysis(waiting["article"].iat[0])
            if analysis:
                key = f"undated_{analysis.article.id}"
                st.date_input(
                    "Publication date", value=None, key=key, format="YYYY-MM-DD", label_visibility="collapsed",
                    width=160, on_change=lambda: set_date(analysis.article, key),
                )  # fmt: skip
        else:
            st.caption("⋯ beside an article in the list sets it.")


def _waiting(dates: int, waiting: pd.DataFrame, times: pd.DataFrame) -> str:
    """How many dates could not be placed, what they lack, and what to do next."""
    open_ones = times[times["article"].isin(waiting["article"]) & times["first_day"].isna() & times["last_day"].isna()]
    lacks_year = open_ones["rule"].str.contains("no year")
    lacks_anchor = open_ones["rule"].str.contains("no anchor")
    lacks = {"no year in the text": lacks_year.any(), "no day to count from": lacks_anchor.any()}
    reasons = " or ".join(reason for reason, is_so in lacks.items() if is_so) or "no publication date"
    several = f" of {count(len(waiting), 'article')}" if len(waiting) > 1 else ""
    return f"{count(dates, 'date')} could not be placed: {reasons}. Set the publication date{several}."
