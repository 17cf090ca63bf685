"""Custom attributes of spaCy's `Doc` that Dateline's components read and write, declared once."""

from __future__ import annotations

from spacy.tokens import Doc

ATTRIBUTES = ("entities", "mentions", "places", "countries", "times", "events", "quotes", "relations")


def declare_attributes() -> None:
    """Register `Doc._.article` (set before the pipeline runs), what rules share, and a tuple for each thing found."""
    for name in ("article", "words", "reading"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name in ATTRIBUTES:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=())


declare_attributes()
