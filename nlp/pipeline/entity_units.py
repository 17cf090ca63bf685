"""Military units by their numbers: "3rd Assault Brigade", "US 101st Airborne Division", "Sixth Fleet", "Unit 8200"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_tables import unit_starts, unit_words
from nlp.pipeline.words import words_of

_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th)\Z|(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{1,3})\Z")
_WORDS = frozenset({"First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"})
_STATES = frozenset({"US", "U.S.", "UK", "U.K.", "USAF", "IDF"})
_NUMBER = re.compile(r"\d{1,5}\Z")
# Units that need a soldier's word before them: a league has divisions, a firm groups, a church a 1st Company.
_PLAIN = frozenset({"Division", "Group", "Company", "Battery", "Wing", "Directorate", "Legion"})
_LONGEST = 6


def unit_names(doc: Doc) -> Iterator[Candidate]:
    """Every unit that a number names, in text order."""
    done = 0
    for i, text in enumerate(words_of(doc)):
        ordinal = text in _WORDS or _ORDINAL.match(text)
        if i < done or not (ordinal or text in unit_starts()):
            continue
        end = _ordinal_end(doc, i) if ordinal else _numbered_end(doc, i)
        if end:
            start = i - 1 if i and doc[i - 1].text in _STATES else i
            yield Candidate(start, end, "ORG", "unit")
            done = end


def _ordinal_end(doc: Doc, i: int) -> int:
    """Where a unit that begins with its ordinal at `i` ends; 0 where there is none."""
    text = doc[i].text
    digits = text[:1].isdigit()
    soldierly = False
    last = 0
    for j in range(i + 1, min(i + 1 + _LONGEST, len(doc))):
        kinds = unit_words().get(doc[j].text.title(), frozenset())
        written = doc[j].text[:1].isupper() or (digits and doc[j].text.islower())
        if "head" in kinds and written and (soldierly or doc[j].text.title() not in _PLAIN or text in ("I", "V", "X")):
            last = j + 1
        soldierly = soldierly or "modifier" in kinds
        if not kinds and not (doc[j].text[:1].isupper() and doc[j].pos_ == "PROPN") and doc[j].text != "-":
            break
    lower = last and doc[last - 1].text.islower()
    return 0 if lower and not soldierly else last


def _numbered_end(doc: Doc, i: int) -> int:
    """Where a unit that ends in its number ends: "Task Force 50", "Unit 8200"; 0 where there is none."""
    for size in (3, 2, 1):
        if "numbered" in unit_words().get(doc[i : i + size].text, ()):
            end = i + size
            return end + 1 if end < len(doc) and _NUMBER.match(doc[end].text) else 0
    return 0
