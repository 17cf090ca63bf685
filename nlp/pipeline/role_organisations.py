"""What the text says an organisation is: "Gazprom, Russia's state gas company", "the German carmaker Volkswagen"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from nlp.pipeline.entity_tables import organisation_nouns
from nlp.pipeline.role_findings import Role
from nlp.pipeline.role_wording import JOINING, POSSESSIVES, role_text

_ARTICLES = frozenset({"a", "an", "the"})
_OPENERS = frozenset({",", "(", "–", "—", "--"})
_CLOSERS = frozenset({",", ".", ";", ")", "–", "—", "--", ":"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV"})
_INNER = frozenset({"of", "for", "in", "the", "and", "a", "an"})
_LONGEST = 16


def descriptions_beside(doc: Doc, start: int, end: int) -> Iterator[Role]:
    """Every description that the text states beside the organisation's name `[start, end)`."""
    for role in (_after(doc, end), _before(doc, start)):
        if role is not None:
            yield role


def _after(doc: Doc, end: int) -> Role | None:
    """An apposition that begins with an article or an owner, has the head noun, and is closed by a sign."""
    if end + 2 >= len(doc) or doc[end].text not in _OPENERS:
        return None
    begin = end + 1
    owned = any(token.text in POSSESSIVES for token in doc[begin : begin + 4])
    if doc[begin].lower_ not in _ARTICLES and not (owned and doc[begin].ent_type_ in ("GPE", "NORP", "ORG")):
        return None
    found = False
    i = begin
    while i < len(doc) and i - begin < _LONGEST and doc[i].text not in _CLOSERS:
        token = doc[i]
        if not found:
            if not (token.pos_ in _MODIFIERS or token.lower_ in _ARTICLES or token.text in POSSESSIVES | JOINING):
                return None
            found = _is_head(doc, i)
        elif token.is_space or not (token.pos_ in _MODIFIERS or token.lower_ in _INNER or token.text in JOINING):
            break
        i += 1
    if (
        not found
        or i >= len(doc)
        or (doc[i].text not in _CLOSERS and doc[i].pos_ not in ("VERB", "SCONJ", "ADP", "PRON"))
    ):
        return None
    while doc[i - 1].lower_ in _INNER or doc[i - 1].text in JOINING:
        i -= 1
    text = role_text(doc, begin, i)
    return Role(text, begin, i, "apposition", 0) if " " in text else None  # "the company" tells nothing


def _before(doc: Doc, start: int) -> Role | None:
    """A head noun with its modifiers directly before the name; without modifiers it says nothing."""
    if start < 2 or not _names_kind(doc[start - 1]):
        return None
    first = start - 1
    while first > 0 and start - first < _LONGEST and doc[first - 1].pos_ in ("ADJ", "NOUN", "PROPN"):
        if doc[first - 1].is_sent_end or doc[first - 1].ent_type_ in ("PERSON", "DATE", "ORG"):
            break
        first -= 1
    text = role_text(doc, first, start)
    return Role(text, first, start, "description before the name", 1) if " " in text else None


def _is_head(doc: Doc, i: int) -> bool:
    """Whether a noun for an organisation is the head of its phrase: not so in "bank manager", "the bank's chief"."""
    after = doc[i + 1] if i + 1 < len(doc) else None
    return _names_kind(doc[i]) and (after is None or not (after.pos_ in ("NOUN", "PROPN") or after.text in POSSESSIVES))


def _names_kind(token: Token) -> bool:
    return token.lower_ in organisation_nouns() and token.text.islower()
