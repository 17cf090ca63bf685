"""Claims about how found time expressions are held against labelled ones."""

from __future__ import annotations

from benchmarks.time_pairs import Expression, has_same_value, overlap, pair_up
from benchmarks.time_scores import Scores, Tally


def date_at(start: int, end: int, value: str = "2024-05-03", text: str = "Friday", type_: str = "DATE") -> Expression:
    return Expression(start, end, text, type_, value)


def test_overlap_counts_shared_code_points() -> None:
    assert overlap(date_at(0, 6), date_at(4, 9)) == 2
    assert overlap(date_at(0, 6), date_at(6, 9)) == 0


def test_pair_up_gives_each_expression_one_partner() -> None:
    wide, left, right = date_at(0, 20), date_at(0, 5), date_at(6, 20)
    assert pair_up([wide], [left, right]) == [(wide, right)]
    assert pair_up([left, right], [wide]) == [(right, wide)]


def test_pair_up_prefers_equal_spans_to_longer_overlaps() -> None:
    short, long, same = date_at(0, 5), date_at(0, 20), date_at(0, 5)
    assert pair_up([long, short], [same]) == [(short, same)]


def test_pair_up_keeps_the_earlier_of_equal_overlaps() -> None:
    whole, one, two = date_at(0, 10), date_at(0, 5), date_at(5, 10)
    assert pair_up([whole], [two, one]) == [(whole, two)]


def test_has_same_value_compares_words_and_ranges_by_days() -> None:
    assert has_same_value(date_at(0, 1, "2024-w07"), date_at(0, 1, "2024-W07 "))
    assert has_same_value(date_at(0, 1, "2024-05-01/2024-05-31"), date_at(0, 1, "2024-05"))
    assert not has_same_value(date_at(0, 1, "2024-05"), date_at(0, 1, "2024-05-01/2024-05-31"))
    assert not has_same_value(date_at(0, 1, ""), date_at(0, 1, ""))


def test_tally_is_zero_where_there_is_nothing_to_share() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)
    some = Tally(labelled=4, found=2, recalled=1, right=1)
    assert (some.precision, some.recall, round(some.f1, 2)) == (50, 25, 33.33)


def test_scores_measure_spans_values_and_dates_apart() -> None:
    labelled = [
        date_at(0, 6),
        date_at(10, 16, "PRESENT_REF", "now"),
        date_at(20, 30, "P2Y", "two years", "DURATION"),
        date_at(40, 50, "2024-05", "May 2024"),
    ]
    found = [
        date_at(0, 6),
        date_at(10, 18, "PRESENT_REF", "now then"),
        date_at(20, 30, "P3Y", "two years", "DURATION"),
        date_at(60, 64, "2023", "2023"),
    ]
    scores = Scores()
    scores.add(labelled, found, " (2024-05-04)")
    assert (scores.strict.right, scores.relaxed.right, scores.value.right) == (2, 3, 2)
    assert (scores.date.labelled, scores.date.found, scores.date.right) == (2, 2, 1)
    assert scores.missed == {"May 2024 | DATE 2024-05": 1}
    assert scores.spurious == {"2023 | DATE 2023": 1}
    assert scores.wrong == {"two years | DURATION P2Y | ours two years | DURATION P3Y (2024-05-04)": 1}


def test_scores_leave_dates_on_a_labelled_time_out() -> None:
    scores = Scores()
    scores.add([date_at(0, 12, "2024-05-03T10:00", "10 a.m. Friday", "TIME")], [date_at(8, 12)])
    assert (scores.date.labelled, scores.date.found) == (0, 0)
    assert scores.relaxed.right == 1


def test_scores_take_a_span_that_was_found_twice_once() -> None:
    scores = Scores()
    scores.add([date_at(0, 6)], [date_at(0, 6, "2024"), date_at(0, 6)])
    assert (scores.value.found, scores.value.right) == (1, 1)


def test_scores_by_kind_recall_the_labelled_words_and_judge_the_found_ones() -> None:
    scores = Scores()
    scores.add([date_at(0, 12, text="Friday night")], [date_at(0, 6, text="Friday")])
    labelled, found = scores.dates["weekday with a date or part of day"], scores.dates["bare weekday"]
    assert (labelled.labelled, labelled.found, labelled.recalled, labelled.right) == (1, 0, 1, 0)
    assert (found.labelled, found.found, found.recalled, found.right) == (0, 1, 0, 1)


def test_scores_of_texts_add_up() -> None:
    scores = Scores()
    scores.add([date_at(0, 6)], [date_at(0, 6)])
    scores.add([date_at(0, 6)], [])
    assert (scores.strict.labelled, scores.strict.found, scores.strict.recall) == (2, 1, 50)
