"""Reading the small words that say which one is meant: last, this, next, previous, following, the same."""

from __future__ import annotations

from nlp.temporal.atoms import Atom
from nlp.temporal.expressions import Origin, Side, Year
from nlp.temporal.patterns import Parts

_SIDES = {
    "last": Side.LAST, "past": Side.LAST, "latest": Side.LAST,
    "this": Side.THIS, "current": Side.THIS,
    "next": Side.NEXT, "coming": Side.NEXT,
    "previous": Side.PREVIOUS, "following": Side.FOLLOWING,
    "same": Side.SAME, "that": Side.SAME,
}  # fmt: skip
_SHIFTS = {
    Side.LAST: (-1, Origin.PUBLICATION), Side.NEXT: (1, Origin.PUBLICATION), Side.THIS: (0, Origin.PUBLICATION),
    Side.PREVIOUS: (-1, Origin.TEXT), Side.FOLLOWING: (1, Origin.TEXT), Side.SAME: (0, Origin.TEXT),
}  # fmt: skip


def side_of(atom: Atom) -> Side:
    """The side that a word like "last" names."""
    return _SIDES.get(atom.kind, Side.NEAREST)


def shift_of(atom: Atom) -> tuple[int, Origin]:
    """How many units from which origin a word like "last" goes."""
    return _SHIFTS[side_of(atom)]


def year_of(parts: Parts) -> Year | None:
    """The year in "January of last year"; `None` where no such words stand there, or the unit is no year."""
    side, unit = parts.get("ys"), parts.get("yu")
    if side is None or unit is None or unit.value != "Y":
        return None
    at = parts.matched.index(side)
    if side.kind == "next" and at and parts.matched[at - 1].kind == "the":
        return Year(1, Origin.TEXT)  # "on 3 October the next year" follows the text
    return Year(*shift_of(side))
