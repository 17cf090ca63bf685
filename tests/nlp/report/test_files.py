"""Reports as files, and from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.errors import ReportError
from nlp.report.files import report_file
from tests.builders import analysis
from tests.nlp.conftest import Run
from tests.nlp.report.reports import articles

STARTS = {".html": b"<!DOCTYPE html>", ".docx": b"PK\x03\x04", ".pdf": b"%PDF-1.7"}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("Ana Silva met Peru's envoys in Lima.", "utf-8")
    return path


@pytest.mark.parametrize("ending", STARTS)
def test_ending_names_the_format(ending: str) -> None:
    assert report_file(Path(f"a{ending.upper()}"), articles()).startswith(STARTS[ending])


def test_no_article_and_two_of_one_id_are_told_of() -> None:
    with pytest.raises(ReportError, match="no article could be analysed"):
        report_file(Path("a.html"), [])
    with pytest.raises(ReportError, match="Several articles have the id “a1”"):
        report_file(Path("a.html"), [analysis("a1"), analysis("a1")])


@pytest.mark.model
@pytest.mark.parametrize("ending", STARTS)
def test_command_writes_a_report_and_nothing_else(run: Run, article: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"report{ending}"
    assert run(article, "--report", target, "--as-of", "2025-07-08") == (0, "", "")
    assert target.read_bytes().startswith(STARTS[ending])


@pytest.mark.model
def test_command_writes_analyses_too_where_a_format_asks_for_them(run: Run, article: Path, tmp_path: Path) -> None:
    status, out, err = run(article, "--report", tmp_path / "report.html", "--format", "jsonl")
    assert (status, err) == (0, "")
    assert '"schema"' in out
    assert "As of" not in (tmp_path / "report.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--report", "report.odt"], "the name of a report ends in .html, .docx, .pdf"),
        (["--report", "no/such/folder/report.pdf"], "no file can be written there"),
        (["--as-of", "2025-07-08"], "--as-of belongs to --export and --report"),
        (["--report", "a.html", "--out", "a.html"], "is the file of --out"),
        (["--report", "a.html", "--as-of", "2025-02-30"], "--as-of"),
    ],
    ids=["ending", "folder", "day alone", "one file for two", "no such day"],
)
def test_wrong_usage_is_told_of(run: Run, article: Path, arguments: list[str], words: str) -> None:
    status, out, err = run(article, *arguments)
    assert (status, out) == (2, "")
    assert words in err


def test_report_never_takes_the_place_of_a_file_to_read(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "article.html"
    page.write_text("<p>Ana Silva met Peru's envoys in Lima.</p>", "utf-8")
    status, _, err = run(page, "--report", page)
    assert status == 2
    assert "is one of the files to read" in err


def test_nothing_to_report_is_told_of_in_one_sentence(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    status, out, err = run(tmp_path / "missing.txt", "--report", target)
    assert (status, out) == (1, "")
    assert "There is no report, for no article could be analysed." in err
    assert not target.exists()
