"""What the text says a person is, beside the name: "Russian President", "press secretary of Vladimir Putin"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from nlp.pipeline.entity_tables import kin_nouns, role_nouns, titles
from nlp.pipeline.role_wording import DETERMINERS, JOINING, POSSESSIVES, entity_start, role_text

_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_SINCE = frozenset({"then", "now", "currently", "formerly", "once", "later", "former", "acting", "ex", "deputy"})
_PAST = frozenset({"former", "formerly", "ex", "once", "then"})
_COMPANIONS = frozenset({"ally", "aide", "colleague", "rival", "critic", "opponent", "predecessor", "successor"})
_OPENERS = frozenset({",", "(", "–", "—", "--", "-"})
_LINKS = frozenset(
    {"of", "for", "at", "to", "in", "from", "with", "and", "the", "&", "-", "/", "'s", "’s", "on", "a", "an"}
)
_LONGEST = 16
_BECOMING = frozenset({"be", "become", "remain"})


@dataclass(frozen=True, slots=True)
class Role:
    """A role `text`, the tokens `[start, end)` that state it, the rule that read it; the lower `rank`, the fuller."""

    text: str
    start: int
    end: int
    rule: str
    rank: int


def roles_beside(doc: Doc, start: int, end: int) -> Iterator[Role]:
    """Every role that the text states beside the person's name `[start, end)`."""
    for role in (
        _before_comma(doc, start),
        _after_comma(doc, end),
        _title_before(doc, start),
        _copula(doc, start, end),
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
    if _is_role(doc[last]) or titles().get((doc[last].text.replace(".", ""),)) == "office":
        return last
    for first in range(last - 1, max(-1, last - 7), -1):
        token = doc[first]
        if token.is_punct and token.text not in JOINING:
            return None
        words = tuple(t.text.replace(".", "") for t in doc[first : last + 1])
        if titles().get(words) == "office":
            return first
        if (
            _is_role(token)
            and doc[first + 1].lower_ in ("of", "for", "to", "in", "at")
            and doc[last].pos_ in ("NOUN", "PROPN")
        ):
            return first
        if not (token.pos_ in _MODIFIERS or token.lower_ in _LINKS):
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
        elif _modifies(before) or (before.text in JOINING and first > 1 and doc[first - 2].pos_ in _MODIFIERS):
            first -= 1
        else:
            break
    return first


def _modifies(token: Token) -> bool:
    """Whether a word can stand in a title before its noun."""
    if token.lower_ in _SINCE:
        return True
    return token.pos_ in _MODIFIERS and token.ent_type_ not in ("PERSON", "DATE", "CARDINAL", "TIME")


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


def _after_comma(doc: Doc, end: int) -> Role | None:
    """The name, a comma, a role: "Dmitry Peskov, the Kremlin spokesman, said"."""
    i = end
    if i >= len(doc) or doc[i].text not in _OPENERS:
        return None
    i += 1
    if i + 1 < len(doc) and doc[i].like_num and doc[i + 1].text == ",":
        i += 2
    begin = i
    noun = None
    while i < len(doc) and i - begin < _LONGEST:
        token = doc[i]
        if _is_role(token) and noun is None:
            noun = i
        allowed = (
            token.pos_ in _MODIFIERS
            or token.lower_ in DETERMINERS | _SINCE
            or token.text in POSSESSIVES
            or token.text in JOINING
            or (noun is not None and token.lower_ in _LINKS)
        )
        if not allowed or token.is_space or (token.ent_type_ in ("DATE", "TIME") and token.lower_ not in _SINCE):
            break
        i += 1
    while i > begin and (doc[i - 1].lower_ in _LINKS or doc[i - 1].text in JOINING):
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


def _copula(doc: Doc, start: int, end: int) -> Role | None:
    """The name as the subject of "be", a role as its complement: "Ada Lind is the president of the club"."""
    span = Span(doc, start, end)
    root = span.root
    if root.dep_ not in ("nsubj", "nsubjpass") or root.head.lemma_ not in _BECOMING:
        return None
    verb = root.head
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    for child in verb.children:
        if child.dep_ == "attr" and _is_role(child) and child.i > verb.i:
            last = child.right_edge.i
            stop = next(
                (t.i for t in doc[child.i : last + 1] if t.text in ",;:—–(" or t.pos_ in ("VERB", "SCONJ", "AUX")),
                last + 1,
            )
            stop = min(stop, child.left_edge.i + _LONGEST)
            text = role_text(doc, child.left_edge.i, stop)
            return Role(text, child.left_edge.i, stop, "complement", 2) if text else None
    return None


def _is_role(token: Token) -> bool:
    """Whether a token is a noun for what a person is or does."""
    lower = token.lower_
    return (lower in role_nouns() or lower.removeprefix("ex-") in role_nouns()) and token.pos_ in (
        "NOUN",
        "PROPN",
        "ADJ",
        "X",
    )
