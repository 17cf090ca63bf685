"""Names of events and treaties by their heads: "2022 French presidential election", "Paris Agreement"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_tables import event_heads, event_modifiers
from nlp.pipeline.words import words_of

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_MONTHS = frozenset(calendar.month_name[1:])
_PROPER = frozenset({"NNP", "NNPS"})
_LONGEST = 8
_NUMERALS = frozenset({"I", "II", "III", "One", "Two"})


def event_names(doc: Doc) -> Iterator[Candidate]:
    """Every event or treaty that a pattern names, in text order; they may overlap."""
    heads = event_heads()
    for i, word in enumerate(words_of(doc)):
        for kind, label in heads.get(word, ()):
            span = _PATTERNS[kind](doc, i)
            if span is not None:
                yield Candidate(*span, label, "event")


def _dated(doc: Doc, head: int) -> tuple[int, int] | None:
    """A year, words of a name, the head, and the place if one follows: "2022 French presidential election"."""
    start = head
    while start > 0 and head - start < _LONGEST and _inside_name(doc[start - 1]):
        start -= 1
    if start == 0 or not _YEAR.match(doc[start - 1].text):
        return None
    start -= 1
    if start > 0 and doc[start - 1].text in _MONTHS:
        start -= 1
    end = head + 1
    if end + 1 < len(doc) and doc[end].text == "in" and doc[end + 1].ent_type_ == "GPE":
        end += 2
        while end < len(doc) and doc[end].ent_type_ == "GPE" and doc[end].ent_iob_ == "I":
            end += 1
    return start, end


def _named(doc: Doc, head: int) -> tuple[int, int] | None:
    """Capitalised words and a capitalised head: "Paris Agreement", "World War II", "1896 Summer Olympics"."""
    start = head
    while start > 0 and head - start < _LONGEST and _is_capitalised(doc[start - 1]):
        start -= 1
    if start == head or (start == head - 1 and doc[start].is_sent_start and doc[start].tag_ not in _PROPER):
        return None
    if start > 0 and _YEAR.match(doc[start - 1].text):
        start -= 1
    end = head + 1
    if end < len(doc) and (doc[end].text in _NUMERALS):
        end += 1
    if end < len(doc) and _is_capitalised(doc[end]):
        return None  # the head is a part of a longer name
    return start, end


def _capital(doc: Doc, head: int) -> tuple[int, int] | None:
    """Capitalised words before a head in lower case: "Covid-19 pandemic"."""
    start = head
    while start > 0 and head - start < 4 and (doc[start - 1].text[:1].isupper() or doc[start - 1].text in ("-", "19")):
        start -= 1
    first = doc[start]
    proper = start < head and first.text[:1].isupper() and first.tag_ in _PROPER
    return (start, head + 1) if proper else None


def _of(doc: Doc, head: int) -> tuple[int, int] | None:
    """The head, "of" and a capitalised name: "Battle of Hastings"."""
    end = head + 1
    if end >= len(doc) or doc[end].text != "of":
        return None
    end += 1
    if end < len(doc) and doc[end].lower_ == "the":
        end += 1
    last = end
    while last < len(doc) and last - end < 4 and _is_capitalised(doc[last]):
        last += 1
    return (head, last) if last > end else None


def _before(doc: Doc, head: int) -> tuple[int, int] | None:
    """The head and one to three capitalised words: "Operation Desert Storm"."""
    last = head + 1
    while last < len(doc) and last - head < 4 and _is_capitalised(doc[last]) and doc[last].tag_ in _PROPER:
        last += 1
    return (head, last) if last > head + 1 else None


def _inside_name(token: Token) -> bool:
    """Whether a word may stand between the year and the head."""
    if _YEAR.match(token.text) or token.is_space:
        return False
    return token.lower_ in event_modifiers() or token.text in ("-", "–", "of") or _is_capitalised(token)


def _is_capitalised(token: Token) -> bool:
    """Whether a word is a capitalised part of a name."""
    return (
        token.text[:1].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN") and token.ent_type_ not in ("DATE", "TIME")
    )


_PATTERNS = {"dated": _dated, "named": _named, "capital": _capital, "of": _of, "before": _before}
