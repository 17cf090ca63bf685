"""The export menu: everything that is shown as files of every kind, as a report, and all of it in one zip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from components import state
from components.filters import filter_words
from components.wording import plain
from nlp.disputes import DisputePolicy, apply_policy
from nlp.frames import Frames
from nlp.model import Analysis
from nlp.selection import Selection

if TYPE_CHECKING:
    from nlp.export.view import View
    from nlp.report.values import Report

_REPORTS = (
    ("Web page", "report.html", "text/html"),
    ("Document", "report.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("Print", "report.pdf", "application/pdf"),
)


@dataclass(frozen=True)
class Leaving:
    """What is shown when the menu is drawn: a file is made later, outside the session's run.

    `analyses` count disputed areas as `disputes` says; `words` are the filter, a phrase each.
    """

    analyses: tuple[Analysis, ...]
    everything: Frames
    selection: Selection
    disputes: DisputePolicy
    words: tuple[str, ...]

    def data(self, key: str) -> bytes:
        """One kind of data file (a key of `nlp.export.EXPORTS`)."""
        from nlp.export import EXPORTS  # its libraries are not loaded before a file is asked for

        export = next(export for export in EXPORTS if export.key == key)
        return export.write(self._view())

    def report(self, file_name: str) -> bytes:
        """The report, in the format that the name's ending says."""
        from nlp.report.files import WRITERS

        return WRITERS[Path(file_name).suffix](self._report())

    def everything_zip(self) -> bytes:
        """All data files and reports in one."""
        from nlp.export import export_files, zip_bytes
        from nlp.report.files import WRITERS

        report = self._report()
        reports = {f"dateline-{ending}": WRITERS[Path(ending).suffix](report) for _, ending, _ in _REPORTS}
        return zip_bytes({**export_files(self._view()), **reports})

    def _report(self) -> Report:
        from components.figures.map_rows import drawable
        from nlp.report.content import ReportOptions, build_report
        from nlp.summaries import countries_frame

        shown = self.selection.apply(self.everything)
        options = ReportOptions(filters=self.words, disputes=self.disputes, drawn=drawable(countries_frame(shown)))
        return build_report(shown, self.everything, self.analyses, options)

    def _view(self) -> View:
        from nlp.export import view_of

        return view_of(self.analyses, self.selection, everything=self.everything, disputes=self.disputes)


def exports(everything: Frames) -> None:
    """A menu of files; each is made when it is asked for, of what was shown when the menu was drawn."""
    page = state.page()
    leaving = Leaving(
        tuple(apply_policy(analysis, page.disputes) for analysis in page.analyses),
        everything,
        state.selected(),
        page.disputes,
        tuple(filter_words(page.selection, everything)),
    )
    from nlp.export import EXPORTS

    with st.popover("Export", key="exports"), st.container(gap=None):
        st.caption(plain(f"Only {'; '.join(leaving.words)}" if leaving.words else "All that is shown, as it is shown"))
        _file("Everything", "export.zip", "application/zip", leaving.everything_zip)
        st.caption("A report: every statement with the numbers of its sentences")
        for name, ending, mime in _REPORTS:
            _file(name, ending, mime, partial(leaving.report, ending))
        st.caption("Data: each row with its sentence and its place in the text")
        for export in EXPORTS:
            _file(export.name, export.ending, export.mime, partial(leaving.data, export.key), export.holds)


def _file(name: str, ending: str, mime: str, write: Callable[[], bytes], holds: str | None = None) -> None:
    st.download_button(
        f"{name} · {ending.rsplit('.', 1)[-1].upper()}",
        data=write,
        file_name=f"dateline-{ending}",
        mime=mime,
        key=f"export_{ending}",
        type="tertiary",
        help=holds,
        on_click="ignore",
    )
