"""The map: how often each country is named, and where the cities lie."""

from __future__ import annotations

import json
import urllib.parse
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.lettering import character_of
from components.figures.map_legend import ALL, NOTHING, UNITS, colour_axis, darkest, nothing_to_shade
from components.figures.map_lines import draw_lines, lines_legend, read_pairs
from components.figures.map_marks import (
    draw_bubbles,
    draw_cities,
    draw_names,
    draw_others,
    draw_quiet,
    draw_shaded,
    is_small,
)
from components.figures.map_rows import read_cities, read_countries
from components.figures.map_view import Fit, View, fit_view
from components.figures.palette import FONT, Palette, palette
from components.figures.shapes import load_shapes
from components.figures.wording import counted, listed

HEIGHT = 330
BOUNDARY_NOTE = (
    "Boundaries: Natural Earth 5.1.1, German point of view, simplified. Towns: GeoNames, CC BY 4.0. "
    "Neither implies an endorsement by anyone."
)

# plotly.js fetches its own land outlines from the network even where they are hidden. It appends a file name to this
# address; behind the '#' that is a fragment, so the empty outlines are read from here and nothing is requested.
_LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
_NO_LAND = {
    "type": "Topology",
    "arcs": [],
    "objects": {k: {"type": "GeometryCollection", "geometries": []} for k in _LAYERS},
}
MAP_CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "scrollZoom": False,  # the wheel scrolls the page; the chart has buttons to zoom
    "topojsonURL": f"data:application/json,{urllib.parse.quote(json.dumps(_NO_LAND, separators=(',', ':')))}#",
    "toImageButtonOptions": {"format": "svg", "filename": "countries", "width": 1200, "height": 620},
    "modeBarButtonsToRemove": ["select2d", "lasso2d"],
}
# The browser knows the chart's width, Python does not: the layout's `meta` carries the view fitted to each of these,
# and the browser takes the first that is not narrower than the chart.
WIDTHS = tuple(range(300, 1561, 30))


def country_map(
    countries: pd.DataFrame,
    cities: pd.DataFrame,
    pairs: pd.DataFrame | None = None,
    *,
    dark: bool,
    width: int = 700,
    height: int | None = None,
    column: str = ALL,
    lines: bool = False,
    places: bool = False,
) -> go.Figure:
    """A world map shaded by mentions.

    Args:
        countries: one row a country, as `nlp.summaries.countries_frame` gives them. Rows without a mention or without
            a known code are left out; one without a shape needs `latitude` and `longitude`.
        cities: one row a city, region or site, as `nlp.summaries.cities_frame` gives them.
        pairs: which country acts on which other, as `nlp.country_pairs.pairs_frame` gives them.
        dark: whether the page is dark.
        width: the pixels that the chart will have, about.
        height: pixels of a picture that keeps its size; `None` for the page's own, which the browser fits to its width.
        column: the column of `countries` that the shade counts: all mentions or those of one role.
        lines: whether to draw who acts on whom.
        places: whether to draw the cities at every zoom, not only from near.

    Returns:
        A figure of these traces: all countries, areas of no country, countries that are named but not as what is
        counted, countries that are, bubbles for the small among them, `lines`, cities, names. `customdata[0]` is a
        mark's key (a country's code, a city's point, a pair); what a click reports follows where it is no country.
        What is in view does not depend on `column`, `lines` or `places`.
    """
    colours, shapes = palette(dark), load_shapes()
    hits = read_countries(countries, column)
    dots = read_cities(cities)
    acting = read_pairs(pairs)
    seen = [row["shape"] for row in hits] + [end for row in acting for end in row["ends"]]
    view = fit_view(seen, [(dot["longitude"], dot["latitude"]) for dot in dots])
    fit = view.fit(width, height or HEIGHT)
    top = darkest([row["shade"] for row in hits])
    outlined = [row for row in hits if row["country"] in shapes]
    figure = go.Figure(
        [
            draw_quiet([shape for shape in shapes.values() if shape.is_country], colours, clickable=True),
            draw_quiet([shape for shape in shapes.values() if not shape.is_country], colours, clickable=False),
            draw_others([row for row in outlined if not row["shade"]], colours),
            draw_shaded([row for row in outlined if row["shade"]], colours),
            draw_bubbles([row for row in hits if is_small(row["shape"], fit)], colours, top),
            *(draw_lines(acting, view, fit, colours) if lines else []),
            draw_cities(dots, colours, always=places),
            draw_names([row for row in hits if row["shade"]], dots, view, fit, colours, top, character_of(height)),
        ]
    )
    counts = any(row["shade"] for row in hits)
    figure.update_layout(
        coloraxis=colour_axis(column, top, colours, shown=counts),
        annotations=[
            *([] if counts else [nothing_to_shade(column, colours)]),
            *([lines_legend(acting, colours)] if lines else []),
        ],
    )
    _lay_out(figure, fit, colours, view)
    fits = [fit] if height else [view.fit(each, HEIGHT) for each in WIDTHS]
    figure.update_layout(meta={"fits": [_fit_facts(each) for each in fits]})
    return figure


def country_map_alt(countries: pd.DataFrame, articles: int, column: str = ALL) -> str:
    """The map's shades in a sentence, for those who cannot see them."""
    every = read_countries(countries, column)
    hits = [row for row in every if row["shade"]]
    if not every:
        return f"World map. No country is named in {counted(articles, 'article')}."
    most = [f"{row['name']} with {counted(row['shade'], 'mention')}" for row in hits[:5]]
    rest = f", and {counted(len(hits) - 5, 'other')}" if len(hits) > 5 else ""
    countries_named = f"{counted(len(every), 'country')} named in {counted(articles, 'article')}"
    if not hits:
        return f"World map. {countries_named}. {NOTHING[column]}"
    shade = "" if column == ALL else f"; shaded: {UNITS[column]}"
    return f"World map. {countries_named}{shade}: {listed(most) if not rest else ', '.join(most) + rest}."


def _lay_out(figure: go.Figure, fit: Fit, colours: Palette, view: View) -> None:
    figure.update_layout(
        geo={
            "visible": False,
            "projection": {
                "type": "natural earth",
                "rotation": {"lon": view.lon, "lat": 0, "roll": 0},
                "scale": fit.scale,
            },
            "center": {"lon": view.lon, "lat": view.lat},
            "lonaxis": {"range": list(fit.box.lon)},
            "lataxis": {"range": list(fit.box.lat)},
            "bgcolor": "rgba(0,0,0,0)",
        },
        height=fit.height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor=colours.background,
        font={"family": FONT, "size": 13, "color": colours.text},
        hoverlabel=colours.hover_label,
        dragmode="pan",
        clickmode="event+select",
        modebar=colours.mode_bar,
        showlegend=False,
    )


def _fit_facts(fit: Fit) -> dict[str, Any]:
    """What the browser sets to fill a chart that is at most so wide."""
    return {
        "width": fit.width,
        "lon": list(fit.box.lon),
        "lat": list(fit.box.lat),
        "scale": fit.scale,
        "pixels": fit.pixels,
    }
