"""Who: the people, organisations and places that matter most."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import state
from components.appearance import heading
from components.focus import choose
from components.table import Cell, Column, Row, table
from nlp.corrections.decisions import BY_HAND
from nlp.frames import Frames
from nlp.kinds import GROUPS, OTHER_GROUP
from nlp.summaries import entities_frame
from nlp.wording import count

_ORDER = [*dict.fromkeys(GROUPS.values()), OTHER_GROUP]
_TABS = {"People": "People", "Organisations": "Organisations", "Places": "Places", "Peoples and groups": "Peoples"}


def who(shown: Frames, everything: Frames, height: int = 330) -> None:
    """The most salient entities of one group, with their roles and mentions."""
    entities = entities_frame(shown)
    heading("Who")
    groups = [g for g in _ORDER if g in set(entities["group"])]
    chosen = None
    if groups:
        chosen = st.segmented_control(
            "Group",
            groups,
            default=groups[0],
            required=True,
            format_func=lambda g: _TABS.get(g, "Other"),
            key="who_group",
            label_visibility="collapsed",
        )
    rows = entities[entities["group"] == (chosen if chosen in groups else groups[0])] if groups else entities
    most = max(rows["mentions"], default=1)
    focus = state.page().focus
    table(
        [Column("Name"), Column("Mentions", "number")],
        [_row(row, most) for _, row in rows.head(40).iterrows()],
        key="who",
        alt="The entities that matter most, with their mentions",
        empty="No people, organisations or places were found.",
        on_click=lambda key: choose(f"entity:{key}", everything),
        chosen=focus.key if focus and focus.kind == "entity" else None,
        height=height,
        heading=False,
    )


def _hint(entity: pd.Series) -> str:
    names = entity["aliases"] and f"also: {entity['aliases']}"
    return "; ".join(fact for fact in (names, entity["decided"] and BY_HAND) if fact)


def _row(entity: pd.Series, most: int) -> Row:
    mentions = int(entity["mentions"])
    return Row(
        entity["entity"],
        (
            Cell(entity["name"], sub=entity["role"], hint=_hint(entity)),
            Cell(count(mentions, "mention"), bar=mentions / most, sort=mentions),
        ),
    )
