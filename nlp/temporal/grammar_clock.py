"""Rules for times of day: "10:30 a.m.", "18:00 GMT", "noon", "Thursday evening", "last night"."""

from __future__ import annotations

from nlp.temporal.expressions import Clock, Expression, Origin, Unit, Weekday
from nlp.temporal.patterns import Parts, Rule
from nlp.temporal.sides import shift_of, side_of

_PLACES = frozenset(
    {"open", "at", "by", "until", "from", "since", "between", "before", "after", "approx", "n31", "year", "to"}
)


_DAY = 24 * 60  # minutes


def _clock(parts: Parts) -> Expression | None:
    hour, minute = parts["h"], parts.get("m")
    half = parts.get("x")
    number = hour.integer
    minutes = minute.integer if minute is not None else 0
    if (
        (minute is not None and (len(minute.text) != 2 or not minute.glued))
        or minutes > 59
        or number > 24
        or (number == 24 and minutes)
    ):
        return None
    if half is not None:
        letter = half.text[:1].lower()
        if letter not in {"a", "p"} or not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if letter == "p" else 0)
    elif minute is None or (parts.get("z") is None and not _in_place(parts)):
        return None
    return Clock(f"T{number:02}:{minutes:02}")


def _four_digits(parts: Parts) -> Expression | None:
    """As in "(1900 GMT)", "0530 UTC"."""
    hour, minute = divmod(parts["h"].integer, 100)
    if len(parts["h"].text) != 4 or hour > 24 or minute > 59:
        return None
    return Clock(f"T{hour:02}:{minute:02}")


def _hundred_hours(parts: Parts) -> Expression | None:
    """As in "at 1800 hours"; without "at" it is how long something takes."""
    before = parts.around(-1)
    placed = (before is not None and before.kind in _PLACES) or parts["u"].glued
    return _four_digits(parts) if placed and parts["u"].text.lower() in {"hours", "hrs"} else None


def _hour_in(parts: Parts) -> Expression | None:
    """As in "at eleven in the morning"; "two in the morning group" are people."""
    before = parts.around(-1)
    if before is None or before.kind not in {"at", "approx", "by", "until"}:
        return None
    return _oclock(parts)


def _in_place(parts: Parts) -> bool:
    """Whether "10:30" without a zone stands where a time does, or heads a line, and is no score, verse or ratio."""
    before = parts.around(-1)
    if parts["h"].opens or (before is not None and before.text == "T" and before.glued):
        return True
    return before is not None and not parts["h"].glued and before.kind in _PLACES


def _oclock(parts: Parts) -> Expression | None:
    number = parts["h"].integer
    part = parts.get("p") or parts.get("p2")
    if not 1 <= number <= 24:
        return None
    if number > 12 and part is not None:
        return None
    if (part is not None and part.value in {"AF", "EV"}) or (part is not None and part.value == "NI" and number > 5):
        number = number % 12 + 12
    return Clock(f"T{number:02}:00") if 1 <= number <= 24 else None


def _word(parts: Parts) -> Expression | None:
    before = parts.around(-1)
    if before is not None and before.text.lower() == "high":
        return None  # high noon is seldom noon
    return Clock("T" + parts["n"].value)


def _day_part(parts: Parts) -> Expression | None:
    """As in "this morning", "that afternoon", "last night", "the following evening", "the same night"."""
    side, part = parts["s"], parts["n"]
    if side.kind == "last":
        return Clock("TNI", Unit("D", -1)) if part.value == "NI" else None
    if side.kind == "next":
        return Clock("T" + part.value, Unit("D", 1, Origin.TEXT))
    shift, origin = shift_of(side)
    return Clock("T" + part.value, Unit("D", shift, origin))


def _weekday_part(parts: Parts) -> Expression | None:
    side = parts.get("s")
    weekday = Weekday(parts["w"].integer, side_of(side)) if side is not None else Weekday(parts["w"].integer)
    return Clock("T" + parts["n"].value, weekday)


def _deictic_part(parts: Parts) -> Expression | None:
    value = parts["d"].value
    return Clock("T" + parts["n"].value, Unit("D", int(value))) if not value.endswith("NI") else None


def _bare_part(parts: Parts) -> Expression | None:
    """As in "in the morning", "in the early evening": the day that the text is at, where it names none behind."""
    after = parts.around(1)
    if after is not None and after.kind in {"of", "on", "units"}:
        return None
    return Clock("T" + parts["n"].value, Unit("D", 0, Origin.TEXT))


_WHICH = "s=LAST|NEXT|THIS|PREVIOUS|FOLLOWING|COMING"

CLOCK_RULES = (
    Rule("time of day", "h=N12|N24|N99 COLON m=INT (COLON INT)? (z=ZONE TIME?)?", _clock),
    Rule("time of day", "h=N12 (COLON|DOT m=INT)? x=AM|PM z=ZONE?", _clock),
    Rule("time of day", "h=N12|N24 DOT m=INT z=ZONE TIME?", _clock),
    Rule("time of day", "h=N12 COLON m=INT COLON INT x=AM|PM z=ZONE?", _clock),
    Rule("time of day", "h=YEAR|NUMBER ZONE", _four_digits),
    Rule("time of day", "h=YEAR|NUMBER u=UNITS", _hundred_hours),
    Rule("time of day", "h=N12|CARDINAL IN THE p=DAYPART", _hour_in),
    Rule("time of day", "h=N12|CARDINAL OCLOCK_O QUOTE CLOCK ((IN THE p=DAYPART) | (AT p2=DAYPART))?", _oclock),
    Rule("time of day", "n=CLOCKWORD", _word),
    Rule("part of a day", "THE? s=LAST|THIS|THAT|SAME|FOLLOWING|NEXT|PREVIOUS n=DAYPART", _day_part),
    Rule("part of a day", f"(THE? {_WHICH})? w=WEEKDAY COMMA? (EARLY|LATE|MID HYPHEN?)? n=DAYPART", _weekday_part),
    Rule("part of a day", "d=DEICTIC n=DAYPART", _deictic_part),
    Rule("part of a day", "(IN|DURING) THE n=DAYPART", _bare_part),
    Rule("part of a day", "(IN|DURING) THE? EARLY|LATE n=DAYPART", _bare_part),
    Rule("part of a day", "MID HYPHEN n=DAYPART", _word),
)  # fmt: skip
