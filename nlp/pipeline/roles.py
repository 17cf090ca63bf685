"""What the text says a person is, beside the name: "Russian President", "press secretary of Vladimir Putin"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from nlp.pipeline.entity_tables import kin_nouns, titles
from nlp.pipeline.role_appositions import apposition
from nlp.pipeline.role_clauses import complement, relative_clause
from nlp.pipeline.role_findings import ELECT, LINKS, MODIFIERS, SINCE, Role, is_role
from nlp.pipeline.role_wording import DETERMINERS, JOINING, POSSESSIVES, entity_start, role_text

_PAST = frozenset({"former", "formerly", "ex", "once", "then"})
_COMPANIONS = frozenset({"ally", "aide", "colleague", "rival", "critic", "opponent", "predecessor", "successor"})
_LONGEST = 16


def roles_beside(doc: Doc, start: int, end: int) -> Iterator[Role]:
    """Every role that the text states beside the person's name `[start, end)`."""
    for role in (
        _before_comma(doc, start),
        apposition(doc, end),
        _title_before(doc, start),
        complement(doc, start, end),
        relative_clause(doc, end),
    ):
        if role is not None:
            yield replace(role, rank=role.rank + _lesser(doc, role))


def _lesser(doc: Doc, role: Role) -> int:
    """How much less a role says than another: an office once held, or whose relative or friend somebody is."""
    words = [token.lower_ for token in doc[role.start : role.end] if token.lower_ not in DETERMINERS]
    if any(word in kin_nouns() or word in _COMPANIONS for word in words):
        return 4
    return 2 if words and words[0] in _PAST else 0


def _title_before(doc: Doc, start: int) -> Role | None:
    """A title directly before the name, other honorifics between them or not: "Russian President Vladimir Putin"."""
    last = _before_honorifics(doc, start) - 1
    core = _title_core(doc, last) if last >= 0 else None
    if core is None:
        return _rank_before(doc, start)
    first = _modifiers(doc, core)
    text = role_text(doc, first, last + 1)
    return Role(text, first, last + 1, "title before the name", 1 if " " in text else 3) if text else None


def _rank_before(doc: Doc, start: int) -> Role | None:
    """A military or police rank directly before the name, for want of anything fuller: "General Tiani"."""
    for length in (4, 3, 2, 1):
        first = start - length
        words = tuple(doc[max(0, first) : start].text.replace(".", "").split())
        if first >= 0 and doc[first].text[:1].isalpha() and titles().get(words) == "rank":
            return Role(role_text(doc, first, start), first, start, "rank before the name", 6)
    return None


def _before_honorifics(doc: Doc, start: int) -> int:
    """Where the honorifics and ranks that end at `start` begin."""
    while True:
        for length in (4, 3, 2, 1):
            words = tuple(doc[max(0, start - length) : start].text.replace(".", "").split())
            longer = tuple(doc[max(0, start - length - 1) : start].text.replace(".", "").split())
            if start - length < 0 or not doc[start - length].text[:1].isalpha() or doc[start - 1].text == "-":
                continue
            if doc[start - length - 1].text == "-" or titles().get(longer) == "office":
                continue
            if titles().get(words) in ("honorific", "rank"):
                start -= length
                break
        else:
            return start


def _title_core(doc: Doc, last: int) -> int | None:
    """Where the title that ends in `last` begins: a role noun, a known title, or "Minister of Defence"."""
    if doc[last].lower_ in ELECT and last > 1 and doc[last - 1].text == "-":
        last -= 2
    if is_role(doc[last]) or titles().get((doc[last].text.replace(".", ""),)) == "office":
        return last
    for first in range(last - 1, max(-1, last - 7), -1):
        token = doc[first]
        if token.is_punct and token.text not in JOINING:
            return None
        words = tuple(t.text.replace(".", "") for t in doc[first : last + 1])
        if titles().get(words) == "office":
            return first
        if (
            is_role(token)
            and doc[first + 1].lower_ in ("of", "for", "to", "in", "at")
            and doc[last].pos_ in ("NOUN", "PROPN")
        ):
            return first
        if not (token.pos_ in MODIFIERS or token.lower_ in LINKS):
            return None
    return None


def _modifiers(doc: Doc, core: int) -> int:
    """Where the phrase that ends in the title's core begins."""
    first = core
    while first > 0 and core - first < 8:
        before = doc[first - 1]
        if before.is_space or before.is_sent_end:
            break
        if before.text in POSSESSIVES and first > 1 and doc[first - 2].ent_type_ not in ("", "DATE"):
            first = entity_start(doc, first - 2)
        elif before.text in POSSESSIVES and first > 1 and doc[first - 2].pos_ == "NOUN":
            first -= 2
        elif _modifies(before) or (before.text in JOINING and first > 1 and doc[first - 2].pos_ in MODIFIERS):
            first -= 1
        else:
            break
    return first


def _modifies(token: Token) -> bool:
    """Whether a word can stand in a title before its noun."""
    if token.lower_ in SINCE:
        return True
    return token.pos_ in MODIFIERS and token.ent_type_ not in ("PERSON", "DATE", "CARDINAL", "TIME")


def _before_comma(doc: Doc, start: int) -> Role | None:
    """A role, a comma, the name: "Estonia's foreign minister, Margus Tsahkna"."""
    start = _before_honorifics(doc, start)
    if start > 2 and doc[start - 2].text == "," and titles().get((doc[start - 1].text,)) == "style":
        start -= 1
    if start < 2 or doc[start - 1].text not in (",", ":"):
        return None
    last = start - 2
    if doc[last].ent_type_ == "PERSON":
        return _relative(doc, last)
    core = _title_core(doc, last)
    if core is None:
        return None
    first = _modifiers(doc, core)
    determiner = doc[first - 1] if first else None
    stated = doc[first : start - 1]
    owned = any(token.text in POSSESSIVES for token in stated)
    if not owned and (determiner is None or determiner.lower_ not in DETERMINERS):
        return None
    return Role(role_text(doc, first, start - 1), first, start - 1, "role before the name", 0)


def _relative(doc: Doc, last: int) -> Role | None:
    """A relative's name in the role: "the son of the late president Laurent Kabila, Joseph Kabila"."""
    for first in range(last - 1, max(0, last - _LONGEST), -1):
        if doc[first].is_punct or doc[first].pos_ in ("VERB", "AUX"):
            return None
        if doc[first].lower_ in kin_nouns() and doc[first + 1].lower_ == "of":
            before = doc[first - 1]
            stated = before.lower_ in DETERMINERS or before.pos_ == "ADJ"
            return Role(role_text(doc, first, last + 1), first, last + 1, "relative", 0) if stated else None
    return None
