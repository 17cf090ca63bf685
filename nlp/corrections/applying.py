"""Analyses as an analyst corrected them: one decision after the other, each on what the ones before it left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from nlp.corrections.decisions import Decision, EventDecision, NameDecision, PlaceDecision
from nlp.corrections.events import decide_event, number_of_events
from nlp.corrections.names import decide_names, number_of_mentions
from nlp.corrections.places import decide_places, number_of_places
from nlp.corrections.statements import decide_statement, number_of_statements
from nlp.corrections.wording import decision_words
from nlp.model import Analysis


def apply_corrections(analyses: Iterable[Analysis], decisions: Sequence[Decision]) -> tuple[Analysis, ...]:
    """The analyses as corrected, in the same order; one that no decision is about comes back as it is."""
    corrected = tuple(analyses)
    for decision in decisions:
        corrected = tuple(apply_decision(analysis, decision) for analysis in corrected)
    return corrected


def apply_decision(analysis: Analysis, decision: Decision) -> Analysis:
    """One analysis with one decision applied, and with all that follows from it."""
    if isinstance(decision, NameDecision):
        return decide_names(analysis, decision)
    if isinstance(decision, PlaceDecision):
        return decide_places(analysis, decision)
    if isinstance(decision, EventDecision):
        return decide_event(analysis, decision)
    return decide_statement(analysis, decision)


def take_effect(analyses: Iterable[Analysis], decisions: Sequence[Decision]) -> tuple[bool, ...]:
    """Of each decision, whether it changes anything in these analyses, applied to what the ones before it left."""
    corrected, effects = tuple(analyses), []
    for decision in decisions:
        after = tuple(apply_decision(analysis, decision) for analysis in corrected)
        effects.append(after != corrected)
        corrected = after
    return tuple(effects)


def corrections_in_words(
    analyses: Sequence[Analysis], decisions: Sequence[Decision], titles: Mapping[str, str]
) -> tuple[str, ...]:
    """What was corrected in these analyses, a sentence each; decisions that change nothing in them are left out."""
    effects = take_effect(analyses, decisions)
    return tuple(decision_words(d, titles) for d, effect in zip(decisions, effects, strict=True) if effect)


def numbers_changed(analyses: Iterable[Analysis], decisions: Sequence[Decision]) -> dict[str, int]:
    """How many mentions, places, events or statements decisions change, by article; articles without are left out.

    What is counted is what the first of the decisions is about. Where only what the whole entry is changes, and none of
    its mentions by itself, all of them are counted.
    """
    numbers = {}
    for analysis in analyses:
        (after,) = apply_corrections([analysis], decisions)
        if after != analysis:
            changed = _number_changed(analysis, after, decisions[0])
            numbers[analysis.article.id] = changed or max(1, sum(_number(analysis, each) for each in decisions))
    return numbers


def _number_changed(before: Analysis, after: Analysis, decision: Decision) -> int:
    one, other = (_units(analysis, decision) for analysis in (before, after))
    return sum(one.get(key) != other.get(key) for key in one | other)


def _units(analysis: Analysis, decision: Decision) -> dict[object, object]:
    """What a kind of decision is about, by where it stands."""
    if isinstance(decision, NameDecision):
        known = {e.id: (e.name, e.label, e.country) for e in analysis.entities}
        return {(m.start, m.end): known[m.entity] for m in analysis.mentions}
    if isinstance(decision, PlaceDecision):
        return {(p.start, p.end): (p.country, p.kind) for p in analysis.places}
    if isinstance(decision, EventDecision):
        return {(e.sentence, e.time, e.trigger): (e.label, e.first_day, e.last_day, e.status) for e in analysis.events}
    return {(q.start, q.end): q.speaker for q in analysis.quotes}


def numbers_touched(analyses: Iterable[Analysis], decision: Decision) -> dict[str, int]:
    """How many mentions, places, events or statements a decision is about, by article; none are left out."""
    numbers = {analysis.article.id: _number(analysis, decision) for analysis in analyses}
    return {article: number for article, number in numbers.items() if number}


def _number(analysis: Analysis, decision: Decision) -> int:
    if isinstance(decision, NameDecision):
        return number_of_mentions(analysis, decision)
    if isinstance(decision, PlaceDecision):
        return number_of_places(analysis, decision)
    if isinstance(decision, EventDecision):
        return number_of_events(analysis, decision)
    return number_of_statements(analysis, decision)
