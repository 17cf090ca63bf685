"""What leaves the page as files: data, a report with its charts, and everything in one zip."""

from __future__ import annotations

import functools
import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from components.captions import Shown, made_by, picture_name
from components.charts import Chart, Drawing, all_charts
from components.drawn import Drawn
from components.figures.framing import preset_of
from components.figures.map_rows import drawable
from components.pictures import picture
from components.report_pictures import for_report, in_report
from nlp.disputes import DisputePolicy
from nlp.errors import InputError
from nlp.frames import Frames
from nlp.model import Analysis
from nlp.selection import Selection
from nlp.store import ChartExport
from nlp.summaries import countries_frame

if TYPE_CHECKING:
    from nlp.export.view import View
    from nlp.report.values import Report

ZIP = "dateline-export.zip"
REPORTS = {
    "dateline-report.html": "text/html",
    "dateline-report.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "dateline-report.pdf": "application/pdf",
}
FILES = {ZIP: "application/zip", **REPORTS}
_MOST_DRAWING = 20


@dataclass(frozen=True)
class Leaving:
    """What is shown when the menu is drawn: a file is made later, outside the session's run.

    `analyses` count disputed areas as `disputes` says, and `separately` whether any does so for itself; `words` are the
    filter, a phrase each, and `corrections` what was corrected in the analyses, a sentence each; `drawing` and `export`
    are how the charts are drawn and what the reader has written on them.
    """

    analyses: tuple[Analysis, ...]
    everything: Frames
    selection: Selection
    disputes: DisputePolicy
    words: tuple[str, ...]
    drawing: Drawing = field(default_factory=Drawing)
    export: ChartExport = field(default_factory=ChartExport)
    separately: bool = False
    corrections: tuple[str, ...] = ()

    def data(self, key: str) -> bytes:
        """One kind of data file (a key of `nlp.export.EXPORTS`)."""
        from nlp.export import EXPORTS  # its libraries are not loaded before a file is asked for

        export = next(export for export in EXPORTS if export.key == key)
        return export.write(self._view())

    def pictures(self, file_name: str) -> list[dict[str, Any]]:
        """The charts that a browser draws for a file of `FILES`: those of the report, then those that stand alone."""
        drawn = [for_report(chart, dict(self.export.words)) for chart in self._charts]
        return drawn + ([self._alone(chart) for chart in self._charts] if file_name == ZIP else [])

    def file(self, file_name: str, drawn: Sequence[Drawn]) -> bytes:
        """A file of `FILES` with the charts as they were drawn, in the order of `pictures`.

        Raises:
            InputError: these are not as many pictures as the file has, or one is no picture.
        """
        number = len(self._charts)
        if len(drawn) != number * (2 if file_name == ZIP else 1):
            raise InputError("These are not the pictures that were asked for.")
        report = self._report(drawn[:number])
        if file_name != ZIP:
            return self._written(report, file_name)
        from nlp.export import export_files, zip_bytes

        reports = {name: self._written(report, name) for name in REPORTS}
        pictures = dict(self._picture_files(drawn[number:]))
        return zip_bytes({**export_files(self._view()), **reports, **pictures})

    @functools.cached_property
    def _charts(self) -> list[Chart]:
        """Those that have something to show; made once for saying what to draw and for putting the file together."""
        return [chart for chart in all_charts(self._shown, self.drawing) if chart.shows]

    def _alone(self, chart: Chart) -> dict[str, Any]:
        own = self.export
        caption = chart.written(dict(own.words), credit=own.credit, version=made_by(date.today()))
        return picture(chart, caption, preset_of(own.preset), dark=own.dark)

    def _picture_files(self, drawn: Sequence[Drawn]) -> Iterator[tuple[str, bytes]]:
        for chart, made in zip(self._charts, drawn, strict=True):
            for name, content in made.files(picture_name(chart.name, date.today())):
                yield f"charts/{name}", content

    def _report(self, drawn: Sequence[Drawn]) -> Report:
        from nlp.report.content import ReportOptions, build_report

        shown, words = self._shown.frames, dict(self.export.words)
        pictures = dict(in_report(chart, words, made.svg) for chart, made in zip(self._charts, drawn, strict=True))
        options = ReportOptions(
            filters=self.words,
            corrections=self.corrections,
            disputes=self.disputes,
            drawn=drawable(countries_frame(shown)),
            pictures=pictures,
            prepared_by=self.export.credit,
        )
        return build_report(shown, self.everything, self.analyses, options)

    def _written(self, report: Report, file_name: str) -> bytes:
        from nlp.report.files import WRITERS

        return WRITERS[Path(file_name).suffix](report)

    @functools.cached_property
    def _shown(self) -> Shown:
        return Shown(self.selection.apply(self.everything), self.everything, self.words, self.separately)

    def _view(self) -> View:
        from nlp.export import view_of

        return view_of(
            self.analyses,
            self.selection,
            everything=self.everything,
            disputes=self.disputes,
            corrections=self.corrections,
        )


class _Offers:
    """What open pages may take away, under keys that nobody can guess.

    A page holds its own offer, which goes with it. What a browser draws for is held here until it comes back with the
    pictures, as it was when they were asked for, whatever the page shows by then; of many, those asked for last.
    """

    def __init__(self) -> None:
        self._pages: WeakValueDictionary[str, Leaving] = WeakValueDictionary()
        self._drawing: OrderedDict[str, Leaving] = OrderedDict()
        self._lock = threading.Lock()

    def put(self, key: str, leaving: Leaving) -> None:
        with self._lock:
            self._pages[key] = leaving

    def get(self, key: str) -> tuple[str, Leaving] | None:
        """What is offered under `key`, and the key under which it can be taken."""
        with self._lock:
            leaving = self._pages.get(key)
            if leaving is None:
                return None
            taking = new_key()
            self._drawing[taking] = leaving
            while len(self._drawing) > _MOST_DRAWING:
                self._drawing.popitem(last=False)
            return taking, leaving

    def take(self, key: str) -> Leaving | None:
        with self._lock:
            return self._drawing.pop(key, None)


_offers = _Offers()


def offer(key: str, leaving: Leaving) -> None:
    """Let whoever knows `key` take away what the page shows now, for as long as somebody holds `leaving`."""
    _offers.put(key, leaving)


def asked(key: str) -> tuple[str, Leaving] | None:
    """What was offered last under `key`, with a new key under which to `take` just this, once."""
    return _offers.get(key)


def take(key: str) -> Leaving | None:
    """What was `asked` for under this key."""
    return _offers.take(key)


def new_key() -> str:
    """A key that nobody guesses."""
    return secrets.token_urlsafe(24)
