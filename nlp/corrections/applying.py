"""Analyses as an analyst corrected them: one decision after the other, each on what the ones before it left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from nlp.corrections.decisions import Decision, EventDecision, NameDecision, PlaceDecision, StatementDecision
from nlp.corrections.events import decide_event, number_of_events
from nlp.corrections.names import decide_names, number_of_mentions
from nlp.corrections.places import decide_places, number_of_places
from nlp.corrections.statements import decide_statement, number_of_statements
from nlp.corrections.wording import decision_words
from nlp.model import Analysis


@dataclass(frozen=True, slots=True)
class _Kind:
    """What can be done with one class of decisions.

    Applying one, counting what one is about, and what such decisions are about by where it stands.
    """

    decide: Callable[[Analysis, Any], Analysis]
    number: Callable[[Analysis, Any], int]
    units: Callable[[Analysis], dict[object, object]]


def _named(analysis: Analysis) -> dict[object, object]:
    known = {e.id: (e.name, e.label, e.country) for e in analysis.entities}
    return {m.span: known[m.entity] for m in analysis.mentions}


def _told(analysis: Analysis) -> dict[object, object]:
    return {(e.sentence, e.time, e.trigger): (e.label, e.first_day, e.last_day, e.status) for e in analysis.events}


_KINDS: dict[type[Any], _Kind] = {
    NameDecision: _Kind(decide_names, number_of_mentions, _named),
    PlaceDecision: _Kind(decide_places, number_of_places, lambda a: {p.span: (p.country, p.kind) for p in a.places}),
    EventDecision: _Kind(decide_event, number_of_events, _told),
    StatementDecision: _Kind(
        decide_statement, number_of_statements, lambda a: {(q.start, q.end): q.speaker for q in a.quotes}
    ),
}


def apply_decision(analysis: Analysis, decision: Decision) -> Analysis:
    """One analysis with one decision applied, and with all that follows from it."""
    return _KINDS[type(decision)].decide(analysis, decision)


def step_by_step(analyses: Iterable[Analysis], decisions: Iterable[Decision]) -> Iterator[tuple[Analysis, ...]]:
    """The analyses as they are, then as each decision leaves them; one that it is not about comes back as it is."""
    corrected = tuple(analyses)
    yield corrected
    for decision in decisions:
        corrected = tuple(apply_decision(analysis, decision) for analysis in corrected)
        yield corrected


def apply_corrections(analyses: Iterable[Analysis], decisions: Iterable[Decision]) -> tuple[Analysis, ...]:
    """The analyses as corrected, in the same order."""
    *_, corrected = step_by_step(analyses, decisions)
    return corrected


def take_effect(analyses: Iterable[Analysis], decisions: Iterable[Decision]) -> tuple[bool, ...]:
    """Of each decision, whether it changes anything in these analyses, applied to what the ones before it left."""
    return tuple(before != after for before, after in pairwise(step_by_step(analyses, decisions)))


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
    one, other = (_KINDS[type(decision)].units(analysis) for analysis in (before, after))
    return sum(one.get(key) != other.get(key) for key in one | other)


def numbers_touched(analyses: Iterable[Analysis], decision: Decision) -> dict[str, int]:
    """How many mentions, places, events or statements a decision is about, by article; none are left out."""
    numbers = {analysis.article.id: _number(analysis, decision) for analysis in analyses}
    return {article: number for article, number in numbers.items() if number}


def _number(analysis: Analysis, decision: Decision) -> int:
    return _KINDS[type(decision)].number(analysis, decision)
