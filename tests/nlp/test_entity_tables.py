"""The tables of the entity components, row by row."""

from __future__ import annotations

import csv
import gzip
import re
from importlib import resources

import pytest

from nlp.pipeline import entity_tables
from nlp.pipeline.alias_forms import folded

TABLES = [
    "entity_acronyms.csv",
    "entity_documents.csv",
    "entity_event_modifiers.csv",
    "entity_events.csv",
    "entity_genders.csv",
    "entity_given_names.csv",
    "entity_known_names.csv",
    "entity_known_organisations.csv",
    "entity_leading_heads.csv",
    "entity_legal_suffixes.csv",
    "entity_name_heads.csv",
    "entity_newsrooms.csv",
    "entity_no_names.csv",
    "entity_organisation_heads.csv",
    "entity_organisation_tails.csv",
    "entity_particles.csv",
    "entity_place_cues.csv",
    "entity_place_nouns.csv",
    "entity_role_verbs.csv",
    "entity_roles.csv",
    "entity_speech_verbs.csv",
    "entity_spellings.csv",
    "entity_units.csv",
    "entity_verbs.csv",
    "entity_weapon_nouns.csv",
    "entity_weapons.csv",
    "entity_work_nouns.csv",
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


def test_tables_of_kinds_give_labels_of_names() -> None:
    given = {label for each in entity_tables.leading_heads().values() for _, label in each}
    given |= set(entity_tables.place_nouns().values()) | set(entity_tables.telling_verbs().values())
    assert given == {"FAC", "GPE", "LOC", "ORG", "PERSON"}


def test_leading_heads_have_known_joints() -> None:
    assert {joint for each in entity_tables.leading_heads().values() for joint, _ in each} == {"", "of"}


def test_verbs_have_a_voice() -> None:
    assert {voice for _, voice in entity_tables.telling_verbs()} == {"active", "passive"}


def test_a_noun_has_one_kind_only() -> None:
    places, people = entity_tables.place_nouns().keys(), entity_tables.role_nouns()
    assert not places & people
    assert not places & entity_tables.organisation_nouns()


def test_weapons_have_known_kinds() -> None:
    assert set(entity_tables.weapons().values()) == {"designation", "name", "weak name", "ship", "weak ship"}


def test_designations_are_letters_a_hyphen_and_a_number() -> None:
    named = [name for name, kind in entity_tables.weapons().items() if kind == "designation"]
    assert [name for name in named if not re.fullmatch(r"[A-Z][A-Za-z/]{0,3}-\d{1,4}", name)] == []


def test_unit_words_are_written_with_a_capital_and_have_known_kinds() -> None:
    assert {kind for kinds in entity_tables.unit_words().values() for kind in kinds} == {"head", "modifier", "numbered"}
    assert [word for word in entity_tables.unit_words() if not word[0].isupper()] == []


def test_documents_have_known_kinds() -> None:
    assert set(entity_tables.documents().values()) == {"body", "code"}


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
