"""Who does what to whom, with the language model."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from nlp.analyze import analyze
from nlp.model import Article, EventStatus, Party, Relation
from tests.nlp.case_tables import read_cases

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model
PUBLISHED = date(2025, 7, 7)


def _relations(text: str, nlp: Language) -> tuple[Relation, ...]:
    return analyze(Article(id="case", text=text, published=PUBLISHED), nlp).relations


def _told(relation: Relation, text: str) -> str:
    ends = [text[party.start : party.end] for party in (relation.subject, relation.object)]
    parts = [ends[0], relation.label, ends[1]]
    parts += [relation.status.value] if relation.status is not EventStatus.OCCURRED else []
    return " | ".join([*parts, *(["negated"] if relation.negated else [])])


@pytest.mark.parametrize(
    "case",
    [*read_cases("relations_positive.toml"), *read_cases("relations_negative.toml")],
    ids=lambda case: case["name"],
)
def test_relations_are_those_that_the_text_tells(case: dict[str, Any], nlp_pipeline: Language) -> None:
    found = _relations(case["text"], nlp_pipeline)
    assert [_told(relation, case["text"]) for relation in found] == case["relations"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Ukraine's army shelled Russian positions.", ("UKR", "RUS")),
        ("The Kremlin warned Berlin.", ("RUS", "DEU")),
        ("Japanese Prime Minister Ken Sato thanked Kenya.", ("JPN", "KEN")),
        ("The China Daily praised Cuba.", (None, "CUB")),
        ("Google sued Microsoft.", (None, None)),
    ],
)
def test_ends_carry_the_country_that_they_stand_for(
    text: str, countries: tuple[str | None, str | None], nlp_pipeline: Language
) -> None:
    (relation,) = _relations(text, nlp_pipeline)
    assert (relation.subject.country, relation.object.country) == countries


def test_a_pronoun_is_quoted_by_the_name_that_it_stands_for(nlp_pipeline: Language) -> None:
    text = "Ana Silva resigned. She accused Peru of fraud."
    (relation,) = _relations(text, nlp_pipeline)
    assert relation.subject == Party(0, 9, "e1", None)
    assert text[relation.verb.start : relation.verb.end] == "accused"


def test_the_clauses_own_date_settles_its_status(nlp_pipeline: Language) -> None:
    statuses = [r.status.value for r in _relations("Macron meets Putin on 9 July 2025.", nlp_pipeline)]
    assert statuses == ["planned"]


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", ",", "attacked", "by by by", "Russia's", "of of Russia of", "Iran and and and Iraq",
     "Peru, " * 400, "Russia attacked " * 300, "the talks between " * 200, "\x00\x01", "\ud83d attacked \udfff"],
)  # fmt: skip
def test_relations_take_any_text(text: str, nlp_pipeline: Language) -> None:
    assert len(_relations(text, nlp_pipeline)) <= len(text)
