"""What a picture shows of a chart that the reader has moved, and of what comes into sight from near only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go


def move(figure: go.Figure, moved: Mapping[str, Any]) -> None:
    """Let a chart show, in place, what the reader sees of it.

    Args:
        figure: as it was drawn for its room.
        moved: of a map `zoom` (relative to the whole that is fitted), `lon` and `lat` of its middle and its `turn` in
            degrees; of other charts the ranges of `x` and `y`.
    """
    if "zoom" not in moved:
        figure.update_layout(xaxis={"range": moved["x"]}, yaxis={"range": moved["y"]})
        return
    scale, fits = figure.layout.geo.projection.scale, figure.layout.meta["fits"]
    figure.update_layout(
        geo={
            "center": {"lon": moved["lon"], "lat": moved["lat"]},
            "projection": {"scale": scale * moved["zoom"], "rotation": {"lon": moved["turn"]}},
        },
        meta={"fits": [{**fit, "pixels": fit["pixels"] * moved["zoom"]} for fit in fits]},
    )


def show_near(picture: go.Figure) -> None:
    """Decide what the page shows from near only; there, the browser does."""
    fits = (picture.layout.meta or {}).get("fits", [])
    for trace in picture.data:
        if fits and trace.meta and "near" in trace.meta:
            trace.visible = fits[0]["pixels"] >= trace.meta["near"]
