"""Words and numbers in figures, and the bars of entities."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pandas as pd
import pytest

from components.figures.entity_bars import ENTITY_CONFIG, entity_bars, entity_bars_alt
from components.figures.palette import LIGHT
from components.figures.wording import clean, counted, escaped, listed, shortened, span_words, wrapped

COLUMNS = ["entity", "name", "group", "role", "mentions", "articles", "salience"]
ROWS = [
    ("e1", "Ada Berg", "people", "harbour master", 5, 2, 0.4),
    ("e2", "Port <b>Authority</b>", "organisations", "", 1, 1, 0.1),
]


def frame(*rows: tuple[Any, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=COLUMNS)


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        ("2024-03-04", "2024-03-04", "day", "4 March 2024"),
        ("2024-03-04", "2024-03-10", "week", "4–10 March 2024"),
        ("2024-02-26", "2024-03-03", "week", "26 February – 3 March 2024"),
        ("2023-12-30", "2024-01-02", "interval", "30 December 2023 – 2 January 2024"),
        ("2024-03-01", "2024-03-31", "month", "March 2024"),
        ("2024-03-01", "2024-03-31", "interval", "1–31 March 2024"),
        ("2024-04-01", "2024-06-30", "quarter", "April–June 2024"),
        ("2024-01-01", "2024-12-31", "year", "2024"),
        ("1980-01-01", "1989-12-31", "decade", "1980–1989"),
        ("2024-03-04", None, "interval", "from 4 March 2024"),
        (None, "2024-03-04", "interval", "until 4 March 2024"),
        (None, None, "interval", "day unknown"),
    ],
)
def test_span_words_name_the_days(first: str | None, last: str | None, precision: str, words: str) -> None:
    days = [None if day is None else date.fromisoformat(day) for day in (first, last)]
    assert span_words(days[0], days[1], precision) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\nb\tc", "a b c"), ("\x00\x07x", "x"), ("\ud800y", "y"), (None, ""), (float("nan"), ""), ("Łódź", "Łódź")],
)
def test_clean_leaves_one_readable_line(text: object, expected: str) -> None:
    assert clean(text) == expected


def test_shortened_keeps_short_text_and_cuts_long() -> None:
    assert shortened("vote", 4) == "vote"
    assert shortened("exchange of prisoners", 15) == "exchange of…"
    assert len(shortened("x" * 90, 20)) == 20


def test_wrapped_escapes_and_limits_its_lines() -> None:
    text = wrapped("<tag> & word " * 40)
    assert text.count("<br>") == 3
    assert "<tag>" not in text


def test_escaped_shows_markup_as_letters() -> None:
    assert escaped("<b>&") == "&lt;b&gt;&amp;"


def test_counted_and_listed_read_like_prose() -> None:
    assert counted(0, "mention") == "0 mentions"
    assert counted(2, "country") == "2 countries"
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed("abc") == "a, b and c"


def test_bars_keep_order_keys_and_group_colours() -> None:
    bars = json.loads(entity_bars(frame(*ROWS), dark=False).to_json())["data"][0]
    assert [row[0] for row in bars["customdata"]] == ["e1", "e2"]
    assert bars["marker"]["color"] == [LIGHT.people, LIGHT.organisations]
    assert bars["customdata"][0][1] == "<b>Ada Berg</b> · 5 mentions in 2 articles<br>harbour master"


def test_bars_name_their_unit_and_escape() -> None:
    figure = entity_bars(frame(*ROWS), dark=True).to_json()
    assert json.loads(figure)["layout"]["annotations"][0]["text"] == "mentions"
    assert "<b>Authority" not in figure
    assert "http" not in figure + json.dumps(ENTITY_CONFIG)


@pytest.mark.parametrize("count", [0, 1, 40])
def test_bars_have_one_trace_and_at_most_twelve_rows(count: int) -> None:
    rows = [(f"e{i}", f"Name {i}", "people", None, 40 - i, 1, 0.1) for i in range(count)]
    figure = json.loads(entity_bars(frame(*rows), dark=False).to_json())
    assert len(figure["data"]) == 1
    assert len(figure["data"][0]["customdata"]) == min(count, 12)


def test_bars_alt_reads_the_bars() -> None:
    assert entity_bars_alt(frame(ROWS[0])) == "Bar chart of mentions: Ada Berg 5."
    assert entity_bars_alt(frame()) == "Bar chart. Nobody and nothing is named."
