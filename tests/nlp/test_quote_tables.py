"""The table of cues of statements, row by row; nothing here needs the language model."""

from __future__ import annotations

import csv
from pathlib import Path

from nlp.pipeline.quote_cues import quote_cues

TABLE = Path(__file__).parents[2] / "nlp" / "resources" / "quote_cues.csv"
CODE = Path(__file__).parents[2] / "nlp" / "pipeline"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_quote_cues_are_sorted_lower_case_and_listed_once() -> None:
    keys = [(row["use"], row["lemma"]) for row in rows()]
    assert keys == sorted(set(keys))
    assert all(lemma == lemma.lower().strip() and lemma for _, lemma in keys)


def test_quote_cues_explain_each_use_in_its_first_row() -> None:
    seen: set[str] = set()
    for row in rows():
        assert row["use"] in seen or row["note"]
        seen.add(row["use"])


def test_quote_cues_of_every_use_are_asked_for() -> None:
    code = "".join(path.read_text("utf-8") for path in CODE.glob("quote*.py")).replace("charge {p", "charge of")
    uses = {row["use"] for row in rows()}
    assert all(f'"{use.split()[0]}' in code for use in uses)


def test_quote_cues_of_an_unknown_use_are_none() -> None:
    assert quote_cues("no such use") == frozenset()


def test_quote_cues_tell_apart_what_may_be_reported_in_a_clause() -> None:
    assert "say" in quote_cues("say")
    assert not quote_cues("say") & quote_cues("utter")
    assert not quote_cues("he") & quote_cues("she")
