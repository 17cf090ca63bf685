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


def corrections_in_words(
    analyses: Iterable[Analysis], decisions: Sequence[Decision], titles: Mapping[str, str]
) -> tuple[str, ...]:
    """What was corrected in these analyses, a sentence each; decisions that change nothing in them are left out."""
    corrected, words = tuple(analyses), []
    for decision in decisions:
        after = tuple(apply_decision(analysis, decision) for analysis in corrected)
        if after != corrected:
            words.append(decision_words(decision, titles))
        corrected = after
    return tuple(words)


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
