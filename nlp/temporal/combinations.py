"""Expressions made of expressions: "the end of" + June, "two days before" + Christmas, Thursday + "at 5 p.m.", "22-"
+ 25 April.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlp.temporal.atoms import Atom
from nlp.temporal.expressions import (
    Calendar,
    Clock,
    Expression,
    Fixed,
    Length,
    MonthDay,
    Nth,
    Numeric,
    Offset,
    Origin,
    Portion,
    Unit,
    Weekday,
    WeekOf,
)
from nlp.temporal.grammar import Found
from nlp.temporal.patterns import Parts, compile_pattern, encode
from nlp.temporal.units import CALENDAR_UNITS

# Units that follow each other in one length.
_SMALLER = {("Y", "M"), ("M", "W"), ("M", "D"), ("W", "D"), ("D", "H"), ("H", "MIN"), ("MIN", "S")}
_REACH = 8  # atoms that a prefix may take
_DATES = (Calendar, MonthDay, Nth, Portion, Unit, Weekday, Offset)

_PORTION = (
    "(p=EARLY|LATE|MID HYPHEN?) | (THE? p2=END|START|MIDDLE OF) | (THE p3=EARLY|LATE|LATTER PART|DAYS|WEEKS|MONTHS OF)"
)
_DAYPART = "((EARLY|LATE) (IN|ON)?)? THE? ((EARLY|LATE|MID) HYPHEN?)? n=DAYPART (HOURS|UNITS)? (OF|ON)"
_HOURS = "THE? p=EARLY|LATE|SMALL UNITS (OF|ON)"
_BESIDE = "THE? u=UNIT r=BEFORE|AFTER|FOLLOWING"
_EVE = "THE? EVE OF"
_WEEK_OF = "THE? u=UNIT OF"


@dataclass(frozen=True, slots=True)
class _Prefix:
    start: int
    parts: Parts


def combine(atoms: Sequence[Atom], found: Sequence[Found]) -> list[Found]:
    """Join the expressions that belong together, left to right; the rest stay as they are."""
    codes = encode(atoms)
    joined: list[Found] = []
    for item in found:
        floor = joined[-1].stop if joined else 0
        item = _with_prefix(atoms, codes, item, floor)
        previous = joined[-1] if joined else None
        if previous is not None and (counted := _counted_from(atoms, previous, item)) is not None:
            joined[-1] = counted
        merged = _join(atoms, previous, item) if previous is not None else None
        if merged is not None:
            joined[-1] = merged
        else:
            joined.append(item)
    return joined


def _counted_from(atoms: Sequence[Atom], left: Found, right: Found) -> Found | None:
    """As in "**two days before** the vote on 23 February": counted from the day of what stands between."""
    between = atoms[left.stop : right.first]
    one, two = left.expression, right.expression
    if (
        not isinstance(one, Length) or one.sign or one.unit not in {"D", "W", "M", "Y"} or not is_day(two)
        or not 3 <= len(between) <= _REACH or between[0].kind not in {"before", "after"} or between[-1].kind != "on"
        or any(atom.kind in {"comma", "dot", "semicolon"} or atom.tag[:2] == "VB" for atom in between)
    ):  # fmt: skip
        return None
    sign = -1 if between[0].kind == "before" else 1
    return Found(left.first, left.stop + 1, Offset(one.unit, one.amount, sign, Origin.TEXT, two), "offset")


def _prefix(atoms: Sequence[Atom], codes: str, pattern: str, item: Found, floor: int) -> _Prefix | None:
    start = max(floor, item.first - _REACH)
    match = compile_pattern(pattern, at_end=True).search(codes[start : item.first])
    return None if match is None else _Prefix(start + match.start(), Parts(atoms, match, start))


def _with_prefix(atoms: Sequence[Atom], codes: str, item: Found, floor: int) -> Found:
    if not isinstance(item.expression, _DATES):
        if _is_century_or_decade(item) and (prefix := _prefix(atoms, codes, _PORTION, item, floor)):
            return _portion(prefix, item)
        return item
    if prefix := _prefix(atoms, codes, _PORTION, item, floor):
        return _portion(prefix, item)
    if prefix := _prefix(atoms, codes, _DAYPART, item, floor):
        return replace(
            item,
            first=prefix.start,
            expression=Clock("T" + prefix.parts["n"].value, item.expression),
            rule="part of a day",
        )
    if is_day(item.expression) and (prefix := _prefix(atoms, codes, _HOURS, item, floor)):
        time = "TEV" if prefix.parts["p"].kind == "late" else "TMO"
        return replace(item, first=prefix.start, expression=Clock(time, item.expression), rule="part of a day")
    if (prefix := _prefix(atoms, codes, _BESIDE, item, floor)) and prefix.parts["u"].value in {"D", "W", "M", "Y"}:
        sign = -1 if prefix.parts["r"].kind == "before" else 1
        offset = Offset(prefix.parts["u"].value, 1, sign, Origin.TEXT, item.expression)
        return replace(item, first=prefix.start, expression=offset, rule="offset")
    if (
        (prefix := _prefix(atoms, codes, _WEEK_OF, item, floor))
        and prefix.parts["u"].value == "W"
        and is_day(item.expression)
    ):
        return replace(item, first=prefix.start, expression=WeekOf(item.expression), rule="week of a day")
    if prefix := _prefix(atoms, codes, _EVE, item, floor):
        return replace(
            item, first=prefix.start, expression=Offset("D", 1, -1, Origin.TEXT, item.expression), rule="offset"
        )
    return item


def _is_century_or_decade(item: Found) -> bool:
    return item.rule in {"decade", "century"}


def _portion(prefix: _Prefix, item: Found) -> Found:
    word = next(p for p in (prefix.parts.get("p"), prefix.parts.get("p2"), prefix.parts.get("p3")) if p is not None)
    kind = {"latter": "late", "middle": "mid"}.get(word.kind, word.kind)
    if (
        isinstance(item.expression, Unit | Weekday)
        and kind in {"early", "late"}
        and getattr(item.expression, "unit", "D") == "D"
    ):
        return replace(item, first=prefix.start)  # "late yesterday", "early Friday": still that day
    return replace(item, first=prefix.start, expression=Portion(item.expression, kind), rule=f"part of: {item.rule}")


def _join(atoms: Sequence[Atom], left: Found, right: Found) -> Found | None:
    """One expression out of two neighbours, or `None` where they stand apart."""
    between = [atoms[i].kind for i in range(left.stop, right.first)]
    if len(between) > 2:
        return None
    one, two = left.expression, right.expression
    if (
        isinstance(one, Clock)
        and one.day is None
        and is_day(two)
        and (between in ([], ["on"], ["comma"], ["of"]) or (between == ["dot"] and "." in atoms[left.stop - 1].text))
    ):
        return Found(left.first, right.stop, Clock(one.time, two), "time of day")
    if (
        isinstance(two, Clock)
        and two.day is None
        and is_day(one)
        and (
            between in ([], ["at"], ["comma"], ["approx"], ["at", "approx"], ["by"], ["from"], ["between"])
            or [a.text for a in atoms[left.stop : right.first] if a.glued] == ["T"]  # 2025-03-04T17:20Z
        )
    ):
        return Found(left.first, right.stop, Clock(two.time, one), "time of day")
    if left.rule == "weekend" and between == ["of"] and is_day(two):
        return Found(left.first, right.stop, WeekOf(two, weekend=True), "week of a day")
    if isinstance(one, Length) and isinstance(two, Length) and between in ([], ["and"], ["comma"]):
        return _longer(left, right)
    if (
        isinstance(one, Length)
        and one.sign == 0
        and (isinstance(two, _DATES) or (isinstance(two, Fixed) and two.named))
        and between in (["before"], ["after"], ["from"], ["following"])
    ):
        if one.unit not in CALENDAR_UNITS or _dates_a_noun(atoms, right):
            return None
        runs = left.first and atoms[left.first - 1].kind == "for"
        if between == ["from"] and (isinstance(two, Calendar) or runs):
            return None  # "for five years from 1 January", "for two weeks from Monday": begins there
        sign = -1 if between == ["before"] else 1
        return Found(left.first, right.stop, Offset(one.unit, one.amount, sign, Origin.TEXT, two), "offset")
    return None


def _longer(left: Found, right: Found) -> Found | None:
    """As in "four years and three months": a counted length and the next smaller unit behind it."""
    one, two = left.expression, right.expression
    if not isinstance(one, Length) or not isinstance(two, Length) or two.sign or two.amount is None:
        return None
    units = [one.unit, *(unit for unit, _ in one.rest)]
    if one.amount is None or (units[-1], two.unit) not in _SMALLER:
        return None
    return Found(left.first, right.stop, replace(one, rest=(*one.rest, (two.unit, two.amount))), left.rule)


def _dates_a_noun(atoms: Sequence[Atom], item: Found) -> bool:
    """As in "six weeks after **the 8 November** election": the day is the noun's, what is counted from it another."""
    after = atoms[item.stop] if item.stop < len(atoms) else None
    determined = atoms[item.first].kind == "the" or (item.first and atoms[item.first - 1].kind == "the")
    return bool(determined) and after is not None and after.tag[:2] in {"NN", "JJ"} and not after.glued


def is_day(expression: Expression) -> bool:
    """Whether an expression names one day."""
    if isinstance(expression, Calendar):
        return bool(expression.feast) or len(expression.part) == 6
    return isinstance(expression, Weekday | Nth | Numeric | MonthDay) or (
        isinstance(expression, Unit) and expression.unit == "D"
    )
