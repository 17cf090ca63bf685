"""The map: how often each country is named, and where the cities lie."""

from __future__ import annotations

import json
import math
import urllib.parse
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.map_marks import draw_bubbles, draw_cities, draw_names, draw_quiet, draw_shaded, is_small
from components.figures.map_rows import read_cities, read_countries
from components.figures.map_view import Fit, View, fit_view
from components.figures.palette import FONT, Palette, palette
from components.figures.shapes import load_shapes
from components.figures.wording import counted, listed

HEIGHT = 330
BOUNDARY_NOTE = (
    "Boundaries: Natural Earth 5.1.1, German point of view, simplified. They imply no endorsement by anyone."
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
_CALM = 4  # so many mentions reach the darkest shade at the least: a single one stays pale


def country_map(countries: pd.DataFrame, cities: pd.DataFrame, *, dark: bool, width: int = 700) -> go.Figure:
    """A world map shaded by mentions.

    Args:
        countries: one row a country: `country` (ISO 3166-1 alpha-3), `name`, `mentions`, `sentences`, `articles`,
            `share`, `words` ("Russia 6, Russian 5"). Rows without a known country or without a mention are left out.
        cities: one row a city: `place`, `country`, `latitude`, `longitude`, `mentions`.
        dark: whether the page is dark.
        width: the pixels that the chart will have, about.

    Returns:
        A figure of always six traces: all countries, areas of no country, countries that are named, bubbles for the
        small among them, cities, names. `customdata[0]` is the country's id, for cities followed by the
        place; a city of no known country has an empty id.
    """
    colours, shapes = palette(dark), load_shapes()
    hits = read_countries(countries)
    dots = read_cities(cities)
    named = [shapes[row["country"]] for row in hits]
    view = fit_view(named, [(dot["longitude"], dot["latitude"]) for dot in dots])
    fit = view.fit(width, HEIGHT)
    top = max([_CALM, *(row["mentions"] for row in hits)])
    small = [row for row in hits if is_small(shapes[row["country"]], fit)]
    figure = go.Figure(
        [
            draw_quiet([shape for shape in shapes.values() if shape.is_country], colours, clickable=True),
            draw_quiet([shape for shape in shapes.values() if not shape.is_country], colours, clickable=False),
            draw_shaded(hits, colours),
            draw_bubbles(small, colours),
            draw_cities(dots, colours),
            draw_names(hits, dots, view, fit, colours, top),
        ]
    )
    _lay_out(figure, view, fit, colours, top, empty=not hits)
    return figure


def country_map_alt(countries: pd.DataFrame, articles: int) -> str:
    """The map in a sentence, for those who cannot see it."""
    hits = read_countries(countries)
    if not hits:
        return f"World map. No country is named in {counted(articles, 'article')}."
    most = [f"{row['name']} with {counted(row['mentions'], 'mention')}" for row in hits[:5]]
    rest = f", and {counted(len(hits) - 5, 'other')}" if len(hits) > 5 else ""
    countries_named = f"{counted(len(hits), 'country')} named in {counted(articles, 'article')}"
    return f"World map. {countries_named}: {listed(most) if not rest else ', '.join(most) + rest}."


def _lay_out(figure: go.Figure, view: View, fit: Fit, colours: Palette, top: int, *, empty: bool) -> None:
    steps = len(colours.scale) - 1
    figure.update_layout(
        coloraxis={
            "colorscale": [[i / steps, colour] for i, colour in enumerate(colours.scale)],
            "cmin": 0,
            "cmax": top,
            "showscale": not empty,
            "colorbar": {
                "orientation": "h",
                "x": 0,
                "xanchor": "left",
                "y": 0,
                "yanchor": "bottom",
                "len": 150,
                "lenmode": "pixels",
                "thickness": 8,
                "outlinewidth": 0,
                "bgcolor": colours.background,
                "xpad": 8,
                "ypad": 6,
                "ticks": "",
                "tickvals": _ticks(top),
                "ticktext": [f"{tick:,}" for tick in _ticks(top)],
                "tickfont": {"size": 11, "color": colours.muted},
                "title": {"text": "mentions", "side": "top", "font": {"size": 12, "color": colours.muted}},
            },
        },
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
        meta={"fits": [_fit_facts(view.fit(width, HEIGHT)) for width in WIDTHS]},
        height=HEIGHT,
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
    return {"width": fit.width, "lon": list(fit.box.lon), "lat": list(fit.box.lat), "scale": fit.scale}


def _ticks(top: int) -> list[int]:
    """A few whole numbers from 0 to `top`, both among them.

    >>> _ticks(1), _ticks(14), _ticks(230)
    ([0, 1], [0, 5, 10, 14], [0, 100, 230])
    """
    if top <= 3:
        return list(range(top + 1))
    rough = top / 4
    power = 10 ** math.floor(math.log10(rough))
    step = max(1, next(int(m * power) for m in (1, 2, 5, 10) if m * power >= rough))
    inner = [tick for tick in range(0, top, step) if top - tick > step * 0.75]
    return [*inner, top]
