"""The export menu: what it makes is what the page shows."""

from __future__ import annotations

import gc
import io
import json
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pandas as pd
import pytest
from lxml import html

from components.captions import Shown
from components.charts import Drawing, all_charts, map_chart
from components.drawn import PLACE, Drawn
from components.leaving import REPORTS, ZIP, Leaving, asked, new_key, offer, take
from nlp.disputes import DisputePolicy
from nlp.errors import InputError
from nlp.export import EXPORTS
from nlp.frames import build_frames
from nlp.selection import Selection
from nlp.store import ChartExport
from tests.builders import analysis, clash, speech

ANALYSES = (analysis("a1"), analysis("a2", title="Another visit"), clash(), speech())
EVERYTHING = build_frames(ANALYSES)
SELECTIONS = {
    "everything": Selection(),
    "an article unticked": Selection(articles=("a1", "c1")),
    "a country": Selection(country="RUS"),
    "planned events": Selection(statuses=("planned",)),
}


def _leaving(selection: Selection, *words: str, **more: Any) -> Leaving:
    return Leaving(ANALYSES, EVERYTHING, selection, DisputePolicy.RECOGNISED, words, **more)


def _drawn(leaving: Leaving, name: str) -> list[Drawn]:
    """The pictures as a browser would send them, each with its title as its only words."""
    made = []
    for each in leaving.pictures(name):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>{escape(each["title"])}</text></svg>'
        alone = len(each["forms"]) > 1
        made.append(Drawn(svg, b"\x89PNG", f"<script>{PLACE}</script>") if alone else Drawn(svg))
    return made


def _file(leaving: Leaving, name: str) -> bytes:
    return leaving.file(name, _drawn(leaving, name))


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
    page = _file(leaving, "dateline-report.html").decode("utf-8")
    for label in shown.events["label"]:
        assert label.replace("'", "&#39;") in page
    assert "a filter in words" in page
    assert len(html.fromstring(page).xpath("//tr[starts-with(@id, 'when-')]")) == len(shown.events)


@pytest.mark.parametrize("selection", SELECTIONS.values(), ids=SELECTIONS.keys())
def test_report_holds_the_charts_of_what_is_shown_each_with_its_words(selection: Selection) -> None:
    leaving = _leaving(selection, "a filter in words")
    pictures = leaving.pictures("dateline-report.html")
    images = html.fromstring(_file(leaving, "dateline-report.html").decode("utf-8")).xpath("//img")
    assert sorted(image.get("alt") for image in images) == sorted(picture["description"] for picture in pictures)
    assert all("Only a filter in words." in picture["description"] for picture in pictures)
    shown = selection.apply(EVERYTHING)
    assert len(pictures) == sum(len(rows) > 0 for rows in (shown.places, shown.events, shown.mentions, shown.links))


def test_charts_leave_with_the_reader_s_words_and_as_they_stand_on_the_page() -> None:
    own = map_chart(Shown(EVERYTHING, EVERYTHING))
    words = ((own.title_key, "A title\x0b of my own\ud800"), (own.note_key, "Read with care."))
    written = ChartExport(preset="square", dark=True, credit="Desk", words=words)
    shaded = _leaving(Selection(), drawing=Drawing(shade="actor", lines=True), export=written).pictures(ZIP)[-4]
    assert "acting" in shaded["title"]  # another chart, to which the words do not belong
    assert (shaded["width"], shaded["height"]) == (1200, 1200)
    pictures = _leaving(Selection(), export=written).pictures(ZIP)
    assert pictures[0]["title"] == pictures[4]["title"] == "A title of my own"
    assert "Read with care." in pictures[0]["description"]
    assert "Desk" in pictures[4]["description"]
    assert "Desk" not in pictures[0]["description"]  # the report says on its first page who has made it
    report = _file(_leaving(Selection(), export=written), "dateline-report.html")
    assert "Desk" in html.fromstring(report.decode("utf-8")).text_content()


def test_words_for_a_chart_are_not_those_of_the_same_chart_under_another_filter() -> None:
    network = _leaving(Selection()).pictures(ZIP)[3]["title"]
    whole = [chart for chart in all_charts(Shown(EVERYTHING, EVERYTHING), Drawing()) if chart.name == "network"]
    written = ChartExport(words=((whole[0].note_key, "Of four articles."),))
    assert "Of four articles." in _leaving(Selection(), export=written).pictures(ZIP)[3]["description"]
    one = _leaving(Selection(articles=("a1",)), export=written).pictures(ZIP)
    assert not any("Of four articles." in picture["description"] for picture in one)
    assert network


def test_a_map_on_which_areas_count_separately_says_so_when_it_leaves() -> None:
    leaving = Leaving(ANALYSES, EVERYTHING, Selection(), DisputePolicy.SEPARATE, (), separately=True)
    assert "Disputed areas count separately." in leaving.pictures(ZIP)[0]["description"]
    assert "Disputed areas" not in _leaving(Selection()).pictures(ZIP)[0]["description"]


def test_the_zip_holds_the_reports_that_the_menu_offers_and_every_chart_in_every_format() -> None:
    leaving = _leaving(SELECTIONS["an article unticked"], "a filter in words")
    drawn = _drawn(leaving, ZIP)
    assert len(drawn) == 8
    with zipfile.ZipFile(io.BytesIO(leaving.file(ZIP, drawn))) as archive:
        for name in REPORTS:
            assert archive.read(name) == leaving.file(name, drawn[: len(drawn) // 2])
        charts = [name for name in archive.namelist() if name.startswith("charts/dateline-")]
        assert sorted(Path(name).suffix for name in charts) == sorted(
            [".svg", ".png", ".pdf", ".html"] * (len(drawn) // 2)
        )
        assert all(PLACE not in archive.read(name).decode() for name in charts if name.endswith(".html"))


def test_report_and_data_say_what_was_corrected() -> None:
    leaving = _leaving(Selection(), corrections=("“Silva” is Ana Silva, a person",))
    report = html.fromstring(_file(leaving, "dateline-report.html").decode("utf-8")).text_content()
    assert "“Silva” is Ana Silva, a person" in report
    assert "“Silva” is Ana Silva, a person" in json.loads(leaving.data("geojson"))["dateline"]["corrections"]


def test_everything_is_in_one_zip() -> None:
    names = zipfile.ZipFile(io.BytesIO(_file(_leaving(Selection()), ZIP))).namelist()
    assert set(REPORTS) <= set(names)
    assert {export.file_name for export in EXPORTS if export.key != "csv"} <= set(names)
    assert "tables/" in {name[:7] for name in names}


def test_pictures_of_another_file_are_refused() -> None:
    leaving = _leaving(Selection())
    with pytest.raises(InputError, match="not the pictures"):
        leaving.file(ZIP, _drawn(leaving, "dateline-report.pdf"))


def test_nothing_shown_makes_files_too() -> None:
    leaving = _leaving(Selection(articles=()))
    for export in EXPORTS:
        assert isinstance(leaving.data(export.key), bytes)
    assert leaving.pictures(ZIP) == []
    assert leaving.file("dateline-report.html", [])


def test_what_is_taken_is_what_was_asked_for_whatever_is_shown_by_then() -> None:
    key, before, after = new_key(), _leaving(Selection()), _leaving(Selection(country="RUS"))
    offer(key, before)
    found = asked(key)
    offer(key, after)
    assert found is not None
    taking, leaving = found
    assert leaving is before
    assert take(taking) is before
    assert take(taking) is None
    assert take(key) is None
    assert asked("a guess") is None


def test_what_a_page_offers_goes_with_it_and_of_what_is_drawn_only_the_last_is_held() -> None:
    key, leaving = new_key(), _leaving(Selection())
    offer(key, leaving)
    taking = [asked(key) for _ in range(21)]
    assert take(taking[0][0]) is None  # type: ignore[index]
    assert take(taking[1][0]) is leaving  # type: ignore[index]
    for found in taking[2:]:
        assert take(found[0])  # type: ignore[index]
    del leaving, found, taking
    gc.collect()
    assert asked(key) is None
