"""What the words around a verb say of its reality: condition, doubt, plan."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from spacy.tokens import Token

from nlp.model import EventStatus, TimeExpression
from nlp.pipeline.clauses import SUBJECTS, VERBAL, Reading, governors, is_root
from nlp.pipeline.event_cues import is_cue
from nlp.pipeline.event_days import lies_after
from nlp.pipeline.event_denials import ruled_by

# Verbs of plans that, as participles, tell something done: "abuse committed by", "the terms agreed in".
_DONE_WHEN_PASSIVE = ("agree", "commit", "decide", "pledge", "promise", "propose", "seek", "undertake", "vow", "want")
_LONGEST_CHAIN = 12


_CHAIN = ("ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "pcomp")


def is_condition(verb: Token, reading: Reading) -> bool:
    """As in "if the sides meet", "had the army not intervened"."""
    if any(c.lower_ in ("if", "unless", "lest") for c in reading.of(verb, "mark")):
        return verb.tag_ != "VBN" or verb.dep_ == "advcl" or bool(reading.of(verb, *SUBJECTS))
    subjects = reading.of(verb, *SUBJECTS)
    inverted = [c for c in reading.of(verb, "aux") if subjects and c.i < subjects[0].i]
    return bool(verb.dep_ == "advcl" and inverted)


def is_question(verb: Token, reading: Reading) -> bool:
    """Whether the text asks what the clause says: "Will talks resume on Monday?"."""
    for token in (verb, *governors(verb)):
        if token.dep_ in ("relcl", "acl", "advcl"):
            return False
        if token.pos_ in VERBAL and is_cue(token, "report") and (token.i != verb.i or reading.of(token, "ccomp")):
            return False
    start, end = reading.sentence(verb)
    return any(reading.doc[i].text == "?" for i in range(max(start, end - 2), end))


def _chain(verb: Token) -> Iterator[Token]:
    """The clause's verb and the verbs and nouns that rule it, as far as they bear on its reality."""
    yield verb
    below = verb
    for above in itertools.islice(governors(verb), _LONGEST_CHAIN):
        if below.dep_ not in _CHAIN or below.dep_ in ("advcl", "relcl"):
            return
        if above.pos_ in VERBAL or above.pos_ in ("NOUN", "ADJ"):
            yield above
        below = above


def doubt_of(verb: Token, time: TimeExpression, reading: Reading) -> EventStatus | None:
    if is_question(verb, reading):
        return EventStatus.HYPOTHETICAL
    below = verb
    for place, token in enumerate(_chain(verb)):
        modals = [c.lower_ for c in reading.of(token, "aux") if c.tag_ == "MD"]
        marks = [c.lower_ for c in reading.of(token, "mark", "advmod")]
        conditions = [
            c for c in reading.of(token, "advcl") if any(m.lower_ in ("if", "unless") for m in reading.of(c, "mark"))
        ]
        if any(m in ("if", "whether", "unless", "lest") for m in marks) and token.tag_ != "VBN":
            return EventStatus.HYPOTHETICAL
        if place and is_cue(token, "hypothesis") and below.dep_ in ("ccomp", "xcomp", "acl", "pcomp"):
            if is_cue(token, "report") and not _is_unreal(below, reading):
                return None
            return EventStatus.HYPOTHETICAL
        if place == 0 and any(is_cue(c, "chance") for c in reading.of(token, "acomp", "advmod")):
            return EventStatus.HYPOTHETICAL
        if place and below.dep_ == "xcomp" and token.pos_ == "ADJ" and is_cue(token, "chance"):
            return EventStatus.HYPOTHETICAL
        if any(m in ("could", "may", "might") for m in modals) and (place == 0 or below.dep_ == "xcomp"):
            return EventStatus.HYPOTHETICAL
        if "should" in modals and place == 0:
            return EventStatus.PLANNED if lies_after(time, reading) else EventStatus.HYPOTHETICAL
        if "would" in modals and place == 0:
            reported = (
                not _is_perfect_infinitive(token, reading)
                and token.dep_ == "ccomp"
                and token.head.tag_ in ("VBD", "VBN", "VBP", "VBZ")
                and not conditions
            )
            unlikely = is_cue(token.head, "hypothesis") and not is_cue(token.head, "plan")
            return EventStatus.PLANNED if reported and not unlikely else EventStatus.HYPOTHETICAL
        if conditions and modals and place == 0:
            return EventStatus.HYPOTHETICAL
        if place and token.dep_ != "xcomp" and below.dep_ == "ccomp":
            return None
        below = token
    return None


def _is_perfect_infinitive(verb: Token, reading: Reading) -> bool:
    """As in "would **have voted**": what did not come about."""
    return any(c.lower_ in ("have", "'ve", "’ve") for c in reading.of(verb, "aux"))


def _is_unreal(verb: Token, reading: Reading) -> bool:
    """Whether a reported clause is set in the future or the conditional."""
    return any(c.tag_ in ("MD", "TO") for c in reading.of(verb, "aux")) or verb.tag_ == "VB"


def _control_chain(verb: Token) -> Iterator[Token]:
    """The verb and those that it completes: "will **begin** **withdrawing**"."""
    yield verb
    for _ in range(6):
        if is_root(verb) or verb.dep_ not in ("xcomp", "pcomp", "conj") or verb.head.pos_ not in VERBAL:
            return
        verb = verb.head
        yield verb


def is_planned(verb: Token, reading: Reading, *, before: bool) -> bool:
    infinitive = any(c.tag_ == "TO" for c in reading.of(verb, "aux"))
    if any(is_cue(c, "plan modal") for v in _control_chain(verb) for c in reading.of(v, "aux") if c.tag_ == "MD"):
        return True
    if verb.lemma_ == "go" and any(c.dep_ == "xcomp" for c in reading.children[verb.i]) and verb.tag_ == "VBG":
        return True
    above = ruled_by(verb)
    if infinitive and above is not None:
        if verb.dep_ == "xcomp" and above.lemma_ == "be":
            return True
        if verb.dep_ == "xcomp" and any(is_cue(c, "plan modal") for c in reading.of(above, "aux")):
            return True
        if is_cue(above, "plan") or is_cue(above, "plan noun"):
            return True
        if above.lemma_ == "go" and above.tag_ == "VBG":
            return True
    if infinitive and verb.dep_ in ("relcl", "acl"):
        return not before
    if (
        verb.tag_ == "VBN"
        and is_cue(verb, "plan")
        and not reading.of(verb, "prt")
        and verb.lemma_.lower() not in _DONE_WHEN_PASSIVE
    ):
        if before and is_cue(verb, "slot for"):
            return False  # "a record set in 2023"
        return any(c.dep_ in ("auxpass", "nsubjpass") for c in reading.children[verb.i]) or verb.dep_ == "acl"
    return bool(verb.tag_ == "VB" and infinitive and is_root(verb))
