"""Roles behind the name: "Dmitry Peskov, the Kremlin spokesman", "Ana Voss, 45, a farmer from Minsk"."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc

from nlp.pipeline.role_findings import LINKS, MODIFIERS, SINCE, Role, is_role
from nlp.pipeline.role_wording import DETERMINERS, JOINING, POSSESSIVES, role_text

_OPENERS = frozenset({",", "(", "–", "—", "--", "-"})
_OWNERS = frozenset({"her", "his", "their"})
_LONGEST = 16


def apposition(doc: Doc, end: int) -> Role | None:
    """The name, a comma, a role: "Dmitry Peskov, the Kremlin spokesman, said"."""
    i = end
    if i >= len(doc) or doc[i].text not in _OPENERS:
        return None
    i += 1
    if i + 1 < len(doc) and doc[i].like_num and doc[i + 1].text == ",":
        i += 2
    if i < len(doc) and doc[i].lower_ in ("and", "&"):
        return None  # the next of several people
    i = _after_age(doc, i)
    begin = i
    noun = None
    while i < len(doc) and i - begin < _LONGEST:
        token = doc[i]
        if is_role(token) and noun is None:
            noun = i
        allowed = (
            token.pos_ in MODIFIERS
            or token.lower_ in DETERMINERS | SINCE
            or token.text in POSSESSIVES
            or token.text in JOINING
            or (noun is not None and token.lower_ in LINKS)
        )
        if not allowed or token.is_space or (token.ent_type_ in ("DATE", "TIME") and token.lower_ not in SINCE):
            break
        i += 1
    if any(one.lower_ == "and" and other.lower_ in _OWNERS for one, other in pairwise(doc[begin:i])):
        return None  # a list of people
    while i > begin and (doc[i - 1].lower_ in LINKS or doc[i - 1].text in JOINING):
        i -= 1
    if noun is None or noun >= i or _names_another(doc, begin, noun, i):
        return None
    closed = (
        i >= len(doc)
        or doc[i].is_punct
        or doc[i].is_space
        or doc[i].pos_ in ("VERB", "AUX", "PRON", "ADP", "SCONJ", "ADV")
    )
    if not closed and doc[i].lower_ != "and":
        return None
    return Role(role_text(doc, begin, i), begin, i, "apposition", 0)


def _after_age(doc: Doc, i: int) -> int:
    """Past "a 22-year-old"; `i` itself where no age stands there."""
    start = i + (i < len(doc) and doc[i].lower_ in DETERMINERS)
    text = doc[start : start + 5].text.lower()
    if not text[:1].isdigit() or not ("-year-old" in text or " year old" in text):
        return i
    end = next(j for j in range(start, start + 5) if doc[j].lower_.endswith("old"))
    return end + 1


def _names_another(doc: Doc, begin: int, noun: int, end: int) -> bool:
    """Whether the phrase is the title of the next person ("Putin, President Biden") rather than an apposition."""
    if end < len(doc) and doc[end].ent_type_ == "PERSON":
        return True
    if any(
        token.ent_type_ == "PERSON"
        for token in doc[noun:end]
        if doc[noun + 1 : noun + 2].text not in ("of", "to", "for")
    ):
        return True
    return doc[begin].ent_type_ == "PERSON" and not any(t.text in POSSESSIVES for t in doc[begin:noun])
