"""Rules for what reports count by: the year, the quarter, the same period of another year."""

from __future__ import annotations

from nlp.temporal.expressions import Calendar, Expression, Length, Offset, Origin, SamePeriod, Unit, Year
from nlp.temporal.patterns import Parts, Rule
from nlp.temporal.sides import shift_of
from nlp.temporal.units import CALENDAR_UNITS

# What stands before a bare "the year" that is a date, and what may follow it.
_HOLDERS = frozenset({"in", "of", "for", "during", "over", "through", "until", "by", "from"})
# What a year, a month or a week has parts of: "the first nine months of the year".
_PORTIONS = frozenset(
    ["unit", "units", "half", "part", "parts", "most", "much", "bulk", "end", "start", "middle", "rest", "ordinal"]
)
_GOES_ON = frozenset({"in", "to", "and", "or", "from", "on", "at", "by", "for", "with", "over"})


def _year_ago_noun(parts: Parts) -> Expression | None:
    """As in "the year-earlier quarter", "year-ago results", "the year-ago period"."""
    unit = parts["u"].value
    if unit not in CALENDAR_UNITS or parts["r"].kind not in {"ago", "earlier"}:
        return None
    noun = parts.get("n")
    if noun is not None and noun.value == "Q" and unit == "Y":
        return SamePeriod("Q", Year(-1))
    if noun is not None and noun.kind == "unit" and noun.value not in CALENDAR_UNITS:
        return None
    return Offset(unit, 1, -1, Origin.TEXT)


def _year_ago_quarter(parts: Parts) -> Expression | None:
    """As in "the year-earlier third quarter"."""
    if parts["u"].value != "Y" or parts["n"].value != "Q" or not 1 <= parts["o"].integer <= 4:
        return None
    return Calendar(f"-Q{parts['o'].integer}", Year(-1))


def _whole_year(parts: Parts) -> Expression | None:
    fiscal = any(atom.kind == "fiscal" for atom in parts.matched)
    if parts["u"].value != "Y":
        return None
    return Length("Y", 1) if fiscal else Unit("Y", 0)  # no calendar says when a fiscal year begins


def _quarter_word(parts: Parts) -> Expression | None:
    """As in "the quarter", "the latest quarter": the quarter that the text speaks of."""
    if parts["u"].value != "Q":
        return None
    after = parts.around(1)
    if after is not None and after.kind == "of":
        return None
    side = parts.get("s")
    year = parts.get("y")
    if year is not None:
        return SamePeriod("Q", year.integer)
    return Unit("Q", 0, Origin.TEXT) if side is None or side.kind == "latest" else Unit("Q", *shift_of(side))


def _latest_period(parts: Parts) -> Expression | None:
    return Unit("Q", 0, Origin.TEXT) if parts["u"].text.lower() == "period" else None


def _year_period(parts: Parts) -> Expression | None:
    """As in "the 1988 period": the quarter that the report is about, in that year."""
    unit = parts["u"]
    return SamePeriod(unit.value, parts["y"].integer) if unit.text.lower() == "period" or unit.value == "Q" else None


def _the_unit(parts: Parts) -> Expression | None:
    """As in "for the year", "during the week": the one that the text is at; "the year that", "the Year" are others."""
    unit, before, after = parts["u"], parts.around(-1), parts.around(1)
    if unit.value not in {"Y", "M", "W"} or unit.capital or before is None or before.kind not in _HOLDERS:
        return None
    owned = parts.around(-2)
    if before.kind == "of" and (owned is None or not {owned.kind, owned.text.lower()} & _PORTIONS):
        return None  # "employer of the year"
    if after is not None and (after.kind == "to" or after.text.lower() in {"ended", "ending"}):
        return Length(unit.value, 1)  # "for the year ended 30 June"
    if unit.value == "Y" and after is not None and after.kind == "of":
        return Unit("Y", 0, Origin.EITHER) if before.kind == "for" else None  # "a high for the year of $42"
    if after is not None and (after.text.isalnum() or after.kind in {"hyphen", "quote"}) and after.kind not in _GOES_ON:
        return None
    return Unit(unit.value, 0, Origin.EITHER)


def _same_period(parts: Parts) -> Expression | None:
    """As in "the same period last year", "the quarter a year earlier", "the same month of 2019"."""
    unit, year, side, years = parts["u"], parts.get("y"), parts.get("ys"), parts["yu"] if parts.get("yu") else None
    if unit.value not in {"", "Q", "M", "W"} or (years is not None and years.value != "Y"):
        return None
    if unit.kind == "period" and unit.text.lower() != "period":
        return None
    if year is not None:
        return SamePeriod(unit.value, year.integer)
    return SamePeriod(unit.value, Year(0 if side is not None and side.kind == "this" else -1))


REPORT_RULES = (
    Rule("the same period", "THE? PREVIOUS HYPHEN yu=UNIT u=PERIOD|UNIT", _same_period),
    Rule("quarter", "THE|A? u=UNIT HYPHEN AGO|EARLIER o=ORD HYPHEN? n=UNIT", _year_ago_quarter),
    Rule("offset", "THE|A? SAME? u=UNIT HYPHEN r=AGO|EARLIER n=UNIT|PERIOD?", _year_ago_noun),
    Rule("the whole year", "THE FULL|FISCAL u=UNIT", _whole_year),
    Rule("the whole year", "FISCAL u=UNIT", _whole_year),
    Rule("the quarter", "THE s=LATEST? u=UNIT", _quarter_word),
    Rule("the quarter", "THE s=LATEST u=PERIOD", _latest_period),
    Rule("the quarter", "THE? y=YEAR u=PERIOD|UNIT", _year_period),
    Rule("the year", "THE u=UNIT", _the_unit),
    Rule("the same period", "THE SAME u=PERIOD|UNIT (OF|IN|COMMA)? y=YEAR", _same_period),
    Rule("the same period", "THE SAME? u=PERIOD|UNIT (OF|IN|COMMA)? ys=LAST|THIS|PREVIOUS yu=UNIT", _same_period),
    Rule("the same period", "THE SAME u=PERIOD|UNIT (OF|IN) THE ys=LAST|PREVIOUS yu=UNIT", _same_period),
    Rule("the same period", "THE SAME? u=PERIOD|UNIT A yu=UNIT AGO|EARLIER|BEFORE", _same_period),
)  # fmt: skip
