"""Which mentions a decision takes hold of, and which words of the text it makes mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from nlp.corrections.decisions import NameDecision, Reach
from nlp.entity_key_rules import folded
from nlp.kinds import group_of
from nlp.model import Analysis, Decided, Mention, Span


def touched(analysis: Analysis, decision: NameDecision) -> tuple[Set[Mention], tuple[Mention, ...]]:
    """The mentions that a decision is about, and those that it adds; what it adds takes the place of shorter ones.

    Added mentions belong to no entity yet.
    """
    if decision.articles and analysis.article.id not in decision.articles:
        return frozenset(), ()
    if decision.reach is Reach.WORDS:
        return _words(analysis, decision)
    names = set(map(written, decision.names))
    entities = {
        e.id: folded(e.name) in names
        for e in analysis.entities
        if group_of(e.label) in decision.groups and (e.decided is Decided.APART) is decision.of_apart
    }
    if decision.reach is Reach.ENTRIES:
        return {m for m in analysis.mentions if entities.get(m.entity)}, ()
    spans = set(decision.spans)
    return {
        m
        for m in analysis.mentions
        if m.entity in entities and written(m.text) in names and (not spans or m.span in spans)
    }, ()


def written(text: str) -> str:
    """Words of a text as names are compared."""
    return folded(" ".join(text.split()))


def _words(analysis: Analysis, decision: NameDecision) -> tuple[Set[Mention], tuple[Mention, ...]]:
    found: set[Mention] = set()
    added = []
    for span in _places(analysis.article.text, decision.names):
        near = [m for m in analysis.mentions if span.overlaps(m.span)]
        same = [m for m in near if m.span == span]
        if same:
            found.update(same)
        elif decision.means is not None and all(span.contains(m.span) for m in near):
            text = analysis.article.text[span.start : span.end]
            added.append(Mention(span.start, span.end, text, decision.label, ""))
            found.update(near)
    return found, tuple(added)


def _places(text: str, names: tuple[str, ...]) -> Iterator[Span]:
    """Where the text has one of these names as whole words, the longest first where several begin; in text order."""
    patterns = [r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True)]
    if patterns := [pattern for pattern in patterns if pattern]:
        for match in re.finditer(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", text):
            yield Span(*match.span())
