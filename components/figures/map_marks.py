"""The marks of the map: quiet land, shaded countries, bubbles, dots and names, a trace each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from components.figures.map_labels import place_labels
from components.figures.map_view import Fit, View
from components.figures.palette import Palette, contrast
from components.figures.shapes import GEOMETRY_URL, Shape, point_shape
from components.figures.wording import counted, escaped, wrapped
from nlp.role_wording import words_by_role

_SMALL_PX = 4.5  # a shape that would be drawn smaller than this also gets a bubble
_EARTH_RADIUS_KM = 6371
NEAR = 300  # pixels per unit of the projection, about 5 a degree: a continent fills the chart


def is_small(shape: Shape, fit: Fit) -> bool:
    return math.sqrt(shape.area) / _EARTH_RADIUS_KM * fit.pixels < _SMALL_PX


def draw_quiet(shapes: Sequence[Shape], colours: Palette, *, clickable: bool) -> go.Choropleth:
    return go.Choropleth(
        geojson=GEOMETRY_URL,
        locations=[shape.id for shape in shapes],
        z=[0] * len(shapes),
        colorscale=[[0, colours.land], [1, colours.land]],
        showscale=False,
        marker={"line": {"color": colours.border, "width": 0.6}},
        unselected={"marker": {"opacity": 1}},
        text=[escaped(shape.name) for shape in shapes],
        customdata=[[shape.id] for shape in shapes] if clickable else None,
        hovertemplate="%{text} · not named<extra></extra>"
        if clickable
        else "%{text} · no country’s code<extra></extra>",
        name="not named" if clickable else "no country’s code",
    )


def draw_others(rows: Sequence[dict[str, Any]], colours: Palette) -> go.Choropleth:
    """Countries that are named, but not as what the shade counts: outlined, without a shade."""
    return go.Choropleth(
        geojson=GEOMETRY_URL,
        locations=[row["country"] for row in rows],
        z=[0] * len(rows),
        colorscale=[[0, colours.land], [1, colours.land]],
        showscale=False,
        marker={"line": {"color": colours.primary, "width": 0.9}},
        unselected={"marker": {"opacity": 0.55}},
        text=[_hover(row) for row in rows],
        customdata=[[row["country"]] for row in rows],
        hovertemplate="%{text}<extra></extra>",
        name="named otherwise",
    )


def draw_shaded(hits: Sequence[dict[str, Any]], colours: Palette) -> go.Choropleth:
    return go.Choropleth(
        geojson=GEOMETRY_URL,
        locations=[row["country"] for row in hits],
        z=[row["shade"] for row in hits],
        coloraxis="coloraxis",
        marker={"line": {"color": colours.primary, "width": 0.9}},
        unselected={"marker": {"opacity": 0.55}},
        text=[_hover(row) for row in hits],
        customdata=[[row["country"]] for row in hits],
        hovertemplate="%{text}<extra></extra>",
        name="named",
    )


def draw_bubbles(rows: Sequence[dict[str, Any]], colours: Palette, top: int) -> go.Scattergeo:
    return go.Scattergeo(
        lon=[row["shape"].lon for row in rows],
        lat=[row["shape"].lat for row in rows],
        mode="markers",
        marker={
            "size": 11,
            "color": [fill(row, colours, top) for row in rows],
            "line": {"color": colours.primary, "width": 1.2},
        },
        unselected={"marker": {"opacity": 0.55}},
        text=[_hover(row) for row in rows],
        customdata=[[row["country"]] for row in rows],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
        name="small countries",
    )


def fill(row: dict[str, Any], colours: Palette, top: int) -> str:
    """The colour of a country on the map."""
    return colours.shade(row["shade"] / top) if row["shade"] else colours.land


def draw_cities(dots: Sequence[dict[str, Any]], colours: Palette, *, always: bool) -> go.Scattergeo:
    """Cities, regions and sites; unless `always`, the browser shows them from `NEAR` pixels on."""
    return go.Scattergeo(
        lon=[dot["longitude"] for dot in dots],
        lat=[dot["latitude"] for dot in dots],
        mode="markers",
        marker={"size": 7, "color": colours.text, "line": {"color": colours.background, "width": 1.4}},
        unselected={"marker": {"opacity": 0.4}},
        text=[_city_hover(dot) for dot in dots],
        customdata=[[dot["point"], f"place:{dot['point']}"] for dot in dots],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
        meta=None if always else {"near": NEAR},
        name="cities",
    )


def _city_hover(dot: dict[str, Any]) -> str:
    country = f", {escaped(dot['name'])}" if dot["name"] else ""
    counts = f"{counted(dot['mentions'], 'mention')} in {counted(dot['sentences'], 'sentence')}"
    return f"<b>{escaped(dot['place'])}</b>{country} · {counts}"


def draw_names(
    hits: Sequence[dict[str, Any]],
    dots: Sequence[dict[str, Any]],
    view: View,
    fit: Fit,
    colours: Palette,
    top: int,
    character: float,
) -> go.Scattergeo:
    """The names of countries, then, where the map opens from near, of cities: as many as fit, so wide a character."""
    first = sorted(hits, key=lambda row: not row["shade"])  # what the shade counts before what is named otherwise
    named = [(row["name"], row["shape"]) for row in first]
    if fit.pixels >= NEAR:
        named += [(dot["place"], point_shape(dot["point"], dot["longitude"], dot["latitude"])) for dot in dots]
    labels = place_labels(named, view, fit, [(dot["longitude"], dot["latitude"]) for dot in dots], character)
    ground = {row["country"]: fill(row, colours, top) for row in hits}
    # On its own dark shape a name is written in the page's colour, everywhere else in the text's, each with a halo.
    lit = [label.inside and _reads_better(colours, ground[label.id]) for label in labels]
    return go.Scattergeo(
        lon=[label.lon for label in labels],
        lat=[label.lat for label in labels],
        mode="text",
        text=[escaped(label.text) for label in labels],
        textposition=[label.position for label in labels],
        textfont={
            "size": [12 if label.id in ground else 11 for label in labels],
            "color": [colours.background if light else colours.text for light in lit],
            "shadow": [
                _halo(ground[label.id] if light else colours.background)
                if label.id in ground
                else _outline(colours.background)
                for label, light in zip(labels, lit, strict=True)
            ],
        },
        hoverinfo="skip",
        showlegend=False,
        name="names",
    )


def _reads_better(colours: Palette, fill: str) -> bool:
    return contrast(colours.background, fill) > contrast(colours.text, fill)


def _halo(colour: str) -> str:
    return ", ".join(f"{x}px {y}px 2px {colour}" for x, y in ((1, 1), (-1, 1), (1, -1), (-1, -1), (0, 0)))


def _outline(colour: str) -> str:
    """A crisp edge, for a name that may stand half on dark land and half on the sea."""
    around = ((1.5, 0), (-1.5, 0), (0, 1.5), (0, -1.5), (1, 1), (-1, 1), (1, -1), (-1, -1))
    return ", ".join(f"{x}px {y}px 0 {colour}" for x, y in around)


def _hover(row: dict[str, Any]) -> str:
    counts = f"{counted(row['mentions'], 'mention')} in {counted(row['sentences'], 'sentence')}"
    if row["articles"] > 1:
        counts += f", {counted(row['articles'], 'article')}"
    lines = [
        f"<b>{escaped(row['name'])}</b> · {counts}",
        words_by_role(row),
        wrapped(row["words"]),
        wrapped(row["note"]),
    ]
    return "<br>".join(line for line in lines if line)
