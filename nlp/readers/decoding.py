"""Bytes -> text: UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252, as old files are."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the shorter one's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4_096


def decode_text(data: bytes) -> str:
    r"""Decode a whole file. Line ends stay as they are; a byte order mark is taken off; nothing fails.

    >>> decode_text(b"\xef\xbb\xbfna\xc3\xafve"), decode_text(b"na\xefve"), decode_text("naïve".encode("utf-16"))
    ('naïve', 'naïve', 'naïve')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    unmarked = _utf16_without_mark(data[:_SAMPLE])
    if unmarked:
        return data.decode(unmarked, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # The five bytes that Windows-1252 leaves open are read as the control characters that Latin-1 has there.
        return "".join(_ANSI[byte] for byte in data)


def _utf16_without_mark(sample: bytes) -> str | None:
    """UTF-16 is betrayed by every second byte being zero, which no other text has."""
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    if sample[1::2].count(0) > 0.7 * pairs and sample[0::2].count(0) < 0.1 * pairs:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * pairs and sample[1::2].count(0) < 0.1 * pairs:
        return "utf-16-be"
    return None


def _ansi_table() -> tuple[str, ...]:
    return tuple(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))


_ANSI = _ansi_table()
