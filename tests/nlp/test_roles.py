"""Roles as the text states them beside the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from nlp.analyze import analyze
from nlp.model import Article
from tests.nlp.case_tables import Case, read_cases

if TYPE_CHECKING:
    from spacy.language import Language

ROLES = read_cases("entities_roles.toml")


@pytest.mark.model
@pytest.mark.parametrize("case", ROLES, ids=[case["name"] for case in ROLES])
def test_role_is_read_beside_the_name(case: Case, nlp_pipeline: Language) -> None:
    analysis = analyze(Article("a", case["text"]), nlp_pipeline)
    found = {entity.name: entity for entity in analysis.entities}
    assert case["person"] in found
    assert found[case["person"]].role == case.get("role")
    span = found[case["person"]].role_span
    assert (span is None) == ("role" not in case)
    stated = case["text"][span.start : span.end].lower() if span else ""
    assert stated == stated.strip()
    if "country" in case:
        assert found[case["person"]].country == case["country"]
