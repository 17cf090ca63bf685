"""A chart as it stands in a report: its words in the report's own type, without what the report says elsewhere."""

from __future__ import annotations

from components.captions import Shown
from components.charts import map_chart
from components.report_pictures import for_report, in_report
from nlp.frames import build_frames
from tests.builders import clash

FRAMES = build_frames([clash()])
CHART = map_chart(Shown(FRAMES, FRAMES))
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg"><title>a → b</title>'
    '<text style="font-family: Arial, sans-serif; text-shadow: 1px 1px 2px #fff, 0 0 2px #fff;">'
    "◆ occurred <tspan>→ acts</tspan></text></svg>"
)


def test_sources_credit_and_version_are_left_to_the_report() -> None:
    caption = CHART.caption
    words = for_report(CHART, {})["description"]
    assert caption.subtitle in words
    assert caption.boundaries in words
    assert caption.sources not in words
    assert caption.version not in words


def test_words_are_set_in_the_report_s_type_and_their_signs_in_one_that_has_them() -> None:
    name, (svg, alternative) = in_report(CHART, {}, SVG)
    text = svg.decode()
    assert name == "map"
    assert alternative == for_report(CHART, {})["description"]
    assert "font-family: 'Source Sans Pro', Arial" in text
    assert "<tspan style=\"font-family: 'DejaVu Sans Mono'\">◆</tspan> occurred" in text
    assert "<tspan style=\"font-family: 'DejaVu Sans Mono'\">→</tspan> acts" in text
    assert "<title>a → b</title>" in text
    assert "text-shadow" not in text
