"""One file holds the house style, and every format follows it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from nlp.report import style
from nlp.report.files import WRITERS
from nlp.report.html import html_report
from nlp.report.pdf import pdf_report
from tests.nlp.report.reports import report

PINK = "#ff1493"
ROOT = Path(__file__).parents[3]


@pytest.fixture
def pink(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The same house, with pink links."""
    own = json.loads(style.STYLE_FILE.read_text("utf-8"))
    for ground in ("light", "dark", "print"):
        own[ground]["primary"] = PINK
    file = tmp_path / "style.json"
    file.write_text(json.dumps(own), "utf-8")
    monkeypatch.setattr(style, "STYLE_FILE", file)
    monkeypatch.setattr("nlp.report.pdf.STYLE_FILE", file)
    style.house_style.cache_clear()
    yield
    style.house_style.cache_clear()


def test_page_and_print_follow_the_style_file(pink: None) -> None:
    page = html_report(report()).decode()
    assert page.count(f"--primary: {PINK};") == 3
    assert "#1f4e8c" not in page
    content = b"".join(each.get_contents().get_data() for each in PdfReader(io.BytesIO(pdf_report(report()))).pages)
    assert b"1 0.0784" in content  # the same in shares of one


def test_word_follows_the_style_file(pink: None) -> None:
    program = (
        "import json, pathlib, sys; from nlp.report import style; style.STYLE_FILE = pathlib.Path(sys.argv[1])\n"
        "from nlp.report.word import word_report; from tests.nlp.report.reports import report\n"
        "sys.stdout.buffer.write(word_report(report()))"
    )  # colours are read once, when the program starts
    done = subprocess.run(
        [sys.executable, "-c", program, str(style.STYLE_FILE)], cwd=ROOT, capture_output=True, check=True
    )
    with zipfile.ZipFile(io.BytesIO(done.stdout)) as archive:
        looks = archive.read("word/styles.xml").decode() + archive.read("word/document.xml").decode()
    assert "FF1493" in looks
    assert "1F4E8C" not in looks


def test_every_format_is_among_those_looked_at() -> None:
    assert set(WRITERS) == {".html", ".pdf", ".docx"}
