"""An analysis after an analyst said what an event is, that it is none, or that there is one more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nlp.corrections.decisions import DATED, RULE, EventDecision
from nlp.model import Analysis, DateBasis, Event, Precision, Span


def number_of_events(analysis: Analysis, decision: EventDecision) -> int:
    """How many events a decision changes, takes away or adds: one or none."""
    if analysis.article.id != decision.article:
        return 0
    if event_of(analysis, decision) is not None:
        return 1
    return int(decision.kept and bool(decision.label) and decision.sentence in analysis.sentences)


def decision_on(analysis: Analysis, event: Event) -> EventDecision:
    """The decision that leaves an event as it is."""
    return EventDecision(
        analysis.article.id, event.sentence, event.time, event.trigger, True, event.label, event.first_day,
        event.last_day, event.status,
    )  # fmt: skip


def new_event(analysis: Analysis, sentence: Span) -> EventDecision:
    """A decision that adds an event to a sentence; its words, and its days unless the sentence has a date, are open."""
    time = next((t for t in analysis.times if sentence.contains(Span(t.start, t.end)) and t.first_day), None)
    where = Span(time.start, time.end) if time else Span(sentence.start, sentence.start)
    first, last = (time.first_day, time.last_day) if time else (None, None)
    return EventDecision(analysis.article.id, sentence, where, first_day=first, last_day=last)


def event_of(analysis: Analysis, decision: EventDecision) -> Event | None:
    """The event that a decision is about, if the analysis has it."""
    where = (decision.sentence, decision.time, decision.trigger)
    return next((e for e in analysis.events if (e.sentence, e.time, e.trigger) == where), None)


def decide_event(analysis: Analysis, decision: EventDecision) -> Analysis:
    """One analysis with one decision applied: its events, by calendar."""
    if not number_of_events(analysis, decision):
        return analysis
    own = event_of(analysis, decision)
    others = [event for event in analysis.events if event is not own]
    if decision.kept:
        others.append(_added(analysis, decision) if own is None else _changed(own, decision))
    return replace(analysis, events=tuple(sorted(others, key=lambda event: event.position)))


def _changed(event: Event, decision: EventDecision) -> Event:
    days = (decision.first_day, decision.last_day)
    plain = replace(event, label=decision.label or event.label, status=decision.status)
    if days == (event.first_day, event.last_day):
        return replace(plain, rule=event.rule if event.rule == DATED else RULE)
    return _dated(plain, *days)


def _added(analysis: Analysis, decision: EventDecision) -> Event:
    """An event with whoever and whatever its sentence names."""
    sentence = decision.sentence
    mentions = [m.entity for m in analysis.mentions if sentence.contains(Span(m.start, m.end))]
    places = [p.country for p in analysis.places if p.country and sentence.contains(Span(p.start, p.end))]
    event = Event(
        decision.label, None, None, Precision.INTERVAL, DateBasis.EXPLICIT, decision.status, sentence, decision.time,
        decision.trigger, tuple(dict.fromkeys(mentions)), tuple(dict.fromkeys(places)),
    )  # fmt: skip
    return _dated(event, decision.first_day, decision.last_day)


def _dated(event: Event, first: date | None, last: date | None) -> Event:
    return replace(
        event,
        first_day=first,
        last_day=last,
        precision=Precision.DAY if first == last and first is not None else Precision.INTERVAL,
        basis=DateBasis.EXPLICIT,
        rule=DATED,
        first_vague=False,
        last_vague=False,
    )
