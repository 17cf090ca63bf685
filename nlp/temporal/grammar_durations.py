"""Rules for durations and sets: "nine months", "the past two weeks", "a ten-day curfew", "every Friday", "daily"."""

from __future__ import annotations

from nlp.temporal.expressions import Expression, Length, Origin, Repeat
from nlp.temporal.patterns import Parts, Rule
from nlp.temporal.quantities import AMOUNT, APPROX, APPROX_AT, amount_of
from nlp.temporal.units import duration_value

_PERIODS = {
    "S": "PT1S", "MIN": "PT1M", "H": "PT1H", "D": "P1D", "W": "P1W", "F": "P2W", "M": "P1M", "Q": "P3M", "Y": "P1Y",
    "DE": "P10Y", "CE": "P100Y",
}  # fmt: skip


def _length(parts: Parts) -> Expression | None:
    unit, side = parts["u"], parts.get("s")
    if _is_age(parts) or (unit.capital and not unit.text.isupper()):
        return None
    sign = 0 if side is None else -1 if side.kind in {"last", "past", "previous"} else 1
    before = parts.around(-1)
    if side is None and before is not None and before.kind == "within":
        return Length(unit.value, amount_of(parts), 1, Origin.EITHER)
    origin = Origin.TEXT if side is not None and side.kind in {"previous", "following"} else Origin.PUBLICATION
    return Length(unit.value, amount_of(parts), sign, origin)


def _compound(parts: Parts) -> Expression | None:
    """As in "ten-day", "8-month", "four year" before a noun."""
    if _is_age(parts):
        return None
    if (
        not any(a.kind == "hyphen" for a in parts.matched)
        and parts["q"].number != 1
        and (
            parts.around(1) is None or parts.around(1).tag[:2] not in {"NN", "JJ", ""}  # type: ignore[union-attr]
        )
    ):
        return None
    return Length(parts["u"].value, amount_of(parts))


def _is_age(parts: Parts) -> bool:
    """As in "24 years old", "a two-year-old", and a quarter of something: no time."""
    after, second = parts.around(1), parts.around(2)
    if parts["u"].value == "Q" and (
        (after is not None and after.kind == "of") or any(a.kind == "hyphen" for a in parts.matched)
    ):
        return True
    if after is not None and (
        after.kind == "old" or (after.kind == "hyphen" and second is not None and second.kind == "old")
    ):
        return True
    return after is not None and after.kind == "of" and second is not None and second.kind == "age"


def _per_unit(parts: Parts) -> Expression | None:
    """As in "$5 a year", "twice a day", "40 per month": a rate; without something counted before it, a plain
    duration.
    """
    before, sign = parts.around(-1), parts["q"]
    if _is_age(parts):
        return None
    rate = sign.kind == "per" or (
        before is not None
        and (
            before.kind in {"number", "n12", "n24", "n31", "n99", "cardinal"}
            or before.tag in {"NNS", "CD"}
            or before.text.lower() in {"once", "twice", "times", "ton", "barrel", "%"}
        )
        and before.kind not in {"units"}
    )
    return Repeat(_PERIODS.get(parts["u"].value, "P1Y")) if rate else Length(parts["u"].value, 1)


def _uncounted(parts: Parts) -> Expression | None:
    """As in "for years", "within weeks"."""
    return Length(parts["u"].value, None)


def _all(parts: Parts) -> Expression | None:
    """As in "all day", "all year"."""
    return Length(parts["u"].value, 1) if parts["u"].value in {"D", "W", "M", "Y"} else None


def _long(parts: Parts) -> Expression | None:
    return Length(parts["u"].value, None if parts["u"].kind == "units" else 1)


def _ordinal_length(parts: Parts) -> Expression | None:
    """As in "the third straight month": three months."""
    return Length(parts["u"].value, float(parts["q"].integer))


def _every(parts: Parts) -> Expression | None:
    thing, count = parts["n"], parts.get("q")
    if thing.kind in {"unit", "units"}:
        period = _PERIODS.get(thing.value)
        if period is None:
            return None
        return Repeat(duration_value(thing.value, count.integer) if count is not None else period)
    return Repeat(_named(thing.kind, thing.value))


def _named(kind: str, value: str) -> str:
    if kind in {"weekday", "weekdays"}:
        return f"XXXX-WXX-{int(value) + 1}"
    if kind == "month":
        return f"XXXX-{int(value):02}"
    if kind in {"season", "seasons"}:
        return f"XXXX-{value}"
    if kind in {"weekend", "weekends"}:
        return "XXXX-WXX-WE"
    return f"XXXX-XX-XXT{value}"


def _plural(parts: Parts) -> Expression | None:
    thing, part = parts["n"], parts.get("t")
    return Repeat(_named(thing.kind, thing.value) + (f"T{part.value}" if part is not None else ""))


def _frequency(parts: Parts) -> Expression | None:
    before, after = parts.around(-1), parts.around(1)
    if parts["n"].text.lower() != "daily" and parts["n"].tag.startswith("JJ"):
        return None  # a quarterly dividend
    if parts["n"].capital and after is not None and after.capital and before is not None and before.kind != "dot":
        return None  # the Daily Telegraph
    return Repeat(parts["n"].value)


_TOUCHING = "DET? s=LAST|PAST|NEXT|COMING|PREVIOUS|FOLLOWING"
_HOW_MANY = "(q=COUNT|VAGUE|DOZEN|COUPLE (OF|MORE)? (AND A h=HALF)?)"

DURATION_RULES = (
    Rule("duration at the anchor", f"{APPROX_AT} {_TOUCHING} {_HOW_MANY} u=UNITS", _length),
    Rule("duration", f"{AMOUNT} MORE? HYPHEN? u=UNITS", _length),
    Rule("duration", f"{APPROX} THE? q=COUNT HYPHEN? u=UNIT", _compound),
    Rule("duration", "b=HALF HYPHEN? q=A HYPHEN? u=UNIT", _length),
    Rule("duration", "q=ANOTHER u=UNIT", _length),
    Rule("duration", "ALL u=UNIT", _all),
    Rule("duration", f"{APPROX} q=A u=UNIT AND A h=HALF", _length),
    Rule("rate", f"{APPROX} q=A|PER u=UNIT", _per_unit),
    Rule("duration", "FOR|WITHIN|IN|OVER|AFTER u=UNITS", _uncounted),
    Rule("duration", "u=UNIT|UNITS HYPHEN LONG", _long),
    Rule("duration", "THE? q=ORD STRAIGHT u=UNIT", _ordinal_length),
    Rule("set", "EVERY (ALTERNATE|ORD)? q=COUNT? n=UNIT|UNITS|WEEKDAY|MONTH|SEASON|WEEKEND|DAYPART", _every),
    Rule("set", "n=WEEKDAY|WEEKDAYS t=DAYPARTS", _plural),
    Rule("set", "n=WEEKDAYS|SEASONS|WEEKENDS", _plural),
    Rule("set", "n=FREQUENCY", _frequency),
)  # fmt: skip
