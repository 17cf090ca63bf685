"""Text as a report sets it."""

from __future__ import annotations


def sentence_case(text: str) -> str:
    """The text with its first letter a capital.

    >>> sentence_case("acted on")
    'Acted on'
    """
    return text[:1].upper() + text[1:]


def shorten(text: str, length: int) -> str:
    """The text, cut with an ellipsis where it has more than `length` characters.

    >>> shorten("Talks", 5), shorten("Talks resume", 6)
    ('Talks', 'Talks…')
    """
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
