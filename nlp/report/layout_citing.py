"""Rows with citations, and where each cited sentence is used."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nlp.report.blocks import Cell, Cited, Row
from nlp.report.values import Key, Report, Told
from nlp.report.wording import shorten

_LONGEST = 48  # characters of a name that leads back


class Citing:
    """The numbers of the cited sentences; it notes every use, so that the list of sentences can link back."""

    def __init__(self, report: Report) -> None:
        self._numbers: dict[Key, int] = {reference.key: reference.number for reference in report.references}
        self.uses: dict[int, list[tuple[str, str]]] = {}

    def of(self, section: str) -> SectionCiting:
        """The citations of one section."""
        return SectionCiting(self, section)

    def cite(self, told: Told, anchor: str, name: str) -> Cited:
        """The numbers of the sentences of a statement; the list of sentences calls the statement by `name`."""
        numbers = tuple(sorted(self._numbers[key] for key in told.keys))
        for number in numbers:
            self.uses.setdefault(number, []).append((anchor, name))
        return Cited(numbers, told.more)


@dataclass
class SectionCiting:
    """The citations of one section, whose rows are counted through."""

    citing: Citing
    section: str
    rows: int = 0

    def row(self, told: Told, *cells: Cell, name: str = "") -> Row:
        """A row whose last cell carries the citations; without a name it is called by its first cell."""
        self.rows += 1
        anchor = f"{self.section}-{self.rows}"
        cited = self.citing.cite(told, anchor, shorten(name or cells[0].text, _LONGEST))
        return Row(anchor, (*cells[:-1], replace(cells[-1], cited=cited)))
