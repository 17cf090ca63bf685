"""Whether an analysis that comes from a file is whole."""

from __future__ import annotations

from collections.abc import Iterator

from nlp.errors import StoreError
from nlp.model import Analysis, Span


def check_analysis(analysis: Analysis, sha256: object) -> None:
    """Believe nothing of an analysis from a file: spans lie in the text and quote it, whoever is referred to is there.

    Raises:
        StoreError: it contradicts itself, or `sha256` is not that of its text; the sentence says where.
    """
    _check_text(analysis, sha256)
    _check_entities(analysis)


def _check_text(analysis: Analysis, sha256: object) -> None:
    """Hold every offset and every quoted word against the text, whose checksum must be the one that was saved."""
    text = analysis.article.text
    if sha256 != analysis.article.sha256:
        raise StoreError("its text is not the text that was analysed (the checksum differs).")
    for name, span, quoted in _spans(analysis):
        if not 0 <= span.start <= span.end <= len(text):
            raise StoreError(f"{name} reaches from {span.start} to {span.end} in a text of {len(text)} characters.")
        if quoted is not None and text[span.start : span.end] != quoted:
            raise StoreError(f"{name} says {quoted[:40]!r} where the text says {text[span.start : span.end][:40]!r}.")


def _spans(analysis: Analysis) -> Iterator[tuple[str, Span, str | None]]:
    """Every span of an analysis: what it is, where it lies, the words that it quotes."""
    for kind, quoting in (("mention", analysis.mentions), ("place", analysis.places), ("date", analysis.times)):
        for found in quoting:
            yield f"a {kind}", Span(found.start, found.end), found.text
    for sentence in analysis.sentences:
        yield "a sentence", sentence, None
    parts: list[tuple[str, Span | None]] = []
    for event in analysis.events:
        for told in event.evidence:
            parts += [
                ("an event's sentence", told.sentence),
                ("an event's date", told.time),
                ("its trigger", told.trigger),
            ]
    for quote in analysis.quotes:
        parts += [("a quotation", part) for part in quote.parts]
        parts += [("its speaker", quote.source), ("its cue", quote.cue)]
    for relation in analysis.relations:
        ends = [Span(party.start, party.end) for party in (relation.subject, relation.object)]
        parts += [("a relation's end", end) for end in ends]
        parts += [("a relation's verb", relation.verb), ("a relation's sentence", relation.sentence)]
    yield from ((name, span, None) for name, span in parts if span)


def _check_entities(analysis: Analysis) -> None:
    """Whoever is referred to must be there."""
    known = {entity.id for entity in analysis.entities}
    used = {mention.entity for mention in analysis.mentions}.union(*(event.entities for event in analysis.events))
    used |= {quote.speaker for quote in analysis.quotes if quote.speaker}
    used |= {end.entity for relation in analysis.relations for end in (relation.subject, relation.object) if end.entity}
    unknown = sorted(used - known)
    if unknown:
        raise StoreError(f"it refers to an entity {unknown[0]!r} that it does not hold.")
