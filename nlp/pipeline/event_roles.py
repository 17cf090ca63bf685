"""Who does what to whom in an event, as far as two reports of it can be compared."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from nlp.pipeline.clauses import VERBAL, Reading, subject_of, subtree
from nlp.pipeline.entity_tables import organisation_nouns, role_nouns
from nlp.pipeline.event_cues import is_cue, is_eventive
from nlp.pipeline.event_forms import form_of
from nlp.pipeline.event_labels import Wording
from nlp.pipeline.event_pronoun_objects import is_pronoun
from nlp.pipeline.event_pronouns import antecedent

_CONTENT = ("NOUN", "PROPN", "ADJ")
_DEFINITE = ("the", "this", "that", "these", "those")
_WITHOUT = ("relcl", "acl", "advcl", "ccomp", "parataxis", "conj")


@dataclass(frozen=True, slots=True)
class Roles:
    """What an event's words say of it, as keys: entities' ids where they are known, else lemmas.

    `form` is the trigger's (`nlp.pipeline.event_forms`); `about` the form of a happening that the clause is about ("a
    **bombing** killed 12"); `kinds` what stands before the patient or the noun that names the happening ("a **trade**
    law", "the **drone** attack"). `unnamed` says that who acts is only called by a word that may stand for a name given
    before ("the two presidents"), `taken_up` that the words point back ("the attack", "his resignation"), `bare` that
    they hold nothing else, `another` that they tell of a further happening of the kind.
    """

    form: str
    is_clause: bool
    about: str = ""
    agents: frozenset[str] = frozenset()
    unnamed: bool = False
    patients: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    lemma: str = ""
    reported: bool = False
    taken_up: bool = False
    another: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing is said but that it took place: "the exchange"."""
        return not (self.agents or self.patients or self.words or self.names or self.numbers)


def roles_of(wording: Wording, reading: Reading) -> Roles:
    """The roles in the clause or the noun phrase of a label's trigger."""
    trigger = wording.trigger
    return _of_clause(wording, reading) if trigger.pos_ in VERBAL else _of_noun(trigger, reading)


def _of_clause(wording: Wording, reading: Reading) -> Roles:
    verb = wording.trigger
    subject = subject_of(verb, reading)
    if subject is not None and is_pronoun(subject):
        subject = antecedent(subject, reading) or subject
    objects = [c for c in reading.of(verb, "dobj", "attr", "oprd") if c.i not in reading.dated]
    agents = [g for c in reading.of(verb, "agent") for g in reading.of(c, "pobj")]
    passive = bool(reading.of(verb, "auxpass", "nsubjpass")) or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    if passive and subject is not None:
        objects = [subject, *objects]
    elif subject is not None:
        agents = [subject]
    performs = any(is_cue(verb, use) for use in ("weak verb", "performing", "slot"))
    carrier = next((c for c in _counted(objects, reading) if is_eventive(c)), None) if performs else None
    head = verb if carrier is None else carrier
    told = set(wording.tokens) - {verb.i, head.i}
    about = form_of(_lemma(subject)) if subject is not None and is_eventive(subject) else ""
    return Roles(
        form=form_of(_lemma(head)),
        is_clause=True,
        about=about,
        agents=_keys(agents, reading),
        unnamed=bool(agents) and all(_points_back(agent, reading) for agent in agents),
        patients=frozenset() if carrier is not None else _keys(objects, reading),
        kinds=_kinds([carrier] if carrier is not None else objects, reading),
        words=_words(told, reading),
        names=_names(told, reading),
        numbers=_numbers(told, reading),
        lemma=_lemma(head),
        reported=is_cue(verb, "report"),
        taken_up=carrier is not None and _is_definite(carrier, reading),
        another=_is_another(verb, subject, reading),
    )


def _of_noun(noun: Token, reading: Reading) -> Roles:
    owners = [c for c in reading.of(noun, "poss") if c.i not in reading.dated]
    named = [c for c in owners if not is_pronoun(c)]
    by = [g for c in reading.of(noun, "prep", "agent") if c.lower_ == "by" for g in reading.of(c, "pobj")]
    of = [g for c in reading.of(noun, "prep") if c.lower_ == "of" for g in reading.of(c, "pobj")]
    told = subtree(noun, reading, without=_WITHOUT) - {noun.i} - reading.dated
    return Roles(
        form=form_of(_lemma(noun)),
        is_clause=False,
        agents=_keys([*named, *by], reading),
        patients=_keys([c for c in of if c.i not in reading.dated], reading),
        kinds=_kinds([noun], reading),
        words=_words(told, reading),
        names=_names(told, reading),
        numbers=_numbers(told, reading),
        lemma=_lemma(noun),
        taken_up=_is_definite(noun, reading),
        another=_is_another(noun, None, reading),
    )


def _is_definite(noun: Token, reading: Reading) -> bool:
    """As in "the attack", "Monday's attack", "his resignation"."""
    return any(c.lower_ in _DEFINITE for c in reading.of(noun, "det")) or bool(reading.of(noun, "poss"))


def _is_another(head: Token, subject: Token | None, reading: Reading) -> bool:
    """As in "a **second** blast", "he **also** met the king"."""
    around = [*reading.children[head.i], *(reading.children[subject.i] if subject is not None else ())]
    return any(is_cue(c, "another") for c in around)


def _counted(nouns: list[Token], reading: Reading) -> list[Token]:
    """Nouns, and behind "a series of" and the like what is counted."""
    within = [g for c in nouns if is_cue(c, "quantity") for p in reading.of(c, "prep") for g in reading.of(p, "pobj")]
    return [*nouns, *within]


def _points_back(noun: Token, reading: Reading) -> bool:
    """As in "the two presidents", "the company": an office or a body that may have been named before."""
    lemma = noun.lemma_.lower()
    role = lemma in role_nouns() or lemma in organisation_nouns() or is_cue(noun, "human")
    return noun.i not in reading.names and role and _is_definite(noun, reading)


def _keys(heads: list[Token], reading: Reading) -> frozenset[str]:
    found: set[str] = set()
    for head in heads:
        for token in (head, *reading.of(head, "conj")):
            if token.pos_ in (*_CONTENT, "PRON") and token.i not in reading.dated:
                found.add(_key(token, reading))
    return frozenset(found)


def _key(token: Token, reading: Reading) -> str:
    name = reading.names.get(token.i)
    return name.entity if name is not None and name.entity else _lemma(token)


def _kinds(heads: list[Token], reading: Reading) -> frozenset[str]:
    before = (c for head in heads for c in reading.of(head, "amod", "compound"))
    return frozenset(_key(c, reading) for c in before if c.pos_ in _CONTENT and c.i not in reading.dated)


def _words(tokens: set[int], reading: Reading) -> frozenset[str]:
    doc = reading.doc
    kept = (doc[i] for i in tokens if doc[i].pos_ in _CONTENT and i not in reading.dated and not doc[i].is_stop)
    return frozenset(_key(token, reading) for token in kept)


def _names(tokens: set[int], reading: Reading) -> frozenset[str]:
    return frozenset(_key(reading.doc[i], reading) for i in tokens if i in reading.names)


def _numbers(tokens: set[int], reading: Reading) -> frozenset[str]:
    return frozenset(reading.doc[i].lower_ for i in tokens if reading.doc[i].pos_ == "NUM" and i not in reading.dated)


def _lemma(token: Token) -> str:
    return token.lemma_.lower()
