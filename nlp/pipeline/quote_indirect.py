"""Statements that are reported in a clause: which words of the sentence are what somebody said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from nlp.pipeline.clauses import VERBAL, governors, is_root, subtree
from nlp.pipeline.event_denials import is_negated
from nlp.pipeline.quote_contents import CHARGES, is_saying, said_by
from nlp.pipeline.quote_cues import is_quote_cue
from nlp.pipeline.quote_sayings import Saying
from nlp.pipeline.quote_scene import Scene
from nlp.pipeline.quote_stretches import said_stretches, stretches
from nlp.pipeline.quote_subjects import is_passive, speaker_of

_REPORTING = ("say", "promise", "urge", "deny", *(f"charge {preposition}" for preposition in CHARGES))


def reported(verb: Token, scene: Scene) -> Saying | None:
    """What a verb outside quotation marks reports as a clause, or `None`: no question, no possibility, nobody's."""
    if scene.within[verb.i] >= 0 or scene.reading.is_long(verb) or not is_made(verb, scene):
        return None
    content = said_by(verb, scene)
    speaker = speaker_of(verb, scene) if content else None
    if speaker is None or speaker.i in content or speaker.i in scene.reading.timed:
        return None
    parts = said_stretches(content, verb, speaker, scene)
    if not parts or (is_passive(verb, scene) and not scene.reading.of(verb, "agent")):
        return None
    first, last = _cue(verb, scene)
    return Saying(parts, False, cue=(first, last), speaker=speaker, negated=is_negated(verb, scene.reading))


def attributed(token: Token, scene: Scene) -> Saying | None:
    """The clause around "according to Silva"."""
    reading = scene.reading
    if token.lower_ != "according" or scene.within[token.i] >= 0 or reading.is_long(token):
        return None
    nouns = [(to, noun) for to in reading.of(token, "prep") for noun in reading.of(to, "pobj")]
    clause = next((t for t in governors(token) if t.pos_ in VERBAL), None)
    if not nouns or clause is None or scene.within[nouns[0][1].i] >= 0:
        return None
    to, noun = nouns[0]
    own = subtree(token, reading)
    parts = stretches(subtree(clause, reading, without=("mark",)) - own, own, scene)
    return Saying(parts, False, cue=(token.i, to.i + 1), speaker=noun) if parts else None


def is_made(verb: Token, scene: Scene) -> bool:
    """Whether the statement was made, as far as the text says: not "might say", "to say", "if he says"."""
    reading = scene.reading
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("without", "from", "of", "than"):
        return False
    if any(is_quote_cue(aux, "doubt") and aux.tag_ == "MD" for aux in reading.of(verb, "aux")):
        return is_quote_cue(verb, "promise", "deny")
    if any(aux.tag_ == "TO" for aux in reading.of(verb, "aux")) or verb.tag_ == "VB":
        did = any(aux.lemma_ == "do" for aux in reading.of(verb, "aux"))
        return did or (verb.dep_ == "xcomp" and is_quote_cue(verb.head, "infinitive"))
    if any(mark.lower_ in ("if", "unless", "whether", "as") for mark in reading.of(verb, "mark")):
        return False
    _, end = reading.sentence(verb)
    return not (is_root(verb) and reading.doc[end - 1].text == "?")


def _cue(verb: Token, scene: Scene) -> tuple[int, int]:
    """The verb; with its "did not" where that denies it."""
    negation = [c.i for c in scene.reading.of(verb, "neg") if verb.i - 4 < c.i < verb.i]
    if not negation:
        return verb.i, verb.i + 1
    helping = [c.i for c in scene.reading.of(verb, "aux") if negation[0] - 2 < c.i < verb.i]
    return min(negation + helping), verb.i + 1


def find_reported(scene: Scene) -> Iterator[Saying]:
    """Every statement that a clause reports, in the order of its cue."""
    for token in _cues(scene):
        found = reported(token, scene) if token.pos_ == "VERB" else attributed(token, scene)
        if found is None and token.lower_ == "according":
            found = attributed(token, scene)
        if found is not None:
            yield found


def _is_listed(verb: Token, scene: Scene, uses: tuple[str, ...]) -> bool:
    """Whether a verb is a cue of one of `uses`, or reports with its particle."""
    return is_quote_cue(verb, *uses) or (bool(scene.reading.of(verb, "prt")) and is_saying(verb, scene))


def _cues(scene: Scene) -> Iterable[Token]:
    return (t for t in scene.doc if t.lower_ == "according" or (t.pos_ == "VERB" and _is_listed(t, scene, _REPORTING)))
