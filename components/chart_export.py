"""The dialog by which a chart leaves the page: its words, its size, its format, and what it will look like."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import streamlit as st

from components import state
from components.captions import Shown, made_by, picture_name
from components.charts import Chart
from components.declared import declared
from components.disputes import counts_separately
from components.figures.framing import INCH, Caption, Preset, preset_of
from components.figures.shapes import GEOMETRY_URL
from components.filters import filter_words
from components.pictures import picture
from components.server import PDF_PATH, PLOTLY_PATH
from nlp.frames import Frames
from nlp.store import ChartExport

# Of each format: the file's ending, how much larger than the plain size, and its name.
FORMATS = MappingProxyType(
    {
        "png": ("png", 1.0, "PNG"),
        "png2": ("png", 2.0, "PNG, double size"),
        "print": ("png", 300 / INCH, "PNG for print, 300 dpi"),
        "svg": ("svg", 1.0, "SVG, text stays text"),
        "pdf": ("pdf", 1.0, "PDF, text stays text"),
        "html": ("html", 1.0, "Interactive page, opens offline"),
    }
)
# A workspace from elsewhere may hold longer words than the fields take.
_LONGEST = {"title": 200, "note": 400, "credit": 120}
_SIZES = {"slide": "Slide, 16:9", "column": "Report column", "square": "Square"}
_component = declared("export", "library", "picture", "fetched", isolated=False)


def shown_words(shown: Frames, everything: Frames) -> Shown:
    """What the charts on the page speak of, with its filter in words."""
    only = tuple(filter_words(state.page().selection, everything))
    return Shown(shown, everything, only, separately=counts_separately())


def export_chart(chart: Chart, moved: Mapping[str, Any] | None) -> None:
    """Ask how the chart should leave the page, show it, and let it be downloaded; `moved` as in `figures.moved`."""
    _dialog(chart, moved, state.page().export)


@st.dialog("Export this chart", width="large", on_dismiss="rerun")  # the menu and the workspace learn the words
def _dialog(chart: Chart, moved: Mapping[str, Any] | None, chosen: ChartExport) -> None:
    """`chosen` is what stands in the fields at first: while the dialog is open, it does not change."""
    left, right = st.columns([2, 3], gap="medium")
    with left:
        form, preset, dark = _shape(chosen)
        if moved and st.toggle("As moved and zoomed on the page", value=True, key="export_moved"):
            chart = chart.as_moved(moved)
        caption, day = _words(chart, chosen)
    with right:
        _sheet(chart, caption, preset, form, day, dark=dark)


def _shape(chosen: ChartExport) -> tuple[str, Preset, bool]:
    known = chosen.format if chosen.format in FORMATS else ChartExport().format
    form = st.selectbox(
        "Format", list(FORMATS), index=list(FORMATS).index(known), format_func=lambda key: FORMATS[key][2],
        key="export_format",
    )  # fmt: skip
    own = preset_of(chosen.preset).name
    size = st.segmented_control(
        "Size", list(_SIZES), default=own, required=True, format_func=_SIZES.__getitem__, key="export_size"
    )
    dark = st.toggle("Dark", value=chosen.dark, key="export_dark")
    state.export_as(format=form, preset=size or chosen.preset, dark=dark)
    return form, preset_of(size or chosen.preset), dark


def _words(chart: Chart, chosen: ChartExport) -> tuple[Caption, date | None]:
    """The caption as the reader wants it; what was written before for the same chart stands there again."""
    caption, most = chart.written(dict(chosen.words)), _LONGEST
    fields = {
        chart.title_key: f"export_title_{chart.name}",
        chart.note_key: f"export_note_{chart.name}_{bool(chart.moved)}",
    }

    def remember() -> None:
        """Also where the dialog is closed before it has been drawn again."""
        written = {key: str(state.value(field) or "") for key, field in fields.items()}
        words = tuple((dict(state.page().export.words) | written).items())
        state.export_as(words=words, credit=str(state.value("export_credit") or ""))

    title, note = fields.values()
    st.text_area(
        "Title", caption.title[: most["title"]], key=title, height=80, max_chars=most["title"], on_change=remember
    )
    st.text_area("Note", caption.note[: most["note"]], key=note, height=80, max_chars=most["note"], on_change=remember)
    st.text_input(
        "Credit",
        chosen.credit[: most["credit"]],
        key="export_credit",
        placeholder="your desk or team",
        max_chars=most["credit"],
        on_change=remember,
    )
    day = state.as_date(st.date_input("Day of the export", "today", key="export_day", format="YYYY-MM-DD"))
    own = state.page().export
    return chart.written(dict(own.words), credit=own.credit, version=made_by(day)), day


def _sheet(chart: Chart, caption: Caption, preset: Preset, form: str, day: date | None, *, dark: bool) -> None:
    ending, scale, _ = FORMATS[form]
    pixels = f", {round(preset.width * scale):,} × {round(preset.height * scale):,}" if ending == "png" else ""
    _component(
        key="export_sheet",
        data={
            "picture": picture(chart, caption, preset, dark=dark),
            "format": ending,
            "scale": scale,
            "label": f"Download {ending.upper()}{pixels}",
            "filename": f"{picture_name(chart.name, day)}.{ending}",
            "script": PLOTLY_PATH,
            "geometry": GEOMETRY_URL if chart.has_shapes else None,
            "pdf": PDF_PATH,
        },
    )
