"""What a preposition makes of the place behind it: a stage, a target, a source, or a mere mention."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.model import CountryRole
from nlp.pipeline.clauses import VERBAL, Reading, subject_of
from nlp.pipeline.role_cues import is_acting, is_deed, is_role_cue

ACTOR, AFFECTED, VENUE, MENTIONED = CountryRole


def prepositional_role(preposition: Token, reading: Reading) -> CountryRole:
    """The role of what stands behind `preposition`, by the verb or the noun before it.

    Movement makes a stage of where it leads: what travels to a country does not yet do anything to it. What is given,
    said or done *to*, *on*, *against* or *with* somebody affects him.
    """
    word, above = preposition.lower_, preposition.head
    for _ in range(3):
        if above.pos_ not in ("ADP", "SCONJ") or above.head.i == above.i:
            break
        word = "from" if above.lower_ == "out" else word  # "out of", "from across"
        above = above.head
    if preposition.dep_ == "agent" or (word == "to" and preposition.head.lower_ == "according"):
        return ACTOR
    if preposition.dep_ == "dative" and word != "to":
        return AFFECTED
    if is_role_cue(preposition, "compared"):
        return MENTIONED
    if word == "at" and (is_role_cue(above, "aimed at") or (above.pos_ == "NOUN" and is_role_cue(above, "striking"))):
        return AFFECTED
    if word == "in" and is_role_cue(above, "acted in"):
        return AFFECTED
    if word == "in" and is_role_cue(reading.doc[preposition.i - 1], "holding"):
        return ACTOR  # who is "in captivity in Ukraine" is held by it
    if word == "in" and _is_hit_there(preposition, above, reading):
        return AFFECTED
    if is_role_cue(preposition, "where"):
        behind = (reading.names.get(c.i) for c in reading.of(preposition, "pobj"))
        return MENTIONED if any(n is not None and n.label == "PERSON" for n in behind) else VENUE
    if is_role_cue(preposition, "towards"):
        return AFFECTED
    rule = {
        "by": _by,
        "on": _on,
        "with": _with,
        "between": _between,
        "among": _between,
        "to": _to,
        "into": _into,
        "from": _from,
        "of": _of,
        "for": _for,
        "over": _over,
    }.get(word)
    return MENTIONED if rule is None else rule(above, preposition, reading)


def crosses_in_arms(verb: Token, reading: Reading) -> bool:
    """Whether armed people come into a country by the verb, which is more than a journey."""
    if verb.pos_ not in VERBAL or not is_role_cue(verb, "crossing"):
        return False
    subject = subject_of(verb, reading)
    return subject is not None and is_role_cue(subject, "forces", "weapon")


def _is_hit_there(preposition: Token, above: Token, reading: Reading) -> bool:
    """Whether what is struck belongs to the place: "hit a school **in** Kharkiv"; tourists may be killed anywhere."""
    if above.pos_ in VERBAL:
        struck = [c for c in reading.of(above, "dobj", "nsubjpass") if c.i < preposition.i]
        if is_role_cue(above, "hurting"):
            return any(is_role_cue(c, "inhabitants") for c in struck)
        return is_role_cue(above, "striking") and any(_is_thing(c, reading) for c in struck)
    blow = above.head.head if above.dep_ == "pobj" and above.head.lower_ == "on" else above.head
    is_struck = above.dep_ in ("dobj", "nsubjpass") or (above.dep_ == "pobj" and above.head.lower_ == "on")
    if is_struck and is_role_cue(blow, "hurting"):
        return is_role_cue(above, "inhabitants")
    return is_struck and is_role_cue(blow, "striking") and _is_thing(above, reading)


def _is_thing(noun: Token, reading: Reading) -> bool:
    return noun.pos_ == "NOUN" and not is_acting(noun, reading) and not is_deed(noun)


def _by(above: Token, preposition: Token, reading: Reading) -> CountryRole:
    return ACTOR if above.pos_ == "NOUN" or above.tag_ == "VBN" else MENTIONED


def _on(above: Token, preposition: Token, reading: Reading) -> CountryRole:
    behind = reading.of(preposition, "pobj")
    if above.pos_ not in VERBAL and is_role_cue(above, "harm", "done to"):
        return AFFECTED
    if any(is_role_cue(c, "place part", "strife") or _is_site(c, reading) for c in behind):
        return VENUE
    if above.pos_ in VERBAL:
        objects = reading.of(above, "dobj")
        if any(is_acting(c, reading) and not is_deed(c) for c in objects):
            return VENUE  # "beat up detainees on the West Bank"
        return MENTIONED if is_role_cue(above, "on topic") and not objects else AFFECTED
    return AFFECTED if is_deed(above) and not is_role_cue(above, "on topic") else MENTIONED


def _is_site(noun: Token, reading: Reading) -> bool:
    name = reading.names.get(noun.i)
    return name is not None and name.label in ("FAC", "LOC")


def _with(above: Token, preposition: Token, reading: Reading) -> CountryRole:
    if is_role_cue(above, "joint" if above.pos_ in VERBAL else "reciprocal") or any(
        is_role_cue(c, "reciprocal") for c in reading.of(above, "dobj")
    ):
        return ACTOR  # it takes two to sign a pact
    return AFFECTED if above.pos_ in VERBAL or is_deed(above) else MENTIONED


def _between(above: Token, preposition: Token, reading: Reading) -> CountryRole:
    if is_role_cue(above, "mediating"):
        return AFFECTED
    if is_role_cue(above, "moving"):
        return VENUE
    return ACTOR if is_deed(above) else MENTIONED


def _to(above: Token, preposition: Token, reading: Reading) -> CountryRole:
    moving = is_role_cue(above, "moving") or any(is_role_cue(c, "moving") for c in reading.of(above, "prt"))
    giving = is_role_cue(above, "giving")
    if above.pos_ not in VERBAL:
        if moving:
            return VENUE
        return AFFECTED if giving or (is_deed(above) and not is_role_cue(above, "reciprocal")) else MENTIONED
    if is_role_cue(above, "state") or is_role_cue(above, "mention of"):
        return MENTIONED
    if is_role_cue(above, "yielding"):
        return ACTOR
    moved = [*reading.of(above, "dobj"), *reading.of(above, "nsubjpass")]
    people = any(_is_moved_person(c, reading) for c in moved)
    if giving and (not moving or any(is_role_cue(c, "forces") for c in moved)):
        return AFFECTED
    if people or (moving and not moved):
        return VENUE
    return AFFECTED if giving or not moving or any(is_role_cue(c, "giving") for c in moved) else VENUE


def _is_moved_person(noun: Token, reading: Reading) -> bool:
    name = reading.names.get(noun.i)
    if name is not None:
        return name.label in ("PERSON", "NORP")
    return is_acting(noun, reading) or noun.pos_ == "PRON"


def _into(above: Token, preposition: Token, reading: Reading) -> CountryRole:
    if crosses_in_arms(above, reading):
        return AFFECTED
    return AFFECTED if above.pos_ not in VERBAL and is_deed(above) and not is_role_cue(above, "moving") else VENUE


def _from(above: Token, preposition: Token, reading: Reading) -> CountryRole:
    if above.pos_ not in VERBAL:
        if is_role_cue(above, "from whom"):
            return AFFECTED
        return VENUE if is_role_cue(above, "moving") else ACTOR if is_deed(above) else MENTIONED
    if above.lemma_ == "be":
        return MENTIONED  # "he is from Vermont"
    expelled = is_role_cue(above, "expelling") and not reading.of(above, "agent")
    if is_role_cue(above, "getting") or (expelled and reading.of(above, "auxpass", "nsubjpass")):
        return ACTOR
    if is_role_cue(above, "from whom"):
        return AFFECTED
    beside = reading.doc[preposition.i - 1]  # "holds tea from Ceylon"
    thing = beside.dep_ in ("dobj", "conj") and beside.pos_ == "NOUN" and not is_acting(beside, reading)
    return MENTIONED if thing and not is_role_cue(above, "moving") else VENUE


def _of(above: Token, preposition: Token, reading: Reading) -> CountryRole:
    if is_role_cue(above, "done to") or is_role_cue(above, "suffered"):
        return AFFECTED
    if is_role_cue(above, "done by"):
        return ACTOR
    return VENUE if is_role_cue(above, "moving") else MENTIONED


def _for(above: Token, preposition: Token, reading: Reading) -> CountryRole:
    if is_role_cue(above, "parting"):
        return VENUE
    if above.pos_ in VERBAL:
        given = (is_role_cue(above, "giving") and reading.of(above, "dobj")) or is_role_cue(above, "for whom")
        return AFFECTED if given or any(is_deed(c) for c in reading.of(above, "dobj")) else MENTIONED
    return AFFECTED if is_deed(above) else MENTIONED


def _over(above: Token, preposition: Token, reading: Reading) -> CountryRole:
    return VENUE if is_role_cue(above, "moving") else MENTIONED
