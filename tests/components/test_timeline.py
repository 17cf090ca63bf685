"""The timeline figure: where events stand, how they look, what a click hands over."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest

from components.figures.timeline import TIMELINE_CONFIG, timeline, timeline_alt

COLUMNS = ["event", "article", "title", "label", "first_day", "last_day", "precision", "basis", "status", "time", "why",
           "first_vague", "last_vague", "evidence"]  # fmt: skip
BARS, FADES, STRIKES, HALOS, POINTS, LABELS, SIGNS = range(7)
PUBLISHED = [("a", date(2024, 3, 15))]


def event(label: str, first: str | None, last: str | None = "same", **more: Any) -> dict[str, Any]:
    last = first if last == "same" else last
    facts: dict[str, Any] = {
        "article": "a",
        "title": "Harbour reopens",
        "precision": "day",
        "basis": "explicit",
        "status": "occurred",
    }
    facts |= {"event": label, "label": label, "time": "on Friday", "why": "“Friday”: the Friday before publication"}
    facts |= {"first_vague": False, "last_vague": False, "evidence": 1} | more
    return facts | {"first_day": pd.Timestamp(first) if first else pd.NaT, "last_day": pd.Timestamp(last or pd.NaT)}


def drawn(*events: dict[str, Any], published: Any = PUBLISHED, **options: Any) -> dict[str, Any]:
    frame = pd.DataFrame(list(events), columns=COLUMNS)
    figure: dict[str, Any] = json.loads(timeline(frame, published, **({"dark": False} | options)).to_json())
    return figure


def many(count: int, spread: int = 60, articles: int = 1) -> list[dict[str, Any]]:
    start = date(2024, 2, 1)
    return [
        event(
            f"event number {i}",
            (start + timedelta(days=i * 7 % spread)).isoformat(),
            event=f"e{i}",
            article=f"a{i % articles}",
        )
        for i in range(count)
    ]


def notes(figure: dict[str, Any]) -> list[str]:
    return [note["text"] for note in figure["layout"]["annotations"]]


@pytest.mark.parametrize("count", [0, 1, 5, 30, 200])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_timeline_always_has_the_same_traces(count: int, dark: bool) -> None:
    figure = drawn(*many(count), dark=dark)
    assert [trace["type"] for trace in figure["data"]] == ["bar"] * 3 + ["scatter"] * 4


@pytest.mark.parametrize("count", [0, 1, 5, 30, 200, 2000])
def test_timeline_height_stays_within_the_screen(count: int) -> None:
    assert 198 <= drawn(*many(count))["layout"]["height"] <= 420


def test_days_are_points_and_anything_longer_is_a_bar() -> None:
    data = drawn(event("vote", "2024-03-01"), event("strike", "2024-03-04", "2024-03-08"))["data"]
    assert data[POINTS]["customdata"] == [["vote"]]
    assert data[POINTS]["x"] == ["2024-03-01"]
    assert data[BARS]["customdata"] == [["strike"]]
    assert data[BARS]["base"] == ["2024-03-03T12:00"], "half a day before the first tick's midnight"
    assert data[BARS]["x"] == [5 * 86_400_000]


@pytest.mark.parametrize("status", ["occurred", "ongoing", "planned", "hypothetical", "denied"])
def test_status_shapes_the_mark(status: str) -> None:
    figure = drawn(
        event("vote", "2024-03-01", status=status), event("strike", "2024-03-04", "2024-03-08", status=status)
    )
    colour = figure["data"][POINTS]["marker"]["color"][0]
    hollow = colour == figure["layout"]["paper_bgcolor"]
    assert hollow is (status in {"planned", "hypothetical", "denied"})
    assert f"{status}" in figure["data"][POINTS]["text"][0]


def test_no_two_statuses_look_alike() -> None:
    looks, bars = set(), set()
    for status in ("occurred", "ongoing", "planned", "hypothetical", "denied"):
        data = drawn(event("v", "2024-03-01", status=status), event("s", "2024-03-04", "2024-03-08", status=status))[
            "data"
        ]
        point, bar = data[POINTS]["marker"], data[BARS]["marker"]
        struck = len(data[STRIKES]["y"])
        looks.add((point["symbol"][0], point["color"][0]))
        bars.add((bar["color"][0], bar["pattern"]["shape"][0], struck))
    assert len(looks) == len(bars) == 5


def test_legend_names_the_statuses_present_only() -> None:
    figure = drawn(event("vote", "2024-03-01"), event("talks", "2024-03-20", status="planned"))
    assert any("◆ occurred" in note and "◇ planned" in note and "denied" not in note for note in notes(figure))
    assert not any("occurred" in note for note in notes(drawn(event("vote", "2024-03-01"))))


def test_inferred_year_is_marked_and_explained() -> None:
    figure = drawn(event("vote", "2024-03-01", basis="inferred_year"))
    assert figure["data"][LABELS]["text"][0].endswith("vote*")
    assert any("* year not in the text" in note for note in notes(figure))


def test_hover_says_days_status_reason_and_article() -> None:
    figure = drawn(event("strike", "2024-03-04", "2024-03-08", status="denied", last_vague=True, evidence=2))
    assert figure["data"][BARS]["text"][0].split("<br>") == [
        "<b>strike</b>",
        "about 4–8 March 2024 · denied · told in 2 sentences",
        "“Friday”: the Friday before publication",
        "Harbour reopens",
    ]


def test_hover_quotes_the_date_where_nobody_says_how_it_was_read() -> None:
    assert "read from “on Friday”" in drawn(event("vote", "2024-03-01", why=""))["data"][POINTS]["text"][0]


def veils(figure: dict[str, Any]) -> list[tuple[pd.Timestamp, pd.Timestamp, float]]:
    """Beginning, end and opacity of each veil."""
    trace = figure["data"][FADES]
    starts = [pd.Timestamp(base) for base in trace["base"]]
    lengths = [pd.Timedelta(milliseconds=length) for length in trace["x"]]
    opacities = [float(colour.rstrip(")").rsplit(",")[-1]) for colour in trace["marker"]["color"]]
    return [(s, s + n, o) for s, n, o in zip(starts, lengths, opacities, strict=True)]


def cover(figure: dict[str, Any], day: str) -> float:
    """How much of a bar the veils hide at a moment: 0 nothing, 1 all of it."""
    clear = 1.0
    for start, end, opacity in veils(figure):
        if start <= pd.Timestamp(day) <= end:
            clear *= 1 - opacity
    return round(1 - clear, 2)


@pytest.mark.parametrize(
    ("first_vague", "last_vague", "solid"),
    [
        (False, False, "2024-03-01"),
        (False, True, "2024-03-04"),
        (True, False, "2024-03-08"),
        (True, True, "2024-03-06"),
    ],
    ids=["neither edge", "its end", "its beginning", "both edges"],
)
def test_bar_fades_where_the_text_leaves_an_edge_open(first_vague: bool, last_vague: bool, solid: str) -> None:
    figure = drawn(event("plan", "2024-03-01", "2024-03-11", first_vague=first_vague, last_vague=last_vague))
    assert cover(figure, "2024-02-29T12:01") == float(first_vague), "half a day before its first midnight it begins"
    assert cover(figure, solid) == 0
    assert cover(figure, "2024-03-11T11:59") == float(last_vague)


def test_fading_edge_grows_fainter_outwards() -> None:
    figure = drawn(event("plan", "2024-03-01", "2024-03-20", last_vague=True))
    shades = [cover(figure, f"2024-03-{day}") for day in range(10, 21)]
    assert shades == sorted(shades)
    assert len(set(shades)) > 5


def test_many_fading_bars_do_not_weigh_a_chart_down() -> None:
    rows = [row | {"last_day": row["first_day"] + pd.Timedelta(days=6), "last_vague": True} for row in many(2000)]
    assert 2000 < len(veils(drawn(*rows))) <= 6000


def test_open_end_has_an_arrow_and_does_not_fade() -> None:
    assert veils(drawn(event("siege", "2024-03-04", None, last_vague=True))) == []


@pytest.mark.parametrize("trace", [FADES, STRIKES, HALOS])
def test_what_lies_over_a_mark_says_nothing_on_hover_so_that_the_mark_is_clicked(trace: int) -> None:
    rows = [event("plan", "2024-03-01", "2024-03-11", status="denied", first_vague=True, last_vague=True)]
    figure = drawn(*rows, event("visit", "2024-03-05", first_vague=True, last_vague=True))
    assert len(figure["data"][trace]["y"]) > 0
    assert figure["data"][trace]["hoverinfo"] == "skip"
    assert figure["data"][BARS]["customdata"] == [["plan"]]
    assert figure["data"][POINTS]["customdata"] == [["visit"]]


def test_about_day_is_a_point_in_a_halo() -> None:
    figure = drawn(event("visit", "2024-03-05", first_vague=True, last_vague=True), event("vote", "2024-03-01"))
    assert figure["data"][HALOS]["x"] == ["2024-03-05"]
    assert figure["data"][HALOS]["customdata"] == [["visit"]], "it stands out or back with its point"
    assert figure["data"][POINTS]["x"] == ["2024-03-01", "2024-03-05"]
    assert "about 5 March 2024" in figure["data"][POINTS]["text"][1]


def test_denied_bar_is_struck_through_from_end_to_end_and_crossed() -> None:
    figure = drawn(
        event("strike", "2024-03-04", "2024-03-08", status="denied"), event("fair", "2024-03-04", "2024-03-08")
    )
    strikes, signs = figure["data"][STRIKES], figure["data"][SIGNS]
    assert strikes["customdata"] == signs["customdata"] == [["strike"]]
    assert strikes["base"][0] < "2024-03-03T12:00"
    assert strikes["x"][0] > 5 * 86_400_000
    assert signs["marker"]["symbol"] == ["x-thin"]
    assert signs["x"] == ["2024-03-06"], "in the middle"
    assert strikes["y"][0] == signs["y"][0]


@pytest.mark.parametrize(
    ("row", "sign"),
    [
        (event("a", "2024-03-01", "2024-03-09", last_vague=True), "fading: the text leaves that edge open"),
        (event("a", "2024-03-01", first_vague=True, last_vague=True), "glow: about that day"),
        (event("a", "2024-03-01", "2024-03-09", status="denied"), "✕ denied, struck out"),
        (event("a", "2024-03-01", status="denied"), "✕ denied"),
        (event("a", "2024-03-01", "2024-03-09", status="planned"), "◇ planned, hollow"),
        (event("a", "2024-03-01", basis="assumed"), "* day assumed"),
        (event("a", "2024-03-01", basis="inferred_year"), "* year not in the text"),
    ],
)
def test_legend_explains_a_sign_that_occurs_and_only_that(row: dict[str, Any], sign: str) -> None:
    (legend,) = notes(drawn(row, published=[]))
    assert legend == sign


def test_legend_is_broken_into_lines_that_fit_a_narrow_chart() -> None:
    rows = [event(s, "2024-03-01", "2024-03-05", status=s, last_vague=True) for s in ("occurred", "planned", "denied")]
    (wide,) = [note for note in notes(drawn(*rows)) if "occurred" in note]
    narrow = drawn(*rows, width=420)
    (broken,) = [note for note in notes(narrow) if "occurred" in note]
    assert ("<br>" in wide, broken.count("<br>")) == (False, 1)
    assert narrow["layout"]["margin"]["t"] > drawn(*rows)["layout"]["margin"]["t"]


def test_text_of_articles_is_escaped_everywhere() -> None:
    hostile = "<a href='x'>vote</a>"
    more = {"title": "<i>T</i>", "time": "<u>", "why": "<s>", "event": "e1"}
    rows = [event(hostile, "2024-03-01", article=article, **more) for article in "ab"]
    figure = json.dumps(drawn(*rows), ensure_ascii=False)
    for tag in ("<a ", "<i>", "<u>", "<s>"):
        assert tag not in figure
    assert "&lt;a href='x'&gt;" in figure


def test_publication_day_is_a_labelled_line() -> None:
    figure = drawn(event("vote", "2024-03-01"))
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == ["2024-03-15"]
    assert "published 15 March 2024" in notes(figure)


def test_several_publication_days_share_one_label() -> None:
    published = [("b", date(2024, 3, 15)), ("a", date(2024, 3, 12)), ("c", None), ("d", date(2024, 3, 15))]
    figure = drawn(event("vote", "2024-03-01"), published=published)
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == ["2024-03-12", "2024-03-15"]
    assert [note for note in notes(figure) if "published" in note] == ["published 12–15 March 2024"]


def test_timeline_without_publication_draws_no_line() -> None:
    figure = drawn(event("vote", "2024-03-01"), published=[("a", None)])
    assert "shapes" not in figure["layout"] or figure["layout"]["shapes"] == []


def test_empty_timeline_says_so() -> None:
    assert "No dated event" in notes(drawn(published=[]))
    assert "No dated event" in notes(drawn())
    assert drawn(published=[])["layout"]["xaxis"]["visible"] is False


def test_open_end_is_drawn_with_an_arrow() -> None:
    data = drawn(event("blockade", "2024-03-04", None), event("truce", None, "2024-03-10"))["data"]
    assert sorted(data[SIGNS]["customdata"]) == [["blockade"], ["truce"]]
    symbols = dict(zip((row[0] for row in data[SIGNS]["customdata"]), data[SIGNS]["marker"]["symbol"], strict=True))
    assert symbols == {"blockade": "triangle-right", "truce": "triangle-left"}
    assert any(text.startswith("<b>blockade</b><br>from 4 March 2024") for text in data[BARS]["text"])


def test_event_without_any_day_is_left_out_and_counted_in_words() -> None:
    rows = [event("vote", "2024-03-01"), event("sometime", None, None)]
    assert drawn(*rows)["data"][POINTS]["customdata"] == [["vote"]]
    assert "1 event could not be placed" in timeline_alt(pd.DataFrame(rows, columns=COLUMNS), PUBLISHED)


def test_interval_the_wrong_way_round_is_turned() -> None:
    assert drawn(event("strike", "2024-03-08", "2024-03-04"))["data"][BARS]["base"] == ["2024-03-03T12:00"]


@pytest.mark.parametrize("day", ["0001-01-01", "0044-03-15", "1066-10-14", "9999-12-31"])
def test_days_at_the_edge_of_the_calendar_are_drawn(day: str) -> None:
    row = event("far", "2024-03-01") | {"first_day": date.fromisoformat(day), "last_day": date.fromisoformat(day)}
    assert drawn(row, published=[])["data"][POINTS]["x"] == [day]


def test_axis_never_shows_a_time_of_day() -> None:
    for rows in (many(1), many(5, spread=3), many(200)):
        axis = drawn(*rows)["layout"]["xaxis"]
        assert not any("%H" in stop["value"] or "%M" in stop["value"] for stop in axis["tickformatstops"])
        first, last = (pd.Timestamp(end) for end in axis["range"])
        assert axis["nticks"] <= (last - first).days, "so many ticks would fall between days"


@pytest.mark.parametrize(
    ("count", "spread", "least", "most"), [(20, 60, 20, 20), (61, 600, 40, 61), (140, 900, 30, 139)]
)
def test_a_crowded_timeline_labels_what_it_has_room_for(count: int, spread: int, least: int, most: int) -> None:
    assert least <= len(drawn(*many(count, spread))["data"][LABELS]["text"]) <= most


def test_two_articles_get_a_lane_each_with_their_title() -> None:
    rows = [event("vote", "2024-03-01"), event("count", "2024-03-02", article="b", title="Ballots counted")]
    headings = [note for note in notes(drawn(*rows)) if note.startswith("<b>")]
    assert headings == ["<b>Harbour reopens</b>", "<b>Ballots counted</b>"]
    assert not [note for note in notes(drawn(*many(12, articles=12))) if note.startswith("<b>")]


def test_an_open_bar_ends_when_its_own_article_was_told_though_another_has_the_same_title() -> None:
    rows = [event("war", "2024-03-01", None), event("vote", "2024-03-05", None, article="b")]
    published = [("a", date(2024, 3, 10)), ("b", date(2024, 3, 20))]
    bars = drawn(*rows, published=published)["data"][BARS]
    lengths = {data[0]: length / 86_400_000 for data, length in zip(bars["customdata"], bars["x"], strict=True)}
    assert lengths == {"war": 10, "vote": 16}


def test_timeline_asks_nobody_for_anything() -> None:
    assert "http" not in json.dumps(drawn(*many(30)))
    assert "http" not in json.dumps(TIMELINE_CONFIG)


def test_timeline_is_the_same_twice() -> None:
    frame = pd.DataFrame(many(30), columns=COLUMNS)
    assert timeline(frame, PUBLISHED, dark=False).to_json() == timeline(frame, PUBLISHED, dark=False).to_json()


def test_timeline_alt_tells_count_span_and_status() -> None:
    rows = [event("vote", "2024-03-01"), event("talks", "2024-03-20", "2024-03-22", status="planned")]
    assert timeline_alt(pd.DataFrame(rows, columns=COLUMNS), PUBLISHED) == (
        "Timeline of 2 dated events, 1–22 March 2024: 1 occurred and 1 planned. Published 15 March 2024."
    )
    assert timeline_alt(pd.DataFrame(columns=COLUMNS), []) == "Timeline. No dated event."


@pytest.mark.parametrize("width", [240, 700, 1700])
@pytest.mark.parametrize("count", [1, 12, 40])
def test_timeline_is_drawn_at_any_width(width: int, count: int) -> None:
    assert len(drawn(*many(count), width=width)["data"][POINTS]["x"]) == count
