"""Whether a date belongs to a noun or to the clause above it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from nlp.pipeline.clauses import VERBAL, Reading, is_root
from nlp.pipeline.event_cues import is_cue, is_eventive, nouns

_NAMED_HAPPENINGS = ("EVENT", "LAW")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The verb or noun that a date belongs to, and the name of the rule that found it.

    `after` is the token that follows the date; `link` the preposition, if any, that joins the date to the head,
    `through` a participle between them that only gives the date ("talks **scheduled** for Friday").
    """

    head: Token
    rule: str
    after: Token | None = None
    link: str = ""
    through: Token | None = None

    @property
    def is_clause(self) -> bool:
        """Whether a verb is dated, not a noun."""
        return self.head.pos_ in VERBAL


def noun_anchor(
    noun: Token, below: Token, root: Token, reading: Reading, *, direct: bool
) -> tuple[Anchor | None, bool]:
    """The anchor that a noun makes, and whether to look no further up."""
    name = reading.names.get(noun.i)
    happening = is_eventive(noun) or (name is not None and name.label in _NAMED_HAPPENINGS)
    if direct:
        return _directly(noun, root, reading, happening)
    if noun.pos_ == "PRON" or not happening or (name is not None and name.label not in _NAMED_HAPPENINGS):
        return (Anchor(noun, "fragment"), True) if is_root(noun) and noun.pos_ != "PRON" else (None, False)
    verb = clause_above(noun)
    if verb is not None and not has_other_date(verb, below, reading):
        return None, False
    if noun.dep_ == "pobj" and any(g.lower_ == "according" for g in (noun.head, noun.head.head)):
        return None, False
    return Anchor(noun, "noun modifier"), True


def _directly(noun: Token, root: Token, reading: Reading, happening: bool) -> tuple[Anchor | None, bool]:
    """A date before the noun or behind "of": it dates the noun or nothing, save in "June sales fell"."""
    above = noun.head
    if noun.lemma_.lower() in nouns("figure"):
        return None, False
    measured = above.pos_ in VERBAL and above.lemma_ != "be" and is_cue(above, "measure")
    if noun.dep_ in ("nsubj", "nsubjpass") and measured:
        return Anchor(above, "clause"), True
    name = reading.names.get(noun.i)
    if name is not None and name.label in _NAMED_HAPPENINGS and noun.pos_ == "PROPN":
        return None, True  # "the 2015 Paris Agreement": the year is the name's
    if happening and not (
        noun.pos_ == "PROPN" and noun.i not in reading.names and noun.lemma_.lower() not in nouns("issued")
    ):
        return Anchor(noun, "noun modifier"), True
    if noun.dep_ in ("compound", "nmod", "poss") and noun.pos_ != "PROPN":
        return None, False
    if is_cue(noun, "vehicle"):
        return None, False
    if _is_of_a_day(root, noun, reading):
        return Anchor(noun, "noun modifier"), True
    if is_root(noun):
        return (Anchor(noun, "fragment"), True) if noun.pos_ == "NOUN" else (None, True)
    return None, True


def _is_of_a_day(root: Token, noun: Token, reading: Reading) -> bool:
    """As in "**Sunday's** memorial service": what a weekday stands before takes place on it, whatever it is."""
    weekday = root.lower_.endswith("day") and root.pos_ == "PROPN"
    told = [c for c in reading.children[noun.i] if c.i not in reading.dated and c.dep_ in ("prep", "amod", "compound")]
    return weekday and bool(told) and noun.pos_ == "NOUN" and noun.lemma_.lower() not in nouns("thing")


def clause_above(noun: Token) -> Token | None:
    """The verb whose object, or whose adjunct's object, the noun is; `None` where the date is the noun's own."""
    above = noun.head
    if noun.dep_ == "dobj" and above.pos_ in VERBAL:
        return None if is_cue(above, "attitude") or is_cue(above, "cancel") else above
    prep = above
    while prep.dep_ == "prep" and prep.head.pos_ == "ADP" and not is_root(prep):
        prep = prep.head
    if is_cue(prep, "apart") or is_cue(above, "apart"):
        return None  # "no deal before the summit on 20 October"
    if noun.dep_ != "pobj" or prep.dep_ != "prep" or prep.head.pos_ not in VERBAL or is_cue(prep.head, "attitude"):
        return None
    return prep.head if prep.i > prep.head.i or is_cue(noun, "vehicle") else None


def has_other_date(verb: Token, below: Token, reading: Reading) -> bool:
    """Whether a date hangs by a verb otherwise than through its dependant `below`."""
    for child in reading.children[verb.i]:
        if child.i == below.i:
            continue
        if child.i in reading.dated or any(
            c.i in reading.dated for c in reading.children[child.i] if child.dep_ == "prep"
        ):
            return True
    return False
