"""One act of saying as the rules find it, before anybody asks who the speaker is."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from nlp.model import Span


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said, as one or more stretches of text, with its cue and the noun that heads the speaker's phrase.

    `cue` holds tokens `[first, last)`; a direct saying holds words in quotation marks, a `partly` direct one others,
    too. `continued` says that it goes on from the saying before: without a cue, by the same speaker.
    """

    parts: tuple[Span, ...]
    direct: bool
    partly: bool = False
    cue: tuple[int, int] | None = None
    speaker: Token | None = None
    negated: bool = False
    continued: bool = False

    @property
    def start(self) -> int:
        """Where the words begin, in code points."""
        return self.parts[0].start

    def covers(self, start: int, end: int) -> bool:
        """Whether `[start, end)` lies in one of the stretches."""
        return any(part.start <= start and end <= part.end for part in self.parts)
