"""The timeline figure: where events stand, how they look, what a click hands over."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest

from components.figures.timeline import TIMELINE_CONFIG, timeline, timeline_alt

COLUMNS = ["event", "article", "title", "label", "first_day", "last_day", "precision", "basis", "status", "time", "why"]
BARS, POINTS, LABELS, ARROWS = range(4)
PUBLISHED = [("Harbour reopens", date(2024, 3, 15))]


def event(label: str, first: str | None, last: str | None = "same", **more: str) -> dict[str, Any]:
    last = first if last == "same" else last
    facts = {"article": "a", "title": "Harbour reopens", "precision": "day", "basis": "explicit", "status": "occurred"}
    facts |= {"event": label, "label": label, "time": "on Friday", "why": "counted from publication"} | more
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
def test_timeline_always_has_four_traces(count: int, dark: bool) -> None:
    figure = drawn(*many(count), dark=dark)
    assert [trace["type"] for trace in figure["data"]] == ["bar", "scatter", "scatter", "scatter"]


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
    looks = set()
    for status in ("occurred", "ongoing", "planned", "hypothetical", "denied"):
        data = drawn(event("v", "2024-03-01", status=status), event("s", "2024-03-04", "2024-03-08", status=status))[
            "data"
        ]
        point, bar = data[POINTS]["marker"], data[BARS]["marker"]
        looks.add((point["symbol"][0], point["color"][0], bar["color"][0], bar["pattern"]["shape"][0]))
    assert len(looks) == 5


def test_legend_names_the_statuses_present_only() -> None:
    figure = drawn(event("vote", "2024-03-01"), event("talks", "2024-03-20", status="planned"))
    assert any("◆ occurred" in note and "◇ planned" in note and "denied" not in note for note in notes(figure))
    assert not any("occurred" in note for note in notes(drawn(event("vote", "2024-03-01"))))


def test_inferred_year_is_marked_and_explained() -> None:
    figure = drawn(event("vote", "2024-03-01", basis="inferred_year"))
    assert figure["data"][LABELS]["text"][0].endswith("vote*")
    assert any("* year not in the text" in note for note in notes(figure))


def test_hover_says_days_status_reason_and_article() -> None:
    figure = drawn(event("strike", "2024-03-04", "2024-03-08", status="denied"))
    assert figure["data"][BARS]["text"][0].split("<br>") == [
        "<b>strike</b>",
        "4–8 March 2024 · denied",
        "read from “on Friday” · counted from publication",
        "Harbour reopens",
    ]


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
    assert sorted(data[ARROWS]["customdata"]) == [["blockade"], ["truce"]]
    symbols = dict(zip((row[0] for row in data[ARROWS]["customdata"]), data[ARROWS]["marker"]["symbol"], strict=True))
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


def test_labels_are_off_above_sixty_events() -> None:
    assert len(drawn(*many(20))["data"][LABELS]["text"]) == 20
    assert drawn(*many(61))["data"][LABELS]["text"] == []


def test_two_articles_get_a_lane_each_with_their_title() -> None:
    rows = [event("vote", "2024-03-01"), event("count", "2024-03-02", article="b", title="Ballots counted")]
    headings = [note for note in notes(drawn(*rows)) if note.startswith("<b>")]
    assert headings == ["<b>Harbour reopens</b>", "<b>Ballots counted</b>"]
    assert not [note for note in notes(drawn(*many(12, articles=12))) if note.startswith("<b>")]


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
