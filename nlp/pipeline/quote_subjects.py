"""Who says it, in the grammar: the noun that heads the phrase of whom a reporting verb is said."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from nlp.pipeline.clauses import SUBJECTS, VERBAL, subject_of
from nlp.pipeline.quote_cues import is_quote_cue, quote_cues
from nlp.pipeline.quote_scene import Scene
from nlp.pipeline.role_cues import is_acting

_NOMINAL = ("NOUN", "PROPN", "PRON")
_QUOTING = ("quote", "cite")


def speaker_of(verb: Token, scene: Scene) -> Token | None:
    """The noun or pronoun that heads the speaker's phrase, outside quotation marks; `None` where the clause has none.

    Of "the mayor was told by Silva" it is Silva, of "Silva was quoted as saying" Silva, of "it is said" nobody.
    """
    reading = scene.reading
    if is_passive(verb, scene):
        agents = [g for by in reading.of(verb, "agent") for g in reading.of(by, "pobj")]
        return _outside(agents[0], scene) if agents else None
    quoting = _quoting(verb)
    if quoting is not None:
        ends = reading.of(quoting, "nsubjpass") or reading.of(quoting, "dobj")
        return _outside(ends[0], scene) if ends else None
    if verb.lemma_.lower() in _QUOTING and any(c.lower_ == "as" for c in reading.of(verb, "prep")):
        return next((_outside(o, scene) for o in reading.of(verb, "dobj")), None)
    subject = _issuer(verb, scene) or subject_of(verb, reading)
    if subject is None or subject.pos_ not in (*_NOMINAL, "ADJ", "DET", "NUM", "X"):
        return None
    if subject.i > verb.i and subject.dep_ not in SUBJECTS:
        return None
    return _outside(subject, scene)


def _issuer(verb: Token, scene: Scene) -> Token | None:
    """As in "**Teneo** issued a statement saying": who gives the paper in which it stands."""
    paper = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or paper.dep_ != "dobj" or is_speaking(paper, scene):
        return None
    return subject_of(paper.head, scene.reading)


def is_speaking(noun: Token, scene: Scene) -> bool:
    """Whether a noun means somebody, or some body of people, who can speak."""
    name = scene.reading.names.get(noun.i)
    if name is not None and name.label in ("PERSON", "ORG", "NORP", "GPE"):
        return True
    return noun.pos_ == "PRON" or is_acting(noun, scene.reading)


def is_plausible(noun: Token, scene: Scene) -> bool:
    """Whether somebody speaks, or a paper in which words can stand."""
    return is_speaking(noun, scene) or noun.lemma_.lower() in quote_cues("paper")


def is_passive(verb: Token, scene: Scene) -> bool:
    """Whether a verb is passive, so that its subject is not who speaks: "was told", "the words spoken by"."""
    if scene.reading.of(verb, "auxpass", "nsubjpass"):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod")


def _quoting(verb: Token) -> Token | None:
    """The verb above "saying" in "was quoted as saying"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as":
        return None
    above = verb.head.head
    return above if above.pos_ in VERBAL and above.lemma_.lower() in _QUOTING else None


def _outside(head: Token, scene: Scene) -> Token | None:
    """The token itself, unless it stands in quotation marks."""
    return head if scene.within[head.i] < 0 else None


def speaker_beside(verb: Token, words: Sequence[Token], scene: Scene, *, behind: bool) -> Token | None:
    """Where the parse fails around quotation marks: the noun right behind the verb, or else the nearest before it.

    Args:
        verb: one of `words`.
        words: what stands between a quotation and the end of its sentence.
        scene: the document.
        behind: whether a speaker may follow the verb, as in "…," said Ana Silva.
    """
    at = next((n for n, token in enumerate(words) if token.i == verb.i), None)
    if at is None:
        return None
    if behind:
        following = [t for t in words[at + 1 : at + 9] if t.i == verb.i + 1 or t.i - verb.i < 9]
        for n, token in enumerate(following):
            if token.pos_ in _NOMINAL and token.i not in scene.reading.timed:
                for later in following[n + 1 :]:
                    if later.i != token.i + 1 or later.pos_ not in ("NOUN", "PROPN"):
                        break
                    token = later
                return token
            if token.pos_ not in ("DET", "ADJ", "NUM", "PROPN", "NOUN") and token.text not in ("-", "’s", "'s"):
                break
    for token in reversed(words[max(0, at - 25) : at]):
        if token.pos_ in _NOMINAL and token.i not in scene.reading.timed:
            above = token.head if token.dep_ in ("appos", "pobj", "prep", "compound") else token
            while above.dep_ in ("prep", "pobj", "appos", "compound") and above.head.pos_ in (*_NOMINAL, "ADP"):
                above = above.head
            fits = above.pos_ in _NOMINAL and words[0].i <= above.i < verb.i and scene.within[above.i] < 0
            return above if fits else token
        if token.pos_ == "VERB" and not is_quote_cue(token, "say"):
            break
    return None
