"""A parsed document with its quotation marks: what stands in them, and which words stand beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from nlp.pipeline.clauses import Reading
from nlp.pipeline.quote_marks import Quoted, find_quoted

_STOPS = (".", "!", "?", "…", "...")
# Nobody looks further than this many tokens for who said it.
_REACH = 60


@dataclass(frozen=True, slots=True)
class Region:
    """One quotation: code points with its marks, and its tokens `[first, last)`."""

    start: int
    end: int
    first: int
    last: int
    number: int


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules of statements look up: the parse, the quotations, and for each token the quotation it is in.

    `within` is -1 outside quotation marks; `breaks` says of each token whether a paragraph ends in it,
    `starts` where it begins. `text` is the article's.
    """

    reading: Reading
    regions: tuple[Region, ...]
    within: Sequence[int]
    breaks: Sequence[bool]
    starts: Sequence[int]
    text: str

    @property
    def doc(self) -> Doc:
        """The document."""
        return self.reading.doc

    def token_at(self, start: int) -> int:
        """The first token that begins at the code point `start` or behind it."""
        return bisect_left(self.starts, start)

    def inner(self, region: Region) -> str:
        """The words between the marks."""
        return self.text[region.start : region.end].strip("\"'“”„«»‹›‘’` \n\t")

    def ends_sentence(self, region: Region) -> bool:
        """Whether a full stop ends the quotation, inside its marks or behind them."""
        inner = self.inner(region)
        behind = self.doc[region.last].text if region.last < len(self.doc) else "."
        return inner[-1:] in tuple(".!?…") or behind in _STOPS or self.is_break(region.last)

    def snapped(self, start: int, end: int) -> tuple[int, int]:
        """The tokens `[start, end)` widened, so that no quotation is cut at their edges."""
        if (number := self.within[start]) >= 0:
            start = self.regions[number].first
        if (number := self.within[end - 1]) >= 0:
            end = self.regions[number].last
        return start, end

    def is_break(self, i: int) -> bool:
        """Whether the text or a paragraph ends at the token `i`."""
        return i >= len(self.doc) or i < 0 or self.breaks[i]

    def before(self, region: Region) -> list[Token]:
        """The words before the quotation in its sentence, in text order, those of other quotations left out.

        Behind a colon, the line above belongs to the sentence.
        """
        found: list[Token] = []
        for i in range(region.first - 1, max(-1, region.first - _REACH), -1):
            token = self.doc[i]
            other = self.within[i]
            if other >= 0:
                if i == self.regions[other].last - 1 and self.ends_sentence(self.regions[other]):
                    break
                continue
            above = token.is_space and i and self.doc[i - 1].text == ":" and not any(t.is_alpha for t in found)
            if (self.breaks[i] and not above) or token.text in _STOPS:
                break
            if not token.is_space:
                found.append(token)
        return found[::-1]

    def after(self, region: Region) -> list[Token]:
        """The words behind the quotation up to the end of the sentence, those of other quotations left out.

        Where another quotation follows at once, there are none: they belong to that one.
        """
        found: list[Token] = []
        for i in range(region.last, min(len(self.doc), region.last + _REACH)):
            token = self.doc[i]
            if self.within[i] >= 0 and not found:
                break
            if self.breaks[i] or (token.text in _STOPS and self.within[i] < 0):
                break
            if self.within[i] < 0 and not token.is_space:
                found.append(token)
        return found


def read_scene(text: str, reading: Reading) -> Scene:
    """Find the quotations of a text and their tokens, in time linear in its length."""
    doc = reading.doc
    starts = [token.idx for token in doc]
    within = [-1] * len(doc)
    regions: list[Region] = []
    for quoted in find_quoted(text):
        first, last = _tokens(quoted, starts, doc)
        if first < last and not (regions and first < regions[-1].last):
            within[first:last] = [len(regions)] * (last - first)
            regions.append(Region(quoted.start, quoted.end, first, last, len(regions)))
    breaks = [token.is_space and "\n" in token.text and _is_paragraph(token) for token in doc]
    return Scene(reading, tuple(regions), within, breaks, starts, text)


def _tokens(quoted: Quoted, starts: Sequence[int], doc: Doc) -> tuple[int, int]:
    """The tokens that a quotation touches; one that also holds other letters, as "us"(he", is left out."""
    first = bisect_left(starts, quoted.start)
    return first, bisect_left(starts, quoted.end)


def _is_paragraph(token: Token) -> bool:
    before = token.doc[token.i - 1].text[-1:] if token.i else ""
    return "\n\n" in token.text.replace("\r", "").replace(" ", "") or before in tuple(".!?:;\"”’')")
