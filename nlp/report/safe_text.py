"""Text of articles made fit for any document: one line, nothing that is not to be read, nothing that XML refuses."""

from __future__ import annotations

import re

# Not in XML 1.0 (production 2), or obeyed by a reader's program instead of shown.
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BEYOND = re.compile("[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0010fffe\U0010ffff]")
# They turn the order of the words around them (Unicode Standard Annex 9), also beyond their own paragraph's end.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINKS = ("http://", "https://")


def readable(text: str) -> str:
    r"""The text on one line, with U+FFFD for what cannot be shown and without marks that turn its direction.

    >>> readable("Talks\n resume\x00 \ud800 \u202eereh")
    'Talks resume� � ereh'
    """
    shown = _BEYOND.sub("\ufffd", _UNREADABLE.sub("\ufffd", _TURNING.sub("", text)))
    return " ".join(shown.split())


def web_address(url: str) -> str:
    """The address if a reader may follow it: only the web's, never a script's or a file's; else empty.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    return url if url.casefold().startswith(_LINKS) and not any(c.isspace() or c in "<>\"'\\" for c in url) else ""
