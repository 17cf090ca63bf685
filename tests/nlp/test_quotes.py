"""Who said what, with the language model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from nlp.analyze import analyze
from nlp.model import Analysis, Article, Quote, SpeakerBasis
from tests.nlp.case_tables import read_cases

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


def _analysis(text: str, nlp: Language) -> Analysis:
    return analyze(Article(id="case", text=text), nlp)


def _told(quote: Quote, analysis: Analysis) -> str:
    text = analysis.article.text
    source, cue = ((text[s.start : s.end] if s else "") for s in (quote.source, quote.cue))
    name = next((e.name for e in analysis.entities if e.id == quote.speaker), source)
    return " | ".join(
        [
            ("partly " if quote.partly else "") + ("direct" if quote.direct else "indirect"),
            (source or "not attributed") + (f" = {name}" if name != source else ""),
            ("not: " if quote.negated else "") + cue,
            " … ".join(text[part.start : part.end] for part in quote.parts),
        ]
    )


@pytest.mark.parametrize(
    "case", [*read_cases("quotes_positive.toml"), *read_cases("quotes_negative.toml")], ids=lambda case: case["name"]
)
def test_quotes_are_what_the_text_says_that_somebody_said(case: dict[str, Any], nlp_pipeline: Language) -> None:
    found = _analysis(case["text"], nlp_pipeline)
    assert [_told(quote, found) for quote in found.quotes] == case["quotes"]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("“We left,” Ana Silva said.", SpeakerBasis.NAMED),
        ("“We left,” officials said.", SpeakerBasis.DESCRIBED),
        ("“We left,” she said.", SpeakerBasis.PRONOUN),
        ("The hall was silent. “We will never leave this town again.” Then it rained.", None),
    ],
)
def test_quotes_say_how_their_speaker_was_found(text: str, basis: SpeakerBasis | None, nlp_pipeline: Language) -> None:
    (quote,) = _analysis(text, nlp_pipeline).quotes
    assert quote.basis == basis


def test_a_paragraph_in_marks_goes_on_with_who_spoke_before(nlp_pipeline: Language) -> None:
    text = "“We will stay,” Ana Silva said.\n\n“The border is closed, and nobody can enter.”"
    first, second = _analysis(text, nlp_pipeline).quotes
    assert (second.speaker, second.source, second.cue) == (first.speaker, first.source, None)
    assert second.basis is SpeakerBasis.CONTINUED


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", '"', "“", "said", '""', '" "', "'s", "said said said", "he said", "according to", "according",
     '"' * 20_000, "'" * 20_000, "“" * 5_000, "“a ” said " * 400, '"a" he said ' * 400, "said that " * 1_000,
     '"Is it so? ' * 500, "‘\n\n" * 1_000, '"A b c d," ' * 500, "\x00\"\x01said", "\ud83d “attacked” \udfff said"],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_quotes_take_any_text(text: str, nlp_pipeline: Language) -> None:
    for quote in _analysis(text, nlp_pipeline).quotes:
        assert all(0 <= part.start < part.end <= len(text) for part in quote.parts)
