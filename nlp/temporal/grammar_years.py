"""Rules for years alone and for ordinals inside months and years, where only the context tells a date from a number."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.temporal.atoms import Atom
from nlp.temporal.expressions import Calendar, Expression, Nth, Repeat, Unit
from nlp.temporal.grammar_calendar import two_digit_year
from nlp.temporal.patterns import Parts, Rule
from nlp.temporal.sides import year_of
from nlp.temporal.tables import time_cues

# What may stand before a year that stands alone: prepositions, brackets, parts of a year, another year of a range.
_PLACES = frozenset(
    [
        "in",
        "of",
        "by",
        "since",
        "until",
        "from",
        "to",
        "between",
        "and",
        "or",
        "through",
        "during",
        "before",
        "after",
        "early",
        "late",
        "mid",
        "end",
        "start",
        "next",
        "following",
        "open",
        "comma",
        "the",
        "its",
        "as",
        "dash",
        "hyphen",
        "slash",
        "month",
        "season",
        "approx",
        "over",
        "than",
        "at",
        "on",
        "for",
        "fiscal",
        "dot",
        "colon",
        "semicolon",
        "close",
    ]
)
_STRONG = frozenset(
    ["in", "since", "until", "by", "during", "from", "between", "before", "after", "through", "early", "late", "mid"]
)


_LONGEST_RANGE = 150  # years


def _year(parts: Parts) -> Expression | None:
    year, unit = parts["y"], parts.get("u")
    before, after = parts.around(-1), parts.around(1)
    if unit is not None:
        return Calendar("", year.integer) if unit.value == "Y" else None
    if not 1000 <= year.integer <= 2199 or _is_part_of_number(parts):
        return None
    cues, second = time_cues(), parts.around(-2)
    if before is not None and before.kind == "dot" and second is not None and second.text == "C" and second.glued:
        return None  # 42 U.S.C. 1983
    if after is not None and cues.get(after.text.lower()) == "count":
        return None
    if before is not None and cues.get(before.text.lower()) == "name" and (before.text != "no"):
        return None
    if after is not None and after.capital and cues.get(after.text.lower()) == "title":
        return None  # the 2010 Act
    strong = before is not None and before.kind in _STRONG
    counted = after is not None and after.tag in {"NNS"} and not (before is not None and before.kind in {"the", "its"})
    if counted and not (strong and after is not None and after.capital):
        return None
    if 1700 <= year.integer <= 2100:
        if before is None or before.kind in _PLACES or before.kind == "year":
            return Calendar("", year.integer)
        if _begins_range(parts):
            return Calendar("", year.integer)
        return (
            None
            if before.capital and before.kind == "other"
            else Calendar("", year.integer)
            if _is_cardinal(parts)
            else None
        )
    bracketed = before is not None and before.kind == "open"
    return Calendar("", year.integer) if strong or bracketed or _in_range(parts) else None


def _is_cardinal(parts: Parts) -> bool:
    before = parts.around(-1)
    lower = before is not None and (before.text.isalpha() or before.text == "s")
    return lower and 1900 <= parts["y"].integer <= 2100


def _short_year(parts: Parts) -> Expression | None:
    """As in "in '98", "the class of '68"."""
    year, quote, before, after = parts["q"], parts.matched[0], parts.around(-1), parts.around(1)
    placed = before is not None and before.kind in _STRONG | {"of"}
    if not placed or quote.glued or not year.glued or len(year.text) != 2 or (after is not None and after.glued and (
        after.kind in {"s", "quote", "percent"} or after.text.isalnum()
    )):  # fmt: skip
        return None
    return Calendar("", two_digit_year(year.integer))


def _begins_range(parts: Parts) -> bool:
    """As in "**1861**–1863": another, later year behind a dash."""
    link, other = parts.around(1), parts.around(2)
    return (
        link is not None and other is not None and link.kind in {"hyphen", "dash"} and other.kind == "year"
        and parts["y"].integer < other.integer <= parts["y"].integer + _LONGEST_RANGE
    )  # fmt: skip


def _in_range(parts: Parts) -> bool:
    before, second = parts.around(-1), parts.around(-2)
    return (
        before is not None
        and second is not None
        and before.kind in {"hyphen", "dash", "to", "and"}
        and second.kind == "year"
    )


def _is_part_of_number(parts: Parts) -> bool:
    """As in "2024/25", "x-2000", "1999%": glued to other signs than a range's."""
    before, after = parts.around(-1), parts.around(1)
    if _in_chain(parts):
        return True
    if after is not None and after.text in {"%", "$", "€", "£", "°", "+"}:
        return True
    if after is not None and after.glued and after.kind in {"colon", "slash", "dot"}:
        second = parts.around(2)
        if after.kind == "slash" and second is not None and second.glued and len(second.text) == 2:
            return second.integer != (parts["y"].integer + 1) % 100  # "2024/25" is a season
        if second is not None and second.glued and second.text.isdecimal():
            return True
    if parts["y"].glued and before is not None and before.kind in {"hyphen", "slash", "dot", "colon", "other", "plus"}:
        second = parts.around(-2)
        return (
            before.kind in {"colon", "other", "plus"}
            or second is None
            or not before.glued
            or second.kind not in {"year", "month", "mid", "season", "early", "late"}
        )
    return False


def _in_chain(parts: Parts) -> bool:
    """As in "2015-1-32", "138-2010-2015": one of three and more numbers with hyphens between them, and no date."""
    ahead = [parts.around(distance) for distance in (1, 2, 3)]
    behind = [parts.around(-distance) for distance in (1, 2, 3)]
    return _is_chain(ahead) or (parts.matched[0].glued and _is_chain(behind))


def _is_chain(atoms: Sequence[Atom | None]) -> bool:
    kinds = [
        "" if atom is None or not atom.glued else "number" if atom.text.isdecimal() else atom.kind for atom in atoms
    ]
    return kinds == ["hyphen", "number", "hyphen"]


def _nth_weekday(parts: Parts) -> Expression | None:
    if any(atom.kind == "every" for atom in parts.matched):
        return Repeat("P1M" if parts["mu"].value == "M" else "P1Y")
    whole = _whole(parts)
    number = -1 if parts["n"].kind == "last" else parts["n"].integer
    return Nth(number, "D", whole, parts["w"].integer) if whole and number and number <= 5 else None


def _nth_unit(parts: Parts) -> Expression | None:
    whole, unit = _whole(parts), parts["v"].value
    number = -1 if parts["n"].kind == "last" else parts["n"].integer
    if whole is None or not number or unit not in {"W", "D"} or number > (31 if unit == "D" else 5):
        return None
    return Nth(number, unit, whole)


def _whole(parts: Parts) -> Expression | None:
    month, year, side = parts.get("m"), parts.get("y"), parts.get("s")
    if month is not None:
        return Calendar(f"-{month.integer:02}", year.integer if year else year_of(parts))
    if year is not None:
        return Calendar("", year.integer)
    unit = parts["mu"]
    if unit.value not in {"M", "Y"}:
        return None
    shift = (
        {"last": -1, "past": -1, "next": 1, "previous": -1, "following": 1}.get(side.kind, 0) if side is not None else 0
    )
    return Unit(unit.value, shift)


_MONTH = "m=MONTH DOT? ((COMMA|OF)? y=YEAR)?"
_MONTH_SAID = "m=MONTH DOT? (OF|IN)? ys=LAST|NEXT|THIS yu=UNIT"

YEAR_RULES = (
    Rule("year", "(THE u=UNIT)? y=YEAR", _year),
    Rule("year", "QUOTE q=N12|N24|N31|N99", _short_year),
    Rule("day in a month", f"THE? n=ORD|LAST w=WEEKDAY OF|IN {_MONTH_SAID}", _nth_weekday),
    Rule("day in a month", f"THE? n=ORD|LAST w=WEEKDAY OF|IN {_MONTH}", _nth_weekday),
    Rule("day in a month", "THE? n=ORD|LAST w=WEEKDAY OF|IN s=LAST|NEXT|THIS|THE|EVERY mu=UNIT", _nth_weekday),
    Rule("week in a month", f"THE? n=ORD|LAST v=UNIT OF|IN {_MONTH}", _nth_unit),
    Rule("week in a month", "THE? n=ORD|LAST v=UNIT OF|IN y=YEAR", _nth_unit),
    Rule("week in a month", "THE? n=ORD|LAST v=UNIT OF s=LAST|NEXT|THIS|THE mu=UNIT", _nth_unit),
)
