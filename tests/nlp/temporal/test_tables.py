"""The vocabulary tables, row by row."""

from __future__ import annotations

import csv
import re
from datetime import date
from importlib import resources

import pytest

from nlp.temporal.finder import find_times_in_text
from nlp.temporal.grammar import RULES
from nlp.temporal.patterns import compile_pattern, first_codes
from nlp.temporal.tables import time_cues

NAMES = ("time_words.csv", "time_feasts.csv", "time_references.csv", "time_cues.csv")


def read(name: str) -> list[dict[str, str]]:
    with (resources.files("nlp") / "resources" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_sorted_and_has_no_word_twice(name: str) -> None:
    rows = read(name)
    keys = [next(iter(row.values())) for row in rows]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))
    assert all(key == key.lower() and key.strip() == key for key in keys)
    assert all("note" in row and None not in row.values() for row in rows)


@pytest.mark.parametrize("row", read("time_feasts.csv"), ids=lambda row: row["name"])
def test_every_feast_falls_on_a_day(row: dict[str, str]) -> None:
    times = find_times_in_text(f"They met on {row['name'].title()} 2024.".replace("'S", "'s"), date(2025, 3, 6))
    assert times
    assert times[0].first_day is not None
    assert times[0].first_day == times[0].last_day


@pytest.mark.parametrize("row", read("time_references.csv"), ids=lambda row: row["phrase"])
def test_every_reference_is_found_with_its_value(row: dict[str, str]) -> None:
    times = find_times_in_text(f"They stay there {row['phrase']}, he says.", date(2025, 3, 6))
    assert [t.value for t in times] == [row["value"]]


def test_cues_are_of_the_known_kinds() -> None:
    assert set(time_cues().values()) == {"future", "name", "count", "label", "title"}


def test_no_pattern_repeats_without_bound() -> None:
    assert not [rule.pattern for rule in RULES if re.search(r"[*+{]", rule.pattern)]
    assert all(first_codes(rule.pattern) and compile_pattern(rule.pattern) for rule in RULES)
