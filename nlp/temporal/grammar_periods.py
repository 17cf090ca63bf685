"""Rules for quarters, halves, fiscal years, seasons, feasts, decades and centuries."""

from __future__ import annotations

from nlp.temporal.expressions import (
    Calendar,
    Expression,
    Fixed,
    Length,
    Months,
    Side,
    Unit,
    Year,
)
from nlp.temporal.grammar_calendar import YEAR_SAID, two_digit_year, year_of_era
from nlp.temporal.patterns import Parts, Rule
from nlp.temporal.sides import side_of, year_of

_OWNERS = frozenset({"his", "her", "their", "my", "your", "our"})


def _quarter(parts: Parts) -> Expression | None:
    number, unit = parts["n"], parts.get("u")
    if unit is not None and (unit.value != "Q" or not 1 <= number.integer <= 4):
        return None
    year = parts.get("y")
    return Calendar(f"-Q{number.integer}", year.integer if year else year_of(parts), fiscal=parts.get("f") is not None)


def _q_number(parts: Parts) -> Expression | None:
    letter, number, year = parts["l"], parts["n"], parts.get("y")
    lower = letter.text.lower()
    if lower not in {"q", "h"} or not (1 <= number.integer <= (4 if lower == "q" else 2)) or len(number.text) > 1:
        return None
    if not (letter.capital or (year is not None and year.kind == "year")) or not (
        parts.matched[1].glued if year is None or parts.matched[0] is not year else parts.matched[2].glued
    ):
        return None
    given = None
    if year is not None:
        given = year.integer if year.kind == "year" else two_digit_year(year.integer)
        if year.kind != "year" and len(year.text) != 2:
            return None
    elif lower == "h":
        return None
    return Calendar(f"-{letter.text.upper()}{number.integer}", given)


def _number_q(parts: Parts) -> Expression | None:
    """As in "4Q24", "1H 2025"."""
    number, letter, year = parts["n"].integer, parts["l"].text.upper(), parts["y"]
    if letter not in {"Q", "H"} or number > (4 if letter == "Q" else 2) or not parts.matched[1].glued:
        return None
    if year.kind != "year" and (len(year.text) != 2 or not year.glued):
        return None
    return Calendar(f"-{letter}{number}", year.integer if year.kind == "year" else two_digit_year(year.integer))


def _month_quarter(parts: Parts) -> Expression | None:
    """As in "the June quarter": the one that ends with that month."""
    if parts["u"].value != "Q":
        return None
    year = parts.get("y")
    return Calendar(f"-Q{(parts['m'].integer + 2) // 3}", year.integer if year is not None else None)


def _final_quarter(parts: Parts) -> Expression | None:
    year = parts.get("y")
    return Calendar("-Q4", year.integer if year is not None else None) if parts["u"].value == "Q" else None


def _last_quarter(parts: Parts) -> Expression | None:
    if parts["u"].value != "Q":
        return None
    return Calendar("-Q4", parts["y"].integer)


def _half(parts: Parts) -> Expression | None:
    number = parts["n"]
    which = 2 if number.kind in {"last", "latter"} else number.integer
    if which not in {1, 2}:
        return None
    year = parts.get("y")
    given = year.integer if year else year_of(parts)
    unit = parts.get("u")
    if unit is not None and unit.value != "Y":
        return None
    return Calendar(f"-H{which}", given, fiscal=parts.get("f") is not None)


def _months(parts: Parts) -> Expression | None:
    if parts["n"].kind == "last" and parts["u"].value == "M" and parts.get("y") is None and parts.get("yu") is None:
        return Length("M", parts["c"].number, -1)  # "the last three months"
    if parts["u"].value != "M" or (parts["n"].kind == "ordinal" and parts["n"].integer != 1):
        return None
    year = parts.get("y")
    whole: Expression | None = Calendar("", year.integer) if year else Unit("Y", 0) if parts.get("ys") else None
    said = year_of(parts)
    if isinstance(said, Year):
        whole = Unit("Y", said.shift, said.origin)
    return Months(parts["c"].integer, whole, parts["n"].kind == "ordinal")


def _first_units(parts: Parts) -> Expression | None:
    """As in "the last two weeks of 2025", "the first ten days of May"."""
    first, unit, month, year = parts["n"], parts["u"].value, parts.get("m"), parts.get("y")
    if unit not in {"D", "W"} or (first.kind == "ordinal" and first.integer != 1) or (month is None and year is None):
        return None
    whole = Calendar(f"-{month.integer:02}" if month is not None else "", year.integer if year is not None else None)
    return Months(parts["c"].integer, whole, first.kind == "ordinal", unit)


def _fiscal_year(parts: Parts) -> Expression | None:
    year = parts["y"]
    unit = parts.get("u")
    if unit is not None and unit.value != "Y":
        return None
    if year.kind != "year" and (len(year.text) != 2 or not year.glued):
        return None
    return Calendar("", year.integer if year.kind == "year" else two_digit_year(year.integer), fiscal=True)


def _season(parts: Parts) -> Expression | None:
    year, side, short = parts.get("y"), parts.get("s"), parts.get("q")
    given = year.integer if year else two_digit_year(short.integer) if short else year_of(parts)
    return Calendar("-" + parts["n"].value, given, side_of(side) if side else Side.NEAREST)


def _feast(parts: Parts) -> Expression | None:
    year, side, rule = parts.get("y"), parts.get("s"), parts["n"].value
    if len(rule) == len("2001-09-11"):
        after = parts.around(1)
        return (
            None if after is not None and after.kind == "other" and after.capital else Fixed(rule, named=True)
        )  # the 9/11 Commission
    return Calendar("", year.integer if year else year_of(parts), side_of(side) if side else Side.NEAREST, feast=rule)


def _decade(parts: Parts) -> Expression | None:
    year, s = parts["y"], parts["s"]
    if not s.glued and not (parts.get("q") is not None and parts["q"].glued):
        return None
    if s.text != "s" or year.integer % 10:
        return None
    if year.kind == "year":
        return (
            Fixed(f"{year.integer // 10}")
            if year.integer % 100 or year.integer >= 1900
            else Fixed(f"{year.integer // 100}")
        )
    quoted = parts.get("q") is not None
    if len(year.text) == 2 and (century := _decades_before(parts)) is not None:
        return Fixed(f"{century}{year.integer // 10}")
    if len(year.text) != 2 or not (quoted or parts.get("p") is not None or _is_part_of_decade(parts)):
        return None  # "in his 30s" is an age
    return Fixed(f"{19 if year.integer >= 30 else 20}{year.integer // 10}")


def _decades_before(parts: Parts) -> int | None:
    """As in "the 1950s and **60s**": the century of the decade before it."""
    link, letter, year = (parts.around(-distance) for distance in (1, 2, 3))
    if link is None or letter is None or year is None or link.kind not in {"and", "or", "to", "hyphen", "dash"}:
        return None
    return year.integer // 100 if letter.text == "s" and letter.glued and year.kind == "year" else None


def _is_part_of_decade(parts: Parts) -> bool:
    """As in "by the mid-80s", where "in her mid-80s" is an age."""
    before = [parts.around(-distance) for distance in (1, 2, 3)]
    kinds = ["" if atom is None else atom.kind for atom in before]
    if kinds[0] == "hyphen":
        return kinds[1:] == ["mid", "the"]
    return kinds[0] in {"early", "late"} and kinds[1] == "the"


def _decade_word(parts: Parts) -> Expression | None:
    century, word, before = parts.get("c"), parts["n"], parts.around(-1)
    if before is not None and before.text.lower() in _OWNERS:
        return None  # "into her eighties" is an age
    if century is not None:
        return Fixed(f"{century.integer}{word.integer}") if 10 <= century.integer <= 20 else None
    return Fixed(f"{19 if word.integer >= 3 else 20}{word.integer}")


def _century(parts: Parts) -> Expression | None:
    number, unit, era = parts["n"], parts["u"], parts.get("e")
    if unit.value != "CE" or not 1 <= number.integer <= 30:
        return None
    if era is not None and era.value == "BC":
        return Fixed(f"BC{number.integer - 1:02}")
    return Fixed(f"{number.integer - 1:02}")


def _era_year(parts: Parts) -> Expression | None:
    year, era = parts["y"], parts["e"]
    if not era.text.isupper() or year.number != year.integer or year.integer > 9999:
        return None
    return Fixed(year_of_era(year, era))


PERIOD_RULES = (
    Rule("quarter", "DET? f=FISCAL? n=ORD HYPHEN? u=UNIT ((OF|COMMA)? f2=FISCAL? y=YEAR)?", _quarter),
    Rule("quarter", f"DET? f=FISCAL? n=ORD HYPHEN? u=UNIT {YEAR_SAID}", _quarter),
    Rule("quarter", "THE? y=YEAR QUOTE? S? n=ORD HYPHEN? u=UNIT", _quarter),
    Rule("quarter", "THE? ys=LAST|NEXT|THIS|THAT|SAME|PREVIOUS yu=UNIT QUOTE S n=ORD HYPHEN? u=UNIT", _quarter),
    Rule("quarter", "DET? LAST u=UNIT OF y=YEAR", _last_quarter),
    Rule("quarter", "l=PART_LETTER n=N12 ((OF|HYPHEN|SLASH)? y=YEAR|N24|N31|N99)?", _q_number),
    Rule("quarter", "y=YEAR HYPHEN? l=PART_LETTER n=N12", _q_number),
    Rule("quarter", "n=N12 l=PART_LETTER y=YEAR|N24|N31|N99", _number_q),
    Rule("quarter", "DET? m=MONTH u=UNIT ((OF|COMMA)? y=YEAR)?", _month_quarter),
    Rule("quarter", "DET? FINAL u=UNIT ((OF|COMMA)? y=YEAR)?", _final_quarter),
    Rule("half", "DET? f=FISCAL? n=ORD|LAST|LATTER HYPHEN? HALF OF y=YEAR", _half),
    Rule("half", f"DET? f=FISCAL? n=ORD|LAST|LATTER HYPHEN? HALF {YEAR_SAID}", _half),
    Rule("half", "DET? n=ORD HYPHEN? HALF OF DET f=FISCAL? u=UNIT", _half),
    Rule("half", "DET? f=FISCAL? n=ORD HYPHEN HALF (OF? y=YEAR)?", _half),
    Rule("first months", "DET? n=ORD|LAST c=COUNT u=UNITS (OF f=FISCAL? y=YEAR)?", _months),
    Rule("first months", f"DET? n=ORD|LAST c=COUNT u=UNITS {YEAR_SAID}", _months),
    Rule("first months", "DET? n=ORD|LAST c=COUNT u=UNITS OF (m=MONTH (OF|COMMA)?)? y=YEAR?", _first_units),
    Rule("fiscal year", "DET? FISCAL u=UNIT? y=YEAR", _fiscal_year),
    Rule("fiscal year", "FY y=YEAR|N24|N31|N99", _fiscal_year),
    Rule("season", "THE? n=SEASON (OF|COMMA|HYPHEN)? y=YEAR", _season),
    Rule("season", f"THE? n=SEASON {YEAR_SAID}", _season),
    Rule("season", "THE? y=YEAR n=SEASON", _season),
    Rule("season", "THE? ys=LAST|NEXT|THIS|THAT|PREVIOUS yu=UNIT QUOTE S n=SEASON", _season),
    Rule("season", "THE? n=SEASON OF? QUOTE q=N31|N99", _season),
    Rule("season", "THE? s=LAST|NEXT|THIS|PAST|PREVIOUS|FOLLOWING|COMING|SAME|THAT n=SEASON", _season),
    Rule("season", "THE? n=SEASON", _season),
    Rule("feast", "n=FEAST (COMMA|OF|IN)? y=YEAR", _feast),
    Rule("feast", f"n=FEAST {YEAR_SAID}", _feast),
    Rule("feast", "(THE? s=LAST|NEXT|THIS|PAST|COMING)? n=FEAST", _feast),
    Rule("feast", "THE n=FEAST", _feast),
    Rule("decade", "p=THE? y=YEAR QUOTE? s=S", _decade),
    Rule("decade", "p=THE? q=QUOTE? y=N31|N99|N24|N12 QUOTE? s=S", _decade),
    Rule("decade", "(THE|QUOTE)? (c=CARDINAL HYPHEN?)? n=DECADEWORD", _decade_word),
    Rule("century", "THE? n=ORD HYPHEN? u=UNIT e=ERA?", _century),
    Rule("year of an era", "y=COUNT|YEAR DOT? e=ERA", _era_year),
    Rule("year of an era", "e=ERA DOT? y=COUNT|YEAR", _era_year),
)  # fmt: skip
