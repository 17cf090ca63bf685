"""An analysis after an analyst said what an event is, that it is none, or that there is one more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nlp.corrections.decisions import DATED, RULE, EventDecision
from nlp.model import Analysis, DateBasis, Event, EventStatus, Precision, Span


def decision_on(analysis: Analysis, event: Event) -> EventDecision:
    """The decision that leaves an event as it is."""
    return EventDecision(analysis.article.id, event.sentence, event.time, event.trigger, event.label)


def new_event(analysis: Analysis, sentence: Span) -> EventDecision:
    """A decision that adds an event to a sentence, at a date of it that tells no event yet, if there is one."""
    told = {event.time for event in analysis.events}
    dates = {Span(t.start, t.end): t for t in analysis.times if t.first_day or t.last_day}
    free = [time for time in dates if sentence.contains(time) and time not in told]
    free += [Span(at, at) for at in range(sentence.start, sentence.end) if Span(at, at) not in told][:1]
    where = free[0] if free else Span(sentence.start, sentence.start)
    time = dates.get(where)
    days = (time.first_day, time.last_day) if time else (None, None)
    return EventDecision(
        analysis.article.id, sentence, where, added=True, dated=True, first_day=days[0], last_day=days[1]
    )


def number_of_events(analysis: Analysis, decision: EventDecision) -> int:
    """How many events a decision changes, takes away or adds: one or none."""
    if analysis.article.id != decision.article:
        return 0
    if not decision.added:
        return int(event_of(analysis, decision) is not None)
    days = [day for day in (decision.first_day, decision.last_day) if day is not None]
    told = decision.sentence in analysis.sentences and decision.sentence.contains(decision.time)
    return int(told and bool(decision.label and days) and event_of(analysis, decision) is None)


def event_of(analysis: Analysis, decision: EventDecision) -> Event | None:
    """The event that a decision is about, or that it has added, if the analysis has it."""
    where = (decision.sentence, decision.time, decision.trigger)
    return next((e for e in analysis.events if (e.sentence, e.time, e.trigger) == where), None)


def decide_event(analysis: Analysis, decision: EventDecision) -> Analysis:
    """One analysis with one decision applied: its events, by calendar."""
    if not number_of_events(analysis, decision):
        return analysis
    own = event_of(analysis, decision)
    others = [event for event in analysis.events if event is not own]
    if own is None:
        others.append(_added(analysis, decision))
    elif decision.kept:
        others.append(_changed(own, decision))
    return replace(analysis, events=tuple(sorted(others, key=lambda event: event.position)))


def _changed(event: Event, decision: EventDecision) -> Event:
    plain = replace(
        event,
        label=decision.label or event.label,
        status=event.status if decision.status is None else decision.status,
        rule=event.rule if event.rule == DATED else RULE,
    )
    return _dated(plain, decision.first_day, decision.last_day) if decision.dated else plain


def _added(analysis: Analysis, decision: EventDecision) -> Event:
    """An event with whoever and whatever its sentence names."""
    sentence = decision.sentence
    mentions = [m.entity for m in analysis.mentions if sentence.contains(m.span)]
    places = [p.country for p in analysis.places if p.country and sentence.contains(p.span)]
    event = Event(
        decision.label, None, None, Precision.INTERVAL, DateBasis.EXPLICIT, decision.status or EventStatus.OCCURRED,
        sentence, decision.time, None, tuple(dict.fromkeys(mentions)), tuple(dict.fromkeys(places)),
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
