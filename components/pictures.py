"""What a picture needs to be drawn, in the page and on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.charts import Chart
from components.figures.framing import INCH, Caption, Preset

ALL_FORMS = ("svg", "png", "html")
PNG_SCALE = 2  # how much larger than its plain size a PNG is that nobody has chosen a size for


def picture(
    chart: Chart, caption: Caption, preset: Preset, *, dark: bool, forms: Sequence[str] = ALL_FORMS
) -> dict[str, Any]:
    """The framed figure with its size, its words and the forms that are wanted, as `frontend/picture.js` takes it."""
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
        "forms": list(forms),
    }
