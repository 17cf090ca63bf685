"""TIMEX3 values and the days that they name."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from nlp.model import Precision
from nlp.temporal.days import add_months, easter, nth_weekday, years
from nlp.temporal.values import day_value, month_value, read_value, week_value


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2025-07-04", "2025-07-04", "2025-07-04", "day"),
        ("2025-07-04T17:00", "2025-07-04", "2025-07-04", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2020-W53", "2020-12-28", "2021-01-03", "week"),
        ("2025-W09-WE", "2025-03-01", "2025-03-02", "interval"),
        ("2025-Q3", "2025-07-01", "2025-09-30", "quarter"),
        ("2025-H1", "2025-01-01", "2025-06-30", "half"),
        ("2023-WI", "2023-12-01", "2024-02-29", "season"),
        ("FY2024", "2024-01-01", "2024-12-31", "year"),
        ("198", "1980-01-01", "1989-12-31", "decade"),
        ("19", "1900-01-01", "1999-12-31", "century"),
        ("00", "0001-01-01", "0099-12-31", "century"),
    ],
)
def test_read_value_gives_the_days(value: str, first: str, last: str, precision: str) -> None:
    read = read_value(value)
    assert read is not None
    assert (read[0].first.isoformat(), read[0].last.isoformat(), read[1]) == (first, last, Precision(precision))


@pytest.mark.parametrize(
    "value",
    ["", "P6W", "PT50H", "XXXX-07-04", "XXXX-WXX-1", "PRESENT_REF", "2024-02-30", "2024-13", "2023-W53", "BC0480"],
)
def test_read_value_gives_nothing_where_no_days_are_named(value: str) -> None:
    assert read_value(value) is None


def test_written_values_are_read_back_to_an_interval_that_holds_the_day() -> None:
    day = date(2019, 12, 25)
    for step in range(0, 800, 3):
        at = day + timedelta(days=step)
        for write in (day_value, week_value, month_value):
            read = read_value(write(at))
            assert read is not None
            assert read[0].contains(at)


def test_add_months_stays_inside_a_shorter_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 3, 31), -1) == date(2024, 2, 29)
    assert add_months(date(2024, 12, 15), 1) == date(2025, 1, 15)


def test_easter_falls_where_the_almanac_has_it() -> None:
    assert [easter(year) for year in (1961, 2000, 2024, 2025, 2038)] == [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2038, 4, 25),
    ]


def test_nth_weekday_gives_nothing_outside_its_stretch() -> None:
    read = read_value("2025-02")
    assert read is not None
    assert nth_weekday(read[0], 4, -1) == date(2025, 2, 28)
    assert nth_weekday(read[0], 4, 5) is None
    assert years(0, 9).first == date(1, 1, 1)
