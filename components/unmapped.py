"""Under the map: how many mentions it shows, and every name that it does not, each one press from its sentences."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import state
from components.figures.country_map import BOUNDARY_NOTE
from components.focus import choose
from components.table import Cell, Column, Row, table
from components.wording import plain
from nlp.frames import Frames
from nlp.wording import count

_COLUMNS = (Column("Name"), Column("Kind", "quiet"), Column("Mentions", "number"), Column("Why", "quiet"))
_HEIGHT = 220


def unmapped(names: pd.DataFrame, mentions: int, everything: Frames) -> None:
    """Say how the mentions add up, and list `names` (of `unmapped_frame`).

    `mentions` counts all mentions of places, their peoples and institutions.
    """
    off = int(names["mentions"].sum())
    st.caption(plain(f"{totals(mentions, off)} {BOUNDARY_NOTE}"))
    if names.empty:
        return
    focus = state.page().focus
    with st.expander(f"{count(len(names), 'name')} not on the map", key="elsewhere_names"):
        table(
            _COLUMNS,
            [_line(row) for _, row in names.iterrows()],
            key="elsewhere",
            alt="The names that are not on the map, with their mentions and why",
            empty="",
            on_click=lambda key: choose(key, everything),
            chosen=f"{focus.kind}:{focus.key}" if focus else None,
            height=_HEIGHT,
        )


def totals(mentions: int, off: int) -> str:
    """The sum in words.

    >>> totals(13, 2), totals(1, 0)
    ('13 mentions: 11 on the map, 2 named but not on the map.', '1 mention, on the map.')
    """
    if not mentions:
        return "No place is named."
    words = count(mentions, "mention")
    if not off:
        return f"{words}, on the map." if mentions == 1 else f"{words}, all on the map."
    return f"{words}: {mentions - off:,} on the map, {off:,} named but not on the map."


def _line(name: pd.Series) -> Row:
    mentions = int(name["mentions"])
    return Row(
        name["key"],
        (
            Cell(name["name"]),
            Cell(name["kind"]),
            Cell(str(mentions), sort=mentions),
            Cell(name["reason"], hint=name["why"]),
        ),
    )
