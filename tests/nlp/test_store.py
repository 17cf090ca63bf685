"""A workspace -> bytes -> the same workspace, and refusals of everything else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from nlp.corrections import EventDecision, NameDecision, PlaceDecision, Reach, StatementDecision
from nlp.disputes import DisputePolicy
from nlp.errors import StoreError
from nlp.model import EventStatus, Quote, Span
from nlp.serial import analysis_to_line
from nlp.store import SCHEMA, ChartExport, Workspace, open_workspace, save_workspace
from tests.builders import analysis, clash, span_of

WORKSPACE = Workspace((analysis("a1"), analysis("a2", title=None, published=None)), frozenset({"a2"}))


@pytest.mark.parametrize(
    "workspace", [WORKSPACE, Workspace(), Workspace((analysis(),))], ids=["two", "empty", "unticked"]
)
def test_open_workspace_gives_back_what_was_saved(workspace: Workspace) -> None:
    assert open_workspace(save_workspace(workspace)) == workspace


DECIDED = (
    NameDecision(Reach.MENTIONS, ("Silva", "\ud800"), ("People",), "X", "PERSON", True, ("a1",), (Span(1, 2),)),
    NameDecision(Reach.WORDS, ("gone",)),
    PlaceDecision(("Lima",), "USA"),
    PlaceDecision(("Lima",), place=False),
    EventDecision("a1", Span(0, 5), Span(1, 2), None, "x", dated=True, first_day=date(2025, 7, 1)),
    EventDecision("a1", Span(0, 5), Span(1, 2), Span(2, 3), kept=False, status=EventStatus.PLANNED),
    StatementDecision("a1", 1, 2, speaker="Ana Silva", label="PERSON", words="y"),
)


def test_workspace_keeps_what_was_decided_and_leaves_the_analyses_as_they_were_made() -> None:
    workspace = replace(WORKSPACE, corrections=DECIDED)
    opened = open_workspace(save_workspace(workspace))
    assert opened == workspace
    assert opened.analyses == WORKSPACE.analyses
    assert [p.country for p in opened.counted[0].places] == ["PER", "CHL"], "Lima is no place"


def corrected_to(**changes: object) -> bytes:
    """A workspace whose only correction is a good one but for these changes."""
    data = json.loads(save_workspace(replace(WORKSPACE, corrections=DECIDED[:1])))
    data["corrections"][0] |= changes
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (corrected_to(about="x"), "correction 1 is about 'x', which is not one of names, places, events, statements"),
        (corrected_to(names=[]), "correction 1 corrects no name"),
        (corrected_to(names=[" "]), "correction 1 corrects no name"),
        (corrected_to(means=" "), "correction 1 does not say what it corrects 'Silva' to"),
        (corrected_to(label=""), "correction 1 does not say what it corrects 'Silva' to"),
        (corrected_to(articles=[]), "correction 1 does not say in which article its places are"),
        (corrected_to(reach="x"), "correction 1.reach is 'x', which is not one of entries, mentions, words"),
        (corrected_to(about="places", country="XXX"), "correction 1 names a country 'XXX' that is not known"),
        (corrected_to(about="events"), "correction 1 has no 'article'"),
        (corrected_to(about=[]), "correction 1 is about [], which is not one of"),
        (corrected_to(means="x" * 301), "correction 1 has a name of more than 300 characters"),
        (
            corrected_to(
                about="events",
                article="a1",
                sentence={"start": 0, "end": 1},
                time={"start": 0, "end": 1},
                first_day="2025-07-02",
                last_day="2025-07-01",
            ),
            "correction 1 ends on 2025-07-01, before its first day 2025-07-02",
        ),
    ],
)
def test_open_workspace_refuses_what_is_no_correction(data: bytes, sentence: str) -> None:
    with pytest.raises(StoreError, match=re.escape(sentence)):
        open_workspace(data)


def test_open_workspace_refuses_corrections_that_are_no_list_and_takes_older_files_without() -> None:
    data = json.loads(save_workspace(WORKSPACE))
    del data["corrections"]
    assert open_workspace(json.dumps(data).encode()) == WORKSPACE
    with pytest.raises(StoreError, match="a list is expected"):
        open_workspace(json.dumps(data | {"corrections": {}}).encode())


def test_save_workspace_gives_the_same_bytes_twice() -> None:
    saved = save_workspace(WORKSPACE)
    assert saved == save_workspace(WORKSPACE) == save_workspace(open_workspace(saved))


def test_save_workspace_writes_json_with_its_schema_and_the_ticked_ids_in_order() -> None:
    both = Workspace(WORKSPACE.analyses, frozenset({"a2", "a1", "gone"}))
    data = json.loads(save_workspace(both))
    assert data["schema"] == SCHEMA == "dateline/workspace/1"
    assert data["ticked"] == ["a1", "a2"]
    assert [item["article"]["id"] for item in data["analyses"]] == ["a1", "a2"]


def test_save_workspace_keeps_a_lone_surrogate() -> None:
    odd = analysis()
    article = replace(odd.article, text=odd.article.text + "\ud800\u2028")
    workspace = Workspace((replace(odd, article=article),))
    assert open_workspace(save_workspace(workspace)) == workspace


def test_open_workspace_takes_a_file_with_a_byte_order_mark() -> None:
    assert open_workspace(b"\xef\xbb\xbf" + save_workspace(WORKSPACE)) == WORKSPACE


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "it is not JSON"),
        (b"{", "it is not JSON"),
        (b"PK\x03\x04", "it is not JSON"),
        (b"\xff\xfe", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b'{"schema": NaN}', "it is not JSON"),
        (b"[]", "not a Dateline workspace"),
        (b"{}", "not a Dateline workspace: its schema should be 'dateline/workspace/1'"),
        (b'{"schema": 1}', "not a Dateline workspace"),
        (b'{"schema": "other/1"}', "not a Dateline workspace"),
        (b'{"schema": "dateline/workspace/2"}', "is of version 2, and this Dateline reads version 1. Use a newer"),
        (b'{"schema": "dateline/workspace/1"}', "not complete: it has no list of analyses"),
        (b'{"schema": "dateline/workspace/1", "analyses": []}', "no list of ticked articles"),
        (b'{"schema": "dateline/workspace/1", "analyses": [5], "ticked": []}', "Article 1 .* is not an analysis"),
        (b'{"schema": "dateline/workspace/1", "analyses": [{}], "ticked": []}', "Article 1 .* has the schema None"),
        (b'{"schema": "dateline/workspace/1", "analyses": [], "ticked": ["x"]}', "does not hold: 'x'"),
        (b'{"schema": "dateline/workspace/1", "analyses": [], "ticked": [1]}', "does not hold: 1"),
        (analysis_to_line(analysis()).encode(), "a single analysis, not a workspace"),
    ],
    ids=str,
)
def test_open_workspace_refuses_another_file_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(StoreError, match=sentence):
        open_workspace(data)


def broken(change: Callable[[Any], object]) -> bytes:
    """The saved workspace with a change to its second analysis."""
    data = json.loads(save_workspace(Workspace((analysis("a1"), replace(analysis("a2"), quotes=(QUOTE,))))))
    change(data["analyses"][1])
    return json.dumps(data).encode()


TELLING = {"sentence": {"start": 0, "end": 9}, "time": {"start": 0, "end": 9_999}, "trigger": None}
QUOTE = Quote(*span_of("met"), "e1", None, None, True)
CONTRADICTIONS: dict[str, tuple[Callable[[Any], object], str]] = {
    "another text": (lambda a: a["article"].update(text="Other."), "the checksum differs"),
    "no checksum": (lambda a: a["article"].pop("sha256"), "the checksum differs"),
    "a mention past the end": (lambda a: a["mentions"][0].update(end=9_999), "a mention reaches from 0 to 9999"),
    "a mention before the start": (lambda a: a["mentions"][0].update(start=-1), "a mention reaches from -1"),
    "a mention backwards": (lambda a: a["mentions"][0].update(start=8, end=3), "a mention reaches from 8 to 3"),
    "a mention's other words": (lambda a: a["mentions"][0].update(text="Bea"), "says 'Bea' where the text says 'Ana"),
    "a place moved": (lambda a: a["places"][0].update(start=15), "a place says 'Peru'"),
    "a date moved": (lambda a: a["times"][0].update(end=40), "a date says '4 July'"),
    "a sentence past the end": (lambda a: a["sentences"][1].update(end=9_999), "a sentence reaches"),
    "an event's sentence past": (lambda a: a["events"][0]["sentence"].update(end=999), "an event's sentence reaches"),
    "a trigger past the end": (lambda a: a["events"][0]["trigger"].update(end=9_999), "its trigger reaches"),
    "another telling past": (lambda a: a["events"][0].update(also=[TELLING]), "an event's date reaches from 0 to 9999"),
    "a quotation past the end": (lambda a: a["quotes"][0].update(end=999), "a quotation reaches"),
    "a mention of nobody": (lambda a: a["mentions"][0].update(entity="e9"), "refers to an entity 'e9'"),
    "an event of nobody": (lambda a: a["events"][0].update(entities=["e9"]), "refers to an entity 'e9'"),
    "a speaker who is nobody": (lambda a: a["quotes"][0].update(speaker="e9"), "refers to an entity 'e9'"),
    "a field missing": (lambda a: a["events"][0].pop("label"), r"events\[0\] has no 'label'"),
    "an id that another has": (lambda a: a["article"].update(id="a1"), "two articles with the id 'a1'"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "sentence"), CONTRADICTIONS.values(), ids=CONTRADICTIONS.keys())
def test_open_workspace_refuses_what_contradicts_itself(change: Callable[[Any], object], sentence: str) -> None:
    with pytest.raises(StoreError, match=sentence):
        open_workspace(broken(change))


def test_open_workspace_opens_the_unbroken_file_of_these_tests() -> None:
    assert len(open_workspace(broken(lambda a: None)).analyses) == 2


def test_open_workspace_names_the_article_that_is_wrong() -> None:
    with pytest.raises(StoreError, match=r"^Article 2 of this workspace cannot be opened: "):
        open_workspace(broken(lambda a: a["article"].update(text="Other.")))


def test_workspace_remembers_how_disputed_areas_count_and_an_older_one_need_not_say() -> None:
    workspace = Workspace((clash(),), disputes=DisputePolicy.SEPARATE)
    saved = save_workspace(workspace)
    assert open_workspace(saved) == workspace
    older = {name: value for name, value in json.loads(saved).items() if name != "disputes"}
    assert open_workspace(json.dumps(older).encode()).disputes is DisputePolicy.RECOGNISED
    for wrong in ("by lot", None, ["separate"]):
        with pytest.raises(StoreError, match="counts disputed areas in a way that is not known"):
            open_workspace(json.dumps(older | {"disputes": wrong}).encode())


def test_workspace_remembers_how_charts_leave_the_page_and_an_older_one_need_not_say() -> None:
    charts = ChartExport("svg", "square", dark=True, credit="Desk", words=(("Named most", "Whom we met"),))
    workspace = Workspace((clash(),), charts=charts)
    saved = save_workspace(workspace)
    assert open_workspace(saved) == workspace
    content = json.loads(saved)
    older = {name: value for name, value in content.items() if name != "charts"}
    assert open_workspace(json.dumps(older).encode()).charts == ChartExport()
    strange = older | {"charts": {"format": 7, "dark": "yes", "credit": "Desk", "words": [["one"], "two"]}}
    assert open_workspace(json.dumps(strange).encode()).charts == ChartExport(credit="Desk")
    for wrong in ([], {"words": [["Named most", 7]]}):
        with pytest.raises(StoreError, match="chart"):
            open_workspace(json.dumps(older | {"charts": wrong}).encode())


def test_workspace_with_a_relation_outside_its_text_or_of_nobody_is_refused() -> None:
    one = clash()
    first = one.relations[0]
    outside = replace(first, verb=Span(0, 9999))
    nobody = replace(first, subject=replace(first.subject, entity="e9"))
    for relation, sentence in ((outside, "a relation's verb reaches"), (nobody, "an entity 'e9'")):
        with pytest.raises(StoreError, match=sentence):
            open_workspace(save_workspace(Workspace((replace(one, relations=(relation,)),))))
