"""Words and days as the page writes them."""

from __future__ import annotations

import re
from datetime import date

from nlp.wording import day_range

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#+\-.!|~:$^&=@\"()])")


def plain(text: str) -> str:
    r"""Article text for a widget that would read it as Markdown: every mark of that language is escaped.

    >>> plain("![x](y)")
    '\\!\\[x\\]\\(y\\)'
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def day(value: date | None) -> str:
    """A day in words; empty where there is none.

    >>> day(date(2025, 7, 4))
    '4 July 2025'
    """
    return day_range(value, value)


def days(first: date | None, last: date | None) -> str:
    """A closed interval of days in words, and so that there is none."""
    return day_range(first, last) or "no date"
