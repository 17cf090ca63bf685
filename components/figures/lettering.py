"""How wide words are in a chart, before any program has set them; in pixels, at 12 px."""

from __future__ import annotations

import unicodedata

CHARACTER = 6.3  # a character's mean width, generous for the page's own narrow type
WIDE_CHARACTER = 7.1  # of a picture, whose type may be any system's


def character_of(height: int | None) -> float:
    """A character's width in a chart of this height: a picture has one, the page's charts have not."""
    return CHARACTER if height is None else WIDE_CHARACTER


def text_width(text: str, character: float = CHARACTER) -> float:
    """Pixels that `text` takes; wide characters count nearly double, spaces half."""
    wide, spaces = sum(unicodedata.east_asian_width(c) in "WF" for c in text), sum(map(str.isspace, text))
    return character * (len(text) + 0.8 * wide - 0.5 * spaces)
