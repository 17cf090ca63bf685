"""Claims about how found names are held against labelled ones."""

from __future__ import annotations

import pytest

from benchmarks.name_scores import KINDS, Name, NameScores, name, pairs


def test_scores_count_spans_and_overlaps_apart() -> None:
    scores = NameScores()
    scores.add([Name(0, 5, "PER"), Name(9, 20, "ORG")], [Name(0, 5, "PER"), Name(12, 20, "ORG"), Name(30, 33, "LOC")])
    strict, overlap = scores.core("strict"), scores.core("overlap")
    assert (strict.labelled, strict.found, strict.right) == (2, 3, 1)
    assert (overlap.labelled, overlap.found, overlap.right) == (2, 3, 2)


def test_scores_want_the_same_kind() -> None:
    scores = NameScores()
    scores.add([Name(0, 5, "PER")], [Name(0, 5, "ORG")])
    assert scores.core("strict").right == scores.core("overlap").right == 0


def test_scores_pass_over_what_is_found_on_an_ignored_label() -> None:
    scores = NameScores()
    scores.add([Name(0, 5, "MISC"), Name(8, 9, "WORK")], [Name(0, 5, "ORG"), Name(8, 9, "ORG")], ignored=["MISC"])
    assert (scores.core("strict").labelled, scores.core("strict").found) == (0, 1)


def test_core_leaves_other_kinds_out() -> None:
    scores = NameScores()
    scores.add([Name(0, 5, "EVENT")], [Name(0, 5, "EVENT"), Name(7, 9, "DATE")])
    assert scores.core("strict").labelled == 0
    assert scores.strict["EVENT"].f1 == 100
    assert "DATE" not in scores.strict


def test_pairs_are_one_to_one_and_prefer_the_longer_overlap() -> None:
    wide, left, right = Name(0, 20, "ORG"), Name(0, 5, "ORG"), Name(6, 20, "ORG")
    assert pairs([wide], [left, right]) == [(wide, right)]
    assert pairs([left, right], [wide]) == [(right, wide)]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the Hague", "Hague"),
        ("“Oslo,”", "Oslo"),
        ("Peru’s", "Peru"),
        ("The", "The"),
        (" an Air Force's ", "Air Force"),
    ],
)
def test_name_leaves_out_what_corpora_differ_in(text: str, left: str) -> None:
    found = name(text, 0, len(text), "ORG")
    assert text[found.start : found.end] == left


def test_name_takes_a_facility_for_a_place_where_none_are_told_apart() -> None:
    assert name("Pier 9", 0, 6, "FAC").kind == "FAC"
    assert name("Pier 9", 0, 6, "FAC", [kind for kind in KINDS if kind != "FAC"]).kind == "LOC"
