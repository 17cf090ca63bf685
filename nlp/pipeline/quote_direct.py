"""Words in quotation marks: which verb, preposition or colon beside them says whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from nlp.model import Span
from nlp.pipeline.clauses import VERBAL, governors
from nlp.pipeline.quote_cues import is_quote_cue, quote_cues
from nlp.pipeline.quote_indirect import is_made
from nlp.pipeline.quote_sayings import Saying
from nlp.pipeline.quote_scene import Region, Scene
from nlp.pipeline.quote_subjects import is_passive, is_plausible, is_speaking, speaker_beside, speaker_of

_SPEECH = ("say", "utter")
_NOMINAL = ("NOUN", "PROPN", "PRON")
_STRICT = 8  # words between a full stop in quotation marks and a verb that still belongs to them
_LOOSE = 30
_SHORT = 3  # words that are hardly said by a verb beyond another verb


def said_behind(region: Region, scene: Scene) -> Saying | None:
    """As in "“We won,” **Silva said**" and "“We won,” **according to Silva**"."""
    words = scene.after(region)
    inner = scene.inner(region)
    comma = inner.endswith(",") or (bool(words) and words[0].text in (",", "–", "—", "--", "-"))
    if not words or not (comma or inner[-1:] in tuple(".?!…")):
        return None
    strict = not comma
    for n, token in enumerate(words[:_STRICT] if strict else words[:_LOOSE]):
        if found := _according(token, scene):
            return _saying(region, scene, *found)
        if token.pos_ not in VERBAL:
            continue
        uses = ("say",) if strict and inner.endswith(".") else _SPEECH
        if is_quote_cue(token, *uses) and token.tag_ not in ("VB", "VBG") and not _is_hearing(token, scene):
            if strict and _says_more(token, words[n + 1 :], scene):
                return None
            speaker = None if scene.reading.is_long(token) else speaker_of(token, scene)
            if speaker is None or not words[0].i <= speaker.i <= words[-1].i:
                beside = speaker_beside(token, words, scene, behind=n < 4)
                speaker = beside or (None if strict else speaker)
            if speaker is not None:
                return _saying(region, scene, (token.i, token.i + 1), speaker)
        if strict:
            return None
    return None


def said_before(region: Region, scene: Scene, *, fragment: bool = False) -> Saying | None:
    """As in "**Silva said:** “We won.”", "**Silva told reporters** “we won”" and "**called** it “bad”".

    Args:
        region: the quotation.
        scene: the document.
        fragment: whether it is some words of a sentence; then no other verb may stand between it and who says it.
    """
    words = scene.before(region)
    colon = bool(words) and words[-1].text == ":"
    uses = (*_SPEECH, "name") if fragment or colon else _SPEECH
    short = fragment and len(scene.inner(region).split()) <= _SHORT
    for token in reversed(words):
        if found := _according(token, scene):
            return _saying(region, scene, *found)
        if token.pos_ not in VERBAL:
            continue
        written = is_quote_cue(token, "written") and _is_paper(token, scene)
        if (written or is_quote_cue(token, *uses)) and not _is_hearing(token, scene):
            if fragment and not is_made(token, scene):
                return None
            speaker = _speaker_before(token, words, scene)
            if speaker is not None:
                return _saying(region, scene, (token.i, token.i + 1), speaker)
        if short and token.pos_ == "VERB":
            return None
    return _introduced(region, words, scene) if colon else None


def _speaker_before(verb: Token, words: Sequence[Token], scene: Scene) -> Token | None:
    """The speaker of a verb before a quotation; where the parse takes a thing for one, the subject further up."""
    if scene.reading.is_long(verb):
        return speaker_beside(verb, words, scene, behind=False)
    speaker = speaker_of(verb, scene)
    if speaker is not None and is_plausible(speaker, scene):
        return speaker
    for above in governors(verb):
        if above.pos_ in VERBAL and (other := speaker_of(above, scene)) is not None and is_speaking(other, scene):
            return other
    return speaker_beside(verb, words, scene, behind=False) if speaker is None else speaker


def _introduced(region: Region, words: Sequence[Token], scene: Scene) -> Saying | None:
    """As in "SILVA: “We won.”" and "Silva struck another tone: “We won.”"."""
    verbs = [token for token in words if token.pos_ == "VERB"]
    if not verbs:
        named = [t for t in words[:-1] if t.pos_ in _NOMINAL]
        alone = len(words) <= 7 and named and words[-2].pos_ in _NOMINAL
        return _saying(region, scene, (words[-1].i, words[-1].i + 1), words[-2]) if alone else None
    for verb in reversed(verbs):
        speaker = None if scene.reading.is_long(verb) else speaker_of(verb, scene)
        name = scene.reading.names.get(speaker.i) if speaker is not None else None
        if speaker is not None and ((name and name.label in ("PERSON", "ORG")) or speaker.lower_ in ("he", "she")):
            return _saying(region, scene, (verb.i, verb.i + 1), speaker)
    return None


def _saying(region: Region, scene: Scene, cue: tuple[int, int], speaker: Token) -> Saying:
    return Saying((Span(region.start, region.end),), True, cue=cue, speaker=speaker)


def _according(token: Token, scene: Scene) -> tuple[tuple[int, int], Token] | None:
    """The cue and the noun of "according to Silva"."""
    if token.lower_ != "according":
        return None
    nouns = ((to, noun) for to in scene.reading.of(token, "prep") for noun in scene.reading.of(to, "pobj"))
    return next((((token.i, to.i + 1), noun) for to, noun in nouns if scene.within[noun.i] < 0), None)


def _is_paper(verb: Token, scene: Scene) -> bool:
    """Whether the subject is something to be read: "the banner read"."""
    subject = speaker_of(verb, scene)
    return subject is not None and subject.lemma_.lower() in quote_cues("paper")


def _is_hearing(verb: Token, scene: Scene) -> bool:
    """Whether a verb is passive without anybody who does it: "was told"."""
    return is_passive(verb, scene) and not scene.reading.of(verb, "agent")


def _says_more(verb: Token, behind: Sequence[Token], scene: Scene) -> bool:
    """Whether a verb behind a full stop opens a statement of its own: "“We won.” Silva said that …"."""
    if any(c.i > verb.i for c in scene.reading.of(verb, "ccomp", "xcomp")):
        return True
    if scene.within[verb.i - 1] < 0 and any(c.i > verb.i for c in scene.reading.of(verb, "dobj")):
        return True
    return bool(behind) and behind[-1].text in (":", ",")
