"""Rules for what is counted from another day: yesterday, last week, two years ago, the next day; and for references."""

from __future__ import annotations

from nlp.temporal.expressions import (
    Calendar,
    Clock,
    Expression,
    Fixed,
    Length,
    Offset,
    Origin,
    Portion,
    SamePeriod,
    Stretch,
    Unit,
    Year,
)
from nlp.temporal.patterns import Parts, Rule
from nlp.temporal.quantities import AMOUNT, SINGLE, amount_of
from nlp.temporal.sides import shift_of

# Units that a calendar has; hours and minutes are times, and seldom dates.
_CALENDAR = frozenset({"D", "W", "F", "M", "Q", "Y", "DE", "CE"})


def _deictic(parts: Parts) -> Expression | None:
    value, before = parts["n"].value, parts.around(-1)
    if parts["n"].capital and not parts["n"].text.isupper() and before is not None and before.tag[:3] == "NNP":
        return None  # USA Today
    if value.endswith("NI"):
        return Clock("TNI", Unit("D", 0))
    return Unit("D", int(value))


def _beyond(parts: Parts) -> Expression | None:
    """The day before yesterday, the day after tomorrow."""
    if parts["u"].value != "D" or parts["n"].value not in {"1", "-1"}:
        return None
    shift = int(parts["n"].value)
    return Unit("D", 2 * shift) if (shift > 0) == (parts["r"].kind == "after") else None


def _unit(parts: Parts) -> Expression | None:
    unit, side = parts["u"].value, parts["s"]
    if unit not in _CALENDAR:
        return None
    if side.kind == "past" and unit != "D":
        return Length(unit, 1, -1)  # "the past decade" ends now
    shift, origin = shift_of(side)
    if side.kind == "that" and _clause_follows(parts):
        return None
    if parts.get("t") is not None:
        origin = Origin.TEXT
    if side.kind == "next" and parts.get("d") is not None and unit in {"D", "M", "W"}:
        origin = Origin.TEXT  # "the next day" follows the text, "next week" the publication
    if side.kind in {"last", "past"} and unit == "D":
        return None
    if side.kind == "this" and unit == "D":
        return None
    if side.kind == "same" and parts.get("d") is None and parts.get("t") is None:
        return None
    return Unit(unit, shift, origin)


def _clause_follows(parts: Parts) -> bool:
    """Whether "that" begins a clause rather than points: "said that year after year"."""
    after = parts.around(1)
    return after is not None and after.kind == "after"


def _weekend(parts: Parts) -> Expression | None:
    side = parts.get("s")
    if side is None:
        return Unit("WE", 0, Origin.EITHER)
    return Unit("WE", *shift_of(side))


def _offset(parts: Parts) -> Expression | None:
    unit, way = parts["u"].value, parts["r"].kind
    after = parts.around(1)
    if unit not in _CALENDAR or (way == "before" and after is not None and after.text.isalnum()):
        return None  # "three days before closing" needs its other half
    sign = 1 if way in {"later", "hence", "from", "afterwards", "after"} else -1
    origin = Origin.PUBLICATION if way in {"ago", "hence", "from"} else Origin.TEXT
    return Offset(unit, amount_of(parts), sign, origin)


def _bare_offset(parts: Parts) -> Expression | None:
    """As in "days later", "weeks earlier": nobody counts them."""
    unit = parts["u"].value
    way = parts["r"].kind
    if unit not in _CALENDAR:
        return Fixed("PAST_REF") if way == "ago" else None
    if way == "ago":
        return Fixed("PAST_REF")
    return Offset(unit, None, 1 if way == "later" else -1, Origin.TEXT)


def _year_ago_noun(parts: Parts) -> Expression | None:
    """As in "the year-earlier quarter", "year-ago results", "the year-ago period"."""
    unit = parts["u"].value
    if unit not in _CALENDAR or parts["r"].kind not in {"ago", "earlier"}:
        return None
    noun = parts.get("n")
    if noun is not None and noun.kind == "unit" and noun.value not in _CALENDAR:
        return None
    return Offset(unit, 1, -1, Origin.TEXT)


def _year_ago_quarter(parts: Parts) -> Expression | None:
    """As in "the year-earlier third quarter"."""
    if parts["u"].value != "Y" or parts["n"].value != "Q" or not 1 <= parts["o"].integer <= 4:
        return None
    return Calendar(f"-Q{parts['o'].integer}", Year(-1))


def _in_amount(parts: Parts) -> Expression | None:
    """As in "in five years", resolved only where the clause looks ahead."""
    unit = parts["u"].value
    if unit not in _CALENDAR - {"Q"} or any(atom.kind == "the" for atom in parts.matched):
        return None  # "in the three months to June" is a length
    return Offset(unit, amount_of(parts), 1, Origin.EITHER)


def _stretch(parts: Parts) -> Expression | None:
    unit = parts["u"].value
    if unit not in _CALENDAR:
        return None
    return Stretch(unit, -1 if parts["s"].kind in {"recent", "past", "last"} else 1, parts.get("v") is not None)


def _portion(parts: Parts) -> Expression | None:
    """As in "earlier this year", "later in the week", "early next year"."""
    unit, side, word = parts["u"], parts["s"], parts["p"]
    kind = word.kind
    if unit.kind == "weekend":
        code = "WE"
    elif unit.kind == "daypart":
        shift = {"this": 0, "that": 0, "the": 0, "same": 0}.get(side.kind)
        return (
            Clock("T" + unit.value, Unit("D", 0, Origin.TEXT if side.kind in {"that", "same"} else Origin.PUBLICATION))
            if shift == 0
            else None
        )
    else:
        code = unit.value
    if code not in _CALENDAR | {"WE"} or (code == "D" and side.kind not in {"that", "same", "the"}):
        return None
    shift, origin = (0, Origin.EITHER) if side.kind == "the" else shift_of(side)
    whole = Unit(code, shift, origin)
    if code == "D":
        return whole
    return Portion(whole, kind)


def _edge(parts: Parts) -> Expression | None:
    """As in "the end of the year", "the beginning of next month", "the middle of the week", "the rest of the year"."""
    unit, side, word = parts["u"], parts["s"], parts["p"]
    if unit.value not in _CALENDAR - {"D"}:
        return None
    shift, origin = (0, Origin.EITHER) if side.kind == "the" else shift_of(side)
    return Portion(Unit(unit.value, shift, origin), word.kind)


def _year_end(parts: Parts) -> Expression | None:
    unit = parts["u"].value
    return Portion(Unit(unit, 0, Origin.EITHER), "end") if unit in {"Y", "M", "Q"} else None


def _midyear(parts: Parts) -> Expression | None:
    return Portion(Unit("Y", 0, Origin.EITHER), "mid")


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
    if after is not None and (after.kind == "to" or after.text.lower() in {"ended", "ending"}):
        return Length(unit.value, 1)  # "for the year ended 30 June"
    if unit.value == "Y" and after is not None and after.kind == "of":
        return Unit("Y", 0, Origin.EITHER) if before.kind == "for" else None  # "a high for the year of $42"
    if after is not None and (after.text.isalnum() or after.kind in {"hyphen", "quote"}) and after.kind not in _GOES_ON:
        return None
    return Unit(unit.value, 0, Origin.EITHER)


def _day_beside(parts: Parts) -> Expression | None:
    """As in "the day before, …", "The year after, …": counted from the date that the text told last."""
    unit, way, after = parts["u"].value, parts["r"].kind, parts.around(1)
    if unit not in {"D", "W", "M", "Y"} or (
        after is not None and after.kind not in {"comma", "dot", "semicolon", "close"} and after.tag[:2] != "VB"
    ):
        return None
    return Offset(unit, 1, 1 if way == "after" else -1, Origin.TEXT)


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


def _reference(parts: Parts) -> Expression | None:
    return Fixed(parts["n"].value)


def _now(parts: Parts) -> Expression | None:
    return Fixed("PRESENT_REF")


# What stands before a bare "the year" that is a date, and what may follow it.
_HOLDERS = frozenset({"in", "of", "for", "during", "over", "through", "until", "by", "from"})
_GOES_ON = frozenset({"in", "to", "and", "or", "from", "on", "at", "by", "for", "with", "over"})

_WHICH = "s=LAST|NEXT|THIS|PREVIOUS|FOLLOWING|COMING|CURRENT|SAME|THAT|PAST"

_PORTION = "p=EARLY|LATE|EARLIER|LATER|MID"

RELATIVE_RULES = (
    Rule("day named from today", "n=DEICTIC", _deictic),
    Rule("day named from today", "THE? u=UNIT r=BEFORE|AFTER n=DEICTIC", _beyond),
    Rule("unit around the anchor", f"d=THE? {_WHICH} FISCAL? u=UNIT", _unit),
    Rule("unit around the anchor", "t=THAT s=SAME u=UNIT", _unit),
    Rule("weekend", "THE? s=LAST|NEXT|THIS|PREVIOUS|FOLLOWING|COMING|SAME|THAT|PAST WEEKEND", _weekend),
    Rule("weekend", "THE WEEKEND", _weekend),
    Rule("offset", f"{AMOUNT} HYPHEN? u=UNIT|UNITS r=AGO|EARLIER|LATER|HENCE|AFTERWARDS|BEFORE|PREVIOUSLY", _offset),
    Rule("offset", f"{SINGLE} u=UNIT (OR SO)? r=AGO|EARLIER|LATER|HENCE|AFTERWARDS|BEFORE|PREVIOUSLY", _offset),
    Rule("offset", f"{AMOUNT} u=UNIT|UNITS r=FROM NOW|DEICTIC|REFERENCE", _offset),
    Rule("offset", f"{SINGLE} u=UNIT r=FROM NOW|DEICTIC|REFERENCE", _offset),
    Rule("offset", "u=UNITS r=AGO|EARLIER|LATER", _bare_offset),
    Rule("quarter", "THE|A? u=UNIT HYPHEN AGO|EARLIER o=ORD HYPHEN? n=UNIT", _year_ago_quarter),
    Rule("offset", "THE|A? SAME? u=UNIT HYPHEN r=AGO|EARLIER n=UNIT|PERIOD?", _year_ago_noun),
    Rule("time ahead", f"IN {AMOUNT} u=UNIT|UNITS TIME?", _in_amount),
    Rule("time ahead", f"IN {SINGLE} u=UNIT TIME?", _in_amount),
    Rule("time around the anchor", "DET? s=COMING|NEXT|RECENT|PAST|LAST v=VAGUE? u=UNITS", _stretch),
    Rule("part of a unit", f"{_PORTION} (IN|ON)? {_WHICH} FISCAL? u=UNIT|WEEKEND|DAYPART", _portion),
    Rule("part of a unit", "p=EARLY|LATE|EARLIER|LATER IN|ON s=THE u=UNIT|DAYPART", _portion),
    Rule("part of a unit", f"THE? p=END|START|MIDDLE OF {_WHICH} u=UNIT", _edge),
    Rule("part of a unit", "THE? p=END|START|MIDDLE OF s=THE u=UNIT", _edge),
    Rule("part of a unit", "u=UNIT HYPHEN? END", _year_end),
    Rule("part of a unit", "u=UNIT QUOTE S END", _year_end),
    Rule("part of a unit", "THE? p=REST OF s=THE|THIS|THAT|LAST|NEXT u=UNIT", _edge),
    Rule("the whole year", "THE FULL|FISCAL u=UNIT", _whole_year),
    Rule("part of a unit", "MIDYEAR", _midyear),
    Rule("the quarter", "THE s=LATEST? u=UNIT", _quarter_word),
    Rule("the quarter", "THE s=LATEST u=PERIOD", _latest_period),
    Rule("the quarter", "THE? y=YEAR u=PERIOD|UNIT", _year_period),
    Rule("the year", "THE u=UNIT", _the_unit),
    Rule("offset", "THE u=UNIT r=BEFORE|AFTER", _day_beside),
    Rule("the same period", "THE SAME u=PERIOD|UNIT (OF|IN|COMMA)? y=YEAR", _same_period),
    Rule("the same period", "THE SAME? u=PERIOD|UNIT (OF|IN|COMMA)? ys=LAST|THIS|PREVIOUS yu=UNIT", _same_period),
    Rule("the same period", "THE SAME u=PERIOD|UNIT (OF|IN) THE ys=LAST|PREVIOUS yu=UNIT", _same_period),
    Rule("the same period", "THE SAME? u=PERIOD|UNIT A yu=UNIT AGO|EARLIER|BEFORE", _same_period),
    Rule("reference", "n=REFERENCE", _reference),
    Rule("reference", "NOW", _now),
)  # fmt: skip
