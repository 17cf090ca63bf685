"""Claims about the kinds of time expressions that the benchmark of times tells apart."""

from __future__ import annotations

import pytest

from benchmarks.time_kinds import KINDS, kind_of

CASES = {
    "bare weekday": ["Friday", "on Mondays", "early Tuesday", "Friday's"],
    "weekday with last, this, next": ["last Friday", "this coming Saturday", "the previous Monday"],
    "weekday with a date or part of day": ["Friday night", "8 a.m. Sunday", "Sunday, Oct. 4", "dawn Saturday"],
    "today, yesterday, tomorrow, tonight": ["today", "late yesterday", "tomorrow"],
    "last, this, next unit": ["last year", "early next month", "the same day", "this week"],
    "unit alone (the week, days)": ["the week", "the end of the year", "year-end"],
    "quarter, half, fiscal, period": ["third-quarter", "fiscal 2019", "the first half of 2020", "a year-ago quarter"],
    "N units ago, earlier, later": [
        "two years ago",
        "a day or so later",
        "earlier this month",
        "the day before the vote",
    ],
    "year only": ["1997", "early 2003", "the end of 1987", "'99", "nineteen eighty-two", "310 BC"],
    "decade or century": ["the 1990s", "the late '80s", "20th century", "the nineties"],
    "full date": ["5 May 2021", "May 5, 2021", "2021-05-05", "5/5/2021", "20210505", "the third of June 1990"],
    "month and year": ["May 2021", "the end of June 1990", "2021-05", "March, 1908"],
    "month and day, no year": ["May 5", "the 5th of May", "around Nov. 8", "12/25"],
    "month with last, this, next": ["last May", "June of that year"],
    "month only": ["May", "mid-April", "the end of September"],
    "day of the month alone": ["6", "the 20th"],
    "season": ["the fall", "last spring", "summer 2011", "fall of 2011"],
    "time of day": ["8:40 p.m.", "midnight", "this morning", "the night of 4 June 1688"],
    "named day": ["Christmas", "Election Day"],
    "vague reference (now, recently)": ["now", "recently", "the near future", "recent years", "that time"],
    "other": ["the siege", "fall to the army", "the fall of the city"],
}


@pytest.mark.parametrize(("kind", "words"), [(kind, words) for kind, all_ in CASES.items() for words in all_])
def test_kind_of_tells_kinds_by_the_words(kind: str, words: str) -> None:
    assert kind_of(words, "DATE") == kind


def test_kind_of_tells_durations_and_sets_by_the_type() -> None:
    assert kind_of("the last two years", "DURATION") == "duration"
    assert kind_of("Fridays", "SET") == "set"
    assert kind_of("Friday night", "TIME") == kind_of("Friday night", "DATE")


def test_kind_of_reads_past_layout() -> None:
    assert kind_of("The  Third\nQuarter,", "DATE") == "quarter, half, fiscal, period"
    assert kind_of("the 1990’s", "DATE") == "decade or century"


def test_every_kind_has_a_case() -> None:
    assert set(KINDS) == set(CASES) | {"duration", "set"}
