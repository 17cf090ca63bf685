"""Claims about the layouts of other projects' test suites, on invented cases."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.suites import Case, Stated, read_suite


def suite(folder: Path, *lines: dict[str, Any]) -> list[Case]:
    path = folder / "suite.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return read_suite(path)


def recognised(text: str, words: str, type_: str, value: Any, reference: str | None = "2024-05-01T00:00:00") -> Any:
    start = text.index(words)
    expected = [{"text": words, "start": start, "end": start + len(words), "type": type_, "value": value}]
    return {"spec": "Any", "text": text, "reference": reference, "expected": expected}


def test_recognizers_values_are_alternatives(tmp_path: Path) -> None:
    values = [{"timex": "XXXX-06-03", "type": "date", "value": day} for day in ("2023-06-03", "2024-06-03")]
    (case,) = suite(tmp_path, recognised("See you on June 3 then", "June 3", "datetimeV2.date", {"values": values}))
    assert (case.day, case.start, case.end) == (date(2024, 5, 1), 11, 17)
    assert case.stated == (Stated("2023-06-03", "2023-06-03"), Stated("2024-06-03", "2024-06-03"))


def test_recognizers_resolutions_and_open_ranges_are_read(tmp_path: Path) -> None:
    value = {"PastResolution": {"startDate": "2023-06-01"}, "FutureResolution": {"endDateTime": "2024-07-01 10:00:00"}}
    (case,) = suite(tmp_path, recognised("since June", "since June", "daterange", value))
    assert case.stated == (Stated("2023-06-01", None), Stated(None, "2024-07-01"))


def test_recognizers_times_durations_and_missing_days_state_no_day(tmp_path: Path) -> None:
    values = [
        {"type": "time", "value": "15:00:00"},
        {"type": "duration", "value": "86400"},
        {"type": "date", "value": "not resolved"},
        {"type": "date", "value": "0001-01-01"},
    ]
    (case,) = suite(tmp_path, recognised("It took a day", "a day", "duration", {"values": values}))
    assert case.stated == ()


def test_time_zones_are_no_cases(tmp_path: Path) -> None:
    assert suite(tmp_path, recognised("12 CET", "CET", "timezone", None)) == []


def test_duckling_instants_state_a_day_or_where_a_longer_grain_begins(tmp_path: Path) -> None:
    def line(text: str, grain: str, *value: str, direction: str | None = None) -> dict[str, Any]:
        expected = {"type": "datetime", "grain": grain, "value": value, "direction": direction}
        return {"text": text, "reference": "2024-05-01T04:30:00", "expected": [expected]}

    cases = suite(
        tmp_path,
        line("tomorrow", "Day", "2024-05-02T00:00"),
        line("next month", "Month", "2024-06-01T00:00"),
        line("3 to 5 May", "Day", "2024-05-03T00:00", "2024-05-06T00:00"),
        line("after 3 May", "Day", "2024-05-03T00:00", direction="After"),
        line("until 3 May", "Day", "2024-05-03T00:00", direction="Before"),
    )
    assert [case.stated for case in cases] == [
        (Stated("2024-05-02", "2024-05-02"),),
        (Stated("2024-06-01", None),),
        (Stated("2024-05-03", "2024-05-06"),),
        (Stated("2024-05-03", None),),
        (Stated(None, "2024-05-03"),),
    ]
    assert (cases[0].start, cases[0].end) == (0, 8)


def test_chrono_components_state_as_much_as_they_hold(tmp_path: Path) -> None:
    def line(text: str, words: str | None, reference: str | None, **value: Any) -> dict[str, Any]:
        expected = {"start": None, "text": words, "value": value}
        return {"text": text, "reference": reference, "expected": [expected]}

    cases = suite(
        tmp_path,
        line("Back in June 2024", "june 2024", "2024-05-01", start={"year": 2024, "month": 6}),
        line("3 May to 5 May", None, '"Wed May 1 2024"', start={"date": "2024-05-03"}, end={"date": "2024-05-05"}),
        line("at 9:00", "9:00", "2024-13-01", start={"hour": 9}),
    )
    assert [(case.start, case.end, case.day, case.stated) for case in cases] == [
        (8, 17, date(2024, 5, 1), (Stated("2024-06", None),)),
        (0, 14, date(2024, 5, 1), (Stated("2024-05-03", "2024-05-05"),)),
        (3, 7, None, ()),
    ]


def test_cases_come_once_and_contradicted_ones_not_at_all(tmp_path: Path) -> None:
    dated = recognised("Back on Friday", "Friday", "date", None)
    undated = recognised("back on Friday", "Friday", "date", None, reference=None)
    none = {"spec": "Other", "text": "Back on Friday", "reference": None, "expected": []}
    empty = {"spec": "Other", "text": "Row 6", "reference": None, "expected": []}
    assert [case.text for case in suite(tmp_path, undated, none, dated, dated, empty)] == ["Back on Friday", "Row 6"]


def test_a_line_of_another_layout_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no known layout"):
        suite(tmp_path, {"text": "Friday", "expected": [{"text": "Friday"}]})
