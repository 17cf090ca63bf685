from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from components.wording import days, plain
from nlp.frames import build_frames
from nlp.model import DateBasis
from nlp.wording import count, event_days
from tests.builders import analysis, told_twice


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 7, 4), date(2025, 7, 4), "4 July 2025"),
        (date(2025, 7, 8), date(2025, 7, 14), "8–14 July 2025"),
        (date(2025, 6, 28), date(2025, 7, 3), "28 June – 3 July 2025"),
        (date(2024, 12, 30), date(2025, 1, 5), "30 December 2024 – 5 January 2025"),
        (date(2025, 5, 1), date(2025, 5, 31), "May 2025"),
        (date(2025, 7, 1), date(2025, 9, 30), "July–September 2025"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(1990, 1, 1), date(1999, 12, 31), "1990–1999"),
        (date(2025, 2, 1), None, "since 1 February 2025"),
        (None, date(2030, 12, 31), "until 31 December 2030"),
        (None, None, "no date"),
    ],
)
def test_days_say_what_the_ends_share_once(first: date | None, last: date | None, words: str) -> None:
    assert days(first, last) == words


@pytest.mark.parametrize(
    "text", ["![x](https://example.org/a.png)", "**b**", "<b>", ":material/x:", "$a$", "`a`", "[a](b)"]
)
def test_plain_leaves_no_markdown_alive(text: str) -> None:
    escaped = plain(text)
    assert escaped.replace("\\", "") == text
    for position, character in enumerate(escaped):
        if character in "!*<>[]()`$:":
            assert escaped[position - 1] == "\\"


def test_count_names_the_unit() -> None:
    assert [count(0, "event"), count(1, "event"), count(2, "country", "countries")] == [
        "0 events",
        "1 event",
        "2 countries",
    ]


def test_event_days_say_about_what_is_estimated_and_mark_what_is_assumed() -> None:
    explicit = replace(analysis("a1").events[1], basis=DateBasis.EXPLICIT)
    frames = build_frames([told_twice("a1"), replace(analysis("a2"), events=(explicit,))])
    assert [event_days(row) for row in frames.events.itertuples()] == ["about 4 July 2025*", "9 July 2025"]
