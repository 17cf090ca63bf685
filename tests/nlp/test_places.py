"""Places and countries over whole sentences, with the language model."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from nlp.analyze import analyze
from nlp.gazetteer import country_codes
from nlp.model import Analysis, Article
from tests.nlp.case_tables import read_cases

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


def _analysis(text: str, nlp: Language, title: str | None = None) -> Analysis:
    return analyze(Article(id="case", text=text, title=title), nlp)


def _pairs(found: Analysis) -> list[str]:
    return [f"{p.text} = {p.country or '-'}" for p in found.places]


POSITIVE = [*read_cases("places_positive.toml"), *read_cases("places_names.toml")]
NEGATIVE = [*read_cases("places_negative.toml"), *read_cases("places_traps.toml")]


def test_a_third_of_the_cases_say_what_must_not_be_found() -> None:
    names = [case["name"] for case in (*POSITIVE, *NEGATIVE)]
    assert len(set(names)) == len(names) >= 200
    assert 3 * len(NEGATIVE) >= len(names)


@pytest.mark.parametrize("case", POSITIVE, ids=lambda case: case["name"])
def test_places_name_what_the_text_names(case: dict[str, Any], nlp_pipeline: Language) -> None:
    found = _analysis(case["text"], nlp_pipeline)
    assert _pairs(found) == case["places"]
    kinds = {p.text: p.kind.value for p in found.places}
    assert {text: kinds[text] for text in case.get("kinds", {})} == case.get("kinds", {})
    if "rules" in case:
        assert [p.rule for p in found.places] == case["rules"]
    if "countries" in case:
        assert [c.country for c in found.countries] == case["countries"]
    if "first" in case:
        assert found.countries[0].country == case["first"]


@pytest.mark.parametrize("case", NEGATIVE, ids=lambda case: case["name"])
def test_places_leave_out_what_is_no_place(case: dict[str, Any], nlp_pipeline: Language) -> None:
    found = _analysis(case["text"], nlp_pipeline)
    countries = {c.country for c in found.countries}
    assert not {p.text for p in found.places} & set(case.get("absent", []))
    assert not countries & set(case.get("forbidden", []))
    assert not set(_pairs(found)) & set(case.get("not", []))
    if "countries" in case:
        assert countries == set(case["countries"])


@pytest.mark.parametrize("case", [*POSITIVE, *NEGATIVE], ids=lambda case: case["name"])
def test_places_and_countries_agree(case: dict[str, Any], nlp_pipeline: Language) -> None:
    found = _analysis(case["text"], nlp_pipeline)
    counted = Counter(p.country for p in found.places if p.country)
    assert {c.country: c.mentions for c in found.countries} == counted
    for count in found.countries:
        assert sum(n for _, n in count.by_kind) == count.mentions
        assert 1 <= count.sentences <= count.mentions
    assert set(counted) <= country_codes()
    ends = 0
    for place in found.places:
        assert place.text == case["text"][place.start : place.end]
        assert place.start >= ends
        assert place.rule
        assert 0 <= place.confidence <= 1
        ends = place.end


@pytest.mark.parametrize(
    ("text", "name", "country", "beaten"),
    [
        ("The fair in Athens, Ga., opened.", "Athens", "USA", "GRC"),
        ("A bus crashed in London, Ontario.", "London", "CAN", "GBR"),
        ("Police in Birmingham closed a road.", "Birmingham", "GBR", "USA"),
        ("Officials in Washington met the envoy from Georgia.", "Georgia", "GEO", "USA"),
    ],
)
def test_places_say_what_they_beat(text: str, name: str, country: str, beaten: str, nlp_pipeline: Language) -> None:
    (place,) = (p for p in _analysis(text, nlp_pipeline).places if p.text == name)
    assert place.country == country
    assert beaten in {other.country for other in place.beaten}
    assert country not in {other.country for other in place.beaten}
    assert place.confidence + sum(other.confidence for other in place.beaten) <= 1.001


def test_places_title_lifts_a_country(nlp_pipeline: Language) -> None:
    text = "Officials from Ghana and Togo met on Monday."
    assert _analysis(text, nlp_pipeline).countries[0].country == "GHA"
    assert _analysis(text, nlp_pipeline, title="Togo opens its border").countries[0].country == "TGO"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "a",
        "U.S.",
        ",",
        "(",
        "—",
        "Paris,",
        ", Texas",
        "x" * 5000,
        "Привет из Москвы",
        "\x00\x01",
        "’s",
    ],
)
def test_places_take_any_text(text: str, nlp_pipeline: Language) -> None:
    assert _analysis(text, nlp_pipeline).places is not None
