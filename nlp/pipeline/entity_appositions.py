"""What a name is, as the text says directly behind it: "Santander, the Spanish bank", "Quiroga, who governed"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from nlp.pipeline.entity_tables import organisation_nouns, role_nouns

_DETERMINERS = frozenset({"a", "an", "the"})
_PLURAL = frozenset({"are", "have", "were"})
_LONGEST = 5


def apposed(doc: Doc, start: int, end: int) -> Iterator[str]:
    """PERSON or ORG, where what follows the name `[start, end)` says that it is one; else nothing.

    Behind a preposition it may be said of something else: "a man of Roswell, who was hurt". The plural is a team's.
    """
    before = doc[start - 1] if start else None
    if end + 2 >= len(doc) or doc[end].text != "," or (end - start == 1 and before is not None and before.tag_ == "IN"):
        return
    if doc[end + 1].lower_ == "who":
        if doc[end + 2].lower_ not in _PLURAL and (before is None or before.lower_ != "the"):
            yield "PERSON"
    elif doc[end + 1].lower_ in _DETERMINERS:
        noun = _head(doc, end + 2)
        if noun in organisation_nouns():
            yield "ORG"
        elif noun in role_nouns():
            yield "PERSON"


def _head(doc: Doc, start: int) -> str:
    """The last noun of the phrase that begins at `start`, in lower case; empty where there is none."""
    noun = ""
    for token in doc[start : start + _LONGEST]:
        if token.pos_ == "NOUN":
            noun = token.lower_
        elif token.text in ("'s", "’s", "'", "’"):
            return ""  # "the bank's chief executive" is not a bank
        elif token.pos_ not in ("ADJ", "PROPN", "NUM") and token.text != "-":
            break
    return noun
