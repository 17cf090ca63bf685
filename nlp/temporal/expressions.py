"""What an expression says before any calendar is looked at: the grammar's output, the resolver's input."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """Where a relative expression is counted from."""

    PUBLICATION = "publication"
    TEXT = "text"
    EITHER = "either"


class Side(StrEnum):
    """Which one of a recurring thing is meant: last May, this May, next May, or the nearest that fits."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    NEAREST = "nearest"
    PREVIOUS = "previous"
    FOLLOWING = "following"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Year:
    """A year that is not given as a number: `shift` years from the origin's year."""

    shift: int
    origin: Origin = Origin.PUBLICATION


@dataclass(frozen=True, slots=True)
class Calendar:
    """A part of a calendar year: a day, a month, a quarter, a half, a season, or the whole year.

    `part` is a TIMEX3 tail such as `-07-04`, `-07`, `-Q3`, `-SU`; `feast` a rule of the feast table instead; `year` is
    a number, a shift, or `None` where the text leaves it open.
    """

    part: str = ""
    year: int | Year | None = None
    side: Side = Side.NEAREST
    feast: str = ""
    fiscal: bool = False
    weekday: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs nothing more: `198`, `PRESENT_REF`, `BC0480`, `XXXX-WXX-5`.

    `named` says that it is the day of an event that is named after it ("the September 11 attacks").
    """

    value: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0); `week` counts from the anchor's week, `weeks` from the day of its side."""

    number: int
    side: Side = Side.NEAREST
    week: int | None = None
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit that holds the origin, `shift` units on: last week, this year, the following day."""

    unit: str
    shift: int
    origin: Origin = Origin.PUBLICATION


@dataclass(frozen=True, slots=True)
class Offset:
    """`amount` units before (negative) or after the origin; `amount` is `None` where the text does not count."""

    unit: str
    amount: float | None
    sign: int
    origin: Origin
    from_expression: Expression | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration; `sign` is -1 or 1 where it touches its origin: the past two months, the next ten days.

    `rest` holds (unit, amount) of smaller units behind it: "four years and three months".
    """

    unit: str
    amount: float | None
    sign: int = 0
    origin: Origin = Origin.PUBLICATION
    rest: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """An uncounted time around the publication day: the coming days (1), recent weeks (-1).

    `length` says that the words count vaguely ("the next few days"): a duration, where the others name a time.
    """

    unit: str
    sign: int
    length: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set: every Friday, daily."""

    value: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, `T17:00` or `TEV`, on a day that the text gives or leaves open."""

    time: str
    day: Expression | None = None
    side: Side = Side.THIS


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of an expression: `early`, `mid`, `late`, `start`, `end`, `earlier` (so far), `later` (from now on),
    `rest` (what is left).
    """

    whole: Expression
    part: str


@dataclass(frozen=True, slots=True)
class Nth:
    """The `number`-th week, weekday or day inside a month or year; -1 is the last."""

    number: int
    unit: str
    whole: Expression
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month that the text leaves to the context: "the 12th", "Friday the 13th" (Monday is 0)."""

    day: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Numeric:
    """Three numbers whose order is open: 3/4/2024."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class Months:
    """The first or last `number` months, weeks or days of a year or month: "the first nine months of 1989"."""

    number: int
    whole: Expression | None
    first: bool = True
    unit: str = "M"


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """What the text is about, in another year: "the 1988 period", "the same month last year".

    `unit` is the unit that the words name, empty for a "period"; `year` is a number or counted in years.
    """

    unit: str
    year: int | Year


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that holds a day, or its weekend: "the week of 4 July", "the weekend of 4 July"."""

    day: Expression
    weekend: bool = False


Expression = (
    Calendar
    | Fixed
    | Weekday
    | Unit
    | Offset
    | Length
    | Stretch
    | Repeat
    | Clock
    | Portion
    | Nth
    | MonthDay
    | Numeric
    | Months
    | SamePeriod
    | WeekOf
)
