"""The project's version, from the one place where it is written."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path


@functools.cache
def dateline_version() -> str:
    """The version in `pyproject.toml`, as in "0.1.0"."""
    with (Path(__file__).parent.parent / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
