"""The network: who and what the articles connect, nodes by salience, lines by what connects them."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.lettering import character_of
from components.figures.network_labels import node_labels
from components.figures.network_layout import Point, lay_out, separated
from components.figures.network_ties import draw_ties, ties_legend
from components.figures.palette import palette
from components.figures.wording import clean, counted, escaped, listed, wrapped

HEIGHT = 560
NETWORK_CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "scrollZoom": False,
    "toImageButtonOptions": {"format": "svg", "filename": "network", "width": 1200, "height": 700},
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
}
_SIDE, _TOP, _FOOT = 90, 40, 96  # pixels around the nodes: room for names, and for the legend
_LEAST, _MOST = 12.0, 34.0  # a node's width in pixels


def network_figure(
    nodes: pd.DataFrame, ties: pd.DataFrame, *, dark: bool, width: int = 1000, height: int | None = None
) -> go.Figure:
    """A network of entities.

    Args:
        nodes: as `nlp.networks.Network.nodes`, the most salient first.
        ties: as `nlp.networks.Network.ties`, the most told first.
        dark: whether the page is dark.
        width: the pixels that the chart will have, about.
        height: pixels of a picture; `None` for the page's own.

    Returns:
        A figure whose axes count pixels. Traces: lines, arrow heads, what the pointer meets on the lines, a trace of
        nodes for each group, names. `customdata` is a node's or a tie's key, then what a click reports.
    """
    colours, character = palette(dark), character_of(height)
    height = height or HEIGHT
    rows = [_node(row) for row in nodes.to_dict("records")]
    told = ties.to_dict("records")
    inner = (width - 2 * _SIDE, height - _TOP - _FOOT)
    spots = lay_out(
        [row["entity"] for row in rows],
        [(tie["source"], tie["target"], int(tie["sentences"])) for tie in told],
        aspect=inner[0] / inner[1],
    )
    points = {key: (_SIDE + x * inner[0], _FOOT + y * inner[1]) for key, (x, y) in spots.items()}
    top = max((row["salience"] for row in rows), default=1.0) or 1.0
    sizes = {row["entity"]: _LEAST + (_MOST - _LEAST) * math.sqrt(max(row["salience"], 0) / top) for row in rows}
    separated(points, sizes, (_SIDE, _FOOT, width - _SIDE, height - _TOP))
    groups = list(dict.fromkeys(row["group"] for row in rows))
    figure = go.Figure(
        [
            *draw_ties(told, points, sizes, colours),
            *(_draw_nodes(rows, group, points, sizes, dark) for group in groups),
            *([_draw_names(rows, points, sizes, (width, height, character), dark)] if rows else []),
        ]
    )
    _lay_out(figure, width, height, dark)
    figure.update_layout(annotations=[_empty(dark)] if not rows else [ties_legend(told, colours)])
    return figure


def network_alt(nodes: pd.DataFrame, ties: pd.DataFrame) -> str:
    """The network in a sentence, for those who cannot see it."""
    if nodes.empty:
        return "Network. No sentence connects two names."
    first = [clean(name) for name in nodes["name"].head(5)]
    strongest = "; ".join(clean(row.words) or f"{clean(row.name)} together" for row in ties.head(5).itertuples())
    size = f"{counted(len(nodes), 'name')} and {counted(len(ties), 'line')}"
    return f"Network of {size}. Most salient: {listed(first)}. Strongest lines: {strongest}."


def _node(row: dict[str, Any]) -> dict[str, Any]:
    texts = {key: clean(row[key]) for key in ("name", "group", "role")}
    return {"entity": str(row["entity"]), "salience": float(row["salience"]), "links": int(row["links"]),
            "mentions": int(row["mentions"]), **texts}  # fmt: skip


def _draw_nodes(
    rows: list[dict[str, Any]], group: str, points: dict[str, Point], sizes: dict[str, float], dark: bool
) -> go.Scatter:
    colours = palette(dark)
    own = [row for row in rows if row["group"] == group]
    return go.Scatter(
        x=[points[row["entity"]][0] for row in own],
        y=[points[row["entity"]][1] for row in own],
        mode="markers",
        marker={
            "size": [sizes[row["entity"]] for row in own],
            "color": colours.group(group),
            "opacity": 1,
            "line": {"color": colours.background, "width": 1.5},
        },
        unselected={"marker": {"opacity": 0.25}},
        customdata=[[row["entity"], f"entity:{row['entity']}"] for row in own],
        text=[_hover(row) for row in own],
        hovertemplate="%{text}<extra></extra>",
        name=group,
    )


def _hover(row: dict[str, Any]) -> str:
    role = f"<br>{wrapped(row['role'])}" if row["role"] else ""
    counts = f"{counted(row['mentions'], 'mention')}, {counted(row['links'], 'line')}"
    return f"<b>{escaped(row['name'])}</b> · {counts}{role}"


def _draw_names(
    rows: list[dict[str, Any]],
    points: dict[str, Point],
    sizes: dict[str, float],
    page: tuple[int, int, float],
    dark: bool,
) -> go.Scatter:
    colours = palette(dark)
    placed = node_labels([(row["name"], points[row["entity"]], sizes[row["entity"]]) for row in rows], *page)
    halo = ", ".join(f"{x}px {y}px 2px {colours.background}" for x, y in ((1, 1), (-1, 1), (1, -1), (-1, -1)))
    return go.Scatter(
        x=[label.x for label in placed],
        y=[label.y for label in placed],
        mode="text",
        text=[escaped(label.text) for label in placed],
        textposition="middle center",
        textfont={"size": 12, "color": colours.text, "shadow": halo},
        hoverinfo="skip",
        showlegend=False,
        name="names",
    )


def _lay_out(figure: go.Figure, width: int, height: int, dark: bool) -> None:
    colours = palette(dark)
    hidden = {"visible": False, "showgrid": False, "zeroline": False}
    figure.update_layout(
        height=height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        **colours.ground,
        dragmode="pan",
        xaxis={**hidden, "range": [0, width]},
        yaxis={**hidden, "range": [0, height]},
        showlegend=True,
        legend={
            "orientation": "h", "x": 0, "xanchor": "left", "y": 0, "yanchor": "bottom", "itemsizing": "constant",
            "bgcolor": colours.background, "font": {"size": 12, "color": colours.text}, "itemclick": False,
            "itemdoubleclick": False,
        },
    )  # fmt: skip


def _empty(dark: bool) -> dict[str, Any]:
    return {
        "text": "No sentence shown connects two names.", "showarrow": False, "xref": "paper", "yref": "paper",
        "x": 0.5, "y": 0.5, "font": {"size": 13, "color": palette(dark).muted},
    }  # fmt: skip
