"""Names for the pronouns of a label, where the text leaves no doubt."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.pipeline.clauses import SUBJECTS, VERBAL, Name, Reading, governors, is_relative
from nlp.pipeline.event_cues import is_cue

_PERSONAL = ("he", "she")
_SPEAKERS = ("i",)
_BODIES = ("ORG", "GPE")


def is_pronoun(token: Token) -> bool:
    """Whether a token only stands for something else ("he", "it", "this")."""
    return bool(token.pos_ == "PRON" or (token.tag_ in ("DT", "WDT", "WP", "PRP", "EX") and token.pos_ != "PROPN"))


def antecedent(pronoun: Token, reading: Reading) -> Token | None:
    """The token that heads the noun phrase a subject pronoun stands for, or `None` where that is not plain.

    "he" and "she" take the one person named in this sentence before them or, failing that, in the sentence before;
    "it" takes the subject of the verb that reports the clause; "I" the speaker.
    """
    word = pronoun.lower_
    reporter = _reporting_subject(pronoun, reading)
    if word in _SPEAKERS:
        return reporter if reporter is not None and not is_pronoun(reporter) else None
    if word in _PERSONAL:
        if reporter is not None and _label(reporter, reading) == "PERSON":
            return reporter
        return _matrix_subject(pronoun, reading) or _only_person(pronoun, reading)
    if word == "it" and reporter is not None and not is_pronoun(reporter):
        return reporter if _label(reporter, reading) in _BODIES or reporter.tag_ == "NN" else None
    if word == "they" and reporter is not None and reporter.tag_ == "NNS":
        return reporter
    return None


def _label(token: Token, reading: Reading) -> str | None:
    name = reading.names.get(token.i)
    return name.label if name else None


def _reporting_subject(pronoun: Token, reading: Reading) -> Token | None:
    """The subject of the nearest verb that reports the pronoun's clause."""
    for above in governors(pronoun):
        if above.pos_ in VERBAL and above.dep_ not in ("ccomp", "xcomp", "conj", "ROOT", "advcl", "relcl", "acl"):
            continue
        if above.pos_ in VERBAL and is_cue(above, "report"):
            subjects = [s for s in reading.of(above, *SUBJECTS) if s.i != pronoun.i and not is_relative(s)]
            if subjects:
                return subjects[0]
    return None


def _matrix_subject(pronoun: Token, reading: Reading) -> Token | None:
    """As in "**Howard** had worked there when he was taken": a name, the subject of the clause above the pronoun's."""
    below = pronoun.head
    for above in governors(below):
        if below.dep_ not in ("advcl", "conj", "ccomp", "xcomp"):
            return None
        for subject in reading.of(above, "nsubj", "nsubjpass"):
            if subject.i < pronoun.i and subject.tag_ == "NNP" and _label(subject, reading) in ("PERSON", None):
                return subject
        below = above
    return None


def _only_person(pronoun: Token, reading: Reading) -> Token | None:
    number = reading.sentences[pronoun.i]
    start, _ = reading.bounds[number]
    here = _persons(start, pronoun.i, reading)
    if len({_key(name, reading) for name in here}) == 1:
        return reading.doc[here[-1].end - 1]
    if here or number == 0:
        return None
    start, end = reading.bounds[number - 1]
    before = _persons(start, end, reading)
    subjects = [name for name in before if reading.doc[name.end - 1].dep_ in SUBJECTS]
    for found in (before, subjects):
        if found and len({_key(name, reading) for name in found}) == 1:
            return reading.doc[found[-1].end - 1]
    return None


def _persons(start: int, end: int, reading: Reading) -> list[Name]:
    found: list[Name] = []
    for i in range(max(start, end - 80), end):
        name = reading.names.get(i)
        if name is not None and name.label == "PERSON" and (not found or found[-1] != name):
            found.append(name)
    return found


def _key(name: Name, reading: Reading) -> str:
    return name.entity or reading.doc[name.end - 1].lower_
