"""Rules for calendar days, months and weekdays: "Friday, 4 July 2025", "May 2024", "2025-07-04", "last May"."""

from __future__ import annotations

from nlp.temporal.atoms import Atom
from nlp.temporal.expressions import (
    Calendar,
    Expression,
    Fixed,
    MonthDay,
    Numeric,
    Side,
    Weekday,
)
from nlp.temporal.patterns import Parts, Rule
from nlp.temporal.sides import side_of, year_of
from nlp.temporal.tables import is_short

# A year said through another: "last year", "of this year", "that year", "of the same year".
YEAR_SAID = "(OF|IN|COMMA)? THE? ys=LAST|NEXT|THIS|THAT|SAME|PREVIOUS|FOLLOWING yu=UNIT"
_WEEKDAY = "(w=WEEKDAY DOT? COMMA? ON? THE?)?"


def two_digit_year(number: int) -> int:
    """40 to 99 are 1940 to 1999, 00 to 39 are 2000 to 2039: news looks back farther than ahead."""
    return number + (1900 if number >= 40 else 2000)


def _part(month: int, day: int | None = None) -> str:
    return f"-{month:02}" if day is None else f"-{month:02}-{day:02}"


def _spans_sentences(parts: Parts) -> bool:
    """Whether a sentence's end or a new line parts what matched: "on 29 March. In 2022", "in August. 1972 was"."""
    atoms = parts.matched
    for before, dot, after in zip(atoms, atoms[1:], atoms[2:], strict=False):
        if dot.kind == "dot":
            whole = before.kind == "month" and not is_short(before.text)
            if after.start - dot.end > 1 or (after.capital and after.kind in {"in", "of", "the", "on"}) or whole:
                return True
    return False


def _day_in_month(parts: Parts) -> Expression | None:
    if _spans_sentences(parts):
        return None
    day, month, year = parts["d"], parts["m"], parts.get("y")
    if not 1 <= day.integer <= 31:
        return None
    if day.kind == "ordinal" and parts.match.start("m") > parts.match.start("d") and parts.get("o") is None:
        return None  # "first January" is rarely a day
    if year is None and day.kind != "ordnum" and _counts(parts, day):
        return None
    weekday, side, era = parts.get("w"), parts.get("s"), parts.get("e")
    if side is not None and parts.matched[parts.matched.index(side) + 1].start - side.end > 1:
        return None  # a heading that ends in "next", and the date of the line below it
    part = _part(month.integer, day.integer)
    if year is not None and era is not None:
        return Fixed(year_of_era(year, era) + part)
    return Calendar(
        part,
        year.integer if year else year_of(parts),
        side_of(side) if side is not None else Side.NEAREST,
        weekday=weekday.integer if weekday else None,
    )


def _counts(parts: Parts, day: Atom) -> bool:
    """Whether the number after a month goes on as another number: "May 12,000", "March 3.5", "June 7:30"."""
    if parts.matched[-1] is not day:
        return False
    after, second = parts.around(1), parts.around(2)
    if after is None or after.text == "%":
        return after is not None
    return (
        after.glued and after.kind in {"colon", "slash"} and second is not None and second.glued and second.number > 0
    )


def year_of_era(year: Atom, era: Atom) -> str:
    """`BC0480`, `0480`."""
    return f"BC{year.integer:04}" if era.value == "BC" else f"{year.integer:04}"


def _short_year(parts: Parts) -> Expression | None:
    year = two_digit_year(parts["q"].integer)
    day = parts.get("d")
    return Calendar(_part(parts["m"].integer, day.integer if day else None), year)


def _month_year(parts: Parts) -> Expression | None:
    if _spans_sentences(parts) or _no_such_day(parts):
        return None
    year, era = parts.get("y"), parts.get("e")
    if year is not None and era is not None:
        return Fixed(f"{year_of_era(year, era)}{_part(parts['m'].integer)}")
    return Calendar(_part(parts["m"].integer), year.integer if year else year_of(parts))


def _no_such_day(parts: Parts) -> bool:
    """As in "32 August": a number that no month has stands right before it."""
    before = parts.around(-1)
    return before is not None and before.kind == "n99" and parts.matched[0].kind == "month"


def _month(parts: Parts) -> Expression | None:
    if _no_such_day(parts):
        return None
    month, side = parts["m"], parts.get("s")
    return Calendar(_part(month.integer), side=side_of(side) if side else Side.NEAREST)


def _iso(parts: Parts) -> Expression | None:
    year, month, day = parts["y"], parts["m"], parts["d"]
    if not all(a.glued for a in parts.matched[1:]):
        return None
    return Calendar(_part(month.integer, day.integer), year.integer)


def _iso_month(parts: Parts) -> Expression | None:
    month = parts["m"]
    short = parts["y"].integer % 100
    if (
        not all(a.glued for a in parts.matched[1:])
        or len(month.text) != 2
        or (month.integer > short and parts["y"].integer < 2000)
    ):
        return None
    if month.integer == short + 1:
        return None  # 2006-07 is more often two years than a July
    return Calendar(_part(month.integer), parts["y"].integer)


def _numeric_month(parts: Parts) -> Expression | None:
    """As in "09/2012"; not inside a longer chain of numbers."""
    before, after = parts.around(-1), parts.around(1)
    if after is not None and after.glued and after.kind in {"slash", "hyphen"}:
        return None
    if before is not None and parts.matched[0].glued and before.kind == "slash":
        return None
    if not all(a.glued for a in parts.matched[1:]):
        return None
    return Calendar(_part(parts["m"].integer), parts["y"].integer)


def _numeric(parts: Parts) -> Expression | None:
    first, second, year = parts["a"], parts["b"], parts["y"]
    before, after = parts.around(-1), parts.around(1)
    if not all(a.glued for a in parts.matched[1:]) or (
        first.glued and before is not None and before.kind not in {"open", "quote"}
    ):
        return None
    second_after = parts.around(2)
    dotted = second_after is not None and second_after.glued and second_after.text.isdecimal()
    if after is not None and after.glued and (after.kind in {"slash", "hyphen"} or (after.kind == "dot" and dotted)):
        return None
    number = year.integer
    if year.kind != "year":
        if len(year.text) != 2 or (parts.matched[1].kind == "dot" and len(first.text) < 2):
            return None
        number = two_digit_year(number)
    if parts.matched[1].kind != parts.matched[3].kind or (
        before is not None and before.text.lower() in {"section", "version", "article", "v", "chapter"}
    ):
        return None
    if not (1 <= first.integer <= 31 and 1 <= second.integer <= 31 and min(first.integer, second.integer) <= 12):
        return None
    if parts.matched[1].kind == "dot":
        return Calendar(_part(second.integer, first.integer), number) if second.integer <= 12 else None
    return Numeric(first.integer, second.integer, number)


def _named_numeric(parts: Parts) -> Expression | None:
    """10-Apr-15, 2017/Oct/31."""
    year, day = parts["y"], parts["d"]
    number = year.integer if year.kind == "year" else two_digit_year(year.integer)
    return Calendar(_part(parts["m"].integer, day.integer), number)


def _weekday(parts: Parts) -> Expression | None:
    side, week = parts.get("s"), parts.get("ws")
    if side is not None and side.kind == "following" and parts.matched[0] is side and side.tag != "JJ":
        return None  # "following Monday's vote"
    if week is not None:
        if parts["wu"].value != "W":
            return None
        return Weekday(parts["w"].integer, week={"last": -1, "past": -1, "next": 1, "coming": 1}.get(week.kind, 0))
    return Weekday(parts["w"].integer, side_of(side) if side else Side.NEAREST)


def _the_day(parts: Parts) -> Expression | None:
    """As in "on the 12th", "the 12th of the month", "on 29th"."""
    after = parts.around(1)
    if (
        after is not None
        and (after.kind in {"other", "unit", "units"} or after.kind.startswith("half"))
        and after.text.isalpha()
        and after.tag[:2] not in {"PR", "DT", "VB", "MD", "IN", "RB", "CC"}
        and parts.get("of") is None
        and not after.glued
    ):
        return None
    unit, day = parts.get("u"), parts["d"]
    if unit is not None and unit.value != "M":
        return None
    weekday = parts.get("w")
    return MonthDay(day.integer, weekday.integer if weekday is not None else None) if 1 <= day.integer <= 31 else None


_DAY_FIRST = f"{_WEEKDAY} THE? d=DAYWORD (o=OF THE?)? m=MONTH DOT?"
_MONTH_FIRST = f"{_WEEKDAY} m=MONTH DOT? THE? d=DAYWORD"

CALENDAR_RULES = (
    Rule("ISO date", "y=YEAR HYPHEN m=N12 HYPHEN d=DAY", _iso),
    Rule("ISO date", "y=YEAR SLASH m=N12 SLASH d=DAY", _iso),
    Rule("ISO month", "y=YEAR HYPHEN|SLASH m=N12", _iso_month),
    Rule("numeric date", "a=INT SLASH b=INT SLASH y=YEAR|N12|N24|N31|N99", _numeric),
    Rule("numeric date", "a=INT DOT b=INT DOT y=YEAR|N12|N24|N31|N99", _numeric),
    Rule("numeric date", "a=INT HYPHEN b=INT HYPHEN y=YEAR", _numeric),
    Rule("numeric date", "d=DAY HYPHEN|SLASH m=MONTH HYPHEN|SLASH y=YEAR|N12|N24|N31|N99", _named_numeric),
    Rule("numeric date", "y=YEAR HYPHEN|SLASH m=MONTH HYPHEN|SLASH d=DAY", _named_numeric),
    Rule("full date", f"{_DAY_FIRST} (COMMA|OF|IN)? y=YEAR", _day_in_month),
    Rule("full date", f"{_MONTH_FIRST} (COMMA|OF|IN)? y=YEAR", _day_in_month),
    Rule("full date", f"{_DAY_FIRST} COMMA? y=COUNT|YEAR e=ERA", _day_in_month),
    Rule("full date", f"{_MONTH_FIRST} COMMA? y=COUNT|YEAR e=ERA", _day_in_month),
    Rule("full date", f"{_DAY_FIRST} {YEAR_SAID}", _day_in_month),
    Rule("full date", f"{_MONTH_FIRST} {YEAR_SAID}", _day_in_month),
    Rule("full date", "d=DAY m=MONTH DOT? COMMA? QUOTE q=N12|N24|N31|N99", _short_year),
    Rule("full date", "m=MONTH DOT? d=DAY COMMA? QUOTE q=N12|N24|N31|N99", _short_year),
    Rule("day and month", f"(s=LAST|NEXT|THIS)? {_DAY_FIRST}", _day_in_month),
    Rule("day and month", f"(s=LAST|NEXT|THIS)? {_MONTH_FIRST}", _day_in_month),
    Rule("month and year", "m=MONTH DOT? (COMMA|OF|IN|HYPHEN)? (THE YEAR_WORD)? y=YEAR", _month_year),
    Rule("month and year", f"m=MONTH DOT? {YEAR_SAID}", _month_year),
    Rule("month and year", "m=MONTH DOT? OF? y=COUNT|YEAR DOT? e=ERA", _month_year),
    Rule("month and year", "m=MONTH DOT? QUOTE q=N12|N24|N31|N99", _short_year),
    Rule("month and year", "m=N12 SLASH y=YEAR", _numeric_month),
    Rule("month", "(THE? s=LAST|NEXT|THIS|PAST|PREVIOUS|FOLLOWING|COMING|SAME|THAT)? m=MONTH DOT?", _month),
    Rule("weekday", "THE? s=LAST|NEXT|THIS|PAST|PREVIOUS|FOLLOWING|COMING|SAME|THAT w=WEEKDAY", _weekday),
    Rule("weekday", "THIS s=LAST|PAST|COMING w=WEEKDAY", _weekday),
    Rule("day of the month", "w=WEEKDAY COMMA? THE? d=ORDNUM", _the_day),
    Rule("weekday", "w=WEEKDAY (OF|COMMA)? ws=LAST|NEXT|THIS|PAST|COMING wu=UNIT", _weekday),
    Rule("weekday", "w=WEEKDAY DOT?", _weekday),
    Rule("day of the month", "THE d=ORDNUM (OF THE u=UNIT)?", _the_day),
)  # fmt: skip
