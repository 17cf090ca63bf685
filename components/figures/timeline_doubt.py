"""What a timeline leaves open or takes back: edges that fade, halos around about-days, a line through what is denied.

An edge fades under thin veils in the page's colour, so that fill, outline and pattern go together, in a picture too.
Veils, halos and lines neither say anything on hover nor stand in the way of a click: the mark below them does both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import plotly.graph_objects as go

from components.figures.palette import Palette, contrast
from components.figures.timeline_marks import MS_PER_DAY, bar_height, moment_of
from components.figures.timeline_scene import Mark
from components.figures.timeline_window import Window
from nlp.model import EventStatus

_ONE_END, _BOTH_ENDS = 0.6, 0.45  # the share of a bar over which it fades
_PIXELS_A_VEIL, _FEWEST, _TOGETHER = 4, 2, 4_000  # the last for a whole chart, however many edges fade
_MOST_ON_LIGHT, _MOST_ON_DARK = 24, 12  # the rounding of many veils adds up, and would show on a dark page
_OVERHANG = 2.0  # pixels by which a veil covers the outline
_HALO, _LINE, _BEYOND = 30, 2.4, 5.0  # pixels: a halo's width, a line's thickness, how far it goes beyond its bar


def draw_fades(marks: Sequence[Mark], step: float, window: Window, width: float, colours: Palette) -> go.Bar:
    """Veils over the vague ends of these bars: all of the page's colour at the edge, none of it on the solid part."""
    is_light = contrast(colours.background, "#000000") > contrast(colours.background, "#ffffff")
    vague = [mark for mark in marks if mark.item.is_vague]
    most = min(_MOST_ON_LIGHT if is_light else _MOST_ON_DARK, max(_FEWEST, _TOGETHER // (2 * len(vague) + 1)))
    veils = [veil for mark in vague for veil in _veils(mark, window.days / width, most)]
    channels = ",".join(str(int(colours.background[i : i + 2], 16)) for i in (1, 3, 5))
    return go.Bar(
        orientation="h",
        base=[moment_of(first) for first, _, _, _ in veils],
        x=[round((last - first) * MS_PER_DAY) for first, last, _, _ in veils],
        y=[-y for _, _, y, _ in veils],
        width=bar_height(step) + 2 * _OVERHANG,
        marker={"color": [f"rgba({channels},{opacity})" for _, _, _, opacity in veils], "line": {"width": 0}},
        hoverinfo="skip",
        name="fading edges",
    )


def _veils(mark: Mark, pixel: float, most: int) -> Iterator[tuple[float, float, float, float]]:
    """(first, last, height, opacity) of veils that lie over each other, one more at every step outwards.

    The last is opaque and alone reaches beyond the bar: many thin ones with one edge in common would show it.
    """
    both = mark.item.first_vague and mark.item.last_vague
    length = (mark.last - mark.first) * (_BOTH_ENDS if both else _ONE_END)
    count = max(_FEWEST, min(round(length / pixel / _PIXELS_A_VEIL), most))
    covered = [(k / count) ** 1.5 for k in range(count + 1)]
    for k in range(count):
        inner = length * (1 - k / count)
        outer = -_OVERHANG * pixel if k == count - 1 else length / count / 2
        opacity = round(1 - (1 - covered[k + 1]) / (1 - covered[k]), 3)
        if mark.item.first_vague and mark.item.first is not None:
            yield mark.first + outer, mark.first + inner, mark.y, opacity
        if mark.item.last_vague and mark.item.last is not None:
            yield mark.last - inner, mark.last - outer, mark.y, opacity


def draw_halos(marks: Sequence[Mark], step: float, colours: Palette) -> go.Scatter:
    """A glow around the points of days that are only about right."""
    vague = [mark for mark in marks if mark.item.is_point and mark.item.is_vague]
    return go.Scatter(
        mode="markers",
        x=[moment_of(mark.first) for mark in vague],
        y=[-mark.y for mark in vague],
        marker={
            "symbol": "circle",
            "size": min(_HALO, round(1.3 * step, 1)),
            "opacity": 1,
            "color": f"{colours.primary}00",  # at the rim; the gradient's own colour is in the middle
            "line": {"width": 0},
            "gradient": {"type": "radial", "color": colours.primary},
        },
        unselected={"marker": {"opacity": 0.45}},
        customdata=[[mark.item.event] for mark in vague],
        hoverinfo="skip",
        cliponaxis=False,
        name="about-days",
    )


def draw_strikes(marks: Sequence[Mark], window: Window, width: float, colours: Palette) -> go.Bar:
    """A line through the bars of what is denied, a little beyond both ends."""
    denied = [mark for mark in marks if mark.item.status == EventStatus.DENIED and not mark.item.is_point]
    beyond = _BEYOND * window.days / width
    return go.Bar(
        orientation="h",
        base=[moment_of(mark.first - beyond) for mark in denied],
        x=[round((mark.last - mark.first + 2 * beyond) * MS_PER_DAY) for mark in denied],
        y=[-mark.y for mark in denied],
        width=_LINE,
        marker={"color": colours.primary, "line": {"width": 0}},
        unselected={"marker": {"opacity": 0.45}},
        customdata=[[mark.item.event] for mark in denied],
        hoverinfo="skip",
        name="denied",
    )
