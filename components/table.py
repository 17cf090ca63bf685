"""A table on the page: real rows that can be clicked and sorted, and its data as CSV."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from components import state
from components.declared import declared

_component = declared("table")


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and how its cells look: "" (text), "number", "day" or "quiet"."""

    name: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, a quieter second line, a bar from 0 to 1, a value to sort by, and words to show on hover."""

    text: str
    sub: str = ""
    bar: float | None = None
    sort: float | str | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `key` is what a click reports."""

    key: str
    cells: tuple[Cell, ...]


def table(
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    key: str,
    alt: str,
    empty: str,
    on_click: Callable[[str], None],
    chosen: str | None = None,
    height: int | None = None,
    heading: bool = True,
) -> None:
    """Draw a table.

    Args:
        columns: headings, from left to right.
        rows: as many cells each as there are columns.
        key: the widget's key.
        alt: what the table holds, for those who do not see it.
        empty: what to say, and what to do next, when there are no rows.
        on_click: gets the key of the row that was clicked.
        chosen: the key of the row to mark.
        height: at most so many pixels, then it scrolls.
        heading: whether to show the headings.
    """
    content = {
        "columns": [asdict(column) for column in columns],
        "rows": [{"key": row.key, "cells": [_compact(cell) for cell in row.cells]} for row in rows],
        "heading": heading,
    }
    version = hashlib.sha256(json.dumps(content).encode()).hexdigest()
    _component(
        key=key,
        data=content | {"version": version, "alt": alt, "empty": empty, "chosen": chosen, "height": height},
        on_clicked_change=lambda: on_click(state.clicked(key)) if state.clicked(key) else None,
    )


def _compact(cell: Cell) -> dict[str, str | float]:
    """Only what the cell has."""
    return {name: content for name, content in asdict(cell).items() if content not in ("", None)}
