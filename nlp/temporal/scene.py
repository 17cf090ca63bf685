"""What the resolver knows around an expression: the publication day, the tense, and the dates read so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from nlp.model import DateBasis, Precision
from nlp.temporal.days import Days, quarter

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
    """A date of the text, for what comes after it; `opens` says that it stands at the head of its sentence."""

    days: Days
    precision: Precision
    sentence: int
    value: str
    shifted: bool = False
    opens: bool = False


def _apart(one: Remembered, other: Remembered) -> bool:
    """Whether two dates of a history are too far apart for one to follow the other."""
    return abs(one.days.first.year - other.days.first.year) > _ASIDE_YEARS


@dataclass(slots=True)
class Scene:
    """The state of one text's resolution. `narrative` says that undated dates follow the text, not the publication.

    `apart` says that a comma parts an expression from the one before it, `possessive` that it owns what it dates,
    `certain` that it hangs by a verb of the past itself.
    `longer_span` is the sentence that last spoke of a report's nine months or year.
    `month_first` is the order of numeric dates, `None` where the text does not show one.
    """

    published: date | None
    narrative: bool = False
    month_first: bool | None = None
    tense: str = ""
    sentence: int = 0
    opens: bool = False
    possessive: bool = False
    apart: bool = False
    certain: bool = False
    memory: list[Remembered] = field(default_factory=list)
    before_christ: str = ""
    longer_span: int | None = None
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
            reading.days,
            reading.precision,
            self.sentence,
            reading.value,
            reading.rule == "the same quarter",
            self.opens,
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
        """The quarter that a report is about: of those named, not compared with, the one that ended last before it."""
        recent = [
            item
            for item in reversed(self.memory)
            if item.precision is Precision.QUARTER and not item.shifted and self._is_current(item)
            if within is None or self.sentence - item.sentence <= within
        ]
        if self.longer_span is not None and self.longer_span >= max((item.sentence for item in recent), default=0):
            return None  # the figures are those of nine months, or of a year
        return max(recent, key=lambda item: item.days.last, default=None)

    def note_quarter(self, ended: Days) -> None:
        """Keep the quarter that a text says to have ended on a day, whatever number a fiscal year gives it."""
        day = ended.last
        number = (day.month + 2) // 3
        item = Remembered(
            quarter(day.year, number), Precision.QUARTER, self.sentence, f"{day.year:04}-Q{number}", opens=self.opens
        )
        self.memory.append(item)

    def _is_current(self, item: Remembered) -> bool:
        return self.published is None or 0 <= (self.published - item.days.last).days < 300

    def text_day(self) -> date | None:
        """The day from which the text goes on: the last date's first day, else publication."""
        last = self.last()
        return last.days.first if last is not None else self.published
