"""A role's words as a reader would write them."""

from __future__ import annotations

import re

from spacy.tokens import Doc

JOINING = frozenset({"-", "–", "/", "&", "and"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_SPACE = re.compile(r"\s+")


def role_text(doc: Doc, start: int, end: int) -> str:
    """The tokens `[start, end)` without a leading article, and "X's secretary" as "secretary of X"."""
    while start < end and (doc[start].lower_ in DETERMINERS or doc[start].is_space or doc[start].text in JOINING):
        start += 1
    marks = (token.i for token in doc[start:end] if token.text in POSSESSIVES)
    mark = max((i for i in marks if start < i < end - 1), default=None)
    if mark is None or not doc[mark - 1].ent_type_:
        return _words(doc, start, end)
    first = entity_start(doc, mark - 1)
    article = "the " if first > 0 and doc[first - 1].lower_ == "the" else ""
    return f"{_words(doc, mark + 1, end)} of {article}{_words(doc, first, mark)}"


def entity_start(doc: Doc, i: int) -> int:
    """The first token of the entity that token `i` is in; `i` itself where it is in none."""
    while i > 0 and doc[i].ent_iob_ == "I":
        i -= 1
    return i


def _words(doc: Doc, start: int, end: int) -> str:
    """The text of some tokens on one line."""
    return _SPACE.sub(" ", doc[start:end].text).strip(' ,;:-–—"“”')
