"""A statement as it is shown, on the page and in the terminal."""

from __future__ import annotations

from nlp.corrections.decisions import BY_HAND
from nlp.model import Entity, Quote, SpeakerBasis

NOT_ATTRIBUTED = "not attributed"
_MARKS = "\"“”„«»‹›‘’'`"


def statement_words(text: str, quote: Quote) -> str:
    """What was said, on one line: in quotation marks where all of it is quoted, its stretches parted by an ellipsis.

    >>> words = 'He said "we won," then left.'
    >>> statement_words(words, Quote(8, 17, None, None, None, direct=True))
    '“we won,”'
    """
    parts = [" ".join(text[part.start : part.end].split()) for part in quote.parts]
    if quote.direct and not quote.partly:
        parts = [f"“{_bare(part)}”" for part in parts]
    return " … ".join(parts)


def speaker_words(text: str, quote: Quote) -> str:
    """How the text calls the speaker, on one line; says so where it names nobody."""
    return " ".join(text[quote.source.start : quote.source.end].split()) if quote.source else NOT_ATTRIBUTED


def cue_words(text: str, quote: Quote) -> str:
    """The word that says so, on one line and in small letters; empty where the statement has none of its own."""
    return " ".join(text[quote.cue.start : quote.cue.end].split()).lower() if quote.cue else ""


def explain_speaker(text: str, quote: Quote, speaker: Entity | None) -> str:
    """In plain words, how the speaker was found; empty where the text names him beside the statement."""
    written = f"“{speaker_words(text, quote)}”"
    if quote.basis is None:
        return "the text does not say whose words these are"
    if quote.basis is SpeakerBasis.DECIDED:
        return BY_HAND
    if quote.basis is SpeakerBasis.CONTINUED:
        return "no speaker of its own: taken from the statement before"
    if quote.basis is SpeakerBasis.PRONOUN:
        return f"{written}: read as {speaker.name}" if speaker else f"{written}: the text leaves open who that is"
    return "" if speaker else f"{written}: no single name stands here"


def _bare(part: str) -> str:
    """Without one pair of marks; an apostrophe at the end of a word stays."""
    bare = part.removeprefix("``").removesuffix("''")
    bare = bare[1:] if bare[:1] in _MARKS else bare
    return bare[:-1] if bare[-1:] in _MARKS and part[:1] in _MARKS else bare
