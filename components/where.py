"""Where: the map of the countries that the ticked articles name."""

from __future__ import annotations

import streamlit as st

from components import runtime
from components.appearance import heading, is_dark
from components.chart_export import export_chart, shown_words
from components.charts import map_chart
from components.figures.country_map import HEIGHT, MAP_CONFIG, country_map_alt
from components.figures.map_legend import ALL
from components.figures.map_lines import lines_alt
from components.figures.map_rows import drawable
from components.focus import choose, lit
from components.plot import drawn_width, plot
from components.state import FocusKind
from components.unmapped import unmapped
from nlp.country_pairs import pairs_frame
from nlp.evidence import Evidence
from nlp.frames import Frames
from nlp.role_wording import ROLE_WORDS
from nlp.summaries import cities_frame, countries_frame
from nlp.unmapped_names import unmapped_frame

_SHADES = {ALL: "all mentions", **{role.value: words for role, words in ROLE_WORDS.items()}}


def where(shown: Frames, everything: Frames, evidence: list[Evidence]) -> None:
    """Draw the map, its unit and its source; say what it does not show."""
    countries, cities, pairs = countries_frame(shown), cities_frame(shown), pairs_frame(shown)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="where_head"):
        heading("Where", width="content")
        lines = st.toggle("Who acts on whom", key="map_lines")
        places = st.toggle("All places", key="map_places")  # when this is off, places show from near
    column = _shade()
    width = drawn_width("map", assumed=640)
    said = [country_map_alt(countries, shown.articles["article"].nunique(), column), lines_alt(pairs) if lines else ""]
    plot(
        runtime.drawn_map(
            countries, cities, pairs, column=column, lines=lines, places=places, dark=is_dark(), width=width
        ),
        key="map",
        alt=" ".join(said).strip(),
        config=MAP_CONFIG,
        on_click=lambda data: choose(data[1] if len(data) > 1 else f"country:{data[0]}", everything),
        on_export=lambda moved: export_chart(
            map_chart(shown_words(shown, everything), column=column, lines=lines, places=places), moved
        ),
        height=HEIGHT,
        lit=_lit(shown, evidence),
        width=width,
        is_map=True,
        tools_above="4.75rem",
    )
    unmapped(unmapped_frame(shown, drawable(countries)), len(shown.places), everything)


def _lit(shown: Frames, evidence: list[Evidence]) -> list[str] | None:
    """The countries, places and lines that stand out; `None` for all alike."""
    kinds: tuple[FocusKind, ...] = ("country", "place", "pair")
    chosen = [lit(kind, shown, evidence) for kind in kinds]
    return [key for keys in chosen for key in keys or []] if any(keys is not None for keys in chosen) else None


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
