"""An analysis after an analyst said who made a statement, or that it is none."""

from __future__ import annotations

from dataclasses import replace

from nlp.corrections.decisions import StatementDecision
from nlp.entity_key_rules import folded
from nlp.kinds import group_of
from nlp.model import Analysis, Decided, Quote, SpeakerBasis


def number_of_statements(analysis: Analysis, decision: StatementDecision) -> int:
    """How many statements a decision is about: one or none."""
    return int(_statement(analysis, decision) is not None)


def decide_statement(analysis: Analysis, decision: StatementDecision) -> Analysis:
    """One analysis with one decision applied: the speaker of one statement."""
    quote = _statement(analysis, decision)
    if quote is None:
        return analysis
    if not decision.kept:
        return replace(analysis, quotes=tuple(q for q in analysis.quotes if q is not quote))
    speaker = _speaker(analysis, decision)
    if speaker is None:
        changed = replace(quote, speaker=None, basis=SpeakerBasis.DESCRIBED if quote.source else None)
    else:
        changed = replace(quote, speaker=speaker, basis=SpeakerBasis.DECIDED)
    return replace(analysis, quotes=tuple(changed if q is quote else q for q in analysis.quotes))


def _statement(analysis: Analysis, decision: StatementDecision) -> Quote | None:
    if analysis.article.id != decision.article:
        return None
    if decision.kept and decision.speaker is not None and _speaker(analysis, decision) is None:
        return None
    return next((q for q in analysis.quotes if (q.start, q.end) == (decision.start, decision.end)), None)


def _speaker(analysis: Analysis, decision: StatementDecision) -> str | None:
    """The id of the entity that speaks, by its name; `None` where the article has none of that name."""
    name, group = folded(decision.speaker or ""), group_of(decision.label)
    same = (
        e.id
        for e in analysis.entities
        if folded(e.name) == name and group_of(e.label) == group and (e.decided is Decided.APART) is decision.apart
    )
    return next(same, None) if decision.speaker is not None else None
