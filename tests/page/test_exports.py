"""The export menu: what it makes is what the page shows."""

from __future__ import annotations

import io
import json
import zipfile

import pandas as pd
import pytest
from lxml import html

from components.exports import Leaving
from nlp.disputes import DisputePolicy
from nlp.export import EXPORTS
from nlp.frames import build_frames
from nlp.selection import Selection
from tests.builders import analysis, clash, speech

ANALYSES = (analysis("a1"), analysis("a2", title="Another visit"), clash(), speech())
EVERYTHING = build_frames(ANALYSES)
SELECTIONS = {
    "everything": Selection(),
    "an article unticked": Selection(articles=("a1", "c1")),
    "a country": Selection(country="RUS"),
    "planned events": Selection(statuses=("planned",)),
}


def _leaving(selection: Selection, *words: str) -> Leaving:
    return Leaving(ANALYSES, EVERYTHING, selection, DisputePolicy.RECOGNISED, words)


@pytest.mark.parametrize("selection", SELECTIONS.values(), ids=SELECTIONS.keys())
def test_workbook_places_and_report_hold_the_rows_of_the_page(selection: Selection) -> None:
    shown = selection.apply(EVERYTHING)
    leaving = _leaving(selection, "a filter in words")
    sheets = pd.read_excel(io.BytesIO(leaving.data("xlsx")), sheet_name=None)
    events = next(sheet for name, sheet in sheets.items() if name.lower() == "events")
    assert len(events) == len(shown.events)
    assert set(events["event"]) == set(shown.events["event"])
    places = json.loads(leaving.data("geojson"))
    assert len(places["features"]) <= len(shown.places)
    assert sum(feature["properties"]["mentions"] for feature in places["features"]) == len(shown.places)
    page = leaving.report("report.html").decode("utf-8")
    for label in shown.events["label"]:
        assert label.replace("'", "&#39;") in page
    assert "a filter in words" in page
    assert len(html.fromstring(page).xpath("//tr[starts-with(@id, 'when-')]")) == len(shown.events)


def test_the_zip_holds_the_reports_that_the_menu_offers() -> None:
    leaving = _leaving(SELECTIONS["a country"], "a filter in words")
    with zipfile.ZipFile(io.BytesIO(leaving.everything_zip())) as archive:
        for ending in ("report.html", "report.docx", "report.pdf"):
            assert archive.read(f"dateline-{ending}") == leaving.report(ending)


def test_everything_is_in_one_zip() -> None:
    names = zipfile.ZipFile(io.BytesIO(_leaving(Selection()).everything_zip())).namelist()
    assert {f"dateline-{ending}" for ending in ("report.html", "report.docx", "report.pdf")} <= set(names)
    assert {export.file_name for export in EXPORTS if export.key != "csv"} <= set(names)
    assert "tables/" in {name[:7] for name in names}


def test_nothing_shown_makes_files_too() -> None:
    leaving = _leaving(Selection(articles=()))
    for export in EXPORTS:
        assert isinstance(leaving.data(export.key), bytes)
    assert leaving.report("report.html")
