"""The command line draws the page's charts with Chromium, and needs no network for it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from pypdf import PdfReader

from components.captions import Shown
from components.charts import entities_chart, map_chart, network_chart, timeline_chart
from components.chromium import draw_pictures
from components.figures.framing import PRESETS
from components.pictures import picture
from components.write_figures import shown_of
from nlp.figures_process import write_figures
from nlp.frames import build_frames
from nlp.report.files import report_file
from nlp.store import ChartExport, Workspace, save_workspace
from tests.browser.test_air_gap import LOOPBACK_UP
from tests.builders import analysis, clash

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
CHARTS = {"map": "Ukraine", "timeline": "Ana Silva", "entities": "Ana Silva", "network": "grey: named together"}
OUTSIDE = """() => {
  const svg = document.documentElement, page = svg.viewBox.baseVal, to = svg.getScreenCTM().inverse();
  return [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim()).map((text) => {
    const box = text.getBoundingClientRect();
    const corner = (x, y) => new DOMPoint(x, y).matrixTransform(to);
    const [a, b] = [corner(box.left, box.top), corner(box.right, box.bottom)];
    const inside = a.x >= 0 && a.y >= 0 && b.x <= page.width && b.y <= page.height;
    return inside ? null : text.textContent;
  }).filter(Boolean);
}"""
SVG = "{http://www.w3.org/2000/svg}"


def isolated() -> list[str]:
    """What to put before a command so that it has no network at all, where this machine can do that."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "--net", "true"], capture_output=True).returncode:
        return [sys.executable]
    return [unshare, "--net", sys.executable, "-c", LOOPBACK_UP]


def test_every_chart_is_written_in_every_format_without_a_network(chromium: str, tmp_path: Path) -> None:
    found = (analysis(), clash())
    shown = shown_of(Workspace(found, frozenset({"a1", "c1"})))
    words = ((map_chart(shown, lines=True).title_key, "A title of my own"),)
    chosen = ChartExport(preset="square", credit="The desk", words=words)
    workspace = save_workspace(Workspace(found, frozenset({"a1", "c1"}), charts=chosen))
    reported = tmp_path / "reported"
    reported.mkdir()
    command = [*isolated(), "-m", "components.write_figures", str(tmp_path), "--size", "column"]
    command += ["--report-pictures", str(reported)]
    done = subprocess.run(command, input=workspace, capture_output=True, cwd=ROOT, timeout=240)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert len(list(tmp_path.iterdir())) == 16 + 1
    assert {file.name for file in reported.iterdir()} == {
        f"{name}.{ending}" for name in ("map", "timeline", "names", "network") for ending in ("svg", "txt")
    }
    assert "A title of my own" in (tmp_path / "dateline-map-2025-07-07.svg").read_text("utf-8")
    assert "A title of my own" in (reported / "map.svg").read_text("utf-8")
    assert "The desk" not in (reported / "map.svg").read_text("utf-8")
    for chart, word in CHARTS.items():
        file = tmp_path / f"dateline-{chart}-2025-07-07"
        with Image.open(file.with_suffix(".png")) as image:
            assert image.size == (2000, 1500)
            assert image.text["Title"]
        root = ET.parse(file.with_suffix(".svg")).getroot()  # noqa: S314 - our own
        texts = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
        assert word in texts
        assert "The desk" in texts
        assert "The desk" in PdfReader(file.with_suffix(".pdf")).pages[0].extract_text()
        page = file.with_suffix(".html").read_text("utf-8")
        assert page.count("Content-Security-Policy") == 1
        assert "The desk" in page
    sizes = [(tmp_path / f"dateline-{chart}-2025-07-07.html").stat().st_size for chart in ("map", "network")]
    assert sizes[0] - sizes[1] > 250_000  # only the map's page holds the shapes


def test_a_report_made_with_the_figures_holds_the_charts(chromium: str, tmp_path: Path) -> None:
    pictures = write_figures([analysis(), clash()], tmp_path / "figures")
    assert set(pictures) == {"map", "timeline", "names", "network"}
    report = tmp_path / "report.docx"
    report.write_bytes(report_file(report, [analysis(), clash()], None, pictures))
    with zipfile.ZipFile(report) as archive:
        assert len([name for name in archive.namelist() if name.startswith("word/media/")]) == 4
        assert "Mentions of countries and places" in archive.read("word/document.xml").decode()


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_no_word_is_cut_off_at_the_edge_of_a_picture(page, preset, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    frames = build_frames([clash(), analysis()])
    shown = Shown(frames, frames, ("sentences with “" + "a rather long search " * 8 + "”",))
    charts = [make(shown) for make in (map_chart, timeline_chart, entities_chart, network_chart)]
    long = {"title": "A title that says at length what is shown and where, " * 2, "credit": "Desk " * 20}
    pictures = [picture(chart, replace(chart.caption, **long), preset, dark=False) for chart in charts]
    geometry = json.loads((ROOT / "static" / "countries.geojson").read_text("utf-8"))
    for chart, drawn in zip(charts, draw_pictures(pictures, geometry), strict=True):
        file = tmp_path / f"{chart.name}.svg"
        file.write_text(drawn.svg, "utf-8")
        page.goto(file.as_uri())
        assert page.evaluate(OUTSIDE) == []
