"""Claims about time expressions: tables of sentences with the expressions, values and days that a reader would give."""

from __future__ import annotations

import itertools
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from nlp.model import Article, TimeExpression
from nlp.temporal.finder import find_times_in_text

if TYPE_CHECKING:
    from spacy.language import Language

CASES = Path(__file__).parents[1] / "cases"
PLAIN = ("calendar", "relative", "durations", "forms", "history", "reports", "nodates")


def cases(*names: str) -> list[Any]:
    return [
        pytest.param(case, id=f"{name}: {case['name']}")
        for name in names
        for case in tomllib.loads((CASES / f"time_{name}.toml").read_text("utf-8"))["case"]
    ]


def rows(times: tuple[TimeExpression, ...]) -> list[list[str]]:
    """Each expression as the tables write it: text, value and, where it has days, first and last."""
    return [
        [t.text, t.value]
        + (["" if d is None else d.isoformat() for d in (t.first_day, t.last_day)] if t.first_day or t.last_day else [])
        for t in times
    ]


@pytest.mark.parametrize("case", cases(*PLAIN))
def test_find_times_reads(case: dict[str, Any]) -> None:
    assert rows(find_times_in_text(case["text"], case.get("published"))) == case["times"]


@pytest.mark.model
@pytest.mark.parametrize("case", cases(*PLAIN, "tense"))
def test_pipeline_reads(case: dict[str, Any], nlp_pipeline: Language) -> None:
    from nlp.analyze import analyze

    times = analyze(Article("a", case["text"], published=case.get("published")), nlp_pipeline).times
    assert rows(times) == case["times"]


@pytest.mark.parametrize("case", cases(*PLAIN))
def test_times_are_quoted_from_the_text_in_order(case: dict[str, Any]) -> None:
    times = find_times_in_text(case["text"], case.get("published", date(2025, 3, 6)))
    assert all(case["text"][t.start : t.end] == t.text for t in times)
    assert all(a.end <= b.start for a, b in itertools.pairwise(times))


def test_a_third_of_the_cases_are_negatives() -> None:
    every = [param.values[0] for param in cases(*PLAIN, "tense")]
    undated = [case for case in every if not any(len(row) > 2 for row in case["times"])]
    assert len(every) >= 250
    assert len(undated) * 3 >= len(every)
