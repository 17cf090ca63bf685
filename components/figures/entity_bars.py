"""Horizontal bars: who and what the articles name most."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.palette import Palette, palette
from components.figures.wording import clean, counted, escaped, listed, shortened, wrapped

ENTITY_CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "scrollZoom": False,
    "toImageButtonOptions": {"format": "svg", "filename": "entities", "width": 900, "height": 420},
}
_ROW, _PAD = 26, 36
_GAP = "\u00a0" * 4


def entity_bars(entities: pd.DataFrame, *, dark: bool, most: int = 12, height: int | None = None) -> go.Figure:
    """The most named entities, the first of the frame on top.

    Args:
        entities: one row an entity, most important first: `entity` (key), `name`, `group` (people, organisations,
            places, dates or other), `role`, `mentions`, `articles`, `salience`.
        dark: whether the page is dark.
        most: how many to draw.
        height: pixels of a picture that stands by itself, and then says what its colours mean.

    Returns:
        A figure of one trace; `customdata[0]` is the entity's key.
    """
    colours = palette(dark)
    rows = _rows(entities)[:most]
    top = max((row["mentions"] for row in rows), default=1)
    bars = go.Bar(
        orientation="h",
        x=[row["mentions"] for row in rows],
        y=list(range(len(rows))),
        width=0.55,
        marker={"color": [colours.group(row["group"]) for row in rows], "line": {"width": 0}},
        unselected={"marker": {"opacity": 0.45}},
        text=[f"{row['mentions']:,}" for row in rows],
        textposition="outside",
        constraintext="none",
        cliponaxis=False,
        customdata=[[row["entity"], _hover(row)] for row in rows],
        hovertemplate="%{customdata[1]}<extra></extra>",
        name="entities",
    )
    figure = go.Figure([bars])
    figure.update_layout(
        height=height or _PAD + _ROW * max(len(rows), 3),
        margin={"l": 8, "r": 28, "t": 28, "b": 8},
        **colours.ground,
        dragmode=False,
        showlegend=False,
        xaxis={"visible": False, "fixedrange": True, "range": [0, top * 1.04]},
        yaxis={
            "tickvals": list(range(len(rows))),
            "ticktext": [escaped(shortened(row["name"], 34)) + " " for row in rows],
            "autorange": "reversed",
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "ticks": "",
            "automargin": True,
            "visible": bool(rows),
        },
        annotations=[_unit(rows, colours, legend=height is not None)],
    )
    return figure


def entity_bars_alt(entities: pd.DataFrame, *, most: int = 12) -> str:
    """The bars in a sentence, for those who cannot see them."""
    rows = _rows(entities)[:most]
    if not rows:
        return "Bar chart. Nobody and nothing is named."
    named = listed(f"{row['name']} {row['mentions']:,}" for row in rows)
    return f"Bar chart of mentions: {named}."


def _rows(entities: pd.DataFrame) -> list[dict[str, Any]]:
    rows = []
    for row in entities.to_dict("records"):
        texts = {key: clean(row.get(key)) for key in ("name", "group", "role")}
        numbers = {key: _whole(row.get(key)) for key in ("mentions", "articles")}
        rows.append({"entity": str(row.get("entity", "")), **texts, **numbers})
    return rows


def _whole(value: object) -> int:
    return int(value) if isinstance(value, int | float) and value == value else 0


def _hover(row: dict[str, Any]) -> str:
    counts = counted(row["mentions"], "mention")
    if row["articles"] > 1:
        counts += f" in {counted(row['articles'], 'article')}"
    role = f"<br>{wrapped(row['role'])}" if row["role"] else ""
    return f"<b>{escaped(row['name'])}</b> · {counts}{role}"


def _unit(rows: list[dict[str, Any]], colours: Palette, *, legend: bool) -> dict[str, Any]:
    text = "mentions" if rows else "Nobody and nothing is named"
    if legend:
        groups = dict.fromkeys(row["group"] for row in rows)
        signs = [f'<span style="color:{colours.group(group)}">■</span> {escaped(group.casefold())}' for group in groups]
        text = _GAP.join([text, *signs])
    return {
        "text": text,
        "name": "legend" if legend else None,
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "font": {"size": 12, "color": colours.muted},
    }
