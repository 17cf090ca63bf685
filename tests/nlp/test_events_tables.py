"""The cue tables and the pure parts of the labels, without the model."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from nlp.pipeline.event_cues import cues, nouns
from nlp.pipeline.event_labels import CAP, tidy, without_auxiliaries

RESOURCES = Path(__file__).parents[2] / "nlp" / "resources"
KINDS = ("event", "figure", "issued", "thing")


def rows(table: str) -> list[dict[str, str]]:
    with (RESOURCES / table).open(encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_event_cues_are_sorted_lower_case_and_listed_once() -> None:
    keys = [(row["use"], row["word"]) for row in rows("event_cues.csv")]
    assert keys == sorted(set(keys))
    assert all(word == word.lower().strip() and word for _, word in keys)


def test_event_nouns_are_sorted_and_of_one_kind_each() -> None:
    found = rows("event_nouns.csv")
    words = [row["noun"] for row in found]
    assert words == sorted(set(words))
    assert {row["kind"] for row in found} == set(KINDS)


def test_event_cues_of_an_unknown_use_are_none() -> None:
    assert cues("no such use") == frozenset()


def test_event_cues_hold_what_the_rules_ask_for() -> None:
    assert {"say", "note", "deny"} <= cues("report")
    assert "will" in cues("plan modal")
    assert "hope" not in cues("denial")
    assert "station" in nouns("thing")
    assert "station" not in nouns("event")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The exchange of prisoners on", "exchange of prisoners"),
        ("a vote,", "vote"),
        ("that the rebels took the airport", "rebels took the airport"),
        ("troops entered (the", "troops entered"),
        ("visit to the U.S.", "visit to the U.S."),
        ("``ruinous policies", "ruinous policies"),
        ("", ""),
    ],
)
def test_tidy_leaves_no_article_before_and_nothing_dangling_behind(text: str, label: str) -> None:
    assert tidy(text) == label


def test_tidy_never_exceeds_the_cap() -> None:
    long = tidy("parliament " * 40)
    assert len(long) <= CAP
    assert long.endswith("…")


@pytest.mark.parametrize(
    ("text", "label"),
    [("was arrested in Minsk", "arrested in Minsk"), ("have been killed", "killed"), ("wasps swarm", "wasps swarm")],
)
def test_without_auxiliaries_leaves_a_participle(text: str, label: str) -> None:
    assert without_auxiliaries(text) == label


def test_event_forms_are_sorted_and_every_general_noun_is_a_happening() -> None:
    found = [(row["word"], row["stands_for"], row["kind"]) for row in rows("event_forms.csv")]
    assert found == sorted(set(found))
    assert {kind for *_, kind in found} == {"form", "general", "apart"}
    happenings = nouns("event") | nouns("issued")
    assert {word for word, _, kind in found if kind == "general"} <= happenings
