"""Where a source is at home; the last of these needs the language model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from nlp.analyze import analyze
from nlp.model import Article
from nlp.pipeline.place_cues import country_cues
from nlp.pipeline.place_sources import source_country

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://www.example.co.uk/news?id=1", "GBR"),
        ("http://user@paper.example.ie:8080/", "IRL"),
        ("paper.example.com.au/story", "AUS"),
        ("https://example.com/uk/news.ca", None),
        ("https://example.io/", None),
        ("https://127.0.0.1/", None),
        ("not an address", None),
        ("", None),
        (None, None),
    ],
)
def test_source_country_reads_the_address(url: str | None, country: str | None) -> None:
    assert source_country(Article("a", "", url=url)) == country


@pytest.mark.parametrize(
    ("source", "country"),
    [
        ("The Irish Times", "IRL"),
        ("Korea Herald", None),
        ("Chicago Tribune", "USA"),
        ("Nairobi Star", "KEN"),
        ("The Guardian", None),
        ("An agency", None),
        ("", None),
        (None, None),
    ],
)
def test_source_country_reads_the_name(source: str | None, country: str | None) -> None:
    assert source_country(Article("a", "", source=source)) == country


def test_dollars_are_american_only_where_the_spelling_may_be() -> None:
    assert max(country_cues("It cost $5 million."), key=country_cues("It cost $5 million.").get) == "USA"  # type: ignore[arg-type]
    assert "USA" not in country_cues("It cost $5 million, a kilometre from the centre.")
    assert country_cues("It cost US$5.") == {}
    assert country_cues("It cost £5.") == {"GBR": 1.0}


@pytest.mark.model
def test_the_source_tells_which_town_of_a_name_is_meant(nlp_pipeline: Language) -> None:
    text = "A fire broke out in Hamilton on Sunday."
    assert analyze(Article("a", text), nlp_pipeline).countries[0].country == "CAN"
    assert analyze(Article("a", text, url="https://example.co.nz/"), nlp_pipeline).countries[0].country == "NZL"
