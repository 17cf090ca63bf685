"""What was corrected in a saved workspace is corrected in other articles, too, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlp.corrections import NameDecision, PlaceDecision, Reach
from nlp.errors import StoreError
from nlp.saved_corrections import SavedCorrections
from nlp.store import Workspace, save_workspace
from tests.builders import analysis
from tests.nlp.conftest import Run

DECISIONS = (
    NameDecision(Reach.WORDS, ("foreign minister",), means="The minister", label="PERSON"),
    PlaceDecision(("Lima",), "USA"),
    NameDecision(Reach.ENTRIES, ("Nobody",), ("People",)),
)
TEXT = "LIMA, 4 July 2025 - The foreign minister met envoys from Chile in Lima on Friday, officials said."


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A saved workspace with three corrections, of which one is about nothing in the text."""
    path = tmp_path / "workspace.json"
    path.write_bytes(save_workspace(Workspace((analysis(),), corrections=DECISIONS)))
    return path


@pytest.mark.model
def test_command_corrects_other_articles_and_its_report_says_so(run: Run, workspace: Path, tmp_path: Path) -> None:
    article, report = tmp_path / "article.txt", tmp_path / "report.html"
    article.write_text(TEXT, "utf-8")
    status, out, err = run(article, "--corrections", workspace, "--format", "jsonl", "--report", report)
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert {place["country"] for place in found["places"] if place["text"].casefold() == "lima"} == {"USA"}
    (minister,) = [entity for entity in found["entities"] if entity["name"] == "The minister"]
    assert (minister["label"], minister["decided"]) == ("PERSON", "named")
    page = report.read_text("utf-8")
    assert "“Lima” counts for: United States" in page
    assert "“Nobody”" not in page


def test_without_corrections_nothing_changes_and_nothing_is_said(workspace: Path) -> None:
    workspace.write_bytes(save_workspace(Workspace()))
    saved = SavedCorrections(workspace)
    assert saved.correct(analysis()) == analysis()
    assert saved.words([analysis()]) == ()


def test_only_what_took_effect_is_said(workspace: Path) -> None:
    saved = SavedCorrections(workspace)
    assert saved.words([]) == ()
    assert saved.correct(analysis()).places != analysis().places
    assert saved.words([analysis()]) == ("“Lima” counts for: United States",)


@pytest.mark.parametrize(
    ("content", "words"), [(None, "cannot be opened"), (b"{}", "not a Dateline workspace")], ids=["none", "another"]
)
def test_what_is_no_workspace_is_told_with_its_name(workspace: Path, content: bytes | None, words: str) -> None:
    workspace.unlink()
    if content is not None:
        workspace.write_bytes(content)
    with pytest.raises(StoreError, match=rf"{workspace.name}: .*{words}"):
        SavedCorrections(workspace)


def test_command_ends_with_one_sentence_where_there_is_no_workspace(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, "utf-8")
    status, out, err = run(article, "--corrections", tmp_path / "none.json")
    assert (status, out) == (1, "")
    assert "none.json: This workspace cannot be opened: No such file or directory." in err
