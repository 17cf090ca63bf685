"""All tables as the sheets of one workbook: XLSX."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from nlp.export.read_me import read_me_rows
from nlp.export.safe_text import formula_safe, xml_safe
from nlp.export.tables import TABLES
from nlp.export.view import View

READ_ME = "read me"
MOST_CHARACTERS = 32_767  # what a cell can hold, counted in UTF-16
MOST_ROWS = 1_048_575  # and a sheet, below its header
_FIRST_DAY = date(1900, 3, 1)  # before it, spreadsheets disagree on what a number means
_WIDTHS = {"text": 60, "quote": 60, "why": 40, "title": 30, "label": 30, "name": 24, "words": 40, "note": 40}


def workbook_xlsx(view: View, most_rows: int = MOST_ROWS) -> bytes:
    """A workbook with a sheet that explains the others, then a sheet per table; the same view, the same bytes.

    Headers stay in view, days are real days, and no cell is a formula or a link. A table that is longer than a sheet
    can be goes on in another one.
    """
    import xlsxwriter

    out = io.BytesIO()
    sheets = {table.name: table.shown(view) for table in TABLES}
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": "Dateline", "created": view.stamp.replace(tzinfo=None)})
        bold, day = book.add_format({"bold": True, "text_wrap": False}), book.add_format({"num_format": "yyyy-mm-dd"})
        _write_read_me(book.add_worksheet(READ_ME), read_me_rows(view, sheets), bold)
        for name, frame in sheets.items():
            for part, rows in _parts(name, frame, most_rows):
                _write_table(book.add_worksheet(part), rows, bold, day)
    return out.getvalue()


def cell_text(text: str) -> str:
    """A text as a cell can hold it: no formula, no character that XML does not know, not too long."""
    safe = formula_safe(xml_safe(text))
    if len(safe.encode("utf-16-le")) // 2 <= MOST_CHARACTERS:
        return safe
    short = safe.encode("utf-16-le")[: 2 * (MOST_CHARACTERS - 1)].decode("utf-16-le", "ignore")
    return short + "…"


def _parts(name: str, frame: pd.DataFrame, most: int) -> Iterator[tuple[str, pd.DataFrame]]:
    yield name, frame.iloc[:most]
    for number, start in enumerate(range(most, len(frame), most), start=2):
        yield f"{name} {number}", frame.iloc[start : start + most]


def _set_up_page(sheet: Any) -> None:
    """On paper, a sheet is as wide as one page of A4."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write_read_me(sheet: Any, rows: list[tuple[str, ...]], bold: Any) -> None:
    _set_up_page(sheet)
    sheet.hide_gridlines(2)
    for column, width in enumerate((24, 24, 24, 32, 40, 66)):
        sheet.set_column(column, column, width)
    heading = True
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write_string(number, column, cell_text(text), bold if heading else None)
        heading = not row  # the first line, and each that follows an empty one


def _write_table(sheet: Any, frame: pd.DataFrame, bold: Any, day: Any) -> None:
    for column, name in enumerate(frame.columns):
        sheet.write_string(0, column, name, bold)
        sheet.set_column(column, column, _WIDTHS.get(name, max(12, len(name) + 2)))
    _set_up_page(sheet)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(frame), max(0, len(frame.columns) - 1))
    for number, row in enumerate(frame.itertuples(index=False), start=1):
        for column, value in enumerate(row):
            _write_cell(sheet, number, column, value, day)


def _write_cell(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    if pd.isna(value):
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, str):
        sheet.write_string(row, column, cell_text(value))
    elif isinstance(value, pd.Timestamp):
        _write_day(sheet, row, column, value.date(), day)
    else:
        sheet.write_number(row, column, value)


def _write_day(sheet: Any, row: int, column: int, value: date, day: Any) -> None:
    if value < _FIRST_DAY:
        sheet.write_string(row, column, value.isoformat())
    else:
        sheet.write_datetime(row, column, value, day)
