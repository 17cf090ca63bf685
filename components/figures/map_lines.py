"""Who acts on whom, on the map: a curved line with an arrow head from one country to the other.

Lines bend to their right, so that those there and back lie beside each other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.map_rows import shape_of
from components.figures.map_view import FULL_HEIGHT, Fit, Point, View, latitude, offset, project
from components.figures.palette import Palette
from components.figures.shapes import Shape
from components.figures.wording import clean, counted, escaped, wrapped

MOST_LINES = 20  # more can no longer be told apart
_STEPS = 32
_BEND, _LEAST_BEND = 0.16, 12.0  # of the distance; pixels
_GAP = 12.0  # pixels between a line's end and the middle of its country
_HIT = 13  # pixels across: what the pointer has to meet
_BLUNT = 0.25  # of the head: so much of its tip stands free of the line; from near they still touch


@dataclass(frozen=True, slots=True)
class Curve:
    """A line as (longitude, latitude): `points` reach the tip, `shaft` stops within the arrow head.

    `angle` is the head's, in degrees clockwise from straight up, as the map opens. (Plotly's own `angleref` works in
    the first trace of a map only.)
    """

    points: list[Point]
    shaft: list[Point]
    angle: float


def read_pairs(pairs: pd.DataFrame | None) -> list[dict[str, Any]]:
    """The pairs of which both ends can be drawn, in the frame's order."""
    rows = []
    for row in [] if pairs is None else pairs.to_dict("records"):
        ends = [shape_of(row, end, f"{end}_") for end in ("subject", "object")]
        if ends[0] and ends[1]:
            facts = {key: int(row[key]) for key in ("sentences", "articles", "happened")}
            texts = {key: clean(row[key]) for key in ("pair", "name", "words")}
            rows.append({"ends": ends, **facts, **texts})
    return rows


def draw_lines(rows: Sequence[dict[str, Any]], view: View, fit: Fit, colours: Palette) -> list[go.Scattergeo]:
    """For each pair its line on a pale casing, then the arrow heads, then what the pointer meets; strongest on top.

    A trace that is wholly one pair's carries the pair in `meta["whole"]`; `customdata` is the pair, then what a click
    reports.
    """
    drawn = [(row, _curve(row, view, fit)) for row in reversed(rows[:MOST_LINES])]
    traces = [trace for row, curve in drawn for trace in _line(row, curve, colours)]
    return [*traces, _heads(drawn, colours), _hits(drawn)] if drawn else []


def lines_legend(rows: Sequence[dict[str, Any]], colours: Palette) -> dict[str, Any]:
    """What the lines mean and how many are not drawn, in the map's corner: part of a downloaded picture, too."""
    if not rows:
        words = "No sentence shown says that one country acts on another."
    else:
        few = f"<br>The {MOST_LINES} most told of {len(rows)}" if len(rows) > MOST_LINES else ""
        words = f"→ acts on · wider: more sentences<br>dashed: denied, or not yet so{few}"
    return {
        "text": words,
        "xref": "paper",
        "yref": "paper",
        "x": 1,
        "y": 0,
        "xanchor": "right",
        "yanchor": "bottom",
        "showarrow": False,
        "align": "left",
        "borderpad": 5,
        "bgcolor": colours.background,
        "font": {"size": 12, "color": colours.muted},
    }


def lines_alt(pairs: pd.DataFrame) -> str:
    """The lines in a sentence, for those who cannot see them."""
    rows = read_pairs(pairs)
    if not rows:
        return "No sentence shown says that one country acts on another."
    most = "; ".join(f"{row['name']}, {counted(row['sentences'], 'sentence')}" for row in rows[:5])
    return f"{counted(len(rows), 'line')} from who acts to whom: {most}{'; …' if len(rows) > 5 else ''}."


def line_width(sentences: int) -> float:
    """Pixels: each doubling of the sentences adds as much.

    >>> line_width(1), line_width(2), line_width(1000)
    (1.4, 2.1, 4.5)
    """
    return min(round(1.4 + 0.7 * math.log2(max(sentences, 1)), 1), 4.5)


def _head_size(sentences: int) -> float:
    return 9 + 1.5 * line_width(sentences)


def _line(row: dict[str, Any], curve: Curve, colours: Palette) -> list[go.Scattergeo]:
    width = line_width(row["sentences"])
    common = {
        "lon": [lon for lon, _ in curve.shaft],
        "lat": [lat for _, lat in curve.shaft],
        "mode": "lines",
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": {"whole": row["pair"]},
    }
    dash = "solid" if row["happened"] else "5px,4px"
    return [
        go.Scattergeo(line={"color": colours.background, "width": width + 2}, name="casing", **common),
        go.Scattergeo(line={"color": colours.lines, "width": width, "dash": dash}, name="line", **common),
    ]


def _heads(drawn: Sequence[tuple[dict[str, Any], Curve]], colours: Palette) -> go.Scattergeo:
    """An arrow head with its tip at the end of each line."""
    return go.Scattergeo(
        lon=[curve.points[-1][0] for _, curve in drawn],
        lat=[curve.points[-1][1] for _, curve in drawn],
        mode="markers",
        marker={
            "symbol": "arrow",
            "angle": [curve.angle for _, curve in drawn],
            "size": [_head_size(row["sentences"]) for row, _ in drawn],
            "color": colours.lines,
            "opacity": 1,
            "line": {"color": colours.background, "width": 1},
        },
        unselected={"marker": {"opacity": 0.2}},
        customdata=[[row["pair"], f"pair:{row['pair']}"] for row, _ in drawn],
        hoverinfo="skip",
        showlegend=False,
        name="arrow heads",
    )


def _hits(drawn: Sequence[tuple[dict[str, Any], Curve]]) -> go.Scattergeo:
    """Markers that nobody sees, all along the lines: Plotly answers the pointer at markers only."""
    points = [(row, point) for row, curve in drawn for point in curve.points]
    return go.Scattergeo(
        lon=[point[0] for _, point in points],
        lat=[point[1] for _, point in points],
        mode="markers",
        marker={"size": _HIT, "opacity": 0},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        text=[_hover(row) for row, _ in points],
        customdata=[[row["pair"], f"pair:{row['pair']}"] for row, _ in points],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
        name="who acts on whom",
    )


def _hover(row: dict[str, Any]) -> str:
    counts = counted(row["sentences"], "sentence")
    if row["articles"] > 1:
        counts += f" in {counted(row['articles'], 'article')}"
    not_so = "" if row["happened"] else "<br>None of it has happened: denied, or not yet."
    return f"<b>{escaped(row['name'])}</b> · {counts}:<br>{wrapped(row['words'])}{not_so}"


def _curve(row: dict[str, Any], view: View, fit: Fit) -> Curve:
    """The line from one end of a pair to the other, bent to its right as it is seen."""
    middle = project(0, view.lat)[1]
    (x0, y0), (x1, y1) = (_pixels(end, view, fit, middle) for end in row["ends"])
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    bend = max(_BEND * length, _LEAST_BEND) * 2  # a quadratic curve reaches half way to its control point
    control = ((x0 + x1) / 2 + bend * (y1 - y0) / length, (y0 + y1) / 2 - bend * (x1 - x0) / length)
    trim = min(_GAP / length, 0.2)
    seen = []
    for i in range(_STEPS + 1):
        t = trim + (1 - 2 * trim) * i / _STEPS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        seen.append((a * x0 + b * control[0] + c * x1, a * y0 + b * control[1] + c * y1))
    tip, foot = seen[-1], seen[-2]
    last, blunt = math.dist(foot, tip), _BLUNT * _head_size(row["sentences"])
    share = max(1 - blunt / last, 0.0) if last else 0.0
    neck = (foot[0] + share * (tip[0] - foot[0]), foot[1] + share * (tip[1] - foot[1]))
    points = [_on_earth(x / fit.pixels, y / fit.pixels + middle, view) for x, y in [*seen, neck]]
    angle = math.degrees(math.atan2(tip[0] - foot[0], tip[1] - foot[1]))
    return Curve(points[:-1], [*points[:-2], points[-1]], round(angle, 1))


def _pixels(shape: Shape, view: View, fit: Fit, middle: float) -> Point:
    """Pixels right of and above the middle of the map."""
    x, y = project(offset(shape.lon, view.lon), shape.lat)
    return x * fit.pixels, (y - middle) * fit.pixels


def _on_earth(x: float, y: float, view: View) -> Point:
    """The longitude and latitude at a point of the projection; beyond the poles, the pole."""
    lat = latitude(max(-FULL_HEIGHT / 2, min(y, FULL_HEIGHT / 2)))
    lon = view.lon + x / project(1, lat)[0]
    return round(offset(lon, 0), 3), lat
