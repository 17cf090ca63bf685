"""The short phrases that say what is done: "imposed sanctions on", "agreed to send tanks to"."""

from __future__ import annotations

import functools

from spacy.tokens import Token

from nlp.gazetteer.tables import read_table
from nlp.pipeline.clauses import VERBAL, Reading
from nlp.pipeline.role_cues import is_role_cue

_DEEPEST = 3


@functools.cache
def past_forms() -> dict[str, str]:
    """Participles that differ from the past tense, with the past: a passive is told by who does it."""
    return {row["participle"]: row["past"] for row in read_table("role_past_forms.csv")}


def verb_words(verb: Token, reading: Reading, thing: Token | None = None, preposition: str = "") -> str:
    """A verb with those that control it, its particle, its object `thing` and `preposition`.

    It says neither negation nor what "will" and "may" say: the relation's `negated` and `status` do.
    """
    words: list[str] = []
    below = verb
    for _ in range(0 if reading.of(verb, "auxpass") else _DEEPEST):
        above = below.head
        if below.dep_ != "xcomp" or above.pos_ not in VERBAL or above.i > below.i or above.lemma_ == "be":
            break
        infinitive = any(c.tag_ == "TO" for c in reading.of(below, "aux"))
        words = [_form(above), *(["to"] if infinitive else []), *words]
        urged = reading.of(above, "auxpass") and not is_role_cue(above, "seeming")
        if urged or reading.of(above, "dobj", "dative"):
            words = words[2:] if infinitive else words[1:]  # another's deed: "hired by the bank to **investigate** it"
            break
        below = above
    if verb.dep_ == "acl" and any(c.tag_ == "TO" for c in reading.of(verb, "aux")):
        words = [verb.head.lower_, "to"]
    words.append(_form(verb))
    words.extend(c.lower_ for c in reading.of(verb, "prt"))
    if thing is not None:
        words.extend(c.text for c in reading.of(thing, "compound") if c.i not in reading.names)
        words.append(thing.text)
    if preposition:
        words.append(preposition)
    return " ".join(" ".join(words).split())


def _form(verb: Token) -> str:
    """The verb as it stands; a participle as the past that it tells: "taken" as "took"."""
    return past_forms().get(verb.lower_, verb.lower_) if verb.tag_ == "VBN" else verb.lower_
