"""The command line: what goes in, what comes out, what is refused, and the exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nlp.errors import FigureError
from nlp.export.folder import folder_names
from nlp.serial import analysis_from_json
from tests.nlp.conftest import Run

ROOT = Path(__file__).parents[2]
VISIT = "Ana Silva, Peru's foreign minister, arrived in Lima on Friday. She will travel to Chile on 9 July."
LINES = (
    '{"id": "one", "text": "The minister left Lima on 4 July 2025."}\n'
    "{bad\n"
    '\n{"id": "two", "text": "Президент России прибыл в Москву."}\n'
    '{"id": "three", "text": "Talks began in Oslo on Monday.", "published": "2025-07-09"}\n'
    '{"id": "four", "text": "x", "published": "soon"}\n'
)


def start(*arguments: object, feed: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "nlp", *map(str, arguments)],
        input=feed.encode("utf-8"), capture_output=True, cwd=ROOT, env={**os.environ, **environment}, timeout=120,
        check=False,
    )  # fmt: skip


def written(tmp_path: Path, name: str, content: str) -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode("utf-8"))
    return path


def ids(out: str) -> list[str]:
    return [json.loads(line)["article"]["id"] for line in out.splitlines()]


WRONG_USAGE: list[list[str]] = [
    [],
    ["--format", "xml", "a.txt"],
    ["--published", "yesterday", "a.txt"],
    ["--published", "2025-02-30", "a.txt"],
    ["--workers", "0", "a.txt"],
    ["--workers", "two", "a.txt"],
    ["--out", "no/such/folder/x", "a.txt"],
    ["--out", ".", "a.txt"],
    ["--out", "x" * 300, "a.txt"],
    ["--unknown", "a.txt"],
    ["--export", "no/such/folder/x", "a.txt"],
    ["--export", "README.md", "a.txt"],
    ["--export", "x" * 300, "a.txt"],
    ["--export", ".", "--as-of", "today", "a.txt"],
]


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=lambda arguments: " ".join(arguments)[:40])
def test_wrong_usage_is_status_2_with_a_reason_and_no_output(run: Run, arguments: list[str]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("usage: python -m nlp")


def test_out_refuses_to_write_over_what_is_read(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", LINES)
    status, _, err = run(path, "--out", path)
    assert status == 2
    assert "is one of the files to read" in err
    assert path.read_text("utf-8") == LINES


def test_version_names_the_version(run: Run) -> None:
    status, out, _ = run("--version")
    assert status == 0
    assert out.startswith("Dateline ")


def test_a_file_that_is_not_there_is_refused_and_nothing_else_said(run: Run, tmp_path: Path) -> None:
    status, out, err = run(tmp_path / "none.txt", written(tmp_path, "a.xyz", "x"))
    assert (status, out) == (1, "")
    first, second = err.splitlines()
    assert first.endswith("none.txt: This file cannot be opened: No such file or directory.")
    assert "Dateline does not read .xyz files" in second


def test_no_article_in_json_is_an_empty_array(run: Run, tmp_path: Path) -> None:
    assert run("--format", "json", written(tmp_path, "a.jsonl", "\n\n")) == (0, "[]\n", "")


def test_a_missing_model_is_one_sentence(run: Run, tmp_path: Path) -> None:
    done = start(written(tmp_path, "a.txt", VISIT), DATELINE_MODEL="no_such_model")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("The language model 'no_such_model' is not installed.")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["", "standard output"], ids=["file", "standard output"])
def test_what_cannot_be_written_is_one_sentence(tmp_path: Path, name: str) -> None:
    full = Path("/dev/full")
    if not full.is_char_device():
        pytest.skip("this system has no device that is always full")
    options = [] if name else ["--out", full]
    with full.open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "nlp", "--format", "json", written(tmp_path, "a.jsonl", "\n"), *options],
            stdout=out, stderr=subprocess.PIPE, cwd=ROOT, timeout=120, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.decode() == f"{name or full}: The analyses cannot be written: No space left on device.\n"


def test_a_file_that_cannot_be_opened_for_writing_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refuse(path: Path, mode: str) -> object:
        if mode == "wb":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    path, target = written(tmp_path, "a.jsonl", "\n"), tmp_path / "out"
    monkeypatch.setattr(Path, "open", refuse)
    assert run(path, "--out", target) == (1, "", f"{target}: The analyses cannot be written: Permission denied.\n")


def test_standard_input_that_is_closed_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run("-") == (1, "", "standard input: This file cannot be opened: it is closed.\n")


@pytest.mark.model
def test_good_lines_are_analysed_in_order_and_bad_ones_named_by_their_place(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "articles.jsonl", LINES)
    status, out, err = run(path)
    assert (status, ids(out)) == (1, ["one", "three"])
    assert [line.removeprefix(str(path)).split(": ")[0] for line in err.splitlines()] == [":2", ":4", ":6"]
    for reason in ("not JSON", "This text looks Russian", "'soon' is not a date"):
        assert reason in err


@pytest.mark.model
def test_all_formats_hold_the_same_analysis(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", VISIT)
    _, line, _ = run(path, "--published", "2025-07-07")
    _, one, _ = run(path, "--published", "2025-07-07", "--format", "json")
    _, many, _ = run(path, path, "--published", "2025-07-07", "--format", "json")
    _, text, _ = run(path, "--published", "2025-07-07", "--format", "text")
    analysis = analysis_from_json(json.loads(line))
    assert json.loads(one) == json.loads(line)
    first, second = json.loads(many)
    assert first == json.loads(line)
    assert second["article"]["id"] == first["article"]["id"] + "-2"
    assert analysis.article.text == VISIT
    assert "Ana Silva" in text
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.model
def test_every_quoted_text_stands_where_the_offsets_say(run: Run, tmp_path: Path) -> None:
    text = "\ufeff\U0001d4d0na Silva 🇵🇪 met\r\nPeru’s envoys\ton 4 July 2025. " + VISIT
    _, out, _ = run(written(tmp_path, "a.jsonl", json.dumps({"id": "a", "text": text})))
    data: dict[str, Any] = json.loads(out)
    assert data["article"]["text"] == text
    quoted = [*data["mentions"], *data["places"], *data["times"]]
    assert quoted
    for item in quoted:
        assert text[item["start"] : item["end"]] == item["text"]


@pytest.mark.model
def test_published_is_for_input_that_carries_none(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", LINES)
    _, out, _ = run(path, "--published", "2020-01-01")
    published = [
        (a["published"], a["published_basis"]) for a in (json.loads(line)["article"] for line in out.splitlines())
    ]
    assert published == [("2020-01-01", "given"), ("2025-07-09", "given")]


@pytest.mark.model
def test_out_writes_the_file_and_leaves_standard_output_alone(run: Run, tmp_path: Path) -> None:
    path, target = written(tmp_path, "a.txt", VISIT), tmp_path / "out.jsonl"
    assert run(path, "--out", target)[:2] == (0, "")
    assert ids(target.read_text("utf-8")) == ids(run(path)[1])


def test_export_refuses_to_write_over_what_is_read(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "dateline-analyses.jsonl", LINES)
    status, _, err = run(path, "--export", tmp_path)
    assert status == 2
    assert "would write over dateline-analyses.jsonl, which is one of the files to read" in err
    assert path.read_text("utf-8") == LINES


def test_an_export_that_cannot_be_written_is_one_sentence(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    (folder / "dateline-workbook.xlsx").mkdir(parents=True)
    status, out, err = run(written(tmp_path, "a.jsonl", "\n"), "--export", folder)
    assert (status, out) == (1, "")
    assert err == f"{folder / 'dateline-workbook.xlsx'}: The export cannot be written: Is a directory.\n"


def test_an_export_of_no_article_is_every_file(run: Run, tmp_path: Path) -> None:
    assert run(written(tmp_path, "a.jsonl", "\n"), "--export", tmp_path / "out") == (0, "", "")
    assert written_below(tmp_path / "out") == sorted(folder_names())


def written_below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.model
def test_export_writes_every_file_of_what_could_be_read_and_nothing_to_standard_output(
    run: Run, tmp_path: Path
) -> None:
    line = json.dumps({"id": "a", "text": VISIT, "published": "2025-07-07"})
    path, folder = written(tmp_path, "a.jsonl", f"{line}\n{{bad\n{line}\n"), tmp_path / "out"
    status, out, err = run(path, "--export", folder, "--as-of", "2025-07-10")
    assert (status, out, len(err.splitlines())) == (1, "", 1)
    assert written_below(folder) == sorted(folder_names())
    assert ids((folder / "dateline-analyses.jsonl").read_text("utf-8")) == ["a", "a-2"]
    calendar = (folder / "dateline-events.ics").read_text("utf-8")
    assert "DTSTAMP:20250710T000000Z" in calendar
    assert "STATUS:TENTATIVE" in calendar


@pytest.mark.model
def test_export_keeps_out_and_format(run: Run, tmp_path: Path) -> None:
    path, folder, target = written(tmp_path, "a.txt", VISIT), tmp_path / "out", tmp_path / "out.jsonl"
    line = run(path)[1]
    assert run(path, "--export", folder, "--format", "jsonl") == (0, line, "")
    assert run(path, "--export", folder, "--out", target) == (0, "", "")
    assert target.read_text("utf-8") == line
    assert (folder / "dateline-analyses.jsonl").read_text("utf-8") == line


@pytest.mark.model
def test_workers_give_the_same_bytes_in_the_same_order() -> None:
    feed = "".join(
        json.dumps({"id": str(n), "text": f"{n} envoys left Lima on {n} July 2025. " * (1 + n % 3)}) + "\n{bad\n"
        for n in range(1, 21)
    )
    one, two = start("-", feed=feed), start("-", "--workers", 2, feed=feed)
    assert (one.returncode, two.returncode) == (1, 1)
    assert one.stdout == two.stdout
    assert ids(one.stdout.decode()) == [str(n) for n in range(1, 21)]
    assert sorted(one.stderr.splitlines()) == sorted(two.stderr.splitlines())
    assert one.stderr.startswith(b"standard input:2: This line is not JSON")


@pytest.mark.model
def test_a_reader_who_stops_reading_gets_no_stack_trace(tmp_path: Path) -> None:
    path = written(
        tmp_path, "a.jsonl", "".join(json.dumps({"id": str(n), "text": VISIT * 9}) + "\n" for n in range(60))
    )
    with subprocess.Popen(
        [sys.executable, "-m", "nlp", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        out, err = process.stdout, process.stderr
        if out is None or err is None:
            raise AssertionError
        out.readline()
        out.close()
        errors = err.read()
        status = process.wait(timeout=60)
    assert (status, errors) == (0, b"")


ODD = {
    "blank line ends": "\r\n\r\nTalks began in Oslo.\r\n",
    "control characters": "Talks\x00 began\x07 in \x1b[31mOslo\x7f on 4 July 2025.",
    "lone surrogate": "Talks \ud800 began in Oslo.",
    "capitals": "TALKS BEGAN IN OSLO ON FRIDAY, THE MINISTRY OF FOREIGN AFFAIRS SAID.",
    "one word": "Oslo",
    "one digit": "2.",
    "emoji": "🇳🇴🎉 1️⃣",
    "line separators": "Talks began\u2028in Oslo\x85and\x0bLima.",
    "no spaces": "Oslo" * 3_000,
    "punctuation": "(.[“!?—" * 500 + "a",
    "right to left": "Talks \u202eolsO\u202c began.",
    "combining": "Z" + "\u0301" * 500 + " began.",
}


@pytest.mark.model
def test_odd_texts_are_analysed_and_come_back_to_the_letter(run: Run, tmp_path: Path) -> None:
    feed = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in ODD.items())
    status, out, err = run(written(tmp_path, "odd.jsonl", feed))
    assert (status, err) == (0, "")
    found = {a["id"]: a["text"] for a in (json.loads(line)["article"] for line in out.splitlines())}
    assert found == ODD


@pytest.mark.model
def test_a_report_is_written_also_where_its_charts_cannot_be_drawn(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise FigureError("Chromium did not draw the charts: it went away.")

    monkeypatch.setattr("nlp.figures_process.require_chromium", lambda: None)
    monkeypatch.setattr("nlp.figures_process.write_figures", fails)
    article, report = tmp_path / "article.txt", tmp_path / "report.html"
    article.write_text("Ana Silva met envoys of Chile in Lima on 4 July 2025.", "utf-8")
    status, _, complaints = run(article, "--report", report, "--figures", tmp_path / "figures")
    assert (status, complaints) == (1, "The charts: Chromium did not draw the charts: it went away.\n")
    assert "made without charts" in report.read_text("utf-8")
