"""The lines of the map: who acts on whom, which way, how often, and whether any of it happened."""

from __future__ import annotations

import json
import math
from typing import Any

import pandas as pd
import pytest

from components.figures.country_map import HEIGHT, country_map
from components.figures.map_lines import MOST_LINES, draw_lines, line_width, lines_alt, read_pairs
from components.figures.map_view import WORLD
from components.figures.palette import LIGHT, palette
from components.figures.shapes import load_shapes
from nlp.country_pairs import PAIR_COLUMNS


def pairs(*rows: tuple[Any, ...]) -> pd.DataFrame:
    """Rows of pair, name, sentences, happened and words; the rest follows."""
    return pd.DataFrame(
        [
            {
                "pair": pair, "name": name, "subject": pair[:3], "object": pair[4:], "sentences": sentences,
                "articles": 1, "relations": sentences, "happened": happened, "words": words,
                "subject_latitude": math.nan, "subject_longitude": math.nan,
                "object_latitude": 45.3 if pair.endswith("XCR") else math.nan,
                "object_longitude": 34.4 if pair.endswith("XCR") else math.nan,
            }
            for pair, name, sentences, happened, words in rows
        ],
        columns=list(PAIR_COLUMNS),
    )  # fmt: skip


THERE = ("RUS>UKR", "Russia → Ukraine", 3, 3, "attacked, released")
BACK = ("UKR>RUS", "Ukraine → Russia", 1, 0, "attack (denied)")
NOTHING = pd.DataFrame(columns=["country", "name", "mentions"]), pd.DataFrame(columns=["point", "latitude"])


def drawn(*rows: tuple[Any, ...], lines: bool = True) -> dict[str, Any]:
    figure: dict[str, Any] = json.loads(country_map(*NOTHING, pairs(*rows), dark=False, lines=lines).to_json())
    return figure


def traces(figure: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [trace for trace in figure["data"] if trace["name"] == name]


def test_lines_are_drawn_only_where_they_are_asked_for_and_do_not_change_the_view() -> None:
    without, with_lines = drawn(THERE, lines=False), drawn(THERE)
    assert not traces(without, "line")
    assert len(traces(with_lines, "line")) == 1
    assert without["layout"]["geo"] == with_lines["layout"]["geo"]


def test_lines_there_and_back_bend_to_different_sides() -> None:
    one, other = traces(drawn(THERE, BACK), "line")
    middles = {line["meta"]["whole"]: (line["lon"][16], line["lat"][16]) for line in (one, other)}
    assert math.dist(middles["RUS>UKR"], middles["UKR>RUS"]) > 4


def test_line_runs_from_who_acts_to_whom_and_ends_in_an_arrow_head() -> None:
    figure = drawn(THERE)
    (line,), (heads,) = traces(figure, "line"), traces(figure, "arrow heads")
    ends = [(line["lon"][0], line["lat"][0]), (heads["lon"][0], heads["lat"][0])]
    for (lon, lat), code in zip(ends, ("RUS", "UKR"), strict=True):
        shape = load_shapes()[code]
        assert math.dist((lon, lat), (shape.lon, shape.lat)) < 15
    assert math.dist((line["lon"][-1], line["lat"][-1]), ends[1]) < 5, "the line stops where the head begins"
    assert heads["marker"]["symbol"] == "arrow"
    assert 180 < heads["marker"]["angle"][0] % 360 < 270, "Ukraine lies south-west of Russia"


def test_line_is_wider_for_more_sentences_and_dashed_where_nothing_happened() -> None:
    figure = drawn(THERE, BACK)
    lines = {line["meta"]["whole"]: line["line"] for line in traces(figure, "line")}
    assert lines["RUS>UKR"]["width"] > lines["UKR>RUS"]["width"]
    assert (lines["RUS>UKR"]["dash"], lines["UKR>RUS"]["dash"]) == ("solid", "5px,4px")
    assert [line_width(n) for n in (1, 2, 4)] == sorted(line_width(n) for n in (1, 2, 4))


def test_line_says_in_words_what_is_done_and_reports_its_pair() -> None:
    (hits,) = traces(drawn(THERE, BACK), "who acts on whom")
    said = dict(zip((key for key, _ in hits["customdata"]), hits["text"], strict=True))
    assert said["RUS>UKR"] == "<b>Russia → Ukraine</b> · 3 sentences:<br>attacked, released"
    assert said["UKR>RUS"].endswith("attack (denied)<br>None of it has happened: denied, or not yet.")
    assert ["UKR>RUS", "pair:UKR>RUS"] in hits["customdata"]


def test_line_words_are_escaped() -> None:
    hostile = ("RUS>UKR", "<b>R</b> → U", 1, 1, "<img src=x>")
    figure = country_map(*NOTHING, pairs(hostile), dark=False, lines=True).to_json()
    assert "<img" not in figure
    assert "<b>R" not in figure


def test_lines_of_what_cannot_be_drawn_are_left_out_and_an_area_without_a_shape_is_met_at_its_point() -> None:
    rows = read_pairs(pairs(("RUS>QQQ", "?", 1, 1, ""), ("RUS>XCR", "Russia → Crimea", 1, 1, "annexed")))
    assert [row["pair"] for row in rows] == ["RUS>XCR"]
    assert read_pairs(None) == []


def test_lines_stop_at_what_can_be_told_apart_and_lie_on_the_globe() -> None:
    codes = list(load_shapes())[:40]
    rows = read_pairs(pairs(*[(f"USA>{code}", code, 1, 1, "") for code in codes if code != "USA"]))
    lines = [t for t in draw_lines(rows, WORLD, WORLD.fit(700, HEIGHT), LIGHT) if t.name == "line"]
    assert len(lines) == MOST_LINES
    assert all(-180 <= lon <= 180 for line in lines for lon in line.lon)
    assert all(-90 <= lat <= 90 for line in lines for lat in line.lat)


@pytest.mark.parametrize("dark", [False, True])
def test_lines_have_a_casing_of_the_pages_colour_below_them(dark: bool) -> None:
    figure = json.loads(country_map(*NOTHING, pairs(THERE), dark=dark, lines=True).to_json())
    names = [trace["name"] for trace in figure["data"]]
    assert names.index("casing") < names.index("line") < names.index("names")
    assert traces(figure, "casing")[0]["line"]["color"] == palette(dark).background
    assert traces(figure, "line")[0]["line"]["color"] == palette(dark).lines


def legend_of(figure: dict[str, Any]) -> list[str]:
    return [note["text"] for note in figure["layout"]["annotations"] if note["xanchor"] == "right"]


def test_lines_say_what_they_mean_and_how_many_are_not_drawn() -> None:
    assert legend_of(drawn(THERE)) == ["→ acts on · wider: more sentences<br>dashed: denied, or not yet so"]
    codes = [code for code, shape in load_shapes().items() if shape.is_country and code != "USA"][: MOST_LINES + 1]
    (many,) = legend_of(drawn(*[(f"USA>{code}", code, 1, 1, "") for code in codes]))
    assert many.endswith(f"<br>The {MOST_LINES} most told of {MOST_LINES + 1}")
    assert legend_of(drawn()) == ["No sentence shown says that one country acts on another."]
    assert legend_of(drawn(THERE, lines=False)) == []


def test_lines_are_told_to_those_who_cannot_see_them() -> None:
    assert lines_alt(pairs(THERE, BACK)) == (
        "2 lines from who acts to whom: Russia → Ukraine, 3 sentences; Ukraine → Russia, 1 sentence."
    )
