"""The vocabulary tables, row by row."""

from __future__ import annotations

import csv
import re
from datetime import date
from importlib import resources

import pytest

from nlp.temporal.finder import find_times, find_times_in_text
from nlp.temporal.grammar import RULES
from nlp.temporal.national_days import NATIONAL
from nlp.temporal.patterns import compile_pattern, first_codes
from nlp.temporal.tables import time_cues
from nlp.temporal.words import Word, split_words

NAMES = ("time_words.csv", "time_feasts.csv", "time_references.csv", "time_cues.csv", "time_names.csv")
FEASTS = "time_feasts.csv"


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


@pytest.mark.parametrize("row", [r for r in read(FEASTS) if r["rule"] != NATIONAL], ids=lambda row: row["name"])
def test_every_feast_falls_on_a_day(row: dict[str, str]) -> None:
    times = find_times_in_text(f"They met on {row['name'].title()} 2024.".replace("'S", "'s"), date(2025, 3, 6))
    assert times
    assert times[0].first_day is not None
    assert times[0].first_day == times[0].last_day


@pytest.mark.parametrize("row", read("time_references.csv"), ids=lambda row: row["phrase"])
def test_every_reference_is_found_with_its_value(row: dict[str, str]) -> None:
    times = find_times_in_text(f"They stay there {row['phrase']}, he says.", date(2025, 3, 6))
    assert [t.value for t in times] == [row["value"]]


def test_national_days_are_sorted_and_each_country_has_one_of_a_name() -> None:
    keys = [(row["name"], row["country"]) for row in read("time_national_days.csv")]
    assert keys == sorted(set(keys))
    assert {name for name, _ in keys} == {row["name"] for row in read(FEASTS) if row["rule"] == NATIONAL}


@pytest.mark.parametrize("row", read("time_national_days.csv"), ids=lambda row: f"{row['name']} {row['country']}")
def test_every_national_day_is_a_day_of_a_country(row: dict[str, str]) -> None:
    assert re.fullmatch("[A-Z]{3}", row["country"])
    name = row["name"].title()
    words = [Word("Land", 0, 4, country=row["country"]), *(w for w in split_words(f"     {name} 2023"))]
    times = find_times(words, None, f"Land {name} 2023")
    assert [t.value for t in times] == [f"2023-{row['rule']}"]


def test_a_national_day_without_its_country_is_no_date() -> None:
    assert find_times_in_text("They met on Independence Day 2023.", date(2025, 3, 6)) == ()


def test_cues_are_of_the_known_kinds() -> None:
    kinds = {"future", "past", "move", "document", "name", "count", "label", "title", "heading"}
    assert set(time_cues().values()) == kinds


def test_no_pattern_repeats_without_bound() -> None:
    assert not [rule.pattern for rule in RULES if re.search(r"[*+{]", rule.pattern)]
    assert all(first_codes(rule.pattern) and compile_pattern(rule.pattern) for rule in RULES)
