"""The tables of roles and relations, row by row; nothing here needs the language model."""

from __future__ import annotations

import csv
from pathlib import Path

from nlp.pipeline.relation_labels import past_forms
from nlp.pipeline.role_cues import role_cues

RESOURCES = Path(__file__).parents[2] / "nlp" / "resources"
CODE = Path(__file__).parents[2] / "nlp" / "pipeline"


def rows(table: str) -> list[dict[str, str]]:
    with (RESOURCES / table).open(encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_role_cues_are_sorted_lower_case_and_listed_once() -> None:
    keys = [(row["use"], row["word"]) for row in rows("role_cues.csv")]
    assert keys == sorted(set(keys))
    assert all(word == word.lower().strip() and word for _, word in keys)


def test_role_cues_explain_each_use_in_its_first_row() -> None:
    seen: set[str] = set()
    for row in rows("role_cues.csv"):
        assert row["use"] in seen or row["note"]
        seen.add(row["use"])


def test_role_cues_of_every_use_are_asked_for() -> None:
    code = "".join(path.read_text("utf-8") for path in CODE.glob("*.py"))
    assert all(f'"{use}"' in code for use in {row["use"] for row in rows("role_cues.csv")})


def test_role_cues_of_an_unknown_use_are_none() -> None:
    assert role_cues("no such use") == frozenset()


def test_role_cues_tell_apart_what_only_looks_alike() -> None:
    assert "visit" in role_cues("place object")
    assert "invade" in role_cues("affecting")
    assert not role_cues("state") & role_cues("affecting")
    assert not role_cues("where") & role_cues("towards")
    assert not role_cues("done by") & role_cues("done to")


def test_past_forms_are_sorted_and_differ_from_the_participle() -> None:
    found = [row["participle"] for row in rows("role_past_forms.csv")]
    assert found == sorted(set(found))
    assert past_forms()["beaten"] == "beat"
