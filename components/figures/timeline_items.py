"""An events frame as plain rows: what the timeline draws and says of each event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd

from components.figures.wording import clean, counted, escaped, shortened, span_words, wrapped
from nlp.model import DateBasis, EventStatus


@dataclass(frozen=True, slots=True)
class Item:
    """One event. Days are proleptic Gregorian ordinals, both inside; `None` where open, never both.

    `evidence` counts the sentences that tell it.
    """

    event: str
    article: str
    title: str
    label: str
    first: int | None
    last: int | None
    precision: str
    basis: str
    status: str
    time: str
    why: str
    first_vague: bool = False
    last_vague: bool = False
    evidence: int = 1

    @property
    def start(self) -> int:
        """The first day, or the last where the beginning is open."""
        return self.first if self.first is not None else self.last or 0

    @property
    def end(self) -> int:
        """The last day, or the first where the end is open."""
        return self.last if self.last is not None else self.first or 0

    @property
    def is_point(self) -> bool:
        """Whether it is drawn as a point: one closed day."""
        return self.first is not None and self.first == self.last

    @property
    def is_open(self) -> bool:
        """Whether one end is open."""
        return self.first is None or self.last is None

    @property
    def is_vague(self) -> bool:
        """Whether the text leaves an edge of its days to judgement."""
        return self.first_vague or self.last_vague

    @property
    def days(self) -> str:
        """Its days in words; "about" where an end is an estimate."""
        first, last = (None if day is None else date.fromordinal(day) for day in (self.first, self.last))
        return f"{'about ' if self.is_vague else ''}{span_words(first, last, self.precision)}"

    @property
    def mark(self) -> str:
        """A sign behind the label for what the reader should check: an inferred year, an assumed day."""
        return "*" if self.basis in {DateBasis.INFERRED_YEAR, DateBasis.ASSUMED} else ""

    @property
    def hover(self) -> str:
        """Label; days, status and how often it is told; how the days were read; article. Escaped, one fact a line."""
        told = f"told in {counted(self.evidence, 'sentence')}" if self.evidence > 1 else ""
        facts = " · ".join(part for part in (self.days, self.status, told) if part)
        reason = self.why or (f"read from “{self.time}”" if self.time else "")
        lines = [f"<b>{wrapped(self.label)}</b>", facts, wrapped(reason)]
        return "<br>".join([line for line in [*lines, escaped(shortened(self.title, 64))] if line])


def read_items(events: pd.DataFrame) -> list[Item]:
    """The events that have at least one day, by calendar; an interval that ends before it begins is turned round."""
    items = []
    for row in events.to_dict("records"):
        first, last = _ordinal(row.get("first_day")), _ordinal(row.get("last_day"))
        if first is None and last is None:
            continue
        if first is not None and last is not None and first > last:
            first, last = last, first
        items.append(_item(row, first, last))
    return sorted(items, key=lambda item: (item.start, item.end, item.event))


def read_published(published: Any) -> list[tuple[str, int]]:
    """(article id, ordinal) of the articles whose publication day is known, by calendar."""
    days = [(str(article), _ordinal(day)) for article, day in published]
    return sorted(((article, day) for article, day in days if day is not None), key=lambda pair: (pair[1], pair[0]))


def _item(row: dict[Any, Any], first: int | None, last: int | None) -> Item:
    texts = {key: clean(row.get(key)) for key in ("title", "label", "precision", "basis", "time", "why")}
    status, evidence = str(row.get("status")), row.get("evidence")
    return Item(
        event=str(row.get("event", "")),
        article=str(row.get("article", "")),
        first=first,
        last=last,
        status=status if status in set(EventStatus) else EventStatus.OCCURRED,
        first_vague=row.get("first_vague") is True,
        last_vague=row.get("last_vague") is True,
        evidence=evidence if isinstance(evidence, int) else 1,
        **texts,
    )


def _ordinal(value: object) -> int | None:
    if isinstance(value, str):
        value = pd.to_datetime(value, errors="coerce")
    if value is None or value is pd.NaT or value is pd.NA or not isinstance(value, date | datetime):
        return None
    return value.toordinal()
