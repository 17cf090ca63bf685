"""Roles that a clause states: "Ada Lind is the president of the club", "Lind, who heads the central bank"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from nlp.pipeline.entity_tables import role_verbs
from nlp.pipeline.role_findings import Role, is_role
from nlp.pipeline.role_wording import DETERMINERS, role_text

_BECOMING = frozenset({"be", "become", "remain"})
# A verb whose passive gives an office: "was appointed finance minister".
_APPOINTING = frozenset({"appoint", "elect", "name"})
_LONGEST = 16
# How far the end of a question is looked for, in tokens.
_FARTHEST = 60
_DOUBT = frozenset({"if", "unless", "whether"})


def complement(doc: Doc, start: int, end: int) -> Role | None:
    """The name as the subject of "be" or of an appointment, a role as its complement.

    What is denied, asked, wished or supposed is no role.
    """
    root = Span(doc, start, end).root
    verb = root.head
    fits = verb.lemma_ in _BECOMING or (root.dep_ == "nsubjpass" and verb.lemma_ in _APPOINTING)
    if root.dep_ not in ("nsubj", "nsubjpass") or not fits or _in_doubt(verb):
        return None
    for child in verb.children:
        if child.dep_ in ("attr", "oprd") and is_role(child) and child.i > verb.i:
            first = child.left_edge.i
            return _phrase(doc, first, child, "complement", 2)
    return None


def relative_clause(doc: Doc, end: int) -> Role | None:
    """The name, "who", and a verb of the present that makes a role: "who heads the central bank", "who is a judge"."""
    if end + 3 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ != "who":
        return None
    verb = doc[end + 2]
    if verb.lower_ == "is":
        noun = next((child for child in verb.children if child.dep_ == "attr" and is_role(child)), None)
        denied = any(child.dep_ == "neg" for child in verb.children)
        return _phrase(doc, noun.left_edge.i, noun, "relative clause", 2) if noun is not None and not denied else None
    role = role_verbs().get(verb.lower_)
    thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if role is None or thing is None or thing.left_edge.i != verb.i + 1:
        return None
    last = _stop(doc, thing, verb.i + 1)
    if doc[verb.i + 1].lower_ not in DETERMINERS and not doc[verb.i + 1].ent_type_:
        return None  # "who leads by five points"
    return Role(f"{role} of {doc[verb.i + 1 : last].text}", verb.i, last, "relative clause", 2)


def _in_doubt(verb: Token) -> bool:
    """Whether a clause is denied, asked, or said of what may be."""
    for child in verb.children:
        if child.dep_ == "neg" or child.tag_ == "MD" or (child.dep_ == "mark" and child.lower_ in _DOUBT):
            return True
    for token in verb.doc[verb.i : verb.i + _FARTHEST]:
        if token.text == "?":
            return True
        if token.is_sent_end:
            break
    return False


def _phrase(doc: Doc, first: int, noun: Token, rule: str, rank: int) -> Role | None:
    last = _stop(doc, noun, first)
    text = role_text(doc, first, last)
    return Role(text, first, last, rule, rank) if text else None


def _stop(doc: Doc, noun: Token, first: int) -> int:
    """Where the phrase around a noun ends: before a sign, a verb or a clause."""
    last = noun.right_edge.i
    signs = (t.i for t in doc[noun.i : last + 1] if t.text in ",;:—–(" or t.pos_ in ("VERB", "SCONJ", "AUX"))
    return min(next(signs, last + 1), first + _LONGEST)
