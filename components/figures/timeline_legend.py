"""What the signs of a timeline mean, in words: only those that occur."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from components.figures.lettering import text_width
from components.figures.timeline_items import Item
from nlp.model import DateBasis, EventStatus

_SIGNS = {
    EventStatus.OCCURRED: "◆",
    EventStatus.ONGOING: "▶",
    EventStatus.PLANNED: "◇",
    EventStatus.HYPOTHETICAL: "⊙",
    EventStatus.DENIED: "✕",
}
_BARS = {
    EventStatus.ONGOING: ", hatched",
    EventStatus.PLANNED: ", hollow",
    EventStatus.HYPOTHETICAL: ", dotted",
    EventStatus.DENIED: ", struck out",
}
_ASSUMED = {
    (True, False): "* year not in the text",
    (False, True): "* day assumed",
    (True, True): "* year or day assumed",
}
_GAP = "\u00a0" * 4


def legend_lines(items: Sequence[Item], width: float) -> list[str]:
    """The signs that occur, in as many lines as they need; none where every event is a plain one."""
    lines: list[str] = []
    for sign in _signs(items):
        joined = f"{lines[-1]}{_GAP}{sign}" if lines else sign
        if lines and text_width(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(sign)
    return lines


def _signs(items: Sequence[Item]) -> Iterator[str]:
    points = {item.status for item in items if item.is_point}
    bars = {item.status for item in items if not item.is_point}
    if len(points | bars) > 1 or (points | bars) - {EventStatus.OCCURRED}:
        for status in EventStatus:
            if status in points | bars:
                yield f"{_SIGNS[status]} {status}{_BARS.get(status, '') if status in bars else ''}"
    bases = {item.basis for item in items}
    if assumed := _ASSUMED.get((DateBasis.INFERRED_YEAR in bases, DateBasis.ASSUMED in bases)):
        yield assumed
    vague = [item for item in items if item.is_vague]
    if any(not item.is_point for item in vague):
        yield "fading: the text leaves that edge open"
    if any(item.is_point for item in vague):
        yield "glow: about that day"
