"""The export menu: everything that is shown as files of every kind, as a report, and all of it in one zip."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components import state
from components.charts import Drawing
from components.corrections import correction_words, counted
from components.declared import declared
from components.disputes import counts_separately
from components.figures.map_legend import ALL
from components.figures.shapes import GEOMETRY_URL
from components.filters import filter_words
from components.leaving import REPORTS, ZIP, Leaving, new_key, offer
from components.server import LEAVING_PATH, PLOTLY_PATH
from components.wording import plain
from nlp.export import EXPORTS, Export
from nlp.frames import Frames

_REPORT_WORDS = dict(zip(REPORTS, ("Web page", "Document", "Print"), strict=True))
_component = declared("leave", "library", "picture", "fetched", isolated=False)


def exports(everything: Frames) -> None:
    """A menu of files; each is made when it is asked for, of what was shown when the menu was drawn."""
    page = state.page()
    leaving = Leaving(
        counted(),
        everything,
        state.selected(),
        page.disputes,
        tuple(filter_words(page.selection, everything)),
        _drawing(),
        page.export,
        counts_separately(),
        correction_words(),
    )
    key = state.page_key(new_key)
    state.put("leaving", leaving)
    offer(key, leaving)
    with st.popover("Export", key="exports"), st.container(gap=None):
        st.caption(plain(f"Only {'; '.join(leaving.words)}" if leaving.words else "All that is shown, as it is shown"))
        _with_charts("Everything", key, [ZIP], {ZIP: "Everything"})
        st.caption("A report with the charts: every statement with the numbers of its sentences")
        _with_charts("Report with the charts", key, list(REPORTS), _REPORT_WORDS)
        st.caption("Data: each row with its sentence and its place in the text")
        for export in EXPORTS:
            _data(leaving, export)


def _drawing() -> Drawing:
    """How the charts stand on the page."""
    return Drawing(
        shade=state.value("map_shade") or ALL,
        lines=bool(state.value("map_lines")),
        places=bool(state.value("map_places")),
        only_relations=state.page().only_relations,
    )


def _with_charts(group: str, key: str, files: Sequence[str], words: dict[str, str]) -> None:
    """Buttons for files whose charts the reader's browser draws first."""
    _component(
        key=f"leave_{files[0]}",
        data={
            "group": group,
            "files": [{"name": file, "label": f"{words[file]} · {_ending(file)}"} for file in files],
            "path": f"{LEAVING_PATH}/{key}",
            "script": PLOTLY_PATH,
            "geometry": GEOMETRY_URL,
        },
    )


def _data(leaving: Leaving, export: Export) -> None:
    st.download_button(
        f"{export.name} · {_ending(export.ending)}",
        data=partial(leaving.data, export.key),
        file_name=f"dateline-{export.ending}",
        mime=export.mime,
        key=f"export_{export.ending}",
        type="tertiary",
        help=export.holds,
        on_click="ignore",
    )


def _ending(file_name: str) -> str:
    return file_name.rsplit(".", 1)[-1].upper()
