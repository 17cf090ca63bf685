"""The relations of a verb: active or passive, with a direct, an indirect or a prepositional object."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.model import Party
from nlp.pipeline.clauses import SUBJECTS, Reading, subject_of
from nlp.pipeline.event_cues import is_cue
from nlp.pipeline.parties import Parties
from nlp.pipeline.relation_aims import aimed, arrives, owners_of
from nlp.pipeline.relation_frames import Frame
from nlp.pipeline.relation_labels import verb_words
from nlp.pipeline.relation_mutual import joint_label, pairs
from nlp.pipeline.role_cues import is_deed, is_role_cue
from nlp.pipeline.standing_prepositions import crosses_in_arms


def verb_frames(verb: Token, parties: Parties) -> Iterator[Frame]:
    """The relations of one verb, in the order in which the clause names who is acted on."""
    reading = parties.reading
    agents = _agents(verb, parties)
    if not agents:
        return
    for target, label in _targets(verb, parties):
        for agent in agents:
            yield Frame(agent, verb, target, label)
    if len(agents) > 1 and (label := joint_label(verb, reading)):
        for one, other in pairs(agents):
            yield Frame(one, verb, other, label)


def _is_passive(verb: Token, reading: Reading) -> bool:
    if reading.of(verb, "auxpass", "nsubjpass"):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not reading.of(verb, "aux", "nsubj")


def _agents(verb: Token, parties: Parties) -> list[Party]:
    reading = parties.reading
    if _is_passive(verb, reading):
        return [
            p for by in reading.of(verb, "agent") for g in reading.of(by, "pobj") for p in parties.listed(g, acts=True)
        ]
    if verb.lemma_ == "be" or is_role_cue(verb, "state"):
        return []
    subject = _doer(verb, reading)
    return [] if subject is None else parties.listed(subject, acts=True)


def _doer(verb: Token, reading: Reading) -> Token | None:
    """The subject of an active verb; of "Iran's plan to strike Israel" the plan's owner; whom one calls on to act."""
    if verb.dep_ == "xcomp" and is_role_cue(verb.head, "calling") and _is_infinitive(verb, reading):
        called = [g for p in reading.of(verb.head, "prep") if p.lower_ in ("on", "to") for g in reading.of(p, "pobj")]
        if called:
            return called[0]
    if _is_quoted_order(verb, reading):
        return None
    subject = subject_of(verb, reading)
    if subject is not None and verb.dep_ == "acl" and subject.i == verb.head.i and is_deed(subject):
        return next(iter(reading.of(subject, "poss")), None) if _is_infinitive(verb, reading) else None
    return subject


def _is_quoted_order(verb: Token, reading: Reading) -> bool:
    """As in "they shouted: **Free** the miners!", which is nobody's deed yet."""
    bare = not any(c.tag_ in ("MD", "TO") for c in reading.of(verb, "aux")) and not reading.of(verb, *SUBJECTS)
    return verb.tag_ == "VB" and bare and (is_cue(verb.head, "report") or is_role_cue(verb.head, "saying"))


def _is_infinitive(verb: Token, reading: Reading) -> bool:
    return any(c.tag_ == "TO" for c in reading.of(verb, "aux"))


def _targets(verb: Token, parties: Parties) -> Iterator[tuple[Party, str]]:
    """Those to whom the verb says something is done, each with the words for it."""
    reading = parties.reading
    harmed = is_role_cue(verb, "affecting")
    if _is_passive(verb, reading):
        patient = subject_of(verb, reading)
        objects = [] if patient is None else [patient]
    else:
        objects = reading.of(verb, "dobj") or _shared_objects(verb, reading)
    datives = reading.of(verb, "dative")
    if _takes_parties(verb, reading):
        for thing in objects:
            found = parties.listed(thing, harmed=harmed)
            for party in found:
                yield party, verb_words(verb, reading)
            if not found:
                yield from owners_of(verb, thing, parties)
            if not found or is_deed(thing):
                yield from aimed(thing, verb, parties, thing)
    told = next(iter(objects), None)
    for dative in (d for d in datives if d.pos_ != "ADP" or arrives(d, told, reading)):
        for g in reading.of(dative, "pobj") if dative.pos_ == "ADP" else [dative]:
            for party in parties.listed(g):
                word = dative.lower_ if dative.pos_ == "ADP" else "to" if told is not None else ""
                yield party, verb_words(verb, reading, told, word)
    yield from aimed(verb, verb, parties, told)


def _takes_parties(verb: Token, reading: Reading) -> bool:
    """Whether a verb does something to its object, and not only leads there or speaks of it."""
    if verb.lemma_ == "visit" or crosses_in_arms(verb, reading):
        return True
    return not is_role_cue(verb, "place object", "saying", "topic")


def _shared_objects(verb: Token, reading: Reading) -> list[Token]:
    """As in "**bombed** and shelled Kyiv": the object behind the verb that is joined to it."""
    joined = reading.of(verb, "conj")
    bare = all(
        c.dep_ in ("cc", "conj", "aux", "auxpass", "advmod", "punct", "neg") or c.i < verb.i
        for c in reading.children[verb.i]
    )
    if not joined or not bare or joined[0].i - verb.i > 3 or reading.of(joined[0], "nsubj", "nsubjpass"):
        return []
    return reading.of(joined[0], "dobj")
