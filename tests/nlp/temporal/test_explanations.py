"""What the tooltip says of a date."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from nlp.temporal.explanations import FROM_TEXT, explain_time
from nlp.temporal.finder import find_times, find_times_in_text
from nlp.temporal.words import split_words

CASES = Path(__file__).parents[1] / "cases"
PUBLISHED = date(2025, 3, 6)
BEFORE, ON, AFTER = (f"{word} publication on Thursday 6 March 2025" for word in ("before", "as", "after"))
CLAIMS = {
    "a weekday before": ("He left on Tuesday.", f"“Tuesday”: the Tuesday {BEFORE}"),
    "a weekday after": ("He leaves next Monday.", f"“next Monday”: the Monday {AFTER}"),
    "the weekday of publication": ("He left on Thursday.", f"“Thursday”: the same day {ON}"),
    "a weekday farther away": ("He leaves on Friday next week.", f"“Friday next week”: 8 days {AFTER}"),
    "the day before": ("He left yesterday.", f"“yesterday”: the day {BEFORE}"),
    "counted days": ("He left three days ago.", f"“three days ago”: 3 days {BEFORE}"),
    "the unit before": ("He left last month.", f"“last month”: the month {BEFORE}"),
    "the unit after": ("He leaves next week.", f"“next week”: the week {AFTER}"),
    "the unit of publication": ("He leaves this year.", f"“this year”: the same year {ON}"),
    "the weekend before": ("He left last weekend.", f"“last weekend”: the weekend {BEFORE}"),
    "a unit farther away": ("He left two years ago.", "“two years ago”: counted back from " + ON[3:]),
    "a named month": ("He left last May.", f"“last May”: the last one {BEFORE}"),
    "a day of the month": ("He left on the 12th.", f"“the 12th”: the day in the same month {ON}"),
    "from a day on": ("He worked since Monday.", f"“Monday”: from the Monday {BEFORE}"),
    "until a day": ("He works until Friday.", f"“Friday”: until the Friday {AFTER}"),
    "before a day": ("He left before Friday.", f"“Friday”: before the Friday {BEFORE}"),
    "after a day": ("He left after Monday.", f"“Monday”: after the Monday {BEFORE}"),
    "a part of a unit": ("He leaves early next week.",
                         f"“early next week”: in the week {AFTER}; its end is an estimate"),
    "days ahead": ("He leaves in the coming days.", f"“the coming days”: the time {AFTER}; its end is an estimate"),
    "weeks back": ("He came in recent weeks.", "“recent weeks”: the time up to "
                   "publication on Thursday 6 March 2025; its beginning is an estimate"),
    "another day of the text": ("He came on 4 July 2024 and left the next day.",
                                "“the next day”: the day after Thursday 4 July 2024, a date before it in the text"),
    "a year of the text": ("He was born in 1809. Two years later he left.",
                           "“Two years later”: counted on from 1809, a date before it in the text"),
    "written out": ("He left on 4 July 2024.", "“4 July 2024”, written in full"),
    "about a day": ("He left around 5 May 2024.", "“5 May 2024”, written in full; the day is an estimate"),
    "the middle of a year": ("He left in mid-2023.", "“mid-2023”, written in full; both ends are estimates"),
    "the nearest year": ("He left on 4 July.", "“4 July”: no year is written; 2025 is the nearest to " + ON[3:]),
    "the year of a weekday": ("He left on Tuesday 4 March.", "“Tuesday 4 March”: no year is written; 2025 is the "
                              f"nearest to {ON[3:]} that makes it a Tuesday"),
    "a year from the list": ("3 May - vote\n9 June - count\n4 July - oath",
                             "“4 July”: the year, 2025, follows from the dates beside it"),
    "an assumed order": ("He left on 3/4/2024.", "“3/4/2024”: the order of day and month is assumed; "
                         "read day first as 3 April 2024; month first it would be 4 March 2024"),
    "an order from other dates": ("He came on 23/4/2024 and left on 3/5/2024.",
                                  "“3/5/2024”: in the order of the text's other dates; "
                                  "read day first as 3 May 2024; month first it would be 5 March 2024"),
    "one order only": ("He left on 23/4/2024.", "“23/4/2024”, written in full"),
    "no day": ("He left at 17:00.", f"“17:00”: no day is named; that of {ON[3:]} is assumed"),
    "a quarter": ("It fell in the fourth quarter of 2024.", "“the fourth quarter of 2024”: "
                  "read as a calendar quarter; companies may count differently"),
    "a half": ("It fell in the first half of 2024.", "“the first half of 2024”: "
               "read as a calendar half-year; companies may count differently"),
    "a financial year": ("It fell in fiscal 2024.", "“fiscal 2024”: "
                         "read as the calendar year; companies and states may count differently"),
    "a set": ("He comes every Friday.", "“every Friday”: repeats, so it has no date of its own"),
    "a length": ("He stayed for nine months.", "“nine months”: a length of time, not a date"),
    "the present": ("He is now here.", "“now”: the time of writing, not a calendar date"),
    "long ago": ("It fell in 146 BC.", "“146 BC”: before the common era, so it is not plotted"),
    "an event named after its day": ("He spoke of the January 6 riot.", "“the January 6 riot”: an event that is named "
                                     "after its day, Wednesday 6 January 2021"),
    "no such day": ("It is dated 30 February 2024.", "“30 February 2024”: not dated: the calendar has no such day"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "explanation"), CLAIMS.values(), ids=CLAIMS.keys())
def test_explain_time_says_how_a_date_was_read(text: str, explanation: str) -> None:
    assert explain_time(find_times_in_text(text, PUBLISHED)[-1]) == explanation


@pytest.mark.parametrize(
    ("text", "explanation"),
    [
        ("He left on Tuesday.", "“Tuesday”: not dated: no day is known to count from"),
        ("He left on 4 July.", "“4 July”: not dated: the year is not written and the publication date is unknown"),
    ],
)
def test_explain_time_says_what_an_undated_expression_waits_for(text: str, explanation: str) -> None:
    assert explain_time(find_times_in_text(text, None)[-1]) == explanation


@pytest.mark.parametrize(
    ("day", "tense", "reason"),
    [
        (date(2024, 7, 4), "past", f"2024 is the last {BEFORE}, as the sentence does not look ahead"),
        (date(2025, 12, 4), "future", f"2025 is the next {AFTER}, as the sentence looks ahead"),
    ],
)
def test_explain_time_says_why_the_year_is_not_the_nearest(day: date, tense: str, reason: str) -> None:
    text = f"He left on {day.day} {day:%B}."
    words = [replace(word, tense=tense) for word in split_words(text)]
    (time,) = find_times(words, PUBLISHED, text)
    assert time.first_day == day
    assert explain_time(time) == f"“{time.text}”: no year is written; {reason}"


def test_explain_time_carries_a_year_on_in_a_history() -> None:
    (time,) = find_times_in_text("He left on 4 July.", PUBLISHED)
    anchor, rule = date(1944, 6, 6), f"day and month: year from the text before: {FROM_TEXT}"
    time = replace(
        time, value="1944-07-04", first_day=date(1944, 7, 4), last_day=date(1944, 7, 4), anchor=anchor, rule=rule
    )
    assert explain_time(time) == (
        "“4 July”: no year is written; 1944 carries on from Tuesday 6 June 1944, a date before it in the text"
    )


def test_explain_time_joins_a_line_break_in_the_quotation() -> None:
    assert explain_time(find_times_in_text("He left on 4\nJuly 2024.", None)[0]) == "“4 July 2024”, written in full"


def test_explain_time_has_words_for_every_case_of_the_tables() -> None:
    texts = [
        case["text"]
        for path in sorted(CASES.glob("time_*.toml"))
        for case in tomllib.loads(path.read_text("utf-8"))["case"]
    ]
    assert len(texts) > 200
    for time in (time for text in texts for time in find_times_in_text(text, PUBLISHED)):
        assert "None" not in explain_time(time)


def test_explain_time_says_up_to_which_day_a_length_reaches() -> None:
    length = find_times_in_text("It fell in the three months to December 2024.", PUBLISHED)[0]
    assert explain_time(length) == "“the three months”: a length of time up to Tuesday 31 December 2024"
