"""The house style of reports: colours and types in one file, `style.json`, which every format reads."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

STYLE_FILE = Path(__file__).parent / "style.json"


@functools.cache
def house_style() -> dict[str, Any]:
    """Colours on light and on dark screens and in print, and the families of type, as `style.json` has them."""
    style: dict[str, Any] = json.loads(STYLE_FILE.read_text("utf-8"))
    return style


def ink(name: str, ground: str = "light") -> str:
    """A colour as Word writes it: six digits.

    >>> len(ink("muted"))
    6
    """
    return str(house_style()[ground][name]).removeprefix("#").upper()
