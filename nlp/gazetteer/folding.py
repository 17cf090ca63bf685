"""One form for the many spellings of a place's name."""

from __future__ import annotations

import functools
import re
import unicodedata

_MARKS = re.compile(r"['’‘ʻʼ`´.]")
_GAPS = re.compile(r"[\s\-‐‑–_/]+")
# The written-out forms of what names of towns abbreviate, at their beginning.
_PREFIXES = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "pt": "point"}
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "ß": "ss",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "æ": "ae",
        "þ": "th",
        "ð": "d",
        "Ð": "D",
        "Þ": "Th",
        "Æ": "Ae",
    }
)


@functools.lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower case without accents, apostrophes, full stops, hyphens or a leading "the".

    >>> fold("St. John’s"), fold("Côte-d'Or"), fold("The Hague"), fold("Kyiv ")
    ('saint johns', 'cote dor', 'hague', 'kyiv')
    """
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = _GAPS.sub(" ", _MARKS.sub("", plain)).casefold().split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[0] in _PREFIXES:
        words[0] = _PREFIXES[words[0]]
    return " ".join(words)
