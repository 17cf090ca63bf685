"""What the tests of entities share: marking spans in a text."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc


def marked_doc(text: str, label: str) -> Doc:
    """A document from the tokenizer alone, with the words in braces as its only entity."""
    start, end = text.index("{"), text.index("}") - 1
    doc = English()(text.replace("{", "").replace("}", ""))
    span = doc.char_span(start, end, label=label, alignment_mode="expand")
    doc.ents = [span]
    return doc
