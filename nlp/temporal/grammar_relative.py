"""Rules for what is counted from another day: yesterday, last week, two years ago, the next day; and for references."""

from __future__ import annotations

from nlp.temporal.expressions import (
    Clock,
    Expression,
    Fixed,
    Length,
    Offset,
    Origin,
    Portion,
    Side,
    Stretch,
    Unit,
    Weekday,
)
from nlp.temporal.patterns import Parts, Rule
from nlp.temporal.quantities import AMOUNT, APPROX, SINGLE, amount_of
from nlp.temporal.sides import shift_of
from nlp.temporal.units import CALENDAR_UNITS


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


def _weekday_beyond(parts: Parts) -> Expression | None:
    """As in "the Sunday before last", "the Friday after next"."""
    back, last = parts["r"].kind == "before", parts["s"].kind == "last"
    if back != last:
        return None
    return Weekday(parts["w"].integer, Side.LAST if last else Side.NEXT, weeks=-1 if last else 1)


def _weekday_week(parts: Parts) -> Expression | None:
    """As in "Monday week", which is a week after the coming Monday."""
    after = parts.around(1)
    plain = parts["u"].text == "week" and (after is None or not after.text.isalpha() or after.tag[:2] not in {"NN", ""})
    return Weekday(parts["w"].integer, Side.NEXT, weeks=1) if plain else None


def _unit_beyond(parts: Parts) -> Expression | None:
    """As in "the week before last", "the month after next"."""
    back, last, after = parts["r"].kind == "before", parts["s"].kind == "last", parts.around(1)
    if after is not None and after.kind in {"weekday", "month", "unit", "units", "season", "weekend", "daypart"}:
        return None  # "the day before last Tuesday"
    return Unit(parts["u"].value, -2 if last else 2) if back == last and parts["u"].value in CALENDAR_UNITS else None


def _daypart_beside(parts: Parts) -> Expression | None:
    """As in "the night before", "the morning after"."""
    after = parts.around(1)
    if after is not None and after.text[:1].isalnum() and after.tag[:2] != "VB":
        return None
    return Clock("T" + parts["n"].value, Unit("D", 1 if parts["r"].kind == "after" else -1, Origin.TEXT))


def _unit(parts: Parts) -> Expression | None:
    unit, side = parts["u"].value, parts["s"]
    if unit not in CALENDAR_UNITS:
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
    if unit not in CALENDAR_UNITS or (way == "before" and after is not None and after.text[:1].isalnum()):
        return None  # "three days before closing" needs its other half
    sign = 1 if way in {"later", "hence", "from", "afterwards", "after"} else -1
    origin = Origin.PUBLICATION if way in {"ago", "hence", "from"} else Origin.TEXT
    return Offset(unit, amount_of(parts), sign, origin)


def _bare_offset(parts: Parts) -> Expression | None:
    """As in "days later", "weeks earlier": nobody counts them."""
    unit = parts["u"].value
    way = parts["r"].kind
    if unit not in CALENDAR_UNITS:
        return Fixed("PAST_REF") if way == "ago" else None
    if way == "ago":
        return Fixed("PAST_REF")
    return Offset(unit, None, 1 if way == "later" else -1, Origin.TEXT)


def _in_amount(parts: Parts) -> Expression | None:
    """As in "in five years", resolved only where the clause looks ahead."""
    unit = parts["u"].value
    after = parts.around(1)
    counted = after is not None and after.kind in {"ago", "earlier", "later"}  # "sworn in eight years ago"
    if unit not in CALENDAR_UNITS - {"Q"} or counted or any(atom.kind == "the" for atom in parts.matched):
        return None  # "in the three months to June" is a length
    return Offset(unit, amount_of(parts), 1, Origin.EITHER)


def _stretch(parts: Parts) -> Expression | None:
    unit = parts["u"].value
    if unit not in CALENDAR_UNITS:
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
    if code not in CALENDAR_UNITS | {"WE"} or (code == "D" and side.kind not in {"that", "same", "the"}):
        return None
    shift, origin = (0, Origin.EITHER) if side.kind == "the" else shift_of(side)
    whole = Unit(code, shift, origin)
    if code == "D":
        return whole
    return Portion(whole, kind)


def _edge(parts: Parts) -> Expression | None:
    """As in "the end of the year", "the beginning of next month", "the middle of the week", "the rest of the year"."""
    unit, side, word = parts["u"], parts["s"], parts["p"]
    if unit.value not in CALENDAR_UNITS - {"D"}:
        return None
    shift, origin = (0, Origin.EITHER) if side.kind == "the" else shift_of(side)
    return Portion(Unit(unit.value, shift, origin), word.kind)


def _year_end(parts: Parts) -> Expression | None:
    unit = parts["u"].value
    return Portion(Unit(unit, 0, Origin.EITHER), "end") if unit in {"Y", "M", "Q"} else None


def _midyear(parts: Parts) -> Expression | None:
    return Portion(Unit("Y", 0, Origin.EITHER), "mid")


def _day_beside(parts: Parts) -> Expression | None:
    """As in "the day before, …", "The year after, …": counted from the date that the text told last."""
    unit, way, after = parts["u"].value, parts["r"].kind, parts.around(1)
    if unit not in {"D", "W", "M", "Y"} or (
        after is not None and after.kind not in {"comma", "dot", "semicolon", "close"} and after.tag[:2] != "VB"
    ):
        return None
    if unit == "W":
        return Unit("W", 1 if way == "after" else -1, Origin.TEXT)
    return Offset(unit, 1, 1 if way == "after" else -1, Origin.TEXT)


def _reference(parts: Parts) -> Expression | None:
    return Fixed(parts["n"].value)


def _now(parts: Parts) -> Expression | None:
    return Fixed("PRESENT_REF")


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
    Rule("offset", f"{APPROX} q=A u=UNIT AND A h=HALF r=AGO|EARLIER|LATER", _offset),
    Rule("weekday before last", "THE? w=WEEKDAY r=BEFORE|AFTER s=LAST|NEXT", _weekday_beyond),
    Rule("unit around the anchor", "THE? u=UNIT r=BEFORE|AFTER s=LAST|NEXT", _unit_beyond),
    Rule("weekday before last", "w=WEEKDAY u=UNIT", _weekday_week),
    Rule("part of a day", "THE n=DAYPART r=BEFORE|AFTER", _daypart_beside),
    Rule("offset", f"{AMOUNT} u=UNIT|UNITS r=FROM NOW|DEICTIC|REFERENCE", _offset),
    Rule("offset", f"{SINGLE} u=UNIT r=FROM NOW|DEICTIC|REFERENCE", _offset),
    Rule("offset", "u=UNITS r=AGO|EARLIER|LATER", _bare_offset),
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
    Rule("part of a unit", "MIDYEAR", _midyear),
    Rule("offset", "THE u=UNIT r=BEFORE|AFTER", _day_beside),
    Rule("reference", "n=REFERENCE", _reference),
    Rule("reference", "NOW", _now),
)  # fmt: skip
