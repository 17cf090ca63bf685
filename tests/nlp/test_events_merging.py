"""One happening, one event: which sentences tell it, in which order, and what stays apart."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from nlp.analyze import analyze
from nlp.model import Analysis, Article, Event
from nlp.pipeline.event_forms import form_of, taken_up_by

if TYPE_CHECKING:
    from spacy.language import Language

_TABLE = Path(__file__).parent / "cases" / "events_merged.toml"
CASES: list[dict[str, Any]] = tomllib.loads(_TABLE.read_text(encoding="utf8"))["case"]


def read(text: str, nlp: Language) -> Analysis:
    return analyze(Article("a", text, published=date(2025, 7, 7)), nlp)


def told_in(event: Event, analysis: Analysis) -> list[int]:
    return [analysis.sentences.index(evidence.sentence) for evidence in event.evidence]


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_events_join_what_tells_one_happening(case: dict[str, Any], nlp_pipeline: Language) -> None:
    analysis = read(case["text"], nlp_pipeline)
    found = [{"label": event.label, "sentences": told_in(event, analysis)} for event in analysis.events]
    assert found == case["events"]


@pytest.mark.model
def test_events_keep_the_date_and_the_trigger_of_each_report(nlp_pipeline: Language) -> None:
    text = "Ghana and Togo exchanged prisoners on 2 June. Monday's weather was fair. The exchange on 2 June was fast."
    (event,) = (e for e in read(text, nlp_pipeline).events if e.also)
    (further,) = event.also
    assert further.trigger is not None
    assert text[further.trigger.start : further.trigger.end] == "exchange"
    assert text[further.time.start : further.time.end] == "2 June"
    assert further.time.start > event.time.end


@pytest.mark.model
def test_events_quote_the_finer_date_where_a_vaguer_one_is_joined(nlp_pipeline: Language) -> None:
    text = "Peru and Chile signed a treaty in Lima in June 2024. The treaty was signed in Lima on 4 June 2024."
    (event,) = read(text, nlp_pipeline).events
    assert event.first_day == event.last_day == date(2024, 6, 4)
    assert text[event.time.start : event.time.end] == "4 June 2024"
    assert [text[e.time.start : e.time.end] for e in event.also] == ["June 2024"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("resign", "resignation"),
        ("exchange", "exchange"),
        ("arrive", "arrival"),
        ("announce", "announcement"),
        ("elect", "election"),
        ("sign", "signing"),
        ("ratify", "ratification"),
        ("evacuate", "evacuation"),
        ("agree", "accord"),
        ("explode", "blast"),
        ("die", "death"),
        ("marry", "wedding"),
        ("deny", "denial"),
        ("destroy", "destruction"),
        ("kidnap", "kidnapping"),
        ("try", "trial"),
    ],
)
def test_form_of_joins_a_verb_with_its_noun(one: str, other: str) -> None:
    assert form_of(one) == form_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sign", "signal"),
        ("visit", "vision"),
        ("arrest", "rest"),
        ("die", "dinner"),
        ("vote", "veto"),
        ("violate", "violence"),
        ("miss", "mission"),
        ("press", "pressure"),
        ("strike", "airstrike"),
        ("fire", "blaze"),
    ],
)
def test_form_of_keeps_other_words_apart(one: str, other: str) -> None:
    assert form_of(one) != form_of(other)


def test_taken_up_by_gives_a_general_noun_what_it_may_stand_for() -> None:
    assert form_of("bombing") in taken_up_by("attack")
    assert form_of("crash") not in taken_up_by("attack")
    assert taken_up_by("bombing") == frozenset()
