"""What a picture needs to be drawn, in the page and on the command line."""

from __future__ import annotations

from typing import Any

from components.charts import Chart
from components.figures.framing import INCH, Caption, Preset


def picture(chart: Chart, caption: Caption, preset: Preset, *, dark: bool) -> dict[str, Any]:
    """The framed figure with its size and its words, as `frontend/picture.js` takes it."""
    return {
        "figure": chart.picture(caption, preset, dark=dark).to_json(),
        "config": {**chart.config, "responsive": False},
        "width": preset.width,
        "height": preset.height,
        "inch": INCH,
        "title": caption.title,
        "description": chart.words(caption),
        "shapes": chart.has_shapes,
        "software": caption.version,
    }
