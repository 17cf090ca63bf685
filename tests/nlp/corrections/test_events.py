"""An event is what the analyst says: other words, days or status, none, or one more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nlp.corrections import EventDecision, apply_corrections, apply_decision, numbers_touched
from nlp.corrections.events import decision_on, new_event
from nlp.frames import build_frames
from nlp.model import DateBasis, EventStatus, Precision, Span
from nlp.store import Workspace, open_workspace, save_workspace
from nlp.temporal.explanations import explain_time
from tests.builders import analysis, told_twice

VISIT = analysis()
MET = decision_on(VISIT, VISIT.events[0])


def test_words_and_status_change_and_the_days_are_read_as_before() -> None:
    corrected = apply_decision(VISIT, replace(MET, label="talks in Lima", status=EventStatus.DENIED))
    first = corrected.events[0]
    assert (first.label, first.status) == ("talks in Lima", EventStatus.DENIED)
    assert (first.first_day, first.basis, first.also) == (date(2025, 7, 4), DateBasis.INFERRED_YEAR, ())
    why = build_frames([corrected], explain_time).events["why"].iat[0]
    assert why.endswith("; corrected by hand")
    assert corrected.events[1] is VISIT.events[1]


@pytest.mark.parametrize(
    ("first", "last", "precision"),
    [
        (date(2025, 7, 20), date(2025, 7, 20), Precision.DAY),
        (date(2025, 7, 20), date(2025, 7, 22), Precision.INTERVAL),
        (date(2025, 7, 20), None, Precision.INTERVAL),
    ],
    ids=["a day", "some days", "since a day"],
)
def test_other_days_are_certain_and_put_the_event_in_its_place_of_the_calendar(
    first: date, last: date | None, precision: Precision
) -> None:
    corrected = apply_decision(VISIT, replace(MET, dated=True, first_day=first, last_day=last))
    moved = corrected.events[1]
    assert (moved.label, moved.first_day, moved.last_day) == ("Ana Silva met envoys", first, last)
    assert (moved.precision, moved.basis, moved.rule) == (precision, DateBasis.EXPLICIT, "analyst: days")
    rows = build_frames([corrected], explain_time).events
    assert rows["why"].iat[1] == "corrected by hand"


def test_vague_edges_are_gone_where_the_days_were_said_and_stay_where_they_were_not() -> None:
    vague = told_twice()
    own = decision_on(vague, vague.events[0])
    assert apply_decision(vague, replace(own, label="x")).events[0].last_vague
    dated = apply_decision(vague, replace(own, dated=True, last_day=date(2025, 7, 6))).events[0]
    assert not dated.last_vague
    assert dated.evidence == vague.events[0].evidence


def test_days_stay_the_analysts_when_only_the_words_change_afterwards() -> None:
    dated = apply_decision(VISIT, replace(MET, dated=True, first_day=date(2025, 7, 1)))
    again = apply_decision(dated, replace(decision_on(dated, dated.events[0]), label="x"))
    assert again.events[0].rule == "analyst: days"


def test_what_is_no_event_is_gone() -> None:
    corrected = apply_decision(VISIT, replace(MET, kept=False))
    assert [e.label for e in corrected.events] == ["Silva will travel to Chile"]


def test_one_more_event_names_whoever_its_sentence_names() -> None:
    without = replace(VISIT, events=())
    decision = new_event(without, without.sentences[1])
    assert (decision.first_day, decision.last_day, decision.label) == (date(2025, 7, 9), date(2025, 7, 9), "")
    assert apply_decision(without, decision) is without, "without words there is no event"
    (added,) = apply_decision(without, replace(decision, label="trip to Chile", status=EventStatus.PLANNED)).events
    assert (added.label, added.entities, added.countries) == ("trip to Chile", ("e1", "e2"), ("CHL",))
    text = VISIT.article.text
    assert text[added.time.start : added.time.end] == "9 July"


def test_one_more_event_in_a_sentence_without_a_date_has_the_days_that_are_said() -> None:
    bare = replace(VISIT, events=(), times=())
    decision = replace(new_event(bare, bare.sentences[0]), label="a meeting", first_day=date(2025, 1, 2))
    (added,) = apply_decision(bare, decision).events
    assert added.time == Span(bare.sentences[0].start, bare.sentences[0].start)
    rows = build_frames([apply_decision(bare, decision)], explain_time).events
    assert (rows["time"].iat[0], rows["why"].iat[0]) == ("", "corrected by hand")


@pytest.mark.parametrize(
    "decision",
    [
        replace(MET, article="another"),
        replace(MET, time=Span(0, 1), kept=False),
        replace(MET, sentence=Span(0, 5)),
        replace(MET, added=True, label="x", first_day=date(2025, 1, 1)),
        replace(MET, added=True, label="x", first_day=date(2025, 1, 1), time=Span(-5, 10**9)),
        replace(MET, added=True, label="x", time=Span(3, 3)),
    ],
    ids=["another article", "no such event", "no such sentence", "one is there", "outside", "no day"],
)
def test_decision_takes_hold_only_of_the_event_that_it_names(decision: EventDecision) -> None:
    assert apply_decision(VISIT, decision) is VISIT
    assert numbers_touched([VISIT], decision) == {}


def test_decision_holds_for_the_article_analysed_anew_with_another_date() -> None:
    later = analysis(published=date(2026, 1, 1))
    corrected = apply_decision(later, replace(MET, label="talks"))
    assert "talks" in [e.label for e in corrected.events]


def test_two_events_can_be_added_to_one_sentence() -> None:
    one = replace(VISIT, events=())
    for label in ("first", "second", "third"):
        decision = new_event(one, one.sentences[1])
        one = apply_decision(one, replace(decision, label=label, first_day=date(2025, 1, 1)))
    assert {event.label for event in one.events} == {"first", "second", "third"}
    assert len({(event.sentence, event.time) for event in one.events}) == 3


def test_days_that_were_not_said_are_read_anew_with_another_publication_date() -> None:
    decision = replace(MET, status=EventStatus.DENIED)
    later = replace(VISIT, events=tuple(replace(e, first_day=date(2024, 7, 4)) for e in VISIT.events))
    assert apply_decision(later, decision).events[0].first_day == date(2024, 7, 4)


def test_corrected_analysis_is_whole() -> None:
    decisions = [replace(MET, dated=True, first_day=date(2025, 7, 1)), new_event(VISIT, VISIT.sentences[0])]
    decisions.append(replace(decisions[1], label="x", first_day=date(2025, 1, 1)))
    (one,) = apply_corrections([VISIT], decisions)
    assert open_workspace(save_workspace(Workspace((one,)))).analyses == (one,)
    assert [e.position for e in one.events] == sorted(e.position for e in one.events)
