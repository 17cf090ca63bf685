"""Where: the map of the countries that the ticked articles name."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import runtime
from components.appearance import heading, is_dark
from components.figures.country_map import BOUNDARY_NOTE, HEIGHT, MAP_CONFIG, country_map_alt
from components.figures.map_legend import ALL
from components.focus import choose, lit
from components.plot import plot
from components.wording import count, plain
from nlp.evidence import Evidence
from nlp.frames import Frames
from nlp.role_wording import ROLE_WORDS
from nlp.summaries import cities_frame, countries_frame

_MOST_NAMES = 6
_SHADES = {ALL: "all mentions", **{role.value: words for role, words in ROLE_WORDS.items()}}


def where(shown: Frames, everything: Frames, evidence: list[Evidence]) -> None:
    """Draw the map, its unit and its source; say what is named but has no country."""
    countries = countries_frame(shown)
    heading("Where")
    column = _shade()
    plot(
        runtime.drawn_map(countries, cities_frame(shown), column=column, dark=is_dark()),
        key="map",
        alt=country_map_alt(countries, shown.articles["article"].nunique(), column),
        filename="dateline-countries",
        config=MAP_CONFIG,
        on_click=lambda data: choose(f"country:{data[0]}", everything) if data[0] else None,
        height=HEIGHT,
        lit=lit("country", shown, evidence),
        is_map=True,
        tools_above="0rem",
    )
    st.caption(plain(_unplaced(shown.places) + BOUNDARY_NOTE))


def _shade() -> str:
    """What the shade counts: a way of drawing the map, which narrows nothing."""
    chosen = st.segmented_control(
        "Shade the map by",
        list(_SHADES),
        default=ALL,
        required=True,
        format_func=lambda column: _SHADES[column],
        key="map_shade",
        label_visibility="collapsed",
    )
    return chosen or ALL


def _unplaced(places: pd.DataFrame) -> str:
    """Names that belong to no one country, so that the totals add up."""
    rows = places[places["country"] == ""]
    if rows.empty:
        return ""
    names = list(dict.fromkeys(" ".join(text.split()) for text in rows["text"]))
    more = f" and {count(len(names) - _MOST_NAMES, 'more name')}" if len(names) > _MOST_NAMES else ""
    return f"Named, but no one country: {', '.join(names[:_MOST_NAMES])}{more} ({count(len(rows), 'mention')}). "
