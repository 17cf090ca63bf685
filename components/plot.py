"""A Plotly chart on the page: drawn in place by the app's own plotly.js, clickable, with Export in its toolbar."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

import plotly.graph_objects as go

from components import state
from components.declared import declared
from components.server import PLOTLY_PATH

_component = declared("plot", "library", isolated=False)


def drawn_width(key: str, assumed: int) -> int:
    """The width in pixels that the chart `key` has in the browser, in steps; `assumed` before it has been drawn."""
    return int(getattr(state.value(key), "width", None) or assumed)


def plot(
    figure: go.Figure,
    *,
    key: str,
    alt: str,
    config: dict[str, Any],
    on_click: Callable[[list[str]], None],
    on_export: Callable[[dict[str, Any] | None], None],
    height: int,
    lit: Sequence[str] | None = None,
    width: int | None = None,
    is_map: bool = False,
    tools_above: str = "2rem",
) -> None:
    """Draw a figure.

    Args:
        figure: the chart; the same figure is not drawn again.
        key: the widget's key.
        alt: the chart in one or two sentences, for those who do not see it.
        config: plotly.js's configuration.
        on_click: gets the `customdata` of the mark that was clicked, as strings.
        on_export: called when the chart is to leave the page, with where the reader has moved it, if so.
        height: pixels.
        lit: which marks stand out, by the first of their `customdata`; `None` for all alike.
        width: pixels for which the figure was laid out, if that matters; `drawn_width` has the next one.
        is_map: whether to offer zoom buttons.
        tools_above: how far above the chart its toolbar stands, so that it shares the heading's line.
    """
    drawing = figure.to_json()
    drawn = _component(
        key=key,
        data={
            "figure": drawing,
            "version": hashlib.sha256(f"{drawing}{height}".encode()).hexdigest(),
            "config": config | {"displayModeBar": False, "responsive": True},
            "alt": alt,
            "height": height,
            "map": is_map,
            "above": tools_above,
            "width": width,
            "lit": None if lit is None else list(lit),
            "script": PLOTLY_PATH,
        },
        on_width_change=lambda: None,
        on_export_change=lambda: None,
        on_clicked_change=lambda: on_click(state.clicked(key)) if state.clicked(key) else None,
    )
    if drawn.export:
        on_export(drawn.export["moved"])
