"""Names that patterns and their sentences tell, and words that are no names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from nlp.analyze import analyze
from nlp.model import Article
from tests.nlp.case_tables import Case, read_cases

if TYPE_CHECKING:
    from spacy.language import Language

TABLES = [
    "contract",
    "entities_articles",
    "events_negative",
    "events_positive",
    "places_negative",
    "places_positive",
    "relations_negative",
    "relations_positive",
]
CASES = [*read_cases("entities_patterns.toml"), *read_cases("entities_evidence.toml")]
_JUNK = re.compile(r"\W*\Z|.\Z|[a-z]+\Z|[\d\s.,:/%-]+\Z|.*(?:@|://|www\.)")
_PRONOUNS = frozenset(
    {"He", "Her", "Him", "I", "It", "Its", "Me", "She", "That", "Their", "Them", "They", "This", "We", "Who"}
)


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_mentions_are_what_the_text_names(case: Case, nlp_pipeline: Language) -> None:
    found = {f"{m.label}: {m.text}" for m in analyze(Article("a", case["text"]), nlp_pipeline).mentions}
    assert set(case.get("names", [])) <= found
    assert {words.partition(": ")[2] for words in found}.isdisjoint(case.get("none", []))


@pytest.mark.model
@pytest.mark.parametrize("table", TABLES)
def test_mentions_are_never_junk(table: str, nlp_pipeline: Language) -> None:
    texts = [case["text"] for case in read_cases(f"{table}.toml")]
    found = [m.text for text in texts for m in analyze(Article("a", text), nlp_pipeline).mentions]
    assert found
    assert [words for words in found if _JUNK.match(words) or words in _PRONOUNS] == []


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "He met her. They told us that We would wait, and I agreed. Who else?",
        "On 5 May 2024 at 10:30 a.m. some 40 per cent, or $3.5 bn, fell by 12 km in Q3 of FY 24.",
        "info@example.org, https://example.org/a_b?c=1, www.example.com, @someone, #tag, /usr/bin",
        "SHARE THIS ARTICLE\n\nRead more\n\nAdvertisement\n\nPhoto: 1 of 3\n\nSection 4\n\nA.\nB.\nC.",
        "the minister and the army sent tanks, drones, a battalion, its fleet and chemical weapons to the border",
        "* * * — – … ( ) [1] [2] § 5 ¶ 6 & © ® ™ 100 % x y z",
    ],
)
def test_text_without_names_has_no_mentions(text: str, nlp_pipeline: Language) -> None:
    assert [m.text for m in analyze(Article("a", text), nlp_pipeline).mentions] == []
