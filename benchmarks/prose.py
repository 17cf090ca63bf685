"""News prose of any length to measure with: the project's own sample, again and again, with other days."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "components" / "sample_article.txt"
_DAY = re.compile(r"\b\d{1,2}(?= (?:May|June|July)\b)")


def prose(length: int) -> str:
    """Whole paragraphs of at least `length` characters; the same for the same length."""
    paragraphs = SAMPLE.read_text("utf-8").strip().split("\n\n")
    chosen: list[str] = []
    while sum(map(len, chosen)) + 2 * len(chosen) < length:
        round_, place = divmod(len(chosen), len(paragraphs))
        chosen.append(_DAY.sub(partial(_later, days=round_), paragraphs[place]))
    return "\n\n".join(chosen)


def _later(day: re.Match[str], days: int) -> str:
    return str(1 + (int(day[0]) + days) % 28)
