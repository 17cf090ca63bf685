"""Dates that open a list entry or head a paragraph, with what they date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from nlp.model import TimeExpression
from nlp.pipeline.clauses import Reading

_ENTRY_MARKS = (":", "–", "—", "-", "--", "|", "−")


@dataclass(frozen=True, slots=True)
class Entry:
    """The tokens `[start, end)` that tell what happened on the date before them; all in one sentence."""

    start: int
    end: int


def find_entries(times: Sequence[TimeExpression], reading: Reading) -> dict[int, Entry]:
    """The entry behind each date that opens one, by the date's start.

    "2 June: agreements signed" is an entry; so is the paragraph under a line that holds a date alone, where a text has
    several such lines (a single one is the article's own date).
    """
    found: dict[int, Entry] = {}
    headings: dict[int, Entry] = {}
    for time in times:
        span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
        if not span or not _opens_its_line(span[0], reading):
            continue
        after = span.end
        while after < len(reading.doc) and reading.doc[after].text in (",", ".") and after - span.end < 2:
            after += 1
        if after >= len(reading.doc):
            continue
        mark = reading.doc[after]
        if mark.text in _ENTRY_MARKS and (entry := _entry_at(after + 1, reading)):
            found[time.start] = entry
        elif mark.is_space and "\n" in mark.text and (entry := _entry_at(after, reading)):
            headings[time.start] = entry
    return found | headings if len(headings) > 1 else found


def _opens_its_line(token: Token, reading: Reading) -> bool:
    for i in range(token.i - 1, max(token.i - 8, -1), -1):
        before = reading.doc[i]
        if before.is_space and "\n" in before.text:
            return True
        if not before.is_punct and before.pos_ != "SYM" and not before.is_space and i not in reading.dated:
            return False
    return token.i < 8


def _entry_at(place: int, reading: Reading) -> Entry | None:
    """The entry whose words begin at `place` or, where white space stands there, behind it."""
    while place < len(reading.doc) and reading.doc[place].is_space:
        place += 1
    if place >= len(reading.doc):
        return None
    end = reading.sentence(reading.doc[place])[1]
    return Entry(place, end) if end > place else None
