"""The text as the model should see it: the same length, code point by code point, so that every offset stays true."""

from __future__ import annotations

import re

from nlp.pipeline.capitals import recased

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def analysable(text: str) -> str:
    r"""Replace what the tokenizer cannot take and what would mislead the model, one code point for one.

    Lone surrogates become U+FFFD, control characters (but tab and line ends) become spaces, and headlines, datelines
    and articles in capitals become mixed case.

    >>> analysable("a\x00b")
    'a b'
    >>> analysable("MOSCOW — Talks with the EU began.")
    'Moscow — Talks with the EU began.'
    """
    return recased(_CONTROL.sub(" ", _SURROGATE.sub("\ufffd", text)))
