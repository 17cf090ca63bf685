"""Dates that date no happening: those of names ("Agenda 2030") and of the text itself ("Updated 3 May")."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from nlp.pipeline.clauses import Reading
from nlp.pipeline.event_cues import cues

_NAMES_WITH_DATES = ("EVENT", "LAW", "ORG", "FAC", "PRODUCT", "WORK_OF_ART")
_DATELINE_REACH = 9
_DASHES = ("-", "–", "—", "--", "_", "−")


def is_inside_name(tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether a date is part of a name ("September 11 attacks", "Agenda 2030") or of a person's years of life."""
    first, last = tokens[0], tokens[-1]
    name = reading.names.get(first.i)
    if name is not None and name.label in _NAMES_WITH_DATES and (name.start < first.i or name.end > last.i + 1):
        return True
    if _is_title(first, last, reading):
        return True
    words = " ".join(t.lower_ for t in tokens)
    following = reading.doc[last.i + 1] if last.i + 1 < len(reading.doc) else None
    if words in cues("named day") and following is not None and following.pos_ in ("NOUN", "PROPN"):
        return True
    return _is_lifespan(first, last, reading)


def _is_title(first: Token, last: Token, reading: Reading) -> bool:
    """As in "told the programme 'This Week'": words of a date that quotation marks set off as a name."""
    doc, behind = reading.doc, last.i + 1
    if first.i == last.i or not (first.i and doc[first.i - 1].is_quote and first.is_title and last.is_title):
        return False
    if behind < len(doc) and doc[behind].text == ",":
        behind += 1
    return behind < len(doc) and doc[behind].is_quote


def _is_lifespan(first: Token, last: Token, reading: Reading) -> bool:
    """As in "Vladimir Ivanov (1870–1924)", "Ivanov (born 12 May 1950)"."""
    opening = next((i for i in range(first.i - 1, max(first.i - 4, -1), -1) if reading.doc[i].text == "("), None)
    if not opening:
        return False
    name = reading.names.get(opening - 1)
    return name is not None and name.label == "PERSON"


def dates_only_the_text(tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether a date belongs to the article, not to a happening: a dateline, "Updated 3 May", a byline."""
    doc = reading.doc
    number = reading.sentences[tokens[0].i]
    start, end = reading.bounds[number]
    start = max((i + 1 for i in range(max(start, tokens[0].i - 40), tokens[0].i) if "\n" in doc[i].text), default=start)
    while start < tokens[0].i and doc[start].is_punct:
        start += 1
    if start > 1 and doc[start - 1].text == ":" and doc[start - 2].lower_ in cues("metadata"):
        return True
    if doc[start].lower_ in ("last", "first") and start + 1 < tokens[0].i:
        start += 1
    first = doc[start]
    if first.lower_ in cues("metadata") and start + 1 < len(doc) and doc[start + 1].text in (":", "|"):
        return True
    if first.lower_ in cues("metadata") and not any(
        doc[i].dep_ in ("nsubj", "nsubjpass", "dobj") for i in range(start, min(end, start + 30))
    ):
        return True
    if tokens[0].i - start > 2 * _DATELINE_REACH:
        return False
    before = [doc[i] for i in range(start, tokens[0].i) if not doc[i].is_space]
    named = all(
        t.is_punct or t.pos_ == "PROPN" or t.is_upper or t.i in reading.dated or t.lower_ == "by" for t in before
    )
    if not named or len(before) > _DATELINE_REACH:
        return False
    after = [doc[i] for i in range(tokens[-1].i + 1, min(end, tokens[-1].i + 1 + _DATELINE_REACH))]
    dash = next((place for place, t in enumerate(after) if t.text in _DASHES and t.nbor(-1).whitespace_), None)
    if before and dash is not None and all(t.is_punct or t.pos_ == "PROPN" or t.is_upper for t in after[:dash]):
        return True
    return bool(before) and all(t.is_punct for t in after) and before[0].lower_ == "by"
