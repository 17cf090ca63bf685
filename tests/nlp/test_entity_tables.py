"""The tables of the entity components, row by row."""

from __future__ import annotations

import csv
import gzip
from importlib import resources

import pytest

from nlp.pipeline import entity_tables
from nlp.pipeline.alias_forms import folded

TABLES = [
    "entity_acronyms.csv",
    "entity_event_modifiers.csv",
    "entity_events.csv",
    "entity_genders.csv",
    "entity_given_names.csv",
    "entity_known_names.csv",
    "entity_legal_suffixes.csv",
    "entity_name_heads.csv",
    "entity_newsrooms.csv",
    "entity_no_names.csv",
    "entity_organisation_heads.csv",
    "entity_organisation_tails.csv",
    "entity_particles.csv",
    "entity_role_verbs.csv",
    "entity_roles.csv",
    "entity_speech_verbs.csv",
    "entity_spellings.csv",
    "titles.csv",
]


def _rows(name: str) -> list[list[str]]:
    return list(csv.reader((resources.files("nlp") / "resources" / name).read_text("utf-8").splitlines()))


@pytest.mark.parametrize("name", TABLES)
def test_table_is_whole_sorted_and_without_repetition(name: str) -> None:
    header, *rows = _rows(name)
    assert header[-1] == "note"
    assert all(len(row) == len(header) for row in rows)
    assert all(cell == cell.strip() for row in rows for cell in row)
    keys = [tuple(row[:-1]) for row in rows]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))
    assert all(row[0] for row in rows)


def test_common_words_are_lower_case_and_hold_no_country() -> None:
    data = gzip.decompress((resources.files("nlp") / "resources" / "entity_common_words.csv.gz").read_bytes()).decode()
    words = data.split()[1:]
    assert words == sorted(set(words))
    assert all(word.islower() and word.isalpha() for word in words)
    assert {"china", "turkey", "chile", "cuba"}.isdisjoint(words)
    assert {"the", "talks", "minister"} <= set(words)


def test_titles_have_known_kinds() -> None:
    assert set(entity_tables.titles().values()) == {"honorific", "rank", "office", "style"}


def test_words_that_are_compared_in_lower_case_are_in_lower_case() -> None:
    words = entity_tables.role_nouns() | entity_tables.speech_verbs() | entity_tables.no_names()
    assert [word for word in sorted(words) if word != word.lower()] == []


def test_event_heads_have_known_kinds_and_labels() -> None:
    pairs = {pair for each in entity_tables.event_heads().values() for pair in each}
    assert {kind for kind, _ in pairs} == {"dated", "named", "capital", "of", "before"}
    assert {label for _, label in pairs} == {"EVENT", "LAW"}


def test_given_names_stand_for_another_in_lower_case() -> None:
    names = entity_tables.given_names()
    assert all(form.islower() and full.islower() and form != full for form in names for full in names[form])
    assert names["tony"] == {"anthony"}


def test_known_names_are_folded_and_lead_to_one_of_them() -> None:
    names = entity_tables.known_names()
    assert [name for name in names if folded(name) != name] == []
    assert all(names.get(thing) == thing or thing not in names for thing in names.values())


def test_genders_are_two_and_titles_begin_with_a_capital() -> None:
    assert set(entity_tables.genders().values()) == {"f", "m"}
    assert {word for word in entity_tables.genders() if word.islower()} == {"he", "himself", "herself", "she"}
