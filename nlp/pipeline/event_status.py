"""What the text says of a dated happening's reality: occurred, ongoing, planned, hypothetical or denied."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.model import EventStatus, TimeExpression
from nlp.pipeline.clauses import SUBJECTS, VERBAL, Reading
from nlp.pipeline.event_cues import is_cue
from nlp.pipeline.event_days import lies_after, lies_before, says_since
from nlp.pipeline.event_denials import (
    is_called_off,
    is_mere_intent,
    is_negated,
    is_past_perfect,
    is_past_perfect_plan,
    is_ruled_out,
    is_unrealised,
)
from nlp.pipeline.event_modality import doubt_of, is_condition, is_planned
from nlp.pipeline.event_noun_anchors import Anchor
from nlp.pipeline.event_redirections import NEW_DATE


def status_of(anchor: Anchor, time: TimeExpression, reading: Reading) -> EventStatus:
    """The status of the happening that `anchor` names, on the days of `time`.

    The words decide first: denial, then condition and doubt, then plan. Where they say nothing, days that lie wholly
    after publication are planned, days before it occurred.
    """
    if anchor.rule == NEW_DATE:
        return EventStatus.OCCURRED if lies_before(time, reading) else EventStatus.PLANNED
    verb = anchor.head if anchor.is_clause else _ruling_verb(anchor.head)
    if verb is not None:
        said = _from_clause(verb, anchor, time, reading, noun=not anchor.is_clause)
        if said is not None:
            return said
    if not anchor.is_clause and (found := _from_modifiers(anchor.head, reading)):
        return found
    return _from_days(anchor, verb, time, reading)


def _ruling_verb(noun: Token) -> Token | None:
    """The verb that says of a noun whether it is real: "talks were **cancelled** on Friday"."""
    if noun.head.pos_ in VERBAL and noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
        return noun.head
    return None


def _from_modifiers(noun: Token, reading: Reading) -> EventStatus | None:
    for child in reading.children[noun.i]:
        if child.dep_ == "det" and child.lower_ == "no":
            return EventStatus.DENIED
        if child.dep_ in ("amod", "acl", "relcl"):
            if is_cue(child, "cancel") or (child.dep_ == "relcl" and is_past_perfect_plan(child, reading)):
                return EventStatus.DENIED
            if is_cue(child, "possible noun"):
                return EventStatus.HYPOTHETICAL
            if is_cue(child, "plan noun") and child.lower_ not in ("next", "coming"):
                return EventStatus.PLANNED
            if child.dep_ != "amod" and is_cue(child, "plan") and child.tag_ == "VBN":
                return EventStatus.PLANNED
    return None


def _from_clause(
    verb: Token, anchor: Anchor, time: TimeExpression, reading: Reading, *, noun: bool
) -> EventStatus | None:
    if noun:
        return _from_ruling_verb(verb, anchor.head, time, reading)
    if is_condition(verb, reading):
        return EventStatus.HYPOTHETICAL
    if is_negated(verb, reading) and anchor.link in ("until", "till"):
        return None  # "did not stop until Sunday": then it did
    if is_negated(verb, reading) or is_ruled_out(verb, reading) or is_unrealised(verb, reading):
        return EventStatus.DENIED
    if lies_before(time, reading) and is_mere_intent(verb, reading):
        return EventStatus.DENIED
    if is_cue(verb, "cancel") and anchor.link == "from":
        return EventStatus.DENIED
    doubt = doubt_of(verb, time, reading)
    if doubt is not None:
        return doubt
    if is_planned(verb, reading, before=lies_before(time, reading)):
        return EventStatus.PLANNED
    return None


def _from_ruling_verb(verb: Token, noun: Token, time: TimeExpression, reading: Reading) -> EventStatus | None:
    patient = noun.dep_ in ("nsubjpass", "dobj")
    if patient and is_called_off(verb, reading):
        return EventStatus.DENIED
    if patient and is_cue(verb, "plan"):
        return EventStatus.PLANNED
    if noun.dep_ in SUBJECTS and is_cue(verb, "weak verb"):
        return _from_clause(verb, Anchor(verb, ""), time, reading, noun=False)
    return None


def _from_days(anchor: Anchor, verb: Token | None, time: TimeExpression, reading: Reading) -> EventStatus:
    """No word decides: tense and the calendar do."""
    after = lies_after(time, reading)
    before = lies_before(time, reading)
    if after and not (anchor.is_clause and _tells_the_past(verb, reading)):
        return EventStatus.PLANNED
    open_since = time.first_day is not None and (
        time.last_day is None or (says_since(time, reading) and _is_perfect(verb, reading))
    )
    now = verb is not None and anchor.is_clause and _is_progressive_present(verb, reading)
    if open_since:
        return EventStatus.OCCURRED if verb is not None and is_past_perfect(verb, reading) else EventStatus.ONGOING
    if time.first_day is None and time.last_day is not None and not before and not _is_past(verb, reading):
        return EventStatus.PLANNED
    if now and not before:
        return EventStatus.ONGOING
    if before or _is_past(verb, reading):
        return EventStatus.OCCURRED
    if reading.published is not None and not anchor.is_clause and time.first_day != time.last_day:
        return EventStatus.ONGOING
    return EventStatus.OCCURRED


def _tells_the_past(verb: Token | None, reading: Reading) -> bool:
    """Whether a finite past says that it happened, whatever the day of publication; "the deadline was" may not."""
    if verb is None or verb.lemma_ == "be" or is_cue(verb, "plan"):
        return False
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in reading.of(verb, "aux", "auxpass"))


def _is_progressive_present(verb: Token, reading: Reading) -> bool:
    auxiliaries = reading.of(verb, "aux", "auxpass")
    return verb.tag_ == "VBG" and any(c.lemma_ == "be" and c.tag_ in ("VBZ", "VBP") for c in auxiliaries)


def _is_perfect(verb: Token | None, reading: Reading) -> bool:
    return verb is not None and any(c.lemma_ == "have" and c.tag_ in ("VBZ", "VBP") for c in reading.of(verb, "aux"))


def _is_past(verb: Token | None, reading: Reading) -> bool:
    if verb is None:
        return False
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in reading.of(verb, "aux", "auxpass")):
        return True
    return verb.tag_ == "VBN"
