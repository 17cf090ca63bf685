"""Claims about what counts as read, and as read like a suite does."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks.form_outcomes import Outcome, judge
from benchmarks.suites import Case, Stated
from nlp.temporal.finder import find_times_in_text

PUBLISHED = date(2024, 5, 1)


def outcome(words: str, *stated: Stated, day: date | None = PUBLISHED) -> Outcome:
    text = f"They met {words} in Oslo."
    start = text.index(words)
    return judge(Case(text, day, start, start + len(words), stated), find_times_in_text)


def test_judge_counts_days_durations_and_sets_as_resolved() -> None:
    assert outcome("on 3 May 2023").resolves
    assert outcome("for two years").resolves
    assert outcome("every week").resolves


def test_judge_counts_references_apart_and_nothing_as_neither() -> None:
    now, nothing = outcome("now"), outcome("at the table")
    assert (now.resolves, now.refers) == (True, True)
    assert (nothing.resolves, nothing.refers, nothing.ours) == (False, False, ())


def test_judge_leaves_out_what_stands_beside_the_expression() -> None:
    text = "At the table on 3 May 2023"
    assert judge(Case(text, PUBLISHED, 0, 12), find_times_in_text).ours == ()


def test_judge_reads_names_with_capitals() -> None:
    assert [one.value for one in outcome("in may").ours] == ["2024-05"]


@pytest.mark.parametrize(
    ("words", "stated", "agrees"),
    [
        ("on 3 May 2023", [Stated("2023-05-03", "2023-05-03")], True),
        ("on 3 May 2023", [Stated("2023-05-04", "2023-05-04")], False),
        ("on 3 May 2023", [Stated("2024-05-03"), Stated("2023-05-03")], True),
        ("in May 2023", [Stated("2023-05", "2023-05")], True),
        ("in May 2023", [Stated("2023-05-01", "2023-06-01")], True),
        ("in May 2023", [Stated("2023-05-01", "2023-06-02")], False),
        ("in May 2023", [Stated("2023-05-02", None)], False),
        ("from 3 May 2023 to 5 June 2023", [Stated("2023-05-03", "2023-06-05")], True),
        ("on 3 May 2023 and 9 May 2023", [Stated("2023-05-03", "2023-05-09")], True),
        ("at the table", [Stated("2023-05-03", "2023-05-03")], False),
        ("on 3 May 2023", [], None),
    ],
)
def test_judge_compares_days(words: str, stated: list[Stated], agrees: bool | None) -> None:
    assert outcome(words, *stated).agrees is agrees


def test_judge_compares_nothing_where_the_suite_names_no_day() -> None:
    assert outcome("on Friday", Stated("2024-05-03", "2024-05-03"), day=None).agrees is None


def test_judge_keeps_all_that_is_found_where_nothing_is_expected() -> None:
    found = judge(Case("On 3 May 2023 and now.", PUBLISHED), find_times_in_text)
    assert (found.form, [one.text for one in found.ours]) == ("", ["3 May 2023", "now"])
