"""Documents of law by their numbers and heads: "UN Security Council Resolution 2231", "Article 5", "Penal Code"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_tables import documents
from nlp.pipeline.words import words_of

_RESOLUTIONS = frozenset({"resolution", "resolutions", "unscr"})
_NUMBER = re.compile(r"\d{1,4}(?:/\d{1,4}|/[A-Z]{2,3}/\d{1,4})?\Z")
_ARTICLE = re.compile(r"\d{1,3}[a-z]?\Z|[IVX]{1,5}\Z")
_LONGEST_BODY = 4


def document_names(doc: Doc) -> Iterator[Candidate]:
    """Resolutions with a number, articles of a treaty or constitution, and codes of law, in text order."""
    for i, (word, following) in enumerate(pairwise(words_of(doc))):
        if word.lower() in _RESOLUTIONS and _NUMBER.match(following):
            start = _body_start(doc, i)
            if start < i or word[:1].isupper():
                yield Candidate(start, i + 2, "LAW", "document")
            continue
        article = word == "Article" and _ARTICLE.match(following) and not doc[i + 1].is_sent_start
        if article or (following == "Code" and documents().get(f"{word} Code") == "code"):
            yield Candidate(i, i + 2, "LAW", "document")


def _body_start(doc: Doc, end: int) -> int:
    """Where the body that passed a resolution is named before it; `end` where it is not."""
    for size in range(min(_LONGEST_BODY * 2, end), 0, -1):
        if documents().get(doc[end - size : end].text) == "body":
            return end - size
    return end
