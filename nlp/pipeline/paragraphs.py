"""Sentence boundaries that the layout shows, set before the parser, which respects them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

# "FRANKFURT, April 24 (Agency) - ": up to five capitalised words, a day, an agency in brackets, a dash. All bounded.
_DATELINE = re.compile(
    r"(?:[A-Z][\w.'’/-]{0,30},? ){1,5}"
    r"(?P<sure>(?:\d{1,2},? (?:\d{4},? )?)?(?:\([A-Z][^()\n]{1,40}\) ?)?)"
    r"(?P<dash>--|[-–—])\s"
)
_DATELINE_PARAGRAPHS = 4  # a title, a standfirst and a byline may stand above it


@Language.component("dateline_paragraphs", assigns=["token.is_sent_start"])
def end_sentences_at_paragraphs(doc: Doc) -> Doc:
    """Let a sentence start after a blank line, after a line end behind closing punctuation, and after a dateline."""
    paragraphs, text = 0, doc.text
    for token in doc[:-1]:
        if token.i == 0 or _ends_paragraph(token):
            paragraphs += 1
            if token.i or token.is_space:
                doc[token.i + 1].is_sent_start = True
            if paragraphs <= _DATELINE_PARAGRAPHS:
                for first in _first_after_dateline(doc, text, token.idx if token.i == 0 else token.idx + len(token)):
                    first.is_sent_start = True
    return doc


def _ends_paragraph(token: Token) -> bool:
    if not token.is_space or "\n" not in token.text:
        return False
    before = token.doc[token.i - 1] if token.i else None
    return "\n\n" in token.text.replace("\r", "") or before is None or before.text[-1] in '.!?:;"”’)'


def _first_after_dateline(doc: Doc, text: str, start: int) -> Iterator[Token]:
    """The first token behind a dateline that begins at the character `start`, if one does.

    A name between two dashes, "Ana Silva - the envoy - spoke", is none, unless a day or an agency stands before them.
    """
    line = text[start : start + 300].partition("\n")[0]
    found = _DATELINE.match(line)
    if found and (found["sure"] or f" {found['dash']} " not in line[found.end() :]):
        span = doc.char_span(start + found.end(), start + found.end() + 1, alignment_mode="expand")
        if span is not None and not span[0].is_space:
            yield span[0]
