"""The article's own clock: the publication date read from a dateline or a date line at the top of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from nlp.model import PublishedBasis
from nlp.temporal.atoms import Atom, cut_words
from nlp.temporal.expressions import Calendar, Numeric
from nlp.temporal.grammar import Found, scan
from nlp.temporal.tables import time_cues
from nlp.temporal.values import read_value
from nlp.temporal.words import split_words

_LINES = 8  # lines with words in them that are read
_LINE_LENGTH = 120  # a longer line is prose, and may only begin with a dateline
_PLACE_WORDS = 6
_DASH = re.compile(r"\s*(?:—|–|--)\s*|\s-\s")
_BRACKETS = re.compile(r"\([^()]{0,40}\)")
_CLOCK_WORDS = frozenset({"t", "z", "am", "pm", "hrs", "h", "on", "at", "o", "clock", "hours", "local"})


def find_publication_date(text: str) -> tuple[date, PublishedBasis] | None:
    """Read a complete date (day, month and year) that the text's head states as its own.

    A dateline ("MINSK, July 5, 2025 (Agency) —") or a line that holds nothing but a date, its label, a time and a
    byline
    counts; a date that a sentence mentions never does. "Published" goes before "Updated". `None` where there is none.
    """
    updated: date | None = None
    for line in _first_lines(text):
        if (day_of_place := _dateline(line)) is not None:
            return (updated, PublishedBasis.TEXT) if updated is not None else (day_of_place, PublishedBasis.DATELINE)
        if len(line) <= _LINE_LENGTH and (found := _date_line(line)) is not None:
            day, label = found
            if label not in {"updated", "modified", "revised"}:
                return day, PublishedBasis.TEXT
            updated = updated or day
    return (updated, PublishedBasis.TEXT) if updated is not None else None


def _first_lines(text: str) -> list[str]:
    lines = (line.strip() for line in text[:4_000].splitlines())
    return [line for line in lines if line][:_LINES]


def _date_line(line: str) -> tuple[date, str] | None:
    """The first complete date of a line that says nothing else, with the label before it ("published", "updated",
    "").
    """
    words = split_words(line)
    atoms = cut_words(words)
    dates = [(found, day) for found in scan(atoms) if (day := _complete(found)) is not None]
    if not dates or not _is_bare(atoms, [found for found, _ in dates]):
        return None
    labelled = [(day, _label_before(atoms, found)) for found, day in dates]
    return next((item for item in labelled if item[1] == "published"), labelled[0])


def _label_before(atoms: Sequence[Atom], found: Found) -> str:
    cues = time_cues()
    for atom in reversed(atoms[: found.first]):
        lower = atom.text.lower()
        if cues.get(lower) == "label" and lower not in {"last", "first", "date", "time"}:
            return lower
    return ""


def _is_bare(atoms: Sequence[Atom], dates: Sequence[Found]) -> bool:
    """Whether nothing is left beside dates, labels, times and a byline."""
    inside = {index for found in dates for index in range(found.first, found.stop)}
    rest = [atom for index, atom in enumerate(atoms) if index not in inside]
    cues = time_cues()
    words = [
        atom for atom in rest
        if any(char.isalpha() for char in atom.text)
        and cues.get(atom.text.lower()) != "label"
        and atom.kind not in {"zone", "weekday", "weekday_short", "am", "pm", "clockword"}
        and atom.text.lower() not in _CLOCK_WORDS
    ]  # fmt: skip
    if not words:
        return True
    labelled = any(
        cues.get(atom.text.lower()) == "label" and atom.text.lower() not in {"first", "last", "time"} for atom in rest
    )
    if words[0].text.lower() == "by" or (labelled and words[0].text.lower() in {"by", "in"}):
        words = words[1:]
    elif not labelled and not (atoms[0] is words[0] and _ends_place(atoms, dates[0])):
        return False
    return len(words) <= _PLACE_WORDS and all(
        atom.text[0].isupper() or atom.text.lower() in {"and", "of", "de"} for atom in words
    )


def _ends_place(atoms: Sequence[Atom], found: Found) -> bool:
    """Whether the place before a date is set off from it ("Kyiv, 7 July 2025"); a feast's name is not."""
    before = atoms[found.first - 1] if found.first else None
    return before is not None and (
        before.kind in {"comma", "dash", "close"} or before.text in {"|", "·", "•"} or before.text.isupper()
    )


def _dateline(line: str) -> date | None:
    """The date between the place and the dash that opens a story."""
    if line[:1].islower():
        return None
    for dash in list(_DASH.finditer(line, 0, 160))[:3]:
        head = line[: dash.start()]
        atoms = cut_words(split_words(head))
        for found in scan(atoms):
            day = _complete(found)
            opens = line[dash.end() : dash.end() + 1]
            if day is not None and not opens.islower() and not opens.isdigit() and _is_place(head, atoms, found):
                return day
    return None


def _is_place(head: str, atoms: Sequence[Atom], found: Found) -> bool:
    """Whether what stands before and after the date is a place and an agency: capitals and brackets, no running
    words.
    """
    start, end = atoms[found.first].start, atoms[found.stop - 1].end
    before = _BRACKETS.sub("", head[:start]).strip(" ,—–-(")
    after = _BRACKETS.sub("", head[end:]).strip(" ,.:/—–-()")
    names = before.replace("/", " ").replace(",", " ").split()
    if not names:
        return not after  # "7 July 2025 — The ministry": the date alone before the dash
    if len(names) > _PLACE_WORDS or not all(name[0].isupper() or name in {"of", "de", "la", "and"} for name in names):
        return False
    shouted = names[0].isupper() and len(names[0]) > 1
    return (shouted or len(names) <= 3) and (
        not after or after.isupper() or (len(after.split()) <= 2 and after[0].isupper())
    )


def _complete(found: Found) -> date | None:
    """The day of an expression that writes day, month and year; `None` for any other, and for 3/4/2025, which has
    two.
    """
    expression = found.expression
    if isinstance(expression, Numeric):
        a, b = expression.first, expression.second
        if a <= 12 and b <= 12 and a != b:
            return None
        month, day = (a, b) if b > 12 else (b, a)
        value = f"{expression.year:04}-{month:02}-{day:02}"
    elif isinstance(expression, Calendar) and isinstance(expression.year, int) and len(expression.part) == 6:
        value = f"{expression.year:04}{expression.part}"
    else:
        return None
    read = read_value(value)
    return read[0].first if read is not None else None
