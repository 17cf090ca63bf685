"""Spans are cut down to names."""

from __future__ import annotations

import pytest
from spacy.lang.en import English

from nlp.pipeline.entity_candidates import Candidate, model_candidates, without_overlaps
from nlp.pipeline.entity_labels import vote
from nlp.pipeline.entity_propagation import whole_names
from nlp.pipeline.entity_trimming import trim
from nlp.pipeline.spans import RULES, SpanCleaner
from tests.nlp.case_tables import Case, read_cases
from tests.nlp.entity_cases import marked_doc

TRIMMING = read_cases("entities_trimming.toml")


@pytest.mark.parametrize("case", TRIMMING, ids=[case["name"] for case in TRIMMING])
def test_trim_leaves_names(case: Case) -> None:
    doc = marked_doc(case["text"], case["label"])
    found = [name for candidate in model_candidates(doc) for name in trim(doc, candidate)]
    assert [doc[name.start : name.end].text for name in found] == case["names"]


def test_without_overlaps_prefers_the_first_given() -> None:
    long, short, apart = Candidate(2, 5, "ORG"), Candidate(3, 4, "GPE"), Candidate(0, 1, "PERSON")
    assert without_overlaps([long, short, apart]) == [apart, long]


def test_vote_gives_a_name_one_label() -> None:
    doc = English()("Tsahkna spoke . Tsahkna left . Tsahkna slept .")
    labels = ["PERSON", "PERSON", "ORG"]
    candidates = [Candidate(i * 3, i * 3 + 1, label) for i, label in enumerate(labels)]
    assert [c.label for c in vote(doc, candidates)] == ["PERSON"] * 3


def test_vote_reads_a_surname_from_the_full_name() -> None:
    doc = English()("Margus Tsahkna spoke . Tsahkna left .")
    voted = vote(doc, [Candidate(0, 2, "PERSON"), Candidate(4, 5, "ORG")])
    assert [c.label for c in voted] == ["PERSON", "PERSON"]


def test_vote_keeps_a_surname_that_nobody_has() -> None:
    doc = English()("Margus Tsahkna spoke . Gazprom left .")
    voted = vote(doc, [Candidate(0, 2, "PERSON"), Candidate(4, 5, "ORG")])
    assert [c.label for c in voted] == ["PERSON", "ORG"]


def test_vote_hears_only_the_evidence_that_is_switched_on() -> None:
    doc = English()("Gov. Ortega Ltd")
    candidate = Candidate(1, 3, "GPE")
    assert [c.label for c in vote(doc, [candidate], without=["title before"])] == ["ORG"]
    assert [c.label for c in vote(doc, [candidate], without=["legal form"])] == ["PERSON"]
    assert [c.label for c in vote(doc, [candidate], without=["legal form", "title before"])] == ["GPE"]


def test_whole_names_end_with_the_text_at_the_latest() -> None:
    doc = English()("Ana Maria Silva met Juan Pérez . Ana Maria Silva and Juan Pérez")
    people = [Candidate(0, 3, "PERSON"), Candidate(4, 6, "PERSON")]
    parts = [Candidate(7, 8, "PERSON"), Candidate(12, 13, "ORG")]
    found = list(whole_names(doc, [*people, *parts]))
    assert [(name.start, name.end) for name in found] == [(7, 10), (11, 13)]


@pytest.mark.parametrize("rule", RULES)
def test_span_cleaner_works_without_any_one_rule(rule: str) -> None:
    doc = marked_doc("Mr. {Okafor of the\nBank} left Lagos (Nigeria). Battle of Hastings, IAEA.", "PERSON")
    assert SpanCleaner([rule])(doc) is doc


def test_span_cleaner_without_any_rule_leaves_the_model_s_spans() -> None:
    doc = marked_doc("It was {Mr. Okafor,} who spoke.", "PERSON")
    assert [ent.text for ent in SpanCleaner(RULES)(doc).ents] == ["Mr. Okafor,"]


def test_span_cleaner_knows_its_rules() -> None:
    with pytest.raises(ValueError, match="no rule 'tea leaves'"):
        SpanCleaner(["tea leaves"])


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "x", "—", "(((", "Mr. Mr. Mr.", "A (B) (C", "Battle of", "Operation", "2020 election"]
)
def test_span_cleaner_takes_any_text(text: str) -> None:
    doc = SpanCleaner()(English()(text))
    assert all(ent.text.strip() for ent in doc.ents)
