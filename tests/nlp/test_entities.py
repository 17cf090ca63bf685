"""One real thing, one entry."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from spacy.lang.en import English

from nlp.analyze import analyze
from nlp.model import Analysis, Article
from nlp.pipeline.alias_forms import Form
from nlp.pipeline.entities import EntityLinker
from nlp.pipeline.entity_asides import names_in
from nlp.pipeline.entity_grouping import grouped
from nlp.pipeline.entity_mentions import Named
from nlp.pipeline.entity_naming import usual_name
from nlp.pipeline.salience import Appearance, salience
from tests.nlp.case_tables import Case, read_cases

if TYPE_CHECKING:
    from spacy.language import Language

ALIASES = read_cases("entities_aliases.toml")
ARTICLES = read_cases("entities_articles.toml")


def _numbers(names: list[str], label: str) -> dict[str, int]:
    doc = English()(" ".join("x" for _ in names))
    named = [Named(i, i + 1, Form(name, label), None, False) for i, name in enumerate(names)]
    return dict(zip(names, grouped(doc, named), strict=True))


@pytest.mark.parametrize("case", ALIASES, ids=[case["name"] for case in ALIASES])
def test_grouped_joins_one_thing_and_keeps_others_apart(case: Case) -> None:
    numbers = _numbers(case["names"], case["label"])
    if "same" in case:
        assert len({numbers[name] for name in case["same"]}) == 1
    if "apart" in case:
        assert len({numbers[name] for name in case["apart"]}) == len(case["apart"])


def test_grouped_does_not_depend_on_the_order_of_full_and_short() -> None:
    numbers = _numbers(["Tsahkna", "Margus Tsahkna"], "PERSON")
    assert set(numbers.values()) == {1}


def test_grouped_gives_a_shared_surname_to_the_first_named_in_full() -> None:
    numbers = _numbers(["Indira Mehta", "Rajiv Mehta", "Mehta"], "PERSON")
    assert numbers["Mehta"] == numbers["Indira Mehta"]


def test_grouped_gives_a_shared_surname_to_the_bearer_of_its_title() -> None:
    doc = English()("Carl Reeves met Gov. Tate Reeves before Gov. Reeves spoke")
    spans = [(0, 2, "Carl Reeves"), (4, 6, "Tate Reeves"), (8, 9, "Reeves")]
    named = [Named(start, end, Form(name, "PERSON"), None, False) for start, end, name in spans]
    assert [doc[start:end].text for start, end, _ in spans] == [name for _, _, name in spans]
    assert grouped(doc, named) == [1, 2, 2]


def test_usual_name_is_a_persons_fullest_and_no_acronym() -> None:
    counts = Counter({Form("Peskov", "PERSON"): 9, Form("Dmitry Peskov", "PERSON"): 1})
    assert usual_name(counts, "PERSON") == "Dmitry Peskov"
    counts = Counter({Form("Ministry of Water", "ORG", owner="KEN", stated="Kenya's Ministry of Water"): 1})
    assert usual_name(counts, "ORG") == "Kenya's Ministry of Water"
    counts = Counter({Form("IAEA", "ORG"): 9, Form("International Atomic Energy Agency", "ORG"): 1})
    assert usual_name(counts, "ORG") == "International Atomic Energy Agency"


def test_salience_grows_with_mentions_position_and_title() -> None:
    early, late = [Appearance(0.0, False)], [Appearance(0.9, False)]
    assert salience(early, "PERSON", 5, in_title=False) > salience(late, "PERSON", 5, in_title=False)
    assert salience(early * 5, "PERSON", 5, in_title=False) > salience(early, "PERSON", 5, in_title=False)
    assert salience(early, "PERSON", 5, in_title=True) > salience(early, "PERSON", 5, in_title=False)
    assert salience([], "PERSON", 5, in_title=True) == 0.0
    assert 0.0 <= salience([Appearance(i / 10, True) for i in range(10)], "PERSON", 1, in_title=True) <= 1.0


def test_salience_is_less_for_who_reports_what_frames_and_where_it_happens() -> None:
    told = [Appearance(0.1, False)] * 2
    plain = salience(told, "ORG", 3, in_title=False)
    assert salience(told, "ORG", 3, in_title=False, reporter=True) < plain
    assert salience([Appearance(0.0, False, aside=True)] * 2, "ORG", 3, in_title=False) < plain
    assert salience(told, "GPE", 3, in_title=False) < plain
    assert salience(told, "NATIONALITY", 3, in_title=False) < salience(told, "NORP", 3, in_title=False) < plain
    titled = salience(told, "ORG", 3, in_title=True)
    assert salience(told, "ORG", 3, in_title=True, reporter=True) == titled
    assert salience([*told, Appearance(0.0, False, aside=True)], "ORG", 3, in_title=False) == plain


def test_names_in_a_headline_are_whole_words_and_the_longest() -> None:
    forms = [Form("Texas A&M University", "ORG"), Form("Texas", "GPE"), Form("Castro", "PERSON"), Form("Cast", "ORG")]
    named = [Named(i, i + 1, form, None, False) for i, form in enumerate(forms)]
    assert names_in("Castro: ‘Texas A&M University’s dean left'", named) == {"castro", "texas a and m university"}
    assert names_in("", named) == set()


def test_entity_linker_takes_a_document_without_annotation() -> None:
    doc = EntityLinker()(English()("Nothing here."))
    assert (doc._.mentions, doc._.entities) == ((), ())


def _entity_of(analysis: Analysis, text: str) -> str | None:
    return next((m.entity for m in analysis.mentions if m.text == text), None)


@pytest.mark.model
@pytest.mark.parametrize("case", ARTICLES, ids=[case["name"] for case in ARTICLES])
def test_pipeline_names_each_thing_once(case: Case, nlp_pipeline: Language) -> None:
    analysis = analyze(Article("a", case["text"]), nlp_pipeline)
    by_id = {entity.id: entity for entity in analysis.entities}
    for forms in case.get("same", []):
        ids = [_entity_of(analysis, form) for form in forms]
        assert None not in ids
        assert len(set(ids)) == 1
    for forms in case.get("apart", []):
        ids = [_entity_of(analysis, form) for form in forms]
        assert None not in ids
        assert len(set(ids)) == len(ids)
    for form, label in case.get("labels", {}).items():
        assert {m.text: m.label for m in analysis.mentions}.get(form) == label
    for form, country in case.get("countries", {}).items():
        assert by_id[_entity_of(analysis, form) or ""].country == country
    for name in case.get("one", []):
        assert [e.mentions for e in analysis.entities if e.name.startswith(name)] == [2]
    for name, mentions in case.get("counts", {}).items():
        assert [e.mentions for e in analysis.entities if e.name == name] == [mentions]
    ranked = [e.name for e in sorted(analysis.entities, key=lambda e: -e.salience)]
    for less, more in case.get("below", []):
        assert ranked.index(less) > ranked.index(more)
    for form, body in case.get("rules", {}).items():
        resolved = [by_id[m.entity].name for m in analysis.mentions if m.text == form and m.rule]
        assert len(resolved) == bool(body)
        assert all(body in name for name in resolved)
    for text in case.get("none", []):
        assert text not in {m.text for m in analysis.mentions}


@pytest.mark.model
@pytest.mark.parametrize("case", ARTICLES, ids=[case["name"] for case in ARTICLES])
def test_pipeline_keeps_the_contract(case: Case, nlp_pipeline: Language) -> None:
    analysis = analyze(Article("a", case["text"]), nlp_pipeline)
    assert [e.id for e in analysis.entities] == [f"e{i + 1}" for i in range(len(analysis.entities))]
    assert [m.start for m in analysis.mentions] == sorted(m.start for m in analysis.mentions)
    assert list(dict.fromkeys(m.entity for m in analysis.mentions)) == [e.id for e in analysis.entities]
    assert Counter(m.entity for m in analysis.mentions) == {e.id: e.mentions for e in analysis.entities}
    for mention in analysis.mentions:
        assert case["text"][mention.start : mention.end] == mention.text
    for entity in analysis.entities:
        assert 0.0 <= entity.salience <= 1.0
        assert entity.name not in entity.aliases


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["", "x", "THE ONLY HEADLINE", "\x00\x01", "Привет, мир", "مرحبا بالعالم", "a\ud800b", "(((((", "1 2 3"]
)
def test_pipeline_takes_any_text(text: str, nlp_pipeline: Language) -> None:
    analysis = analyze(Article("a", text), nlp_pipeline)
    assert all(text[m.start : m.end] == m.text for m in analysis.mentions)
