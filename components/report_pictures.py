"""Charts as they stand in a report, which has places of its own for the sources, the version and the credit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from components.charts import Chart
from components.figures.framing import PRESETS, Caption
from components.pdf import with_edges
from components.pictures import picture

_NAMES = {"entities": "names"}
_TEXT, _WORDS = re.compile("<text.*?</text>", re.DOTALL), re.compile(">[^<]+<")
_SIGN, _SIGN_TYPE = re.compile("[\u2190-\u2bff]+"), "DejaVu Sans Mono"
_TYPE = "Source Sans Pro"  # the report's own, which its formats bring along; a browser goes on to the next


def for_report(chart: Chart, words: Mapping[str, str]) -> dict[str, Any]:
    """What a browser must draw; `words` are what the reader wrote in the place of the chart's own."""
    return picture(chart, _caption(chart, words), PRESETS["column"], dark=False, forms=("svg",))


def in_report(chart: Chart, words: Mapping[str, str], svg: str) -> tuple[str, tuple[bytes, str]]:
    """The chart's name in `nlp.report`, what was drawn, and its words for those who cannot see it."""
    drawing = _TEXT.sub(_with_signs_apart, with_edges(svg).replace("font-family: ", f"font-family: '{_TYPE}', "))
    return _NAMES.get(chart.name, chart.name), (drawing.encode(), chart.words(_caption(chart, words)))


def _with_signs_apart(text: re.Match[str]) -> str:
    """Words with their signs in a type that has these: else a compiler sets all of them in whatever has both."""
    own = f"<tspan style=\"font-family: '{_SIGN_TYPE}'\">"
    return _WORDS.sub(lambda words: _SIGN.sub(lambda sign: f"{own}{sign[0]}</tspan>", words[0]), text[0])


def _caption(chart: Chart, words: Mapping[str, str]) -> Caption:
    return chart.written(words, sources="", credit="", version="")
