"""The marks of a timeline: bars, points, labels and the signs on bars, a trace each.

Filled is told as done; hollow is planned; a dotted ring or bar depends on something; a cross is denied; an arrow is an
open end.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import plotly.graph_objects as go

from components.figures.palette import Palette
from components.figures.timeline_scene import Mark
from components.figures.timeline_window import Window
from components.figures.wording import escaped
from nlp.model import EventStatus

MS_PER_DAY = 86_400_000
_BAR, _POINT = 17, 11  # pixels, which the vertical axis counts; smaller where rows are closer
_PAD, _GLOW_PAD = "\u00a0" * 4, "\u00a0" * 6  # ordinary spaces at an end are trimmed by the renderer
_SYMBOLS = {
    EventStatus.OCCURRED: "diamond",
    EventStatus.ONGOING: "triangle-right",
    EventStatus.PLANNED: "diamond",
    EventStatus.HYPOTHETICAL: "circle-dot",
    EventStatus.DENIED: "x-thin",
}
_PATTERNS = {
    EventStatus.OCCURRED: "",
    EventStatus.ONGOING: "/",
    EventStatus.PLANNED: "",
    EventStatus.HYPOTHETICAL: ".",
    EventStatus.DENIED: "",
}
_HOLLOW = {EventStatus.PLANNED, EventStatus.HYPOTHETICAL, EventStatus.DENIED}


def moment_of(ordinal: float) -> str:
    """An ordinal, possibly between days, as the axis reads it."""
    whole = int(ordinal // 1)
    moment = datetime.combine(date.fromordinal(max(1, min(whole, 3_652_059))), time())
    moment += timedelta(days=ordinal - whole) if whole < 3_652_059 else timedelta()
    return moment.isoformat(timespec="minutes") if moment.time() != time() else moment.date().isoformat()


def _fill(status: str, colours: Palette, *, solid: str) -> str:
    return colours.background if status in _HOLLOW else solid


def bar_height(step: float) -> float:
    """The pixels that a bar is high, in rows so far apart."""
    return min(_BAR, round(0.72 * step, 1))


def draw_bars(marks: Sequence[Mark], step: float, colours: Palette) -> go.Bar:
    statuses = [EventStatus(mark.item.status) for mark in marks]
    return go.Bar(
        orientation="h",
        base=[moment_of(mark.first) for mark in marks],
        x=[round((mark.last - mark.first) * MS_PER_DAY) for mark in marks],
        y=[-mark.y for mark in marks],
        width=bar_height(step),
        marker={
            "color": [_fill(status, colours, solid=colours.tint) for status in statuses],
            "line": {"color": colours.primary, "width": 1.2},
            "pattern": {
                "shape": [_PATTERNS[status] for status in statuses],
                "fillmode": "overlay",
                "fgcolor": colours.primary,
                "fgopacity": 0.5,
                "size": 6,
                "solidity": 0.18,
            },
        },
        unselected={"marker": {"opacity": 0.45}},
        textposition="none",
        text=[mark.item.hover for mark in marks],
        customdata=[[mark.item.event] for mark in marks],
        hovertemplate="%{text}<extra></extra>",
        name="intervals",
    )


def draw_points(marks: Sequence[Mark], step: float, colours: Palette) -> go.Scatter:
    statuses = [EventStatus(mark.item.status) for mark in marks]
    size = min(_POINT, round(0.75 * step, 1))
    return go.Scatter(
        mode="markers",
        x=[moment_of(mark.first) for mark in marks],
        y=[-mark.y for mark in marks],
        marker={
            "symbol": [_SYMBOLS[status] for status in statuses],
            "size": [size - 2 if status == EventStatus.DENIED else size for status in statuses],
            "color": [_fill(status, colours, solid=colours.primary) for status in statuses],
            "line": {"color": colours.primary, "width": [2.2 if s == EventStatus.DENIED else 1.6 for s in statuses]},
            "opacity": 1,
        },
        unselected={"marker": {"opacity": 0.45}},
        text=[mark.item.hover for mark in marks],
        customdata=[[mark.item.event] for mark in marks],
        hovertemplate="%{text}<extra></extra>",
        cliponaxis=False,
        name="days",
    )


def draw_labels(marks: Sequence[Mark], window: Window, colours: Palette) -> go.Scatter:
    texts, xs, sides = [], [], []
    for mark in marks:
        label = escaped(mark.label)
        left = mark.side == "left"
        pad = _GLOW_PAD if mark.item.is_point and mark.item.is_vague else _PAD
        texts.append(f"{label}{pad}" if left else f"{pad}{label}")
        sides.append("middle left" if left else "middle right")
        edge = mark.last if mark.side == "right" else mark.first
        xs.append(moment_of(max(edge, window.first) if mark.side == "inside" else edge))
    return go.Scatter(
        mode="text",
        x=xs,
        y=[-mark.y for mark in marks],
        text=texts,
        textposition=sides,
        textfont={"size": 12, "color": colours.text, "shadow": _halo(colours)},
        unselected={"textfont": {"color": colours.muted}},
        customdata=[[mark.item.event] for mark in marks],
        hoverinfo="skip",
        cliponaxis=True,
        name="labels",
    )


def _halo(colours: Palette) -> str:
    """A soft edge that keeps words readable over lines and hatching."""
    return ", ".join(f"{x}px {y}px 2px {colours.background}" for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)))


def _tip(mark: Mark, window: Window) -> float:
    """Where the arrow of an open end stands: at the end of the bar, or inside the window's edge."""
    inset = 0.006 * window.days
    if mark.item.first is None:
        return max(mark.first, min(window.first + inset, mark.last))
    return min(mark.last, max(window.last - inset, mark.first))


def _middle(mark: Mark, window: Window) -> float:
    """The middle of what is in sight of a bar."""
    first, last = max(mark.first, window.first), min(mark.last, window.last)
    return (first + last) / 2 if first < last else mark.first


def draw_signs(marks: Sequence[Mark], step: float, window: Window, colours: Palette) -> go.Scatter:
    """Arrows at the open ends of bars, and a cross on those that are denied."""
    signs = [
        (mark, _tip(mark, window), "triangle-left" if mark.item.first is None else "triangle-right")
        for mark in marks
        if mark.item.is_open
    ]
    signs += [(mark, _middle(mark, window), "x-thin") for mark in marks if mark.item.status == EventStatus.DENIED]
    return go.Scatter(
        mode="markers",
        x=[moment_of(at) for _, at, _ in signs],
        y=[-mark.y for mark, _, _ in signs],
        marker={
            "symbol": [symbol for _, _, symbol in signs],
            "size": [bar_height(step) - 3 if symbol == "x-thin" else 13 for _, _, symbol in signs],
            "color": colours.primary,
            "line": {"color": colours.primary, "width": [2.4 if symbol == "x-thin" else 0 for _, _, symbol in signs]},
            "opacity": 1,
        },
        unselected={"marker": {"opacity": 0.45}},
        text=[mark.item.hover for mark, _, _ in signs],
        customdata=[[mark.item.event] for mark, _, _ in signs],
        hovertemplate="%{text}<extra></extra>",
        name="open ends and denials",
    )
