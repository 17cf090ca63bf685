"""The project's version, from the one place where it is written."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path

_PROJECT = Path(__file__).parent.parent / "pyproject.toml"


@functools.cache
def dateline_version() -> str:
    """As in "0.1.0"."""
    with _PROJECT.open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
