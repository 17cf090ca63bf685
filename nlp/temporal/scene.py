"""What the resolver knows around an expression: the publication day, the tense, and the dates read so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from nlp.model import DateBasis, Precision
from nlp.temporal.days import Days

_ASIDE_YEARS = 10
_MEMORY = 40  # dates that are remembered; older ones no longer matter


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression with its days. `basis` and `anchor` are those of `nlp.model.TimeExpression`."""

    type: str
    value: str
    days: Days | None = None
    precision: Precision | None = None
    basis: DateBasis | None = None
    anchor: date | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A date of the text, for what comes after it."""

    days: Days
    precision: Precision
    sentence: int
    value: str
    shifted: bool = False


def _apart(one: Remembered, other: Remembered) -> bool:
    """Whether two dates of a history are too far apart for one to follow the other."""
    return abs(one.days.first.year - other.days.first.year) > _ASIDE_YEARS


@dataclass(slots=True)
class Scene:
    """The state of one text's resolution. `narrative` says that undated dates follow the text, not the publication.

    `month_first` is the order of numeric dates, `None` where the text does not show one.
    """

    published: date | None
    narrative: bool = False
    month_first: bool | None = None
    tense: str = ""
    sentence: int = 0
    memory: list[Remembered] = field(default_factory=list)
    before_christ: str = ""
    _aside: Remembered | None = None

    def remember(self, reading: Reading) -> None:
        """Keep a date that later expressions may count from."""
        if reading.value.startswith("BC"):
            self.before_christ = reading.value[:6]
        if (
            reading.type not in {"DATE", "TIME"}
            or reading.days is None
            or reading.precision is None
            or "REF" in reading.value
        ):
            return
        item = Remembered(
            reading.days, reading.precision, self.sentence, reading.value, reading.rule == "the same quarter"
        )
        self.before_christ = ""
        distant = self.narrative and bool(self.memory) and _apart(item, self.memory[-1])
        if distant and (self._aside is None or _apart(item, self._aside)):
            self._aside = item  # one distant year is an aside; a second one is where the story goes on
            return
        self._aside = None
        self.memory.append(item)
        del self.memory[:-_MEMORY]

    def last(self, *precisions: Precision, within: int | None = None) -> Remembered | None:
        """The latest remembered date, of one of these precisions and at most `within` sentences back, if given."""
        for item in reversed(self.memory):
            if within is not None and self.sentence - item.sentence > within:
                return None
            if not precisions or item.precision in precisions:
                return item
        return None

    def nearest(self) -> Remembered | None:
        """An aside of a history, where it was read just before: "burned down in 1809; rebuilt two years later"."""
        aside = self._aside
        if aside is None or self.sentence - aside.sentence > 1:
            return None
        return aside if not self.memory or aside.sentence > self.memory[-1].sentence else None

    def report_quarter(self, within: int | None = None) -> Remembered | None:
        """The quarter that a report is about: the last one named that is not itself compared with another."""
        for item in reversed(self.memory):
            if within is not None and self.sentence - item.sentence > within:
                return None
            if item.precision is Precision.QUARTER and not item.shifted and self._is_current(item):
                return item
        return None

    def _is_current(self, item: Remembered) -> bool:
        return self.published is None or 0 <= (self.published - item.days.last).days < 300

    def text_day(self) -> date | None:
        """The day from which the text goes on: the last date's first day, else publication."""
        last = self.last()
        return last.days.first if last is not None else self.published
