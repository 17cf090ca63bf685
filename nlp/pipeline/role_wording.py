"""A role's words as a reader would write them."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from nlp.pipeline.entity_tables import role_abbreviations

JOINING = frozenset({"-", "–", "/", "&", "and"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_NO_BEGINNING = DETERMINERS | {"now", "currently"}
_PREPOSITIONS = frozenset({"to", "for", "at", "in", "on"})
_SPACE = re.compile(r"\s+")


def role_text(doc: Doc, start: int, end: int) -> str:
    """The tokens `[start, end)` without a leading article, and "X's secretary" as "secretary of X"."""
    while start < end and (doc[start].lower_ in _NO_BEGINNING or doc[start].is_space or doc[start].text in JOINING):
        start += 1
    if start >= end:
        return ""
    marks = (token.i for token in doc[start:end] if token.text in POSSESSIVES)
    mark = max((i for i in marks if start < i < end - 1), default=None)
    if mark is None or any(token.lower_ in _PREPOSITIONS for token in doc[mark + 1 : end]):
        return _words(doc, start, end)  # "China's ambassador to the United Nations" stays as it is
    after = doc[mark + 1 : end]
    if any(token.ent_type_ for token in after) and any(token.lower_ == "and" for token in after):
        return _words(doc, start, end)  # "the world's largest brewer and U.S. market leader"
    if any(token.tag_ == "IN" for token in doc[start:mark]):
        return _words(doc, start, end)  # "economist at Kenya's Ministry of Water" is not its ministry
    if doc[mark - 1].ent_type_:
        first = entity_start(doc, mark - 1)
        article = "the " if first > 0 and doc[first - 1].lower_ == "the" else ""
    else:
        first, article = start, "the "
        if doc[start - 1].lower_ not in ("the", "its", "their") or any(t.ent_type_ for t in doc[start:mark]):
            return _words(doc, start, end)
    return f"{_words(doc, mark + 1, end)} of {article}{_words(doc, first, mark)}"


def entity_start(doc: Doc, i: int) -> int:
    """The first token of the entity that token `i` is in; `i` itself where it is in none."""
    while i > 0 and doc[i].ent_iob_ == "I":
        i -= 1
    return i


def _words(doc: Doc, start: int, end: int) -> str:
    """The text of some tokens on one line; abbreviated titles in full, and "Former" in small letters."""
    text = _SPACE.sub(" ", doc[start:end].text).strip(' ,;:-–—"“”')
    words = [role_abbreviations().get(word, word) for word in text.split(" ")]
    if words[0] in ("Former", "Then", "Acting", "Deputy") and len(words) > 1 and words[1].islower():
        words[0] = words[0].lower()
    return " ".join(words)
