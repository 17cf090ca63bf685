"""Dates that a verb hands on to a noun: "a vote **due** in May", "called a **rally** for Saturday"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from nlp.pipeline.clauses import VERBAL, Reading, subject_of
from nlp.pipeline.event_cues import is_cue, is_eventive, is_verb_cue, nouns
from nlp.pipeline.event_noun_anchors import Anchor, clause_above

NEW_DATE = "new date"
_INTO = ("for", "in", "on", "next", "this", "later", "to")
_ONTO = ("until", "till", "to", "for")


def redirect(anchor: Anchor, time: Sequence[Token], reading: Reading) -> Anchor | None:
    """The anchor itself, or the noun that its verb gives the date to; `None` where the date says what is told about."""
    leading = word_before(time, reading)
    before = leading.lower_ if leading is not None else ""
    if leading is not None and before == "for" and _is_content_period(leading, reading):
        return None
    planned = _planned_noun(anchor, before, reading)
    return (
        _moved_noun(planned, before, reading)
        or _figure(planned, before, reading)
        or (_called_noun(planned, before, reading) if _is_one_day(time) else None)
        or planned
    )


def word_before(time: Sequence[Token], reading: Reading) -> Token | None:
    """The word that leads to a date, articles and the dates joined with it skipped: "**for** Monday and Tuesday"."""
    place, joined = time[0].i - 1, any(t.dep_ == "conj" and t.head.i in reading.dated for t in time)
    while place > 0 and (
        reading.doc[place].lower_ == "the"
        or (joined and (place in reading.dated or reading.doc[place].lower_ in ("and", "or", ",", "&")))
    ):
        place -= 1
    return reading.doc[place] if place >= 0 else None


def _moved_noun(anchor: Anchor, before: str, reading: Reading) -> Anchor | None:
    """As in "the **match** was postponed until 28 March": the day is the match's."""
    verb = anchor.head
    if before not in _ONTO or not anchor.is_clause or not is_verb_cue(verb, reading.of(verb, "prt"), "move"):
        return None
    passive = verb.tag_ == "VBN" and (verb.dep_ == "acl" or reading.of(verb, "auxpass"))
    named = reading.of(verb, "dobj") or ([subject] if passive and (subject := subject_of(verb, reading)) else [])
    return Anchor(named[0], NEW_DATE, through=verb) if named and is_eventive(named[0]) else None


def _called_noun(anchor: Anchor, before: str, reading: Reading) -> Anchor | None:
    """As in "called a **rally** for Saturday": the day behind "for" is that of what was called."""
    if before != "for" or not anchor.is_clause or anchor.head.tag_ not in ("VBD", "VBN"):
        return None
    objects = [c for c in reading.of(anchor.head, "dobj", "nsubjpass") if c.pos_ == "NOUN" and is_eventive(c)]
    return Anchor(objects[0], "noun modifier") if objects else None


def _figure(anchor: Anchor, before: str, reading: Reading) -> Anchor | None:
    """As in "reported a **loss** for 2024": the year is that of the loss."""
    if before != "for" or not anchor.is_clause or not is_cue(anchor.head, "report"):
        return None
    objects = [c for c in reading.of(anchor.head, "dobj") if c.lemma_.lower() in nouns("figure")]
    return Anchor(objects[0], "noun modifier") if objects else None


def _planned_noun(anchor: Anchor, before: str, reading: Reading) -> Anchor:
    """As in "talks **scheduled** for Friday", "a vote **due** in May": the date is the noun's own."""
    verb = anchor.head
    if (noun := _noun_before_comma(verb, reading)) is not None and is_cue(verb, "slot"):
        return Anchor(noun, "noun modifier", through=verb)
    if (
        verb.dep_ in ("acl", "relcl")
        and verb.pos_ in VERBAL
        and verb.tag_ in ("VBN", "VBD")
        and (verb.dep_ == "acl" or reading.of(verb, "auxpass", "nsubjpass"))
        and not reading.of(verb, "prt")
        and verb.head.pos_ in ("NOUN", "PROPN")
    ):
        if is_cue(verb.head, "vehicle") and (ruling := clause_above(verb.head)) is not None:
            return Anchor(ruling, "clause")
        if is_cue(verb, "slot") and before in (("for",) if is_cue(verb, "slot for") else _INTO):
            return Anchor(verb.head, "noun modifier", through=verb)
    return anchor


def _noun_before_comma(verb: Token, reading: Reading) -> Token | None:
    """As in "put off the **launch**, planned for Monday", where the parser hangs the participle by the verb."""
    doc = reading.doc
    if verb.i < 2 or verb.tag_ != "VBN" or verb.dep_ != "advcl" or doc[verb.i - 1].text != ",":
        return None
    noun = doc[verb.i - 2]
    return noun if noun.pos_ in ("NOUN", "PROPN") and is_eventive(noun) else None


def _is_one_day(time: Sequence[Token]) -> bool:
    return any(t.ent_type_ == "DATE" and (t.like_num or t.lower_.endswith("day")) for t in time) or any(
        t.lower_.endswith("day") or t.lower_ == "weekend" for t in time
    )


def _is_content_period(before: Token, reading: Reading) -> bool:
    """Whether a date says what figures or plans are about: "a forecast **for the second quarter**"."""
    i = before.i - 1
    while i >= 0 and reading.doc[i].lower_ in ("for", "the", "its"):
        i -= 1
    return i >= 0 and is_cue(reading.doc[i], "content") and reading.doc[i].pos_ not in VERBAL
