"""A chart in its frame: all words are there and on the page, the data are the screen's, whatever the size."""

from __future__ import annotations

import html
from dataclasses import fields, replace

import plotly.graph_objects as go
import pytest

from components.captions import Shown
from components.charts import Chart, entities_chart, map_chart, network_chart, timeline_chart
from components.figures.country_map import country_map
from components.figures.entity_bars import entity_bars
from components.figures.framing import PRESETS, Caption, chart_room, framed
from components.figures.network import network_figure
from components.figures.palette import contrast
from components.figures.text_lines import LINE_HEIGHT, line_width, text_lines
from components.figures.timeline import timeline
from nlp.country_pairs import pairs_frame
from nlp.frames import build_frames
from nlp.networks import network
from nlp.summaries import cities_frame, countries_frame, entities_frame
from tests.builders import analysis, clash

HOSTILE = Caption(
    title="Who <b>shelled</b> whom & when, " + "told at length " * 6,
    subtitle="Mentions: 3 of 4 <i>articles</i>\nOnly sentences with “" + "very long words " * 12 + "”",
    note="Note: " + "w" * 300,
    sources="Sources: " + "; ".join(f"An agency {number}, {number} July 2025" for number in range(1, 25)),
    boundaries="Boundaries: Natural Earth.",
    credit="The desk & its team",
    version="Dateline 0.1.0, 7 July 2025",
)
SHORT = Caption("A title", "A unit", "A note", "A source", "A border", "A credit", "A version")
FRAMES = build_frames([clash(), analysis()])
SHOWN = Shown(FRAMES, FRAMES)
CHARTS = [map_chart(SHOWN, lines=True, places=True), timeline_chart(SHOWN), entities_chart(SHOWN), network_chart(SHOWN)]


def words_of(figure: go.Figure) -> list[str]:
    return [html.unescape(note.text.replace("<b>", "").replace("</b>", "")) for note in figure.layout.annotations]


def box_of(note: go.layout.Annotation, figure: go.Figure) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a frame's words in pixels of the page."""
    layout, margin = figure.layout, figure.layout.margin
    plot = (layout.width - margin.l - margin.r, layout.height - margin.t - margin.b)
    lines = html.unescape(note.text).replace("<b>", "").replace("</b>", "").split("<br>")
    bold = note.text.startswith("<b>")
    width = max(line_width(line, note.font.size, bold=bold) for line in lines)
    x = margin.l + note.x * plot[0] + note.xshift
    y = margin.t + (1 - note.y) * plot[1] - note.yshift
    left = x - width if note.xanchor == "right" else x
    return left, y, left + width, y + len(lines) * note.font.size * LINE_HEIGHT


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("caption", [SHORT, HOSTILE], ids=["short", "long"])
def test_words_stand_on_the_page_beside_each_other_and_can_be_read(caption: Caption, preset, dark: bool) -> None:  # type: ignore[no-untyped-def]
    for chart in CHARTS:
        figure = chart.picture(caption, preset, dark=dark)
        own = chart.draw(*chart_room(caption, preset), dark)
        notes = figure.layout.annotations[len(own.layout.annotations) :]
        boxes = [box_of(note, figure) for note in notes]
        for left, top, right, bottom in boxes:
            assert left >= 0
            assert top >= 0
            assert right <= preset.page[0]
            assert bottom <= preset.page[1]
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 0.01 or other[3] <= one[1]
                assert apart
        assert all(contrast(note.font.color, figure.layout.paper_bgcolor) >= 4.5 for note in notes)
        assert min(note.font.size for note in figure.layout.annotations) * preset.zoom >= 14


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_every_word_of_a_short_caption_is_there_and_a_long_one_keeps_its_title_and_its_borders(preset) -> None:  # type: ignore[no-untyped-def]
    texts = words_of(CHARTS[0].picture(SHORT, preset, dark=False))
    assert set(texts) >= {getattr(SHORT, field.name) for field in fields(SHORT)}
    texts = [text.replace("<br>", " ") for text in words_of(CHARTS[0].picture(HOSTILE, preset, dark=False))]
    for words in (HOSTILE.title.strip(), HOSTILE.boundaries, HOSTILE.credit, HOSTILE.version):
        assert words in texts


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_the_chart_keeps_two_fifths_of_the_page_under_the_longest_words(preset) -> None:  # type: ignore[no-untyped-def]
    width, height = chart_room(HOSTILE, preset)
    assert height >= 0.4 * preset.page[1]
    assert width > 0.9 * preset.page[0]


def test_no_word_of_an_article_is_markup_in_a_picture() -> None:
    figure = framed(go.Figure(), HOSTILE, PRESETS["slide"], dark=False)
    assert all("<b>shelled" not in note.text and "<i>" not in note.text for note in figure.layout.annotations)


def test_an_empty_caption_leaves_the_page_to_the_chart() -> None:
    figure = framed(go.Figure(), Caption(""), PRESETS["slide"], dark=False)
    assert figure.layout.annotations == ()


SCREENS = {
    "map": lambda: country_map(
        countries_frame(FRAMES), cities_frame(FRAMES), pairs_frame(FRAMES), dark=False, lines=True, places=True
    ),
    "timeline": lambda: timeline(FRAMES.events, [], dark=False),
    "entities": lambda: entity_bars(
        entities_frame(FRAMES).sort_values(["mentions", "salience"], ascending=False, kind="stable"), dark=False
    ),
    "network": lambda: network_figure(network(FRAMES).nodes, network(FRAMES).ties, dark=False),
}
FACTS = ("customdata", "z", "locations", "text", "name", "base")


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
def test_a_picture_shows_the_same_data_as_the_screen(chart: Chart, preset) -> None:  # type: ignore[no-untyped-def]
    screen = SCREENS[chart.name]()
    picture = chart.picture(chart.caption, preset, dark=False)
    assert [trace.name for trace in picture.data] == [trace.name for trace in screen.data]
    for ours, theirs in zip(picture.data, screen.data, strict=True):
        if ours.name in ("labels", "names"):
            continue  # as many as fit: that depends on the room
        for fact in FACTS:
            assert as_list(ours, fact) == as_list(theirs, fact)
        if chart.name == "entities" or ours.name in ("days", "open ends and denials"):
            assert as_list(ours, "x") == as_list(theirs, "x")


def as_list(trace: object, fact: str) -> list[object]:
    value = getattr(trace, fact, None)
    return [] if value is None else [list(each) if isinstance(each, tuple) else each for each in value]


def test_places_show_in_a_picture_from_near_only_unless_all_are_asked_for() -> None:
    chart = map_chart(SHOWN)
    figure = chart.picture(chart.caption, PRESETS["slide"], dark=False)
    cities = next(trace for trace in figure.data if trace.name == "cities")
    assert figure.layout.meta["fits"][0]["pixels"] < cities.meta["near"]
    assert cities.visible is False
    near = Shown(build_frames([clash()]), FRAMES)
    figure = map_chart(near).picture(chart.caption, PRESETS["slide"], dark=False)
    cities = next(trace for trace in figure.data if trace.name == "cities")
    assert cities.visible == (figure.layout.meta["fits"][0]["pixels"] >= cities.meta["near"])


def test_lines_break_between_words_within_long_ones_and_where_they_are_told_to() -> None:
    assert text_lines("one two\nthree", 1000, 12) == ["one two", "three"]
    assert all(line_width(line, 12) <= 60 for line in text_lines("w" * 40 + " short words follow", 60, 12))
    assert "".join(text_lines("w" * 40, 60, 12)) == "w" * 40
    assert text_lines("one two three four", 40, 12, most=1)[0].endswith("…")
    assert text_lines("", 100, 12) == []


def test_a_map_that_was_moved_leaves_as_it_is_seen() -> None:
    chart = map_chart(SHOWN)
    first = chart.picture(chart.caption, PRESETS["slide"], dark=False)
    moved = {"zoom": 9.0, "lon": 30.0, "lat": 50.0, "turn": 29.0}
    detail = chart.as_moved(moved)
    assert detail.caption.note.endswith("A detail: the numbers count what lies outside it, too.")
    near = detail.picture(chart.caption, PRESETS["slide"], dark=False)
    assert near.layout.geo.projection.scale == first.layout.geo.projection.scale * 9
    assert near.layout.geo.projection.rotation.lon == 29
    assert (near.layout.geo.center.lon, near.layout.geo.center.lat) == (30, 50)
    assert [next(t for t in figure.data if t.name == "cities").visible for figure in (first, near)] == [False, True]


def test_a_timeline_that_was_moved_keeps_its_days() -> None:
    days = ["2025-07-01", "2025-07-05"]
    chart = replace(timeline_chart(SHOWN), moved={"x": days, "y": [-200, 0]})
    assert list(chart.picture(chart.caption, PRESETS["slide"], dark=False).layout.xaxis.range) == days
