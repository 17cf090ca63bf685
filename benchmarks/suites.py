"""The cases of other projects' test suites for dates, from JSON Lines in three layouts, as one kind of record."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

_BESIDE = frozenset({"timezone", "datetimeV2.timezone"})  # types of expectations that are no time expressions
_DAY = re.compile(r"(?!0001)\d{4}-\d\d-\d\d")  # the year 1 stands for "no such day"


@dataclass(frozen=True, slots=True)
class Stated:
    """What a suite holds an expression to mean: beginnings of ISO dates ("2012-08"), `None` where it says nothing.

    `last` may also be the day after the last: the suites close their intervals as they please.
    """

    first: str | None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One expected expression, `[start, end)` in `text`, with its readings; no readings where none can be compared.

    `day` is the day from which the suite counts, `None` where it does not say. A case without an expression
    (`start` and `end` are `None`) says that the text holds none.
    """

    text: str
    day: date | None
    start: int | None = None
    end: int | None = None
    stated: tuple[Stated, ...] = ()


def read_suite(path: Path) -> list[Case]:
    """The cases of a suite, each once; the layout is told from the fields.

    A case that names no day is left out where another is about the same words and names one, and a case without an
    expression where another finds one in the same text: suites test their options on the same sentences.

    Raises:
        ValueError: a line has none of the three layouts.
    """
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    cases = dict.fromkeys(case for line in lines for case in _cases(line))
    dated = {_words(case) for case in cases if case.day}
    filled = {case.text.lower() for case in cases if case.start is not None}
    return [
        case
        for case in cases
        if (case.day or _words(case) not in dated) and (case.start is not None or case.text.lower() not in filled)
    ]


def _words(case: Case) -> tuple[str, int | None, int | None]:
    return case.text.lower(), case.start, case.end


def _cases(line: Mapping[str, Any]) -> Iterator[Case]:
    text, day = line["text"], _day(line.get("reference"))
    if not line["expected"]:
        yield Case(text, day)
    for expected in line["expected"]:
        if expected.get("type") in _BESIDE:
            continue
        read = _layout(line, expected)
        start, end = _span(text, expected)
        yield Case(text, day, start, end, tuple(dict.fromkeys(read(expected))))


def _layout(line: Mapping[str, Any], expected: Mapping[str, Any]) -> Callable[[Mapping[str, Any]], Iterator[Stated]]:
    if "spec" in line:
        return _resolutions
    if "grain" in expected:
        return _instants
    if "value" in expected:
        return _components
    raise ValueError(f"A suite's line of no known layout: {line}")


def _span(text: str, expected: Mapping[str, Any]) -> tuple[int, int]:
    """Where the expected expression stands; the whole text where the suite does not say."""
    quoted = expected.get("text")
    if not quoted:
        return 0, len(text)
    start = expected.get("start")
    if start is None:
        start = text.lower().find(quoted.lower())
    return (start, start + len(quoted)) if start >= 0 else (0, len(text))


def _day(reference: str | None) -> date | None:
    """The day counted from: ISO, or "Tue Aug 2 2022" in quotes; `None` for anything else."""
    words = (reference or "").strip('"')
    for length, layout in ((10, "%Y-%m-%d"), (15, "%a %b %d %Y"), (14, "%a %b %d %Y")):
        try:
            return datetime.strptime(words[:length].strip(), layout).date()
        except ValueError:
            continue
    return None


def _resolutions(expected: Mapping[str, Any]) -> Iterator[Stated]:
    """Recognizers-Text: a list of values, or a past and a future resolution."""
    value = expected["value"] or {}
    for one in [*value.get("values", ()), value.get("PastResolution"), value.get("FutureResolution")]:
        if isinstance(one, Mapping):
            day = next((one[key] for key in ("date", "dateTime", "value") if one.get(key)), "")
            first = next((one[key] for key in ("start", "startDate", "startDateTime") if one.get(key)), day)
            last = next((one[key] for key in ("end", "endDate", "endDateTime") if one.get(key)), day)
            yield from _stated(first, last)


def _instants(expected: Mapping[str, Any]) -> Iterator[Stated]:
    """Duckling: one instant with a grain, or the two ends of an interval."""
    first, last = expected["value"][0], expected["value"][-1]
    if len(expected["value"]) == 1 and expected["grain"] not in {"Day", "Hour", "Minute", "Second"}:
        last = ""
    if expected["direction"] == "After":
        last = ""
    yield from _stated("" if expected["direction"] == "Before" else first, last)


def _components(expected: Mapping[str, Any]) -> Iterator[Stated]:
    """Chrono: a date, or a year, a month and a day, for the start and perhaps for the end.

    A start without an end says only where the expression begins: "August" has the first of August.
    """
    value = expected["value"] or {}
    yield from _stated(_iso(value.get("start") or {}), _iso(value.get("end") or {}), shortest=4)


def _iso(parts: Mapping[str, Any]) -> str:
    if "date" in parts:
        return str(parts["date"])
    widths = [(name, width) for name, width in (("year", 4), ("month", 2), ("day", 2)) if name in parts]
    if [name for name, _ in widths] != ["year", "month", "day"][: len(widths)]:
        return ""  # a month without a year
    return "-".join(f"{parts[name]:0{width}}" for name, width in widths)


def _stated(first: str, last: str, shortest: int = 10) -> Iterator[Stated]:
    """A reading, where either side is a date of at least `shortest` characters."""
    sides = [
        side[:10] if len(side) >= shortest and (shortest < 10 or _DAY.match(side)) else None for side in (first, last)
    ]
    if any(sides):
        yield Stated(*sides)
