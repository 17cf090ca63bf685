"""Names for the pronouns of a label, where the text leaves no doubt."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.pipeline.clauses import LONGEST_SENTENCE, SUBJECTS, VERBAL, Name, Reading, governors, is_root, subject_of
from nlp.pipeline.entity_tables import organisation_nouns, role_nouns
from nlp.pipeline.event_cues import is_cue
from nlp.pipeline.event_pronoun_objects import is_pronoun, object_antecedent

_PERSONAL = ("he", "she")
_SPEAKERS = ("i",)
_BODIES = ("ORG", "GPE")
_MEMORY = 5  # sentences that a reader goes back for the person whom "she" is


def antecedent(pronoun: Token, reading: Reading) -> Token | None:
    """The token that heads the noun phrase a subject pronoun stands for, or `None` where that is not plain.

    "he" and "she" take the one person named in this sentence before them or, failing that, in the sentence before;
    "it" and "they" take the subject or the object of the clause around them; "I" takes the speaker; "we" a speaking
    organisation.
    """
    word = pronoun.lower_
    reporter = speaker_of(pronoun, reading)
    if word in _SPEAKERS:
        return reporter if reporter is not None and not is_pronoun(reporter) else None
    if word == "we":
        return reporter if reporter is not None and _is_body(reporter, reading) else None
    if word in _PERSONAL:
        if reporter is not None and _label(reporter, reading) == "PERSON":
            return reporter
        return (
            _matrix_subject(pronoun, reading)
            or _only_person(pronoun, reading)
            or _only_human(pronoun, reporter, reading)
        )
    if word in ("it", "they"):
        return _thing(pronoun, reporter, reading)
    return None


def _thing(pronoun: Token, reporter: Token | None, reading: Reading) -> Token | None:
    """What "it" or "they" stands for as a subject."""
    if reporter is not None and is_pronoun(reporter) and reporter.lower_ == pronoun.lower_:
        return antecedent(reporter, reading)  # "it said that **it** would"
    if reporter is None and (found := _topic(pronoun, reading) or _subject_above(pronoun, reading)):
        return found
    if reporter is not None and not is_pronoun(reporter):
        if pronoun.lower_ == "they":
            return reporter if reporter.tag_ == "NNS" else _topic(pronoun, reading)
        if _label(reporter, reading) in _BODIES or reporter.tag_ == "NN":
            return reporter
        if reporter.tag_ == "NNS" or _label(reporter, reading) == "PERSON":
            # "scientists found it and say that **it** will pass"
            return _topic(pronoun, reading) or object_antecedent(pronoun, reading)
    if pronoun.head.dep_ == "ccomp" and any(c.tag_ == "TO" for c in reading.of(pronoun.head, "aux")):
        return object_antecedent(pronoun, reading)  # "launched a probe and expects **it** to land"
    return None


def _label(token: Token, reading: Reading) -> str | None:
    name = reading.names.get(token.i)
    return name.label if name else None


def _is_body(noun: Token, reading: Reading) -> bool:
    """Whether a noun is an organisation, which says "we" of itself."""
    return _label(noun, reading) in _BODIES or noun.lemma_.lower() in organisation_nouns()


def speaker_of(pronoun: Token, reading: Reading) -> Token | None:
    """The subject of the nearest verb that reports the pronoun's clause."""
    for above in governors(pronoun):
        if above.pos_ in VERBAL and above.dep_ not in ("ccomp", "xcomp", "conj", "ROOT", "advcl", "relcl", "acl"):
            continue
        if above.pos_ in VERBAL and is_cue(above, "report"):
            subject = subject_of(above, reading)
            unfit = pronoun.lower_ == "they" and is_cue(above, "inanimate witness")
            if subject is not None and subject.i != pronoun.i and not unfit:
                return subject
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


def _subject_above(pronoun: Token, reading: Reading) -> Token | None:
    """As in "**The court** ruled so, but it will hear another case": the subject of the clause above, if one fits."""
    verb = pronoun.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ not in ("conj", "advcl", "relcl"):
        return None
    above = next((token for token in governors(verb) if token.pos_ in VERBAL), None)
    subject = subject_of(above, reading) if above is not None else None
    tags = ("NN", "NNP") if pronoun.lower_ == "it" else ("NNS",)
    if subject is None or subject.i > pronoun.i or subject.tag_ not in tags or subject.i == verb.head.i:
        return None
    return subject if _label(subject, reading) != "PERSON" and not is_human(subject) else None


def _topic(pronoun: Token, reading: Reading) -> Token | None:
    """As in "**The recount** began. It stopped": the subject of the sentence before, where the number fits."""
    number = reading.sentences[pronoun.i]
    start, _ = reading.bounds[number]
    fronted = ("PUNCT", "SPACE", "SYM", "ADP", "ADV")  # "On Monday it fell"
    opens = all(i in reading.dated or reading.doc[i].pos_ in fronted for i in range(start, pronoun.i))
    states = pronoun.head.lemma_ == "be" and not reading.of(pronoun.head, "xcomp")  # "they are to meet" is no state
    if not opens or not number or pronoun.dep_ not in ("nsubj", "nsubjpass") or states:
        return None
    first, last = reading.bounds[number - 1]
    for i in range(first, last):
        token = reading.doc[i]
        if token.dep_ in ("nsubj", "nsubjpass") and is_root(token.head):
            plural = token.tag_ == "NNS" or any(v.tag_ == "VBP" for v in (token.head, *reading.of(token.head, "aux")))
            fits = plural if pronoun.lower_ == "they" else token.tag_ in ("NN", "NNP")
            return token if fits and _label(token, reading) != "PERSON" else None
    return None


def _only_person(pronoun: Token, reading: Reading) -> Token | None:
    """The one person named before the pronoun: in its sentence or, where that names none, in the nearest that does."""
    number = reading.sentences[pronoun.i]
    start, _ = reading.bounds[number]
    until = next((i for i in range(start, pronoun.i) if reading.doc[i].lower_ == pronoun.lower_), pronoun.i)
    here = _persons(start, until, reading)
    if len({_key(name, reading) for name in here}) == 1:
        return reading.doc[here[-1].end - 1]
    if here:
        return None
    for back in range(1, min(_MEMORY, number) + 1):
        start, end = reading.bounds[number - back]
        before = _persons(start, end, reading)
        if before and _addresses_another(pronoun, start, end, reading):
            return None
        until = next((i for i in range(start, end) if reading.doc[i].lower_ == pronoun.lower_), end)
        heads = [name for name in before if name.start < until]
        subjects = [name for name in before if reading.doc[name.end - 1].dep_ in SUBJECTS]
        for found in (heads if back > 1 or until < end else before, subjects):
            if found and len({_key(name, reading) for name in found}) == 1:
                return reading.doc[found[-1].end - 1]
        if before or not _speaks_of(pronoun, start, end, reading):
            return None
    return None


def _only_human(pronoun: Token, reporter: Token | None, reading: Reading) -> Token | None:
    """As in "**The minister** denied that he had met her": whom the text calls by an office, where it names nobody."""
    if reporter is not None:
        return reporter if is_human(reporter) else None
    number = reading.sentences[pronoun.i]
    start, _ = reading.bounds[number]
    for first, last in ((start, pronoun.i), reading.bounds[number - 1] if number else (0, 0)):
        humans = {t.lower_: t for i in range(first, last) if is_human(t := reading.doc[i])}
        if humans or _persons(first, last, reading):
            only = next(iter(humans.values()), None)
            alone = only is not None and len(humans) == 1 and only.dep_ in SUBJECTS
            return only if alone and not _persons(first, last, reading) else None
    return None


def is_human(noun: Token) -> bool:
    """Whether a noun that names nobody is a person's: an office, or a word such as "woman"."""
    return noun.tag_ == "NN" and (noun.lemma_.lower() in role_nouns() or is_cue(noun, "human"))


def _addresses_another(pronoun: Token, start: int, end: int, reading: Reading) -> bool:
    """Whether a sentence has a "him" beside its names, who is then another: "Judge Helen Rowe told **him** that he"."""
    other = "him" if pronoun.lower_ == "he" else "her"
    return any(reading.doc[i].lower_ == other and reading.doc[i].tag_ == "PRP" for i in range(start, end))


def _speaks_of(pronoun: Token, start: int, end: int, reading: Reading) -> bool:
    """Whether a sentence without a name still speaks of whom the pronoun means: "**Her** detector was switched off"."""
    same = ("he", "his") if pronoun.lower_ == "he" else ("she", "her")
    tokens = [reading.doc[i] for i in range(start, min(end, start + LONGEST_SENTENCE))]
    another = any(t.pos_ == "PROPN" and t.dep_ in SUBJECTS for t in tokens)
    return not another and any(t.lower_ in same for t in tokens)


def _persons(start: int, end: int, reading: Reading) -> list[Name]:
    found: list[Name] = []
    for i in range(max(start, end - 80), end):
        name = reading.names.get(i)
        if name is not None and name.label == "PERSON" and (not found or found[-1] != name):
            found.append(name)
    return found


def _key(name: Name, reading: Reading) -> str:
    return name.entity or reading.doc[name.end - 1].lower_
