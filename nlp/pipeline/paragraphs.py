"""Sentence boundaries at the ends of paragraphs, set before the parser, which respects them."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("dateline_paragraphs", assigns=["token.is_sent_start"])
def end_sentences_at_paragraphs(doc: Doc) -> Doc:
    """Let a sentence start after every blank line, and after a line end behind closing punctuation."""
    for token in doc[:-1]:
        if not token.is_space or "\n" not in token.text:
            continue
        before = doc[token.i - 1] if token.i else None
        if "\n\n" in token.text.replace("\r", "") or before is None or before.text[-1] in '.!?:;"”’)':
            doc[token.i + 1].is_sent_start = True
    return doc
