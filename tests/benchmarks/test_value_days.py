"""Claims about the days that labelled TIMEX3 values name."""

from __future__ import annotations

import pytest

from benchmarks.value_days import value_days

DAYS = {
    "2024-02-29": "2024-02-29 2024-02-29",
    "2024-02-29T10:30": "2024-02-29 2024-02-29",
    "2024-03-01TMO": "2024-03-01 2024-03-01",
    "2024-02": "2024-02-01 2024-02-29",
    "2024-02-XX": "2024-02-01 2024-02-29",
    "2024": "2024-01-01 2024-12-31",
    "FY2024": "2024-01-01 2024-12-31",
    "2024-XX-XX": "2024-01-01 2024-12-31",
    "2024-W01": "2024-01-01 2024-01-07",
    "2024-W01-WE": "2024-01-06 2024-01-07",
    "2024-W01-3": "2024-01-03 2024-01-03",
    "2024-Q4": "2024-10-01 2024-12-31",
    "FY2024-Q2": "2024-04-01 2024-06-30",
    "2024-H2": "2024-07-01 2024-12-31",
    "2023-WI": "2023-12-01 2024-02-29",
    "2024-SU": "2024-06-01 2024-08-31",
    "199": "1990-01-01 1999-12-31",
    "199X": "1990-01-01 1999-12-31",
    "19": "1900-01-01 1999-12-31",
    "00XX": "0001-01-01 0099-12-31",
    "2024-06-02/2024-07-04": "2024-06-02 2024-07-04",
    "2024-06/..": "2024-06-01 None",
    "../2024-06": "None 2024-06-30",
}
NO_DAYS = [
    "",
    "null",
    "PRESENT_REF",
    "P3D",
    "XXXX-07-04",
    "2023-02-30",
    "2024-Q5",
    "2024-W60",
    "2024-06/P3D",
    "9999-WI",
]


@pytest.mark.parametrize(("value", "days"), DAYS.items())
def test_value_days_reads(value: str, days: str) -> None:
    found = value_days(value)
    assert found is not None
    assert " ".join(map(str, found)) == days


@pytest.mark.parametrize("value", NO_DAYS)
def test_value_days_reads_no_days_in(value: str) -> None:
    assert value_days(value) is None
