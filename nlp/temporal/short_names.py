"""Names of months and weekdays cut short: "Sept. 30", "on Wed", and when "Jan", "Mar" and "Sun" are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nlp.temporal.atoms import Atom

NUMBERS = frozenset({"n12", "n24", "n31", "ordnum", "year", "ordinal"})
_SHORT_PLACES = frozenset(
    ["this", "in", "since", "until", "last", "next", "early", "late", "mid", "of", "by", "after", "before", "from"]
)
_WEEKDAY_PLACES = frozenset({"on", "last", "next", "this", "by", "until", "since"})
_RANGES = frozenset({"hyphen", "dash", "slash", "to", "and", "until", "through"})
_FIRST_NAMES = frozenset({"Jan", "Mar"})


def settle_short(atom: Atom, ahead: Sequence[Atom], behind: Sequence[Atom]) -> Atom:
    """As in "Sept. 30", "23 Dec", "Fri., Sept. 30": with a number, a date or a preposition beside it, else no time."""
    full = atom._replace(kind=atom.kind.removesuffix("_short"))
    dotted = bool(behind) and behind[0].kind == "dot" and behind[0].glued
    rest = behind[1:] if dotted else behind
    if atom.kind == "weekday_short":
        is_date = _is_short_weekday(atom, ahead, rest, ends=dotted and atom.text != "Sun")
    else:
        is_date = _is_short_month(atom, ahead, rest)
    return full if is_date else atom._replace(kind="other")


def _is_short_weekday(atom: Atom, ahead: Sequence[Atom], rest: Sequence[Atom], *, ends: bool) -> bool:
    """With `ends`, a full stop behind the word parts it from a name: "on Wed. Police", not "on Sun Microsystems"."""
    if not atom.capital:
        return False
    comma = bool(rest) and rest[0].kind == "comma"
    following = rest[comma] if len(rest) > comma else None
    if following is not None and following.kind in NUMBERS | {"month", "month_short", "daypart"}:
        return True
    named = not ends and bool(rest) and rest[0].capital and not rest[0].text.isupper()
    return bool(ahead) and ahead[-1].kind in _WEEKDAY_PLACES and not named


def _is_short_month(atom: Atom, ahead: Sequence[Atom], rest: Sequence[Atom]) -> bool:
    before, following = ahead[-1] if ahead else None, rest[0] if rest else None
    after = rest[1] if len(rest) > 1 else None
    if before is not None and (
        before.kind in NUMBERS | {"of"} or (before.kind in {"hyphen", "slash"} and before.glued)
    ):
        return True
    if following is not None and following.kind in NUMBERS | {"quote"}:
        return True
    if following is not None and after is not None:
        if following.kind == "comma" and after.kind == "year":
            return True  # "Dec., 2018"
        if following.kind in _RANGES and after.kind in {"month", "month_short"}:
            return True
    if before is None:
        return False
    if before.kind in _RANGES and len(ahead) > 1 and ahead[-2].kind in {"month", "month_short"}:
        return True
    named = atom.text in _FIRST_NAMES or (following is not None and following.capital)
    return before.kind in _SHORT_PLACES and (before.kind in {"in", "since"} or (atom.capital and not named))
