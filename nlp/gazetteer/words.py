"""Cutting a text into the words that names are made of."""

from __future__ import annotations

import re

# Initials with full stops; else letters and digits, with apostrophes inside but without a possessive ending.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.[^\W\d_](?![\w.])|[^\W_]+(?:['’ʻ‘](?!s\b)[^\W_]+)*")
_GAP = re.compile(r"(?:['’]s)?\.?(?:[ \t\u00a0]{0,2}\n?[ ]?|[-‑–])(?:& )?")


def split_words(text: str) -> list[tuple[int, int]]:
    """The words of a text as [start, end) pairs; a possessive's s is no word.

    >>> [("U.S.-led Cox's N'Djamena"[a:b]) for a, b in split_words("U.S.-led Cox's N'Djamena")]
    ['U.S.', 'led', 'Cox', "N'Djamena"]
    """
    words = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start == 1 and text[start] in "sS" and start and text[start - 1] in "'’":
            continue
        words.append((start, end))
    return words


def joined(gap: str) -> bool:
    """Whether what stands between two words leaves them one phrase: a space, a hyphen, a full stop, a possessive.

    >>> joined(" "), joined(", "), joined("’s ")
    (True, False, True)
    """
    return len(gap) <= 6 and _GAP.fullmatch(gap) is not None
