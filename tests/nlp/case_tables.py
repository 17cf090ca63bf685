"""The tables of named cases below `cases`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

Case = dict[str, Any]


def read_cases(name: str) -> list[Case]:
    """The cases of one table."""
    table: list[Case] = tomllib.loads((Path(__file__).parent / "cases" / name).read_text("utf-8"))["case"]
    return table
