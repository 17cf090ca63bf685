"""Text preparation keeps length and offsets, and mends capitals."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from nlp.pipeline.surface import analysable

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases/entities_surface.toml").read_text("utf-8"))[
    "case"
]

HOSTILE = [
    *("", " ", "\n", "\x00", "\ud800", "A", "ABC DEF", "ß", "İ" * 50, "ǅ ǈ ǋ", "ŉ ŉ", "😀 HELLO WORLD 😀", "e\u0301 É"),
    *(
        "ПУТИН В МОСКВЕ",
        "مرحبا",
        "MCDONALD’S AND O’BRIEN’S PUB",
        "'''",
        "((((",
        "A.B.C.D.",
        "\u2028LINE",
        "ΟΔΥΣΣΕΎΣ ΚΑΙ ΣΎΡΟΣ",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_analysable_shows_the_model(case: dict[str, Any]) -> None:
    assert analysable(case["text"]) == case["shown"]


@pytest.mark.parametrize("text", HOSTILE + [case["text"] for case in CASES])
def test_analysable_keeps_length_and_everything_but_case(text: str) -> None:
    shown = analysable(text)
    assert len(shown) == len(text)
    pairs = [(a, b) for a, b in zip(text, shown, strict=True) if a.isprintable()]
    assert [a.upper() for a, _ in pairs] == [b.upper() if a != "İ" else a for a, b in pairs]


@pytest.mark.parametrize("text", [case["text"] for case in CASES])
def test_analysable_is_idempotent(text: str) -> None:
    assert analysable(analysable(text)) == analysable(text)


@pytest.mark.parametrize("unit", ["AB ", "A B", '"', "(a ", "ABCDE\n", "ABCDE fgh\n", "ABCDE. "])
def test_analysable_is_linear(unit: str) -> None:
    text = (unit * (200_000 // len(unit)))[:200_000]
    start = time.perf_counter()
    analysable(text)
    assert time.perf_counter() - start < 3
