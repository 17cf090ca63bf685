from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace

import pandas as pd
import pytest

from nlp.columns import EVENT_COLUMNS, TELLING_COLUMNS
from nlp.export import csv_bytes
from nlp.frames import build_frames
from nlp.model import Span
from tests.builders import analysis, told_twice


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])
def test_csv_never_holds_a_live_formula(cell: str) -> None:
    data = csv_bytes(pd.DataFrame({"name": [cell]})).decode("utf-8-sig")
    (_, row) = csv.reader(io.StringIO(data, newline=""))
    assert row == [f"'{cell}"]


@pytest.mark.parametrize("cell", ["Peru", "3 = 3", "a-b", ""])
def test_csv_leaves_other_text_as_it_is(cell: str) -> None:
    data = csv_bytes(pd.DataFrame({"name": [cell], "n": [-1]})).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(data)))[1] == [cell, "-1"]


def test_csv_writes_days_without_a_time_of_day_and_missing_ones_empty() -> None:
    frame = pd.DataFrame({"day": pd.to_datetime(["2025-07-04", None])})
    assert csv_bytes(frame).decode("utf-8-sig").split("\r\n")[:3] == ["day", "2025-07-04", '""']


def test_csv_of_events_and_of_their_sentences_has_the_documented_columns_and_agrees() -> None:
    frames = build_frames([told_twice("a1"), analysis("a2")])
    events, tellings = (
        list(csv.DictReader(io.StringIO(csv_bytes(t).decode("utf-8-sig")))) for t in (frames.events, frames.tellings)
    )
    assert (list(events[0]), list(tellings[0])) == (list(EVENT_COLUMNS), list(TELLING_COLUMNS))
    assert [(e["first_day"], e["last_vague"], e["evidence"]) for e in events][:2] == [
        ("2025-07-04", "True", "2"), ("2025-07-04", "False", "1"),
    ]  # fmt: skip
    counts = Counter(row["event"] for row in tellings)
    assert {e["event"]: int(e["evidence"]) for e in events} == counts


@pytest.mark.parametrize("table", ["events", "tellings"])
def test_csv_of_a_hostile_article_holds_no_live_formula(table: str) -> None:
    text = "=1+1 met in Lima on 4 July."
    one = analysis("a1", title="@SUM(A1)")
    sentence, event = (
        Span(0, len(text)),
        replace(one.events[0], label="=1+1", sentence=Span(0, len(text)), time=Span(0, 4)),
    )
    hostile = replace(
        one,
        article=replace(one.article, text=text),
        sentences=(sentence,),
        mentions=(),
        places=(),
        times=(),
        events=(event,),
    )
    frame = getattr(build_frames([hostile]), table)
    (row,) = csv.DictReader(io.StringIO(csv_bytes(frame).decode("utf-8-sig")))
    assert row["text"] == f"'{text}"
    assert not [cell for cell in row.values() if cell.startswith(("=", "@"))]


def test_csv_of_nothing_is_its_header() -> None:
    assert csv_bytes(pd.DataFrame({"a": [], "b": []})).decode("utf-8-sig") == "a,b\r\n"
