"""The benchmarks of times as they are run, on tiny invented files."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def run(module: str, *arguments: str | Path) -> str:
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def write(path: Path, *lines: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def labelled(name: str, day: str | None, text: str, *labels: tuple[str, str, str]) -> dict[str, Any]:
    timexes = [
        {
            "start": text.index(words),
            "end": text.index(words) + len(words),
            "text": words,
            "type": type_,
            "value": value,
        }
        for words, type_, value in labels
    ]
    return {"id": name, "text": text, "dct": day, "timexes": timexes}


@pytest.mark.model
def test_times_scores_a_corpus(tmp_path: Path) -> None:
    first = labelled(
        "a", "2024-05-06",
        "Lima, 6 May 2024. The ministers met on Friday and agreed to talk again in June 2024.",
        ("6 May 2024", "DATE", "2024-05-06"), ("Friday", "DATE", "2024-05-03"), ("June 2024", "DATE", "2024-07"),
    )  # fmt: skip
    first["timexes"][0]["is_dct"] = True
    second = labelled("b", None, "The club was founded in 1988 by a dentist.", ("1988", "DATE", "1988"))
    corpus = write(tmp_path / "invented.jsonl", first, second)
    saved = tmp_path / "figures.json"
    printed = run("times", corpus, "--errors", "5", "--json", saved)
    figures = json.loads(saved.read_text("utf-8"))
    assert figures["invented"] == figures["all"]
    assert figures["all"]["strict"]["f1"] == 100
    assert (figures["all"]["value"]["labelled"], figures["all"]["value"]["found"]) == (3, 3)
    assert figures["all"]["date"]["right"] == 2
    assert figures["all"]["dates"]["bare weekday"]["f1"] == 100
    assert figures["all"]["dates"]["month and year"]["f1"] == 0
    assert "June 2024 | DATE 2024-07 | ours June 2024 | DATE 2024-06 (2024-05-06)" in printed


@pytest.mark.model
def test_names_scores_a_corpus_and_each_rule(tmp_path: Path) -> None:
    text = (
        "LIMA, 6 May - Foreign Minister Elena Quispe met the World Food Programme (WFP) in Lima.\nQuispe thanked WFP."
    )
    names = [("LIMA", "LOC"), ("Elena Quispe", "PER"), ("World Food Programme", "ORG"), ("Lima", "LOC")]
    ents = [{"s": text.index(words), "e": text.index(words) + len(words), "label": label} for words, label in names]
    ents.append({"s": 0, "e": 1, "label": "PER", "named": False})
    saved = tmp_path / "gains.json"
    printed = run("names", write(tmp_path / "invented.jsonl", {"id": "a", "text": text, "ents": ents}), "--json", saved)
    gains = json.loads(saved.read_text("utf-8"))
    assert {"all", "recased capitals", "acronym", "vote", "trimming", "bracketed acronyms", "gazetteer"} <= set(gains)
    assert all(len(gain["invented"]) == 2 for gain in gains.values())
    assert re.search(r"all rules core +[\d.]+ +100\.0", printed)


def forms(tmp_path: Path) -> list[str | Path]:
    instant = {"type": "datetime", "grain": "Day", "direction": None}
    suite = write(
        tmp_path / "suite.jsonl",
        {"text": "3 may 2024", "reference": "2024-05-01", "expected": [instant | {"value": ["2024-05-03T00:00"]}]},
        {"text": "monday", "reference": "2024-05-01", "expected": [instant | {"value": ["2031-01-01T00:00"]}]},
        {"text": "the evening", "reference": "2024-05-01", "expected": [instant | {"value": ["2024-05-01T00:00"]}]},
        {"text": "3/4 of may", "reference": "2024-05-01", "expected": [instant | {"value": ["2024-05-03T00:00"]}]},
        {"text": "we are five", "reference": "2024-05-01", "expected": []},
    )
    prose = write(
        tmp_path / "prose.jsonl",
        {"text": "On 1 June 2020 and 2 July 2021 they met; on Monday, and the evening after, too."},
        {"text": "On Tuesday they stayed for the evening."},
    )
    return [suite, "--prose", prose, "--errors", "3"]


def rows(printed: str) -> dict[str, list[str]]:
    """The first table's lines by the suite's name."""
    lines = [line.split() for line in printed.split("\n\n")[1].splitlines()]
    return {line[0]: line[1:] for line in lines}


def test_time_forms_judges_the_forms_of_the_prose(tmp_path: Path) -> None:
    printed = run("time_forms", *forms(tmp_path))
    cases, news, resolve = rows(printed)["suite"][:3]
    assert (cases, news, resolve) == ("4", "3", "2")
    assert rows(printed)["suite"][-3:] == ["%)", "of", "3"]
    assert "Forms that do not resolve: 1 cases of 1 forms" in printed
    assert "Forms that resolve to other days: 1 cases of 1 forms" in printed
    assert "1 (100.0 %)" in printed.split("none expected")[1].splitlines()[1]


@pytest.mark.model
def test_time_forms_reads_with_the_model(tmp_path: Path) -> None:
    printed = run("time_forms", *forms(tmp_path), "--model")
    assert rows(printed)["suite"][:2] == ["4", "3"]


def test_time_speed_times_plain_text() -> None:
    lines = run("time_speed", "--text-only", "--repeat", "1", "--lengths", "300", "--monotonous", "100").splitlines()
    assert len(lines) == 9
    assert all(line.count(" ms") == 2 for line in lines[1:])


@pytest.mark.model
def test_time_speed_times_the_component() -> None:
    lines = run("time_speed", "--repeat", "1", "--lengths", "300", "--monotonous", "100").splitlines()
    assert all(line.count(" ms") == 4 for line in lines[1:])


def test_place_speed_tells_what_the_gazetteer_costs() -> None:
    printed = run("place_speed", "--load-only")
    seconds, megabytes = re.findall(r"([\d.]+) s to the first answer, (\d+) MB", printed)[0]
    assert float(seconds) < 1
    assert int(megabytes) < 150
