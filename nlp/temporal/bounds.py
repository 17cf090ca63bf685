"""The days of an expression in its place: a range's from end to end, a bound's open to one side, with vague edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from nlp.model import DateBasis, Precision
from nlp.temporal.atoms import Atom
from nlp.temporal.days import Days
from nlp.temporal.edges import Edge, edge_of, linked
from nlp.temporal.expressions import Length, Portion
from nlp.temporal.grammar import Found
from nlp.temporal.scene import Reading
from nlp.temporal.units import shift
from nlp.temporal.vagueness import modifier, vague_edges

_UP_TO = (["to"], ["ended"], ["ending"], ["until"], ["through"])
_CLOSE = 4  # atoms between a duration and the date from which it runs


@dataclass(frozen=True, slots=True)
class Bounds:
    """Closed days, `None` where open, with how exact they are and which edge is an estimate.

    `basis` and `anchor` are set where they are not the expression's own: a length has days only through another date.
    """

    first: date | None = None
    last: date | None = None
    precision: Precision | None = None
    first_vague: bool = False
    last_vague: bool = False
    basis: DateBasis | None = None
    anchor: date | None = None


def find_bounds(index: int, found: Sequence[Found], readings: Sequence[Reading], atoms: Sequence[Atom]) -> Bounds:
    """The days of `found[index]`, widened to its range or opened to the side that a bound leaves open."""
    reading = readings[index]
    item = found[index]
    if (stretch := _length_up_to(index, found, readings, atoms)) is not None:
        counted = (DateBasis.RELATIVE, stretch.last) if isinstance(item.expression, Length) else (None, None)
        return Bounds(stretch.first, stretch.last, Precision.INTERVAL, basis=counted[0], anchor=counted[1])
    days = reading.days
    if days is None:
        return Bounds()
    vague = vague_edges(item.expression, modifier(item, atoms))
    if reading.type in {"DURATION", "SET"}:
        return Bounds(days.first, days.last, reading.precision, *vague)
    for low, high in ((index, index + 1), (index - 1, index)):
        if low >= 0 and high < len(found) and linked(atoms, found[low], found[high]):
            one, two = readings[low].days, readings[high].days
            if one is not None and two is not None and one.first <= two.last:
                left = vague_edges(found[low].expression, modifier(found[low], atoms))[0]
                right = vague_edges(found[high].expression, modifier(found[high], atoms))[1]
                return Bounds(one.first, two.last, Precision.INTERVAL, left, right)
    match edge_of(atoms, item):
        case Edge.SINCE:
            return Bounds(
                days.first, _end_of_length(index, found, days.first), Precision.INTERVAL, first_vague=vague[0]
            )
        case Edge.UNTIL:
            return Bounds(None, days.last, Precision.INTERVAL, last_vague=vague[1])
        case Edge.BEFORE if isinstance(item.expression, Portion):
            return Bounds(
                None, days.last, Precision.INTERVAL, last_vague=vague[1]
            )  # before the year's end: still in it
        case Edge.BEFORE:
            if days.first == date.min:
                return Bounds()
            last = days.first - timedelta(days=1)
            return Bounds(None, last, Precision.INTERVAL, last_vague=vague[0])
        case Edge.AFTER:
            if days.last == date.max:
                return Bounds()
            first = days.last + timedelta(days=1)
            return Bounds(first, None, Precision.INTERVAL, first_vague=vague[1])
    return Bounds(days.first, days.last, reading.precision, *vague)


def _length_up_to(
    index: int, found: Sequence[Found], readings: Sequence[Reading], atoms: Sequence[Atom]
) -> Days | None:
    """The days of "the three months to December", for the length as for the date that ends it."""
    for place in (index, index - 1):
        if place < 0 or place + 1 >= len(found):
            continue
        length, end = found[place].expression, readings[place + 1].days
        between = [a.text.lower() for a in atoms[found[place].stop : found[place + 1].first]]
        if isinstance(length, Length) and not length.sign and end is not None and between[:1] in _UP_TO:
            if len(between) > 2 or (len(between) == 2 and between[1] not in {"the", "on"}):
                continue
            first = _counted(end.last + timedelta(days=1), length, -1) if end.last < date.max else None
            if first is not None:
                return Days(first, end.last)
    return None


def _counted(day: date, length: Length, sign: int) -> date | None:
    """The day a counted length of days to years away; `None` for other lengths, and outside the calendar."""
    if not length.amount or length.amount != int(length.amount) or length.unit not in {"D", "W", "M", "Q", "Y"}:
        return None
    try:
        return shift(day, length.unit, sign * int(length.amount))
    except (ValueError, OverflowError):
        return None


def _end_of_length(index: int, found: Sequence[Found], first: date) -> date | None:
    """The last day of "a ten-day curfew from Monday": the duration just before the date, begun on it."""
    before = found[index - 1] if index else None
    if before is None or found[index].first - before.stop > _CLOSE or not isinstance(before.expression, Length):
        return None
    if before.expression.sign:
        return None
    end = _counted(first, before.expression, 1)
    return None if end is None else end - timedelta(days=1)
