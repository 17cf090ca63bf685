"""Claims about lists of key dates."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from nlp.temporal.finder import find_times_in_text

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "time_lists.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_entries_of_a_list_keep_their_order(case: dict[str, Any]) -> None:
    times = find_times_in_text(case["text"], case.get("published"))
    assert ["" if t.first_day is None else t.first_day.isoformat() for t in times] == case["days"]


def test_a_very_long_list_keeps_one_year_after_another() -> None:
    months = ("January", "April", "August", "December")
    text = "\n".join(f"- {months[i % 4]}: Meeting {i}." for i in range(40))
    times = find_times_in_text(text, None)
    assert [t.value for t in times] == [f"XXXX-{m:02}" for _ in range(10) for m in (1, 4, 8, 12)]
