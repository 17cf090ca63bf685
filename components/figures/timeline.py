"""The timeline: dated events in packed rows, points for days and bars for anything longer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.lettering import text_width
from components.figures.palette import Palette, palette
from components.figures.timeline_doubt import draw_fades, draw_halos, draw_strikes
from components.figures.timeline_items import Item, read_items, read_published
from components.figures.timeline_labels import with_labels
from components.figures.timeline_legend import legend_lines
from components.figures.timeline_marks import MS_PER_DAY, draw_bars, draw_labels, draw_points, draw_signs, moment_of
from components.figures.timeline_scene import Room, compose
from components.figures.timeline_window import Window, find_window
from components.figures.wording import clean, counted, day_words, escaped, listed, shortened, span_words
from nlp.model import EventStatus

TIMELINE_CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "scrollZoom": False,
    "toImageButtonOptions": {"format": "svg", "filename": "timeline", "width": 1200, "height": 420},
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
}
_TOP, _LINE, _LEGEND_LINE, _BOTTOM = 30, 20, 16, 44
_SIDE = 24  # holds half a date, or the renderer would drop the first with its year
_STILL = 0.85  # a picture may be set in a wider type than the page
_OUTSIDE = 18  # a line of its own for how many events lie outside

Published = Sequence[tuple[str, date | None]]


def timeline(
    events: pd.DataFrame, published: Published, *, dark: bool, width: int = 1040, height: int | None = None
) -> go.Figure:
    """Events on a time axis.

    Args:
        events: one row an event: `event` (id), `article`, `title`, `label`, `first_day`, `last_day` (a missing value
            where open), `first_vague`, `last_vague`, `precision`, `basis`, `status`, `time` (the words in the text),
            `why`, `evidence` (the number of sentences). Events without any day are left out.
        published: (article id, publication day) of the articles shown; a day that is `None` is left out.
        dark: whether the page is dark.
        width: the pixels that the chart will have, about; labels are packed for it.
        height: pixels that a picture has; `None` for what the events need.

    Returns:
        A figure of always the same seven traces: bars, the veils over their vague ends, lines through what is denied,
        halos of about-days, points, labels, signs on bars. `customdata[0]` is the event's id.
    """
    colours = palette(dark)
    items, days = read_items(events), read_published(published)
    window = find_window(items, [day for _, day in days])
    inner = width - 2 * _SIDE
    shapes, notes = _publication(days, window, colours)
    legend = legend_lines(items, inner * (1 if height is None else _STILL))
    apart = bool(legend and notes) and _collide(legend[-1], notes[0]["text"], days, window, width)
    top = _TOP + (_LEGEND_LINE * (len(legend) - 1) + _LINE * apart if legend else 0)
    outside = _OUTSIDE if window.earlier or window.later else 0
    room = Room() if height is None else Room.of(height - top - _BOTTOM - outside)
    scene = compose(items, window, inner, told=dict(days), room=room)
    crowded = not any(mark.label for mark in scene.marks)
    marks = with_labels(scene, window, inner, room.character) if crowded else scene.marks
    bars = [mark for mark in marks if not mark.item.is_point]
    points = [mark for mark in marks if mark.item.is_point]
    figure = go.Figure(
        [
            draw_bars(bars, scene.step, colours),
            draw_fades(bars, scene.step, window, inner, colours),
            draw_strikes(bars, window, inner, colours),
            draw_halos(points, scene.step, colours),
            draw_points(points, scene.step, colours),
            draw_labels([mark for mark in marks if mark.label], window, colours),
            draw_signs(bars, scene.step, window, colours),
        ]
    )
    if legend:
        shift = {"yanchor": "bottom", "yshift": _LINE if apart else 0}
        notes.append(_note("<br>".join(legend), colours, x=0, xanchor="left", y=1, **shift))
    notes += _margins(items, window, colours)
    notes += [_heading(title, -y, colours) for title, y in scene.headings]
    _lay_out(figure, window, colours, scene.height + outside, top, width)
    figure.update_layout(shapes=shapes, annotations=notes)
    return figure


def timeline_alt(events: pd.DataFrame, published: Published) -> str:
    """The timeline in a sentence or two, for those who cannot see it."""
    items, days = read_items(events), read_published(published)
    missing = len(events) - len(items)
    undated = f" {counted(missing, 'event')} could not be placed on a day." if missing else ""
    if not items:
        return f"Timeline. No dated event.{undated}"
    first, last = date.fromordinal(items[0].start), date.fromordinal(max(item.end for item in items))
    counts = Counter(str(item.status) for item in items)
    statuses = listed(f"{counts[status]} {status}" for status in EventStatus if counts[status])
    when = listed(dict.fromkeys(day_words(date.fromordinal(day)) for _, day in days))
    told = f" Published {when}." if when else ""
    return f"Timeline of {counted(len(items), 'dated event')}, {span_words(first, last)}: {statuses}.{told}{undated}"


def _publication(days: Sequence[tuple[str, int]], window: Window, colours: Palette) -> tuple[list[Any], list[Any]]:
    """A dashed line on each publication day, and one label over them all; nothing where it is out of sight."""
    seen = sorted({day for _, day in days if window.shows(day, day)})
    if not seen:
        return [], []
    style = {
        "color": colours.muted,
        "width": 1.5 if len(seen) == 1 else 1,
        "dash": "6px,4px" if len(seen) == 1 else "2px,3px",
    }
    lines = [
        {
            "type": "line",
            "layer": "between",
            "xref": "x",
            "yref": "paper",
            "x0": at,
            "x1": at,
            "y0": 0,
            "y1": 1,
            "line": style,
        }
        for at in map(moment_of, seen)
    ]
    first, last = date.fromordinal(seen[0]), date.fromordinal(seen[-1])
    words = span_words(first, last)
    middle = (seen[0] + seen[-1]) / 2
    share = (middle - window.first) / window.days
    anchor = "left" if share < 0.12 else "right" if share > 0.88 else "center"
    note = _note(f"published {words}", colours, xref="x", x=moment_of(middle), xanchor=anchor, y=1, yanchor="bottom")
    return lines, [note]


def _collide(legend: str, published: str, days: Sequence[tuple[str, int]], window: Window, width: int) -> bool:
    """Whether the legend, on the left, reaches the publication's label on the same line."""
    seen = [day for _, day in days if window.shows(day, day)]
    middle = ((seen[0] + seen[-1]) / 2 - window.first) / window.days * (width - 2 * _SIDE)
    return text_width(legend) + 24 > middle - text_width(published)


def _margins(items: Sequence[Item], window: Window, colours: Palette) -> list[dict[str, Any]]:
    """How many events lie outside the first view, or that there is none."""
    notes = []
    if not items:
        middle = {"x": 0.5, "xanchor": "center", "y": 0.5, "yanchor": "middle"}
        notes.append(_note("No dated event", colours, **middle, bgcolor=colours.background, borderpad=4))
    earlier = f"◂ {counted(window.earlier, 'earlier event')}" if window.earlier else ""
    later = f"{counted(window.later, 'later event')} ▸" if window.later else ""
    backed = {"y": 0, "yanchor": "bottom", "bgcolor": colours.background, "yshift": 1}
    if earlier:
        notes.append(_note(earlier, colours, x=0, xanchor="left", **backed))
    if later:
        notes.append(_note(later, colours, x=1, xanchor="right", **backed))
    return notes


def _heading(title: str, y: float, colours: Palette) -> dict[str, Any]:
    text = f"<b>{escaped(shortened(clean(title), 90))}</b>"
    return _note(text, colours, x=0, xanchor="left", yref="y", y=y, yanchor="middle")


def _note(text: str, colours: Palette, **where: Any) -> dict[str, Any]:
    base = {"text": text, "showarrow": False, "xref": "paper", "yref": "paper", "captureevents": False}
    return base | {"font": {"size": 12, "color": colours.muted}, "align": "left"} | where


def _lay_out(figure: go.Figure, window: Window, colours: Palette, plot: int, top: int, width: int) -> None:
    ticks = max(2, min(int(window.days) - 1, (width - 2 * _SIDE) // 85))
    figure.update_layout(
        height=top + plot + _BOTTOM,
        margin={"l": _SIDE, "r": _SIDE, "t": top, "b": _BOTTOM},
        **colours.ground,
        barmode="overlay",
        bargap=0,  # only then do bars keep to whole pixels; their height is their own
        dragmode="pan",
        showlegend=False,
        xaxis={
            "type": "date",
            "range": [moment_of(window.first), moment_of(window.last)] if window.days else None,
            "visible": bool(window.days),
            "nticks": ticks,
            "tickformatstops": _TICK_FORMATS,
            "gridcolor": colours.grid,
            "linecolor": colours.muted,
            "showline": True,
            "ticks": "outside",
            "ticklen": 4,
            "tickcolor": colours.muted,
            "tickfont": {"size": 12, "color": colours.muted},
            "zeroline": False,
        },
        yaxis={"visible": False, "fixedrange": True, "range": [-plot, 0]},
    )


# The part behind the line break is shown at the first tick and where it changes. No stop shows a time of day.
_TICK_FORMATS: list[dict[str, Any]] = [
    {"dtickrange": [None, 28 * MS_PER_DAY], "value": "%-d %b\n%Y"},
    {"dtickrange": [28 * MS_PER_DAY, "M11"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]
