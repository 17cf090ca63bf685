"""Text of articles made fit for a file format: what is replaced keeps its length, so that offsets stay true."""

from __future__ import annotations

import re

from nlp.frames import printable

# A spreadsheet runs a cell that begins with one of these (OWASP, "CSV Injection"), some of them also after characters
# that cannot be seen.
_FORMULA = re.compile("[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x1f]*[=+@＝＋－＠-]|[\t\r\n]")
# XML 1.0, production 2 (Char); surrogates are gone before.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Lines end at these too for many a reader of lines.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def formula_safe(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet would run it as a formula.

    >>> formula_safe("=1+1"), formula_safe("3 = 3")
    ("'=1+1", '3 = 3')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def xml_safe(text: str) -> str:
    r"""The text with U+FFFD for each character that XML 1.0 cannot hold.

    >>> xml_safe("a\x00b")
    'a\ufffdb'
    """
    return _NOT_XML.sub("\ufffd", printable(text))


def line_safe(text: str) -> str:
    r"""The text with every line end as a line feed and U+FFFD for every other control character but the tab.

    >>> line_safe("a\r\nb\u2028c\x07")
    'a\nb\nc\ufffd'
    """
    return _CONTROLS.sub("\ufffd", _LINE_ENDS.sub("\n", printable(text)))


def one_line(text: str) -> str:
    """The text with each stretch of white space as one blank."""
    return " ".join(line_safe(text).split())
