"""A frame: a verb or a noun that says what is done, who does it, and to whom."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from nlp.model import Party


@dataclass(frozen=True, slots=True)
class Frame:
    """One thing done: its word, the label, and one party at each end."""

    subject: Party
    trigger: Token
    object: Party
    label: str
