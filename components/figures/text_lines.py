"""Text in lines that fit, for pictures that keep their size: measured by the widest of the types that may draw it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from components.figures.wording import clean

LINE_HEIGHT = 1.3  # of the type's size: what plotly.js puts between two lines
# Widths in em of DejaVu Sans, which stands in for Arial where there is none: Arial's lines end a tenth earlier.
_CLASSES = (("ijlI.,;:'’‘|!/ ·\u00a0", 0.33), ("ftr()[]-–“”", 0.43), ("mwMW@%—…", 0.97))
_EM = {character: em for characters, em in _CLASSES for character in characters}
_FULL, _CAPITAL, _OTHER = 1.0, 0.72, 0.63
_BOLD = 1.12
_ELLIPSIS = "…"


def line_width(text: str, size: float, *, bold: bool = False) -> float:
    """Pixels that `text` takes at the most, set in type of `size` pixels."""
    return sum(map(_em, text)) * size * (_BOLD if bold else 1)


def text_lines(text: str, width: float, size: float, *, bold: bool = False, most: int = 99) -> list[str]:
    """`text` broken into lines of at most `width` pixels; beyond `most` lines an ellipsis ends the last.

    A line break in `text` stays one. Words break only where one alone is wider than a line.
    """
    lines = [line for part in text.splitlines() for line in _broken(clean(part), width, size, bold=bold)]
    return cut(lines, most)


def cut(lines: list[str], most: int) -> list[str]:
    """The first `most` lines, the last with an ellipsis where there are more."""
    if len(lines) <= most or most < 1:
        return lines[: max(most, 0)]
    last = lines[most - 1]
    kept = last if len(last) < 3 else last[:-2].rstrip(" ,;:·–-")
    return [*lines[: most - 1], kept + _ELLIPSIS]


def _broken(text: str, width: float, size: float, *, bold: bool) -> Iterator[str]:
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if line_width(joined, size, bold=bold) <= width:
            line = joined
            continue
        if line:
            yield line
        *whole, line = _pieces(word, width, size, bold=bold)
        yield from whole
    if line:
        yield line


def _pieces(word: str, width: float, size: float, *, bold: bool) -> list[str]:
    """A word in pieces that fit: one, unless it is wider than a line."""
    pieces = [""]
    for character in word:
        if pieces[-1] and line_width(pieces[-1] + character, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _em(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if character in _EM:
        return _EM[character]
    if unicodedata.east_asian_width(character) in "WF":
        return _FULL
    return _CAPITAL if character.isupper() else _OTHER
