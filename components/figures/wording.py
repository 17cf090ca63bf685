"""Words for figures: numbers with their unit, days as a desk writes them, text that Plotly cannot take for markup."""

from __future__ import annotations

import html
import textwrap
import unicodedata
from collections.abc import Iterable
from datetime import date

from nlp.temporal.day_words import MONTHS


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "mention"), counted(1200, "country")
    ('1 mention', '1,200 countries')
    """
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"


def clean(text: object) -> str:
    """`text` on one line without control characters or lone surrogates; empty for a missing value."""
    if not isinstance(text, str):
        return ""
    kept = (c if unicodedata.category(c)[0] != "C" or c == "\u200d" else " " for c in text)
    return " ".join("".join(kept).split())


def shortened(text: str, length: int) -> str:
    """At most `length` characters, cut between words where that costs little, with an ellipsis.

    >>> shortened("exchange of prisoners", 14)
    'exchange of…'
    """
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > length // 2 else cut).rstrip(" ,;:–-") + "…"


def escaped(text: str) -> str:
    """`text` as Plotly's pseudo-HTML shows it letter for letter."""
    return html.escape(text, quote=False)


def wrapped(text: str, width: int = 64, lines: int = 4) -> str:
    """Escaped text broken into at most `lines` lines of about `width` characters."""
    return "<br>".join(escaped(line) for line in textwrap.wrap(text, width, max_lines=lines, placeholder=" …"))


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them.

    >>> listed(["Russia", "Ukraine", "Belarus"])
    'Russia, Ukraine and Belarus'
    """
    parts = list(words)
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def day_words(day: date, *, year: bool = True) -> str:
    """A day as British prose writes it, `4 July 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def span_words(first: date | None, last: date | None, precision: str = "interval") -> str:
    """Closed days in words; an end that is `None` is open.

    >>> span_words(date(2025, 7, 8), date(2025, 7, 14))
    '8–14 July 2025'
    >>> span_words(date(2025, 6, 1), date(2025, 6, 30), "month")
    'June 2025'
    >>> span_words(date(2025, 7, 4), None)
    'from 4 July 2025'
    """
    if first is None or last is None:
        known = first or last
        if known is None:
            return "day unknown"
        return f"{'from' if first else 'until'} {day_words(known)}"
    if first == last:
        return day_words(first)
    named = _period_words(first, last, precision)
    if named:
        return named
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    return f"{day_words(first, year=first.year != last.year)} – {day_words(last)}"


def _period_words(first: date, last: date, precision: str) -> str:
    """The calendar's own name for whole months, quarters, years and decades, if that is what these days are."""
    starts, ends = first.day == 1, (last.month, last.day) == (12, 31)
    if precision == "month" and starts and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if precision == "quarter" and starts and first.month % 3 == 1 and last.month == first.month + 2:
        return f"{MONTHS[first.month - 1]}–{MONTHS[last.month - 1]} {first.year}"
    if precision == "year" and starts and first.month == 1 and ends and first.year == last.year:
        return str(first.year)
    if precision in {"year", "decade", "century"} and starts and first.month == 1 and ends:
        return f"{first.year}–{last.year}"
    return ""
