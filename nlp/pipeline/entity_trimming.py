"""One candidate span cut down to the name: no article, title, possessive, bracket, quotation mark or line end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_tables import no_names, particles, title_starts, titles

_ARTICLES = frozenset({"the", "a", "an", "these", "those"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s"})
_HANGING = frozenset(
    {"of", "the", "and", "in", "for", "at", "to", "or", "by", "with", "from", "a", "an", "who", "said", "says"}
)
_PREPOSITIONS = frozenset(
    {"near", "in", "at", "from", "with", "after", "before", "for", "by", "on", "about", "around", "outside"}
)
_DASHES = frozenset({"-", "–", "—"})
_ADDRESS = re.compile(r"https?:|www\.|[@#/\\<>=_|]|\.(?:com|org|net|gov|edu|html?)\b", re.IGNORECASE)
# "RM300,000", "US$5", "Q3", "H1", "2nd": amounts and periods that the model takes for names.
_AMOUNT = re.compile(
    r"[A-Z]{0,3}[$€£¥]?\d[\d,.]*(?:st|nd|rd|th|m|bn|mn|k)?\Z|(?:[QH][1-4]|FY)\b[\d\s/’']*(?:of\b.*)?\Z"
)
# "Section 302", "Article 5": a place in a law that the text does not name.
_CLAUSE = re.compile(r"(?:Section|Article|Chapter|Clause|Paragraph|Rule|Schedule|Regulation)s?\s\d[\w().]{0,12}\Z")
_PLURAL = re.compile(r"\w+\((?:s|es|ies)\b")
_LONGEST_TITLE = 3
# Kinds of title that are never part of the name that follows them.
_STRIPPED = frozenset({"honorific", "rank", "office"})
# Labels whose names consist of capitalised words, so that a lower-case word at either end is not theirs.
_CAPITALISED = frozenset({"PERSON", "GPE", "NORP"})


def trim(doc: Doc, candidate: Candidate) -> Iterator[Candidate]:
    """The names inside one candidate: none where it is junk, two where a line end stood between them."""
    if not candidate.names:
        yield candidate
        return
    start = candidate.start
    for end in range(candidate.start, candidate.end + 1):
        if end == candidate.end or (doc[end].is_space and "\n" in doc[end].text):
            trimmed = _trim_line(doc, replace(candidate, start=start, end=end))
            if trimmed is not None:
                yield trimmed
            start = end + 1


def _trim_line(doc: Doc, candidate: Candidate) -> Candidate | None:
    """One candidate without what does not belong to the name, or `None` where nothing is left."""
    start, end = candidate.start, candidate.end
    before = (-1, -1)
    while start < end and (start, end) != before:
        before = (start, end)
        start += _leading(doc, start, end, candidate.label)
        end -= _trailing(doc, start, end, candidate.label)
        end = _before_bracket(doc, start, end)
        end = _before_verb(doc, start, end)
    if start >= end or not is_name(doc, start, end, candidate.label):
        return None
    return replace(candidate, start=start, end=end)


def _leading(doc: Doc, start: int, end: int, label: str) -> int:
    """How many tokens at the start of `[start, end)` are no part of the name."""
    token = doc[start]
    if token.is_space or token.lower_ in _ARTICLES or token.text in _POSSESSIVES:
        return 1
    if token.lower_ in _PREPOSITIONS and label in _CAPITALISED and end - start > 1 and _opens(token):
        return 1
    if not any(character.isalnum() for character in token.text) and token.text not in ("@", "$", "€", "£"):
        return 1
    if label != "WORK_OF_ART" and token.text.islower() and not _joins(token, doc, start, end):
        return 1
    if label == "PERSON":
        return title_length(doc, start, end)
    return 0


def _opens(token: Token) -> bool:
    """Whether a preposition stands as one: in lower case, or with the capital of a sentence's first word."""
    return token.text.islower() or token.tag_ == "IN" or token.i == 0 or token.nbor(-1).is_space or token.is_sent_start


def _joins(token: Token, doc: Doc, start: int, end: int) -> bool:
    """Whether a lower-case first word belongs to the name: "al-Assad", "van Gogh", "eBay", "e-Estonia"."""
    if token.lower_ in particles() and start + 1 < end and not doc[start + 1].text.islower():
        return True
    return start + 1 < end and doc[start + 1].text in _DASHES and len(token.text) <= 2


def _trailing(doc: Doc, start: int, end: int, label: str) -> int:
    """How many tokens at the end of `[start, end)` are no part of the name."""
    if end <= start:
        return 0
    token = doc[end - 1]
    if token.is_space or token.text in _POSSESSIVES:
        return 1
    if token.text == ")" and any(doc[i].text == "(" for i in range(start, end - 1)):
        return 0
    if not any(character.isalnum() for character in token.text) and token.text != "+":
        return 0 if token.text == "." and doc[end - 2].text.isupper() and len(doc[end - 2].text) == 1 else 1
    if token.text in _HANGING or token.text == "The":
        return 1
    if token.like_num and token.i + 2 < len(doc) and doc[token.i + 1].text in _DASHES and doc[token.i + 2].like_num:
        return 1  # a score: "beat Manchester City 3-2"
    if label in _CAPITALISED and token.text.islower() and end - 1 > start and doc[end - 2].text not in _DASHES:
        return 1
    return 0


def _before_bracket(doc: Doc, start: int, end: int) -> int:
    """Where to cut a name that runs into a bracket: "World Health Organization (WHO" ends before the bracket.

    "Virginia Governor(s" ends before the noun, which is none of a name with its plural in brackets.
    """
    return next((i for i in range(start + 1, end) if doc[i].text in "([{" or _PLURAL.match(doc[i].text)), end)


def _before_verb(doc: Doc, start: int, end: int) -> int:
    """Where to cut a name that runs into a headline's verb: "Ana Flores Won’t Be" ends before the verb."""
    modal = (i for i in range(start + 1, end - 1) if doc[i].tag_ == "MD" and doc[i + 1].tag_ in ("RB", "VB"))
    return next(modal, end)


def title_length(doc: Doc, start: int, end: int) -> int:
    """How many tokens at `start` form a title that is not part of the name; a name of its own is never emptied."""
    if doc[start].text.rstrip(".") not in title_starts():
        return 0
    for length in range(min(_LONGEST_TITLE * 2, end - start - 1), 0, -1):
        words = tuple("".join(token.text_with_ws for token in doc[start : start + length]).replace(".", "").split())
        if titles().get(words) in _STRIPPED:
            dot = start + length < end - 1 and doc[start + length].text == "."
            return length + dot
    return 0


def is_name(doc: Doc, start: int, end: int, label: str) -> bool:
    """Whether the tokens can be a name at all: not a pronoun, a number, an address, a date's word, lower-case junk."""
    text = doc[start:end].text
    if not any(character.isalpha() for character in text) or len(text) > 200:
        return False
    if _ADDRESS.search(text) or text.casefold() in no_names():
        return False
    if _AMOUNT.match(text) or _CLAUSE.match(text) or len(text) == 1 or (text.islower() and label != "LANGUAGE"):
        return False
    return not (end - start == 1 and tuple(text.replace(".", "").split()) in titles() and label != "LOC")
