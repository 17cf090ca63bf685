"""A table as CSV."""

from __future__ import annotations

import pandas as pd

from nlp.export.safe_text import formula_safe
from nlp.frames import printable


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """A frame as CSV: UTF-8 with a byte-order mark (spreadsheets expect it), days as YYYY-MM-DD, no formula alive.

    A text cell that a spreadsheet would run gets an apostrophe in front. An empty frame gives its header alone.
    """
    safe = pd.DataFrame({name: _safe(frame[name]) for name in frame.columns})
    return safe.to_csv(index=False, lineterminator="\r\n", date_format="%Y-%m-%d").encode("utf-8-sig")


def _safe(column: pd.Series) -> pd.Series:
    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column):
        return column
    return column.map(lambda cell: formula_safe(printable(cell)) if isinstance(cell, str) else cell)
