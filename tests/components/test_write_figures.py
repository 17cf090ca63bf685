"""Charts without a page: what is asked of Chromium, and one clear sentence where there is none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from components.chromium import VARIABLE, find_chromium
from components.write_figures import charts_of, shown_of
from nlp.corrections import PlaceDecision
from nlp.disputes import DisputePolicy
from nlp.errors import FigureError
from nlp.figures_process import write_figures
from nlp.store import Workspace
from tests.builders import analysis, clash

ROOT = Path(__file__).parents[2]


def test_without_a_chromium_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FigureError, match=rf"install one, or name its program in {VARIABLE}\.$"):
        find_chromium()
    monkeypatch.setenv(VARIABLE, "/no/such/chromium")
    with pytest.raises(FigureError, match="/no/such/chromium"):
        find_chromium()


def test_the_variable_names_the_program_before_the_path_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, sys.executable)
    assert find_chromium() == sys.executable


def test_the_backend_passes_on_why_no_chart_was_drawn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, "/no/such/chromium")
    with pytest.raises(FigureError, match="/no/such/chromium"):
        write_figures([analysis()], tmp_path / "figures")


def test_without_a_chromium_no_article_is_analysed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Ana Silva met envoys in Lima on 4 July.", "utf-8")
    monkeypatch.setenv(VARIABLE, "/no/such/chromium")
    monkeypatch.setenv("DATELINE_MODEL", "no_such_model")  # would be complained of if an analysis began
    command = [sys.executable, "-m", "nlp", str(article), "--figures", str(tmp_path / "figures")]
    done = subprocess.run(command, capture_output=True, cwd=ROOT)
    assert done.returncode == 1
    assert done.stderr.decode().startswith(
        "Charts need Chromium or Chrome: DATELINE_CHROMIUM names '/no/such/chromium'"
    )
    assert done.stderr.count(b"\n") == 1


def test_a_chromium_that_does_not_draw_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, "true")
    with pytest.raises(FigureError, match="Chromium did not draw the charts"):
        write_figures([analysis()], tmp_path / "figures")


def test_the_program_refuses_what_is_no_workspace(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "components.write_figures", str(tmp_path)]
    done = subprocess.run(command, input=b"{}", capture_output=True, cwd=ROOT, env=os.environ)
    assert done.returncode == 1
    assert b"not a Dateline workspace" in done.stderr


def test_the_charts_are_those_of_the_ticked_articles_and_named_after_their_last_day() -> None:
    one, other = analysis("a1"), clash("c1")
    shown = shown_of(Workspace((one, other), frozenset({"a1"}), DisputePolicy.SEPARATE))
    assert list(shown.frames.articles["article"]) == ["a1"]
    assert len(shown.everything.articles) == 2
    assert shown.separately
    assert [name for name, _ in charts_of(shown)] == [
        f"dateline-{chart}-2025-07-07" for chart in ("map", "timeline", "entities", "network")
    ]


def test_the_charts_show_what_was_corrected() -> None:
    decision = PlaceDecision(("Chile",), "ARG")
    shown = shown_of(Workspace((analysis("a1"),), frozenset({"a1"}), corrections=(decision,)))
    assert set(shown.frames.places["country"]) == {"PER", "ARG"}
