"""The words of a document as strings, made once: spaCy makes a token's each time it is asked, and many rules ask."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc


def words_of(doc: Doc) -> Sequence[str]:
    """The text of each token, white space between paragraphs included; one list a document, not to be changed."""
    words: list[str] | None = doc._.words
    if words is None:
        words = [token.text for token in doc]
        doc._.words = words
    return words
