"""Charts leave the page as files that other programs open: pictures, PDF, and a page that needs nothing else."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from PIL import Image
from pypdf import PdfReader

from nlp.store import Workspace, open_workspace, save_workspace
from tests.browser.steps import (
    choose_format,
    close_export,
    countries_on_map,
    open_export,
    open_file,
    save_export,
    settle,
    until,
)
from tests.builders import clash

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"
TITLE = "Attacks <b>& denials</b>, as told"
SIZES = {"PNG": (1600, 900), "PNG, double size": (3200, 1800), "PNG for print, 300 dpi": (4000, 2250)}


@pytest.fixture
def charts(page, tmp_path: Path):  # type: ignore[no-untyped-def]
    """The page with one article, read from a workspace."""
    found = clash()
    file = tmp_path / "workspace.json"
    file.write_bytes(save_workspace(Workspace((found,), frozenset({found.article.id}))))
    settle(page)
    open_file(page, file)
    until(page, "document.querySelector('.st-key-map .plot')?.data")
    return page


def test_the_map_leaves_as_pictures_of_the_chosen_size_with_its_words_inside(charts, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    open_export(charts, "map")
    for name, size in SIZES.items():
        choose_format(charts, name)
        with Image.open(save_export(charts, tmp_path)) as image:
            image.load()
            assert image.size == size
            assert image.text["Title"].startswith("Countries named most often: ")
            assert "Natural Earth" in image.text["Description"]
            assert image.text["Software"].startswith("Dateline ")
            assert round(image.info["dpi"][0]) == round(size[0] / 1600 * 120)
            assert len(set(image.resize((160, 90)).convert("RGB").get_flattened_data())) > 20


def test_a_chart_leaves_under_its_name_and_day_without_spaces(charts, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    open_export(charts, "map")
    assert re.fullmatch(r"dateline-map-\d{4}-\d\d-\d\d\.png", save_export(charts, tmp_path).name)


def test_words_that_were_edited_are_in_svg_and_pdf_as_text(charts, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    open_export(charts, "map")
    charts.get_by_role("textbox", name="Title").fill(TITLE)
    charts.get_by_role("textbox", name="Credit").fill("The desk")
    charts.get_by_role("textbox", name="Note").fill("Read with care.")
    charts.keyboard.press("Tab")
    settle(charts)
    choose_format(charts, "SVG, text stays text")
    root = ET.parse(save_export(charts, tmp_path)).getroot()  # noqa: S314 - our own
    assert root.findtext(f"{SVG}title") == TITLE
    assert "Read with care." in (root.findtext(f"{SVG}desc") or "")
    texts = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    for words in (TITLE, "The desk", "Read with care.", "Russia", "Ukraine"):
        assert any(words in text for text in texts), words
    assert not any(element.tag == f"{SVG}image" for element in root.iter())

    choose_format(charts, "PDF, text stays text")
    pdf = PdfReader(io.BytesIO(save_export(charts, tmp_path).read_bytes()))
    assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 960, 540]
    assert pdf.metadata.title == TITLE
    written = pdf.pages[0].extract_text()
    assert all(words in written for words in (TITLE, "The desk", "Read with care.", "Russia", "Natural Earth"))

    close_export(charts)
    open_export(charts, "map")
    assert charts.get_by_role("textbox", name="Title").input_value() == TITLE
    assert charts.get_by_role("textbox", name="Credit").input_value() == "The desk"
    close_export(charts)
    open_export(charts, "timeline")
    assert charts.get_by_role("textbox", name="Title").input_value().startswith("What happened when")
    assert charts.get_by_role("textbox", name="Credit").input_value() == "The desk"


def test_the_interactive_page_opens_from_a_file_and_asks_for_nothing(charts, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    open_export(charts, "map")
    choose_format(charts, "Interactive page, opens offline")
    file = save_export(charts, tmp_path)
    asked: list[str] = []
    failures: list[str] = []
    view = charts.context.new_page()
    view.on("request", lambda request: asked.append(request.url))
    view.on("pageerror", lambda error: failures.append(str(error)))
    view.on("console", lambda message: failures.append(message.text) if message.type == "error" else None)
    view.goto(file.as_uri())
    countries_on_map(view)
    assert view.title().startswith("Countries named most often: ")
    box = view.evaluate(
        """() => {
          const paths = [...document.querySelectorAll('.choroplethlayer path')];
          const path = paths.findLast((p) => p.__data__?.loc === 'UKR');
          const box = path.getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2];
        }"""
    )
    view.mouse.move(box[0] - 3, box[1])
    view.mouse.move(*box)
    assert "Ukraine" in view.locator(".hoverlayer .hovertext").first.text_content()
    assert failures == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def test_a_map_that_the_reader_has_moved_leaves_as_it_is_seen_or_whole(charts) -> None:  # type: ignore[no-untyped-def]
    moved = charts.get_by_text("As moved and zoomed on the page")
    open_export(charts, "map")
    assert moved.count() == 0
    close_export(charts)
    charts.locator(".st-key-map").get_by_role("button", name="+", exact=True).click()
    settle(charts)
    open_export(charts, "map")
    near = charts.locator(".export .sheet").get_attribute("src")
    moved.click()
    settle(charts)
    until(charts, f"document.querySelector('.export .sheet').src !== {near!r}")


def test_other_charts_leave_whole_until_they_are_moved(charts) -> None:  # type: ignore[no-untyped-def]
    moved = charts.get_by_text("As moved and zoomed on the page")
    charts.get_by_role("tab", name="Network").click()
    settle(charts)
    for chart in ("timeline", "network"):
        until(charts, f"document.querySelector('.st-key-{chart} .plot')?._fullLayout !== undefined")
        open_export(charts, chart)
        assert moved.count() == 0
        close_export(charts)
    plot = charts.locator(".st-key-timeline .nsewdrag").first
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    charts.mouse.move(box["x"] + 200, box["y"] + 20)
    charts.mouse.down()
    charts.mouse.move(box["x"] + 320, box["y"] + 22, steps=4)
    charts.mouse.up()
    settle(charts)
    open_export(charts, "timeline")
    assert moved.count() == 1


def test_everything_and_the_report_leave_with_the_charts_by_one_click(charts, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    asked: list[str] = []
    charts.on("request", lambda request: asked.append(request.url))
    charts.locator(".st-key-map_shade").get_by_text("acting", exact=True).click()
    settle(charts)
    open_export(charts, "map")
    charts.get_by_role("textbox", name="Title").fill(TITLE)
    charts.get_by_role("textbox", name="Title").press("Tab")
    settle(charts)
    close_export(charts)
    settle(charts)
    workspace = open_workspace(_saved(charts, "Save workspace", tmp_path).read_bytes())
    assert TITLE in dict(workspace.charts.words).values()
    charts.locator(".st-key-exports").get_by_role("button", name="Export").click()
    with zipfile.ZipFile(_saved(charts, "Everything · ZIP", tmp_path)) as archive:
        files = {name.rpartition("-20")[0] + Path(name).suffix: archive.read(name) for name in archive.namelist()}
        report, page = archive.read("dateline-report.pdf"), archive.read("dateline-report.html").decode()
    assert {f"charts/dateline-map.{ending}" for ending in ("svg", "png", "pdf", "html")} <= set(files)
    assert escape(TITLE).encode() in files["charts/dateline-map.svg"]
    assert b"mentions, acting" in files["charts/dateline-map.svg"].replace(b"\xc2\xa0", b" ")
    assert Image.open(io.BytesIO(files["charts/dateline-map.png"])).size == (3200, 1800)
    assert TITLE in " ".join(PdfReader(io.BytesIO(report)).pages[0].extract_text().split())
    assert page.count("data:image/svg+xml;base64,") == 1
    charts.get_by_text("Saved as dateline-export.zip.").wait_for()
    page = _saved(charts, "Web page · HTML", tmp_path).read_text("utf-8")
    assert page.count("data:image/svg+xml;base64,") == 1
    assert all(urlsplit(url).hostname in ("127.0.0.1", "localhost", None, "") for url in asked), asked


def _saved(page, button: str, folder: Path) -> Path:  # type: ignore[no-untyped-def]
    """What a button lets the reader keep."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target
