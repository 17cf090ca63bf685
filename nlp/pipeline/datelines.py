"""The datelines of reports: where a paragraph says it was filed, before it tells anything."""

from __future__ import annotations

import re

from nlp.model import Place, Span

# "MOSCOW, July 7 (Reuters) -", "ANKARA, Turkey (AP) —", "Kyiv — "; not "Russia - a neighbour of Ukraine - said".
_LONGEST = 90
_END = r"[^\S\n]*(?:--?|[–—:_])[^\S\n]*"
_SIGNED = re.compile(r"[^\n!?;—–]{1,50}\([A-Z][^()\n]{1,40}\)" + _END)
_SHOUTED = re.compile(r"[A-Z][A-Z.' ’-]+(?:,[^\n.!?;—–]{1,40}\.?)?[^\S\n]*(?:--?|[–—:_])(?=\s)[^\S\n]*")
_PLAIN = re.compile(r"(?:St\. )?[A-Z][\w'’ -]{1,30}(?:,[^\n!?;—–]{1,30})?[^\S\n]*(?:--|[–—])[^\S\n]*(?=[\"“‘'A-Z])")
_WITH_A_DAY = re.compile(r"(?:St\. )?[A-Z][\w'’ -]{1,30},[^\n!?;—–]{1,30}\d[^\n!?;—–]{0,12}(?:--?|[–—:])[^\S\n]")


def dateline_at(text: str, place: Place) -> Span | None:
    """The dateline that `place` opens, `None` where it opens no line or the line goes on like a sentence.

    In capitals it may follow a headline in the same line: "Bridge reopens. QUITO — The mayor".
    """
    before = text[max(0, place.start - _LONGEST) : place.start].rpartition("\n")[2].rstrip()
    if before and not (before[-1] in ".!?" and place.text.isupper()):
        return None
    head = text[place.start : place.start + _LONGEST]
    found = next((m for p in (_SIGNED, _SHOUTED, _WITH_A_DAY, _PLAIN) if (m := p.match(head))), None)
    if found is None or found.end() <= len(place.text):
        return None
    return Span(place.start, place.start + found.end())
