"""The article's own clock."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from nlp.model import PublishedBasis
from nlp.temporal.publication import find_publication_date

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "time_publication.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_publication_date_is_read_from_the_head(case: dict[str, Any]) -> None:
    expected = (case["published"], PublishedBasis(case["basis"])) if "published" in case else None
    assert find_publication_date(case["text"]) == expected
