"""Which stretches of a text stand in quotation marks, in every style, from the characters alone and in one pass."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nlp.pipeline.quote_cues import quote_cues

_DOUBLE = re.compile("``|''|[\"“”„«»‹›\n]")
_SINGLE = re.compile("[‘’'\n]")
_CLOSERS = {
    '"': '"”', "“": "”\"", "„": "“”\"", "«": "»", "»": "«", "‹": "›", "›": "‹", "``": ("''", "”", '"'), "''": ("''",),
    "‘": "’'", "'": "'’",
}  # fmt: skip
_ONLY_OPEN, _ONLY_CLOSE = frozenset(("“", "„", "«", "‹", "``")), frozenset(("”", "’"))
_SINGLES = frozenset(("‘", "’", "'"))
_BEFORE_OPENING = frozenset('([{<-–—/:…“"„«')
_BEHIND_CLOSING = frozenset(".,;:!?)]}…—–-\"”’'»›")
_PARAGRAPH_ENDS = frozenset(".!?:;\"”’')»")
_LONGEST = 6_000  # a longer quotation has lost its closing mark
_GAP = 12  # white space between two paragraphs
_WORD = re.compile(r"\w{1,6}")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Text in quotation marks, `[start, end)` with its marks; without a closing one it ends with its paragraph.

    Where every paragraph of a quotation opens with a mark, it is one and covers them all.
    """

    start: int
    end: int
    closed: bool = True


def find_quoted(text: str) -> list[Quoted]:
    """Every outermost quotation in text order; those inside others are part of them.

    >>> text = "It’s ‘the boys’ choice’ of “now”"
    >>> [text[q.start : q.end] for q in find_quoted(text)]
    ['‘the boys’ choice’', '“now”']
    """
    double = list(_scan(text, _DOUBLE, lambda _: False))
    starts = [quoted.start for quoted in double]

    def covered(at: int) -> bool:
        i = bisect_right(starts, at) - 1
        return i >= 0 and at < double[i].end

    single = list(_scan(text, _SINGLE, covered))
    outer: list[Quoted] = []
    for quoted in sorted((*double, *single), key=lambda q: (q.start, -q.end)):
        if not outer or quoted.start >= outer[-1].end:
            outer.append(quoted)
    return outer


def _scan(text: str, marks: re.Pattern[str], covered: Callable[[int], bool]) -> Iterator[Quoted]:
    """One pass over the marks; `covered` says which places to pass over."""
    mark, start = "", -1  # of the quotation that is open
    maybe = -1  # where an apostrophe may have closed it: "the boys' choice"
    repeated = -1  # a mark that only says that the quotation goes on in a new paragraph
    for match in marks.finditer(text):
        found, at = match[0], match.start()
        if covered(at) or at == repeated:
            continue
        if found == "\n":
            if start < 0:
                continue
            if (repeated := _repeated(text, at, mark)) >= 0 and maybe < 0 and at - start < _LONGEST:
                continue
            if _ends(text, at, mark) or at - start >= _LONGEST:
                if maybe >= 0:
                    yield Quoted(start, maybe)
                elif at - start < _LONGEST and _is_sure(text, start, mark):
                    yield Quoted(start, start + len(text[start:at].rstrip()), closed=False)
                start = maybe = -1
        elif start < 0:
            if _opens(text, found, at):
                mark, start = found, at
        elif found in _CLOSERS[mark] and _closes(text, found, at):
            if found in _SINGLES and _is_possessive(text, at):
                maybe = at + 1
                continue
            if at > start + len(mark):
                yield Quoted(start, maybe if _is_stray(text, maybe, at) else match.end())
            start = maybe = -1
        elif found in (mark, "“") and mark != "„" and _opens(text, found, at):
            if maybe >= 0:
                yield Quoted(start, maybe)
            mark, start, maybe = found, at, -1  # the one before was never closed
    if start >= 0 and maybe >= 0:
        yield Quoted(start, maybe)
    elif start >= 0 and _is_sure(text, start, mark) and len(text) - start < _LONGEST:
        yield Quoted(start, len(text.rstrip()), closed=False)


def _opens(text: str, mark: str, at: int) -> bool:
    """Whether a mark stands where a quotation begins."""
    before, after = text[max(0, at - 1) : at], text[at + len(mark) : at + len(mark) + 1]
    if mark in _ONLY_CLOSE or not after or after == "\n":
        return False
    if mark in _ONLY_OPEN:
        return True
    if mark in _SINGLES:
        free = not before or before.isspace() or before in _BEFORE_OPENING
        return free and _begins_word(text, mark, at + 1)
    # Alike on both sides: not an inch, not at the end of a word.
    return not before.isalnum() and (not before or before not in ".,!?%") and after not in _BEHIND_CLOSING


def _begins_word(text: str, mark: str, at: int) -> bool:
    """Whether a single mark opens a quotation rather than shortening a word or a year: "'em", "'90s"."""
    if not text[at].isalnum():
        return text[at] in '“"[(…$£€'
    word = _WORD.match(text, at)
    return not (text[at].isdigit() and mark == "'") and not (word and word[0].lower() in quote_cues("elision"))


def _closes(text: str, mark: str, at: int) -> bool:
    """Whether a mark stands where a quotation ends."""
    before, after = text[at - 1], text[at + len(mark) : at + len(mark) + 1]
    if mark in _SINGLES:
        return not before.isspace() and not after.isalnum()
    return mark not in '"“' or not before.isspace() or not after or after.isspace() or after in _BEHIND_CLOSING


def _is_possessive(text: str, at: int) -> bool:
    """As in "the boys' choice": behind an s and before another word, so that a later mark closes better."""
    return text[at - 1] in "sxz" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()


def _is_stray(text: str, maybe: int, at: int) -> bool:
    """Whether an apostrophe belongs to another sentence than the one that may have closed the quotation before."""
    far = at - maybe > _GAP * 5 or ". " in text[maybe:at]
    return maybe >= 0 and far and text[at - 1] not in _BEHIND_CLOSING


def _repeated(text: str, at: int, mark: str) -> int:
    """Where the next line opens with the mark again, as the paragraphs of one quotation do; -1 where it does not."""
    rest = text[at : at + _GAP]
    line = rest.lstrip()
    return at + len(rest) - len(line) if mark != "'" and line.startswith(mark) else -1


def _ends(text: str, at: int, mark: str) -> bool:
    """Whether a quotation cannot go on behind this line: a blank one follows or, for single marks, the text stops."""
    rest = text[at + 1 : at + _GAP]
    blank = "\n" in rest[: len(rest) - len(rest.lstrip())]
    return blank or (mark in _SINGLES and text[at - 1] in _PARAGRAPH_ENDS)


def _is_sure(text: str, start: int, mark: str) -> bool:
    """Whether a mark that nothing closes opened a quotation all the same."""
    return mark in _ONLY_OPEN or (mark == '"' and text[max(0, start - 1) : start] in ("", "\n"))
