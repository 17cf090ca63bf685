"""The lines of a network: arrows for who does something to whom, thin grey ones for who is named together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from components.figures.map_lines import line_width
from components.figures.network_layout import Point
from components.figures.palette import Palette
from components.figures.wording import clean, counted, escaped, wrapped

_HIT, _HEAD, _THIN = 14, 11, 0.5
_HITS = (0.3, 0.4, 0.5, 0.6, 0.7)


def draw_ties(
    ties: Sequence[dict[str, Any]], points: dict[str, Point], sizes: dict[str, float], colours: Palette
) -> list[go.Scatter]:
    """A line for each tie, then the arrow heads, then what the pointer meets; relations lie above the rest."""
    ordered = sorted(ties, key=_is_relation)
    lines = [_line(tie, points, sizes, colours) for tie in ordered]
    return [*lines, _heads(ordered, points, sizes, colours), _hits(ordered, points)] if ties else []


def ties_legend(ties: Sequence[dict[str, Any]], colours: Palette) -> dict[str, Any]:
    """What the lines mean, in the corner of the picture."""
    words = ["grey: named together in a sentence"] if not all(map(_is_relation, ties)) else []
    if any(map(_is_relation, ties)):
        words.insert(0, "→ does something to · dashed: denied, or not yet so")
    return {
        "text": "<br>".join([*words, "wider: more sentences · larger: more salient"]),
        "xref": "paper", "yref": "paper", "x": 1, "y": 0, "xanchor": "right", "yanchor": "bottom", "showarrow": False,
        "align": "left", "borderpad": 5, "bgcolor": colours.background, "font": {"size": 12, "color": colours.muted},
    }  # fmt: skip


def _is_relation(tie: dict[str, Any]) -> bool:
    return bool(tie["forward"] or tie["backward"])


def _ends(tie: dict[str, Any], points: dict[str, Point], sizes: dict[str, float]) -> tuple[Point, Point]:
    """Where a line begins and ends: at the rims of its nodes."""
    (x0, y0), (x1, y1) = points[tie["source"]], points[tie["target"]]
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    dx, dy = (x1 - x0) / length, (y1 - y0) / length
    start, end = (min(sizes[tie[key]] / 2 + 2, length / 3) for key in ("source", "target"))
    return (x0 + start * dx, y0 + start * dy), (x1 - end * dx, y1 - end * dy)


def _line(tie: dict[str, Any], points: dict[str, Point], sizes: dict[str, float], colours: Palette) -> go.Scatter:
    start, end = _ends(tie, points, sizes)
    relation = _is_relation(tie)
    return go.Scatter(
        x=[start[0], end[0]],
        y=[start[1], end[1]],
        mode="lines",
        line={
            "color": colours.lines if relation else colours.muted,
            "width": line_width(int(tie["sentences"])) * (1 if relation else _THIN),
            "dash": "solid" if tie["happened"] or not relation else "5px,4px",
        },
        meta={"whole": tie["link"]},
        hoverinfo="skip",
        showlegend=False,
        name="line",
    )


def _heads(
    ties: Sequence[dict[str, Any]], points: dict[str, Point], sizes: dict[str, float], colours: Palette
) -> go.Scatter:
    found = []
    for tie in ties:
        start, end = _ends(tie, points, sizes)
        found += [(tie, end, start)] * bool(tie["forward"]) + [(tie, start, end)] * bool(tie["backward"])
    return go.Scatter(
        x=[tip[0] for _, tip, _ in found],
        y=[tip[1] for _, tip, _ in found],
        mode="markers",
        marker={
            "symbol": "arrow",
            "angle": [math.degrees(math.atan2(tip[0] - foot[0], tip[1] - foot[1])) for _, tip, foot in found],
            "size": [_HEAD + line_width(int(tie["sentences"])) for tie, _, _ in found],
            "color": colours.lines,
            "opacity": 1,
            "line": {"color": colours.background, "width": 1},
        },
        unselected={"marker": {"opacity": 0.2}},
        customdata=[[tie["link"], f"link:{tie['link']}"] for tie, _, _ in found],
        hoverinfo="skip",
        showlegend=False,
        name="arrow heads",
    )


def _hits(ties: Sequence[dict[str, Any]], points: dict[str, Point]) -> go.Scatter:
    """Markers that nobody sees along the lines: Plotly answers the pointer at markers only."""
    spots = [(tie, share) for tie in ties for share in _HITS]
    places = [(points[tie["source"]], points[tie["target"]], share) for tie, share in spots]
    return go.Scatter(
        x=[a[0] + share * (b[0] - a[0]) for a, b, share in places],
        y=[a[1] + share * (b[1] - a[1]) for a, b, share in places],
        mode="markers",
        marker={"size": _HIT, "opacity": 0},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        customdata=[[tie["link"], f"link:{tie['link']}"] for tie, _ in spots],
        text=[_hover(tie) for tie, _ in spots],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
        name="what connects them",
    )


def _hover(tie: dict[str, Any]) -> str:
    counts = counted(int(tie["sentences"]), "sentence")
    if int(tie["articles"]) > 1:
        counts += f" in {counted(int(tie['articles']), 'article')}"
    words = wrapped(clean(tie["words"])) if tie["words"] else "named together"
    return f"<b>{escaped(clean(tie['name']))}</b> · {counts}<br>{words}"
