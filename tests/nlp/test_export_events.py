"""Events for calendars and timelines: exactly those shown, with days, status and sentence; `ical` reads them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from ical.calendar_stream import IcsCalendarStream

from nlp.export import View, view_of
from nlp.export.events_icalendar import STATUSES, events_icalendar
from nlp.export.events_timelinejs import events_timelinejs
from nlp.export.safe_text import one_line
from nlp.model import EventStatus, Precision
from tests.builders import analysis
from tests.nlp.export_views import MADE, NASTY, SELECTIONS, nasty_view, view

narrowed = pytest.mark.parametrize("name", SELECTIONS)
hostile = pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)


def entries(shown: View) -> list[Any]:
    """The entries of a calendar whose lines are RFC 5545's: at most 75 octets, each ended by CRLF."""
    data = events_icalendar(shown)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert not re.search(rb"[^\r]\n|\r[^\n]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data)
    return list(IcsCalendarStream.calendar_from_ics(data.decode("utf-8")).events)


def extras(entry: Any) -> dict[str, str]:
    """Dateline's own properties, of which the reader leaves the escapes of texts (RFC 5545, 3.3.11) as they are."""
    return {extra.name.removeprefix("x-dateline-"): re.sub(r"\\(.)", r"\1", extra.value) for extra in entry.extras}


@narrowed
def test_the_calendar_holds_exactly_the_events_that_are_shown(name: str) -> None:
    shown = view(name)
    rows = {row.event: row for row in shown.shown.events.itertuples(index=False)}
    found = {extras(entry)["event"]: entry for entry in entries(shown)}
    assert list(found) == list(rows)
    for key, entry in found.items():
        row = rows[key]
        assert entry.summary == row.label + ("" if row.status == "occurred" else f" ({row.status})")
        assert (entry.dtstart, entry.dtend) == (row.first_day.date(), row.last_day.date() + timedelta(days=1))
        assert entry.status == STATUSES[row.status]
        assert f"“{row.text}”" in entry.description
        assert (extras(entry)["start"], extras(entry)["end"]) == (str(row.start), str(row.end))
        assert entry.dtstamp.date() == MADE


def test_status_says_whether_it_happened() -> None:
    assert {status.value: STATUSES[status.value] for status in EventStatus} == {
        "occurred": "CONFIRMED", "ongoing": "CONFIRMED", "planned": "TENTATIVE", "hypothetical": "TENTATIVE",
        "denied": "CANCELLED",
    }  # fmt: skip


def test_an_event_keeps_its_uid_when_others_go_and_no_two_share_one() -> None:
    every, some = ([entry.uid for entry in entries(view(name))] for name in ("everything", "an article unticked"))
    assert len(every) == len(set(every))
    assert set(some) < set(every)


@hostile
def test_a_hostile_article_gives_a_valid_calendar(text: str) -> None:
    shown = nasty_view(text)
    (entry,) = entries(shown)
    assert entry.summary == one_line(text)
    assert extras(entry)["article"] == one_line(shown.shown.events["article"][0])


def slides(shown: View) -> list[Any]:
    """The slides of a file that has what TimelineJS asks for, and whose texts are HTML of paragraphs alone."""
    data = json.loads(events_timelinejs(shown))
    assert data["title"]["text"]["headline"]
    ids = [slide["unique_id"] for slide in data["events"]]
    assert len(ids) == len(set(ids))
    for slide in [data["title"], *data["events"]]:
        assert set(slide["text"]) == {"headline", "text"}
        assert tags(slide["text"]["headline"]) == set()
        assert tags(slide["text"]["text"]) == {"p"}
    for slide in data["events"]:
        for day in (slide["start_date"], slide.get("end_date", slide["start_date"])):
            assert {"year"} <= set(day) <= {"year", "month", "day"}
            date(day["year"], day.get("month", 1), day.get("day", 1))
    return list(data["events"])


def tags(html: str) -> set[str]:
    found: set[str] = set()

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert not attrs
            found.add(tag)

    Parser().feed(html)
    return found


@narrowed
def test_the_slides_are_exactly_the_events_that_are_shown(name: str) -> None:
    shown = view(name)
    rows = list(shown.shown.events.itertuples(index=False))
    found = slides(shown)
    assert [slide["dateline"]["event"] for slide in found] == [row.event for row in rows]
    for slide, row in zip(found, rows, strict=True):
        assert slide["group"] == row.status
        assert ("(denied)" in slide["text"]["headline"]) == (row.status == "denied")
        assert slide["start_date"] == {"year": 2025, "month": row.first_day.month, "day": row.first_day.day}
        text = shown.articles[row.article].text[slide["dateline"]["start"] : slide["dateline"]["end"]]
        assert text == slide["dateline"]["text"] == row.text


@hostile
def test_a_hostile_article_gives_slides_without_markup(text: str) -> None:
    (slide,) = slides(nasty_view(text))
    assert slide["dateline"]["label"]


@pytest.mark.parametrize(
    ("precision", "days", "expected"),
    [
        (Precision.MONTH, (date(2025, 7, 1), date(2025, 7, 31)), ({"year": 2025, "month": 7},) * 2),
        (Precision.YEAR, (date(2024, 1, 1), date(2024, 12, 31)), ({"year": 2024},) * 2),
        (Precision.DECADE, (date(1980, 1, 1), date(1989, 12, 31)), ({"year": 1980}, {"year": 1989})),
        (Precision.INTERVAL, (date(2025, 7, 8), None), ({"year": 2025, "month": 7, "day": 8},) * 2),
        (Precision.INTERVAL, (None, date(2025, 7, 8)), ({"year": 2025, "month": 7, "day": 8},) * 2),
    ],
)
def test_a_slide_is_dated_as_exactly_as_the_text_is(
    precision: Precision, days: tuple[date | None, date | None], expected: tuple[dict[str, int], dict[str, int]]
) -> None:
    (slide,) = slides(dated(*days, precision))
    assert (slide["start_date"], slide.get("end_date", slide["start_date"])) == expected


def dated(first: date | None, last: date | None, precision: Precision = Precision.DAY) -> View:
    one = analysis("a1")
    event = replace(one.events[0], first_day=first, last_day=last, precision=precision)
    return view_of([replace(one, events=(event,))], made=MADE)


def test_what_is_open_at_one_end_stands_at_the_other_and_says_so() -> None:
    (entry,) = entries(dated(date(2025, 7, 8), None))
    assert (entry.dtstart, entry.dtend) == (date(2025, 7, 8), date(2025, 7, 9))
    assert "since 8 July 2025" in entry.description
    (slide,) = slides(dated(None, date(2025, 7, 8)))
    assert slide["display_date"].startswith("until 8 July 2025")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [(date(1976, 1, 1), date(1976, 12, 31), "1976"), (date(2025, 5, 1), date(2025, 5, 31), "May 2025")],
)
def test_days_of_a_year_or_a_month_are_told_as_such(first: date, last: date, words: str) -> None:
    (slide,) = slides(dated(first, last, Precision.YEAR if words == "1976" else Precision.MONTH))
    assert slide["display_date"].split(" (")[0] == words


def test_what_has_no_day_is_in_no_calendar_and_counted_on_the_title() -> None:
    assert entries(dated(None, None)) == []
    title = json.loads(events_timelinejs(dated(None, None)))["title"]
    assert "1 without a day cannot be shown." in title["text"]["text"]


def test_the_last_day_of_all_has_no_day_after() -> None:
    (entry,) = entries(dated(date.max, date.max))
    assert entry.dtstart == date.max


def test_nothing_gives_files_without_events() -> None:
    assert (entries(view_of([])), slides(view_of([]))) == ([], [])
