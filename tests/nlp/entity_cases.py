"""What the tests of entities share: reading the case tables and marking spans in a text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from spacy.lang.en import English
from spacy.tokens import Doc

Case = dict[str, Any]


def read_cases(name: str) -> list[Case]:
    """The cases of one table."""
    table: list[Case] = tomllib.loads((Path(__file__).parent / "cases" / name).read_text("utf-8"))["case"]
    return table


def marked_doc(text: str, label: str) -> Doc:
    """A document from the tokenizer alone, with the words in braces as its only entity."""
    start, end = text.index("{"), text.index("}") - 1
    doc = English()(text.replace("{", "").replace("}", ""))
    span = doc.char_span(start, end, label=label, alignment_mode="expand")
    doc.ents = [span]
    return doc
