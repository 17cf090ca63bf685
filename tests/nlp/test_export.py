from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from nlp.export import csv_bytes


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


def test_csv_of_nothing_is_its_header() -> None:
    assert csv_bytes(pd.DataFrame({"a": [], "b": []})).decode("utf-8-sig") == "a,b\r\n"
