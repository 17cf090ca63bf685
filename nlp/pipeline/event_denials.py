"""What did not happen, or came to nothing: negation, denial, refusal, plans of the past."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.pipeline.clauses import SUBJECTS, VERBAL, Reading, is_root
from nlp.pipeline.event_cues import is_cue, is_verb_cue

_NEGATIVE_WORDS = ("no", "never", "nobody", "none", "nothing", "neither", "without", "nor")


def is_negated(verb: Token, reading: Reading) -> bool:
    for token in (verb, *reading.of(verb, "aux", "auxpass")):
        if any(c.dep_ == "neg" or c.lower_ == "never" for c in reading.children[token.i]):
            return True
    for child in reading.of(verb, *SUBJECTS, "dobj", "attr"):
        deciders = reading.of(child, "det", "neg", "preconj", "cc")
        if child.lower_ in _NEGATIVE_WORDS or any(c.lower_ in ("no", "neither") for c in deciders):
            return True
    return bool(verb.dep_ == "pcomp" and verb.head.lower_ == "without")


def is_ruled_out(verb: Token, reading: Reading) -> bool:
    """As in "failed to sign", "denied that it had signed"."""
    above = ruled_by(verb)
    if above is None:
        return False
    if above.pos_ == "NOUN" and any(c.lower_ == "no" for c in reading.of(above, "det")):
        return verb.dep_ == "acl" and any(c.tag_ == "TO" for c in reading.of(verb, "aux"))  # "no plans to attend"
    if verb.dep_ == "xcomp" and (_is_not_begun(above) and is_negated(above, reading)):
        return True
    if (
        verb.dep_ == "xcomp"
        and is_cue(above, "ability")
        and (above.lower_ == "unable" or is_negated(above.head, reading))
    ):
        return True
    if verb.dep_ == "xcomp" and above.dep_ in ("ccomp", "xcomp") and above.pos_ in VERBAL:
        return is_ruled_out(above, reading)  # "denied that it had agreed to stop"
    if verb.dep_ in ("ccomp", "acl") and verb.i < above.i:
        return False  # another clause that a semicolon parts: "they said so; Moscow denies it"
    if verb.dep_ == "acl" and above.dep_ == "dobj" and is_cue(above, "report noun") and is_cue(above.head, "denial"):
        return True  # "denied reports that he had been shot"
    if verb.dep_ in ("xcomp", "pcomp") and is_cue(above, "failure") and not is_negated(above, reading):
        return True
    return bool(is_cue(above, "denial") and verb.dep_ in ("ccomp", "xcomp", "pcomp", "acl")) and not is_negated(
        above, reading
    )


def is_unrealised(verb: Token, reading: Reading) -> bool:
    """As in "talks were **to have resumed** on Monday", which they did not."""
    helpers = {c.lower_ for c in reading.of(verb, "aux")}
    if "to" not in helpers or verb.dep_ not in ("xcomp", "conj") or (above := ruled_by(verb)) is None:
        return False
    if "have" in helpers and above.lower_ in ("was", "were"):
        return True
    return _is_dropped(verb, reading) or (is_cue(above, "thwarted") and is_past_perfect(above, reading))


def is_past_perfect_plan(verb: Token, reading: Reading) -> bool:
    """As in "a debate that **had been planned** for 9 July", which came to nothing or to another day."""
    return is_cue(verb, "thwarted") and verb.tag_ == "VBN" and is_past_perfect(verb, reading)


def is_past_perfect(word: Token, reading: Reading) -> bool:
    """Whether a verb, or the verb that an adjective completes ("had been **due**"), stands in the past perfect."""
    verb = word.head if word.dep_ == "acomp" else word
    return any(c.lower_ in ("had", "'d", "’d") for c in reading.of(verb, "aux"))


def is_mere_intent(verb: Token, reading: Reading) -> bool:
    """As in "was **supposed** to open in 2022": of days that are over, it says that they passed without it."""
    above = ruled_by(verb)
    return above is not None and above.lower_ in ("supposed", "meant") and _was_to(verb, above, reading)


def _is_dropped(verb: Token, reading: Reading) -> bool:
    """As in "was due to start on Monday **but** got stuck", "was to reopen **but** stays shut"."""
    above = ruled_by(verb)
    if above is None or not _was_to(verb, above, reading):
        return False
    but = any(c.lower_ == "but" for token in (verb, above, above.head) for c in reading.of(token, "cc"))
    return but and (above.lemma_ == "be" or is_cue(above, "thwarted"))


def _was_to(verb: Token, above: Token, reading: Reading) -> bool:
    """Whether `above` says of the past that `verb` was to come: "was to", "was due to", "was supposed to"."""
    be = [above] if above.lemma_ == "be" else [above.head] if above.dep_ == "acomp" else reading.of(above, "auxpass")
    return any(c.lower_ == "to" for c in reading.of(verb, "aux")) and any(b.lower_ in ("was", "were") for b in be)


def is_called_off(verb: Token, reading: Reading) -> bool:
    """Whether a verb says that what it is said of does not take place: "cancelled", "called off"."""
    return is_verb_cue(verb, reading.of(verb, "prt"), "cancel")


def _is_not_begun(verb: Token) -> bool:
    """Whether a negated verb denies what it governs: "is not expected to attend", "did not agree to pay"."""
    return is_cue(verb, "control up") or is_cue(verb, "raising") or is_cue(verb, "plan")


def ruled_by(verb: Token) -> Token | None:
    """The verb or noun above a complement clause, conjuncts and nested infinitives skipped."""
    for _ in range(6):
        if is_root(verb):
            return None
        above = verb.head
        if verb.dep_ == "conj":
            verb = above
        elif verb.dep_ in ("ccomp", "xcomp", "pcomp", "acl"):
            return above if above.pos_ != "ADP" or is_root(above) else above.head
        else:
            return None
    return None
