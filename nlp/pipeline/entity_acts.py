"""Acts by their titles, small words included: "the Violence Against Women Act", "the CHIPS and Science Act"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_tables import organisation_heads, titles
from nlp.pipeline.words import words_of

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_SMALL = frozenset({"and", "or", "of", "for", "in", "on", "to", "from", "against", "with", "by", "through"})
_BEFORE_THE = frozenset({"of", "with", "to"})
_HYPHENS = frozenset({"-", "–"})
# What stands before a title and is no part of it.
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "its", "their", "our", "his", "her"})
_OPENING = _DETERMINERS | {"'s", "’s", "new", "under"}
# Whoever these name acts; a title does not begin with them and go on with "and" or "in".
_ACTORS = frozenset({"PERSON", "GPE", "NORP", "ORG"})
_LONGEST = 14


def act_names(doc: Doc) -> Iterator[Candidate]:
    """Every act that its title names, in text order, with its year where one follows directly."""
    words = words_of(doc)
    for head, word in enumerate(words):
        if word != "Act" or (head + 1 < len(words) and words[head + 1][:1].isupper()):
            continue
        start = _start(doc, head)
        if start < head:
            dated = head + 1 < len(words) and _YEAR.match(words[head + 1]) is not None
            yield Candidate(start, head + 1 + dated, "LAW", "document")


def _start(doc: Doc, head: int) -> int:
    """Where the title that ends in `head` begins; `head` where there is none."""
    start = best = _run(doc, head)
    while start < head:
        joint = _joint(doc, start)
        before = _run(doc, joint, listed=True)
        if before == joint or joint == start or head - before > _LONGEST:
            break
        if doc[joint].text != "of" and _is_actor(doc, before, joint):
            break
        start = before
        if start > 0 and doc[start - 1].lower_ in _OPENING:
            best = start
    return best


def _joint(doc: Doc, start: int) -> int:
    """Where the small words before `start` begin that may stand inside a title: "of the", ", and"; else `start`."""
    words = words_of(doc)
    the = start - 1 if start and words[start - 1] == "the" else start
    small = the - 1
    if small < 1 or words[small] not in (_SMALL if the == start else _BEFORE_THE):
        return start
    return small - 1 if words[small] == "and" and words[small - 1] == "," else small


def _run(doc: Doc, end: int, *, listed: bool = False) -> int:
    """Where the capitalised words that end at `end` begin: brackets, hyphens and, where `listed`, commas among them."""
    words = words_of(doc)
    start = end
    while start > 0 and not _is_outside(doc, start - 1):
        if words[start - 1][:1].isupper():
            start -= 1
        elif _is_capital(words, start - 2) and (words[start - 1] in _HYPHENS or (listed and words[start - 1] == ",")):
            start -= 2
        elif words[start - 1] == ")" and _is_capital(words, start - 2) and words[start - 3] == "(":
            start -= 3
        else:
            break
    return start


def _is_capital(words: Sequence[str], i: int) -> bool:
    return i > 0 and words[i][:1].isupper()


def _is_outside(doc: Doc, i: int) -> bool:
    """Whether a word belongs to the sentence rather than to the title: "The", "Under" at the beginning."""
    return doc[i].lower_ in _OPENING or (bool(doc[i].is_sent_start) and doc[i].pos_ not in ("PROPN", "NOUN", "ADJ"))


def _is_actor(doc: Doc, start: int, end: int) -> bool:
    """Whether words name a person, an office, a country or a body rather than what an act is about."""
    words = words_of(doc)[start:end]
    one = len(words) == 1 and doc[start].ent_type_ in _ACTORS and not words[0].isupper()
    office = len(words) > 1 and titles().get(tuple(words)) == "office"
    return one or office or not organisation_heads().isdisjoint(words)
