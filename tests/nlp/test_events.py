"""Dated events: labels, statuses, what is left out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from nlp.analyze import analyze
from nlp.model import Article, Event, Span
from tests.nlp.event_cases import PUBLISHED, EventCase, find_marked_events, read_cases

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model
POSITIVE = read_cases("events_positive")
NEGATIVE = read_cases("events_negative")
Found = dict[str, tuple[Event, ...]]


@pytest.fixture(scope="module")
def found(nlp_pipeline: Language) -> Found:
    return find_marked_events([case.marked for case in (*POSITIVE, *NEGATIVE)], nlp_pipeline)


@pytest.mark.parametrize("case", POSITIVE, ids=lambda case: case.name)
def test_events_are_told_and_judged(case: EventCase, found: Found) -> None:
    assert tuple((event.label, event.status.value) for event in found[case.marked]) == case.events


@pytest.mark.parametrize("case", NEGATIVE, ids=lambda case: case.name)
def test_events_leave_out_what_does_not_happen_on_a_date(case: EventCase, found: Found) -> None:
    assert found[case.marked] == ()


@pytest.mark.parametrize(
    "text",
    [
        "The September 11 attacks led to a long war.",
        "Hostages taken in the 7 October attack were freed.",
        "The January 6 committee published its report.",
        "Defendants in the January 6 riot were pardoned.",
    ],
)
def test_a_happening_named_after_its_day_dates_nothing_else(text: str, nlp_pipeline: Language) -> None:
    assert analyze(Article("a", text, published=PUBLISHED), nlp_pipeline).events == ()


def test_what_is_counted_from_a_happening_named_after_its_day_is_dated(nlp_pipeline: Language) -> None:
    text = "Three days after the September 11 attacks, Congress authorised force."
    (event,) = analyze(Article("a", text, published=PUBLISHED), nlp_pipeline).events
    assert (event.first_day, event.label) == (date(2001, 9, 14), "Congress authorised force")


def test_event_labels_are_short_and_never_bare(found: Found) -> None:
    for events in found.values():
        for event in events:
            assert 3 <= len(event.label) <= 80
            assert event.label.split()[0].lower() not in ("the", "a", "an")
            assert event.label[-1] not in ",;:–-"


@pytest.fixture(scope="module")
def story(nlp_pipeline: Language) -> tuple[str, tuple[Event, ...]]:
    text = (
        "Peru and Chile signed a fishing treaty in Lima on 2 June. Talks had begun in Santiago in March 2024.\n\n"
        "The two countries will meet again in Arica on 1 August, Ana Silva, Peru's foreign minister, "
        "told reporters on Friday."
    )
    return text, analyze(Article("a", text, published=date(2025, 7, 7)), nlp_pipeline).events


def test_events_come_by_calendar(story: tuple[str, tuple[Event, ...]]) -> None:
    days = [event.first_day for event in story[1]]
    assert days == [date(2024, 3, 1), date(2025, 6, 2), date(2025, 7, 4), date(2025, 8, 1)]


def test_events_quote_their_evidence(story: tuple[str, tuple[Event, ...]]) -> None:
    text, events = story
    treaty = events[1]
    assert text[treaty.sentence.start : treaty.sentence.end].endswith("on 2 June.")
    assert text[treaty.sentence.start] == "P"
    assert "2 June" in text[treaty.time.start : treaty.time.end]
    assert treaty.trigger is not None
    assert text[treaty.trigger.start : treaty.trigger.end] == "signed"
    assert treaty.rule == "clause"
    for event in events:
        assert event.sentence.contains(event.time)
        assert event.trigger is None or event.sentence.contains(event.trigger)


def test_events_name_the_countries_of_their_own_clause(story: tuple[str, tuple[Event, ...]]) -> None:
    assert set(story[1][1].countries) == {"PER", "CHL"}
    assert set(story[1][0].countries) == {"CHL"}


def test_a_length_up_to_a_month_tells_one_event(nlp_pipeline: Language) -> None:
    text = "In the three months to December, sales fell by a third."
    events = analyze(Article("a", text, published=date(2025, 7, 7)), nlp_pipeline).events
    assert [(e.label, e.first_day, e.last_day) for e in events] == [
        ("sales fell by a third", date(2024, 10, 1), date(2024, 12, 31))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2 June 2025",
        "2 June: ",
        "((( 2 June 2025 )))",
        "Monday Monday Monday",
        "in 1999 of 2002 the 2003",
        "2 June\n3 June\n",
    ],
    ids=repr,
)
def test_events_are_none_where_nothing_is_told(nlp_pipeline: Language, text: str) -> None:
    assert analyze(Article("a", text, published=date(2025, 7, 7)), nlp_pipeline).events == ()


def test_events_of_a_text_without_full_stops_are_found_around_their_dates(nlp_pipeline: Language) -> None:
    text = "the sides signed a deal on 2 June 2025 and " * 60
    events = analyze(Article("a", text, published=date(2025, 7, 7)), nlp_pipeline).events
    assert events
    assert all(len(event.label) <= 80 for event in events)
    assert all(isinstance(event.sentence, Span) for event in events)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Delegations met in Geneva on 3 March 2025 and in Vienna on 6 March 2025.",
            [("Delegations met in Geneva", {"CHE"}), ("Delegations met in Vienna", {"AUT"})],
        ),
        (
            "She moved from Kyiv to Berlin in 2014 and London in 2016.",
            [("moved from Kyiv to Berlin", {"UKR", "DEU"}), ("moved from Kyiv to London", {"UKR", "GBR"})],
        ),
    ],
)
def test_each_date_of_one_verb_has_its_own_place(
    text: str, told: list[tuple[str, set[str]]], nlp_pipeline: Language
) -> None:
    events = analyze(Article("a", text, published=PUBLISHED), nlp_pipeline).events
    assert [(event.label, set(event.countries)) for event in events] == told
