"""CSV files and the workbook hold exactly the rows that are shown; pandas and openpyxl read them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from nlp.export import EXPORTS, view_of
from nlp.export.column_words import COLUMN_WORDS
from nlp.export.places_geojson import places_geojson
from nlp.export.safe_text import formula_safe
from nlp.export.tables import TABLES, table_files, tables_zip
from nlp.export.workbook import MOST_CHARACTERS, READ_ME, cell_text, workbook_xlsx
from tests.nlp.conftest import Convert
from tests.nlp.export_views import MADE, NASTY, SELECTIONS, nasty_view, sample, view

Sheet = list[tuple[Any, ...]]
narrowed = pytest.mark.parametrize("name", SELECTIONS)
hostile = pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)


def sheets(data: bytes) -> dict[str, Sheet]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


@narrowed
def test_csv_files_hold_exactly_the_rows_that_are_shown(name: str) -> None:
    shown, files = view(name), table_files(view(name))
    for table in TABLES:
        read = pd.read_csv(io.BytesIO(files[f"{table.name}.csv"]), keep_default_na=False, dtype=str)
        expected = table.rows(shown.shown)
        assert len(read) == len(expected)
        for column in ("article", "start", "end", "text", "entity", "event", "country"):
            if column in expected:
                assert list(read[column]) == list(expected[column].astype(str)), (table.name, column)


@narrowed
def test_the_workbook_holds_exactly_the_rows_that_are_shown(name: str) -> None:
    shown, found = view(name), sheets(workbook_xlsx(view(name)))
    assert list(found) == [READ_ME, *(table.name for table in TABLES)]
    for table in TABLES:
        header, *rows = found[table.name]
        expected = table.shown(shown)
        assert list(header) == list(expected.columns)
        wanted = [tuple(map(cell_of, row)) for row in expected.itertuples(index=False)]
        assert [tuple(map(read_back, row)) for row in rows] == wanted


def cell_of(value: Any) -> Any:
    if isinstance(value, str):
        return cell_text(value)
    if isinstance(value, float) and not pd.isna(value):
        return float(f"{value:.12g}")
    return "" if pd.isna(value) else value.to_pydatetime() if isinstance(value, pd.Timestamp) else value


def read_back(cell: Any) -> Any:
    return "" if cell is None else float(f"{cell:.12g}") if isinstance(cell, float) else cell


def test_pandas_reads_days_as_days_and_headers_stay_in_view() -> None:
    data = workbook_xlsx(view())
    events = pd.read_excel(io.BytesIO(data), "events")
    assert events["first_day"].iloc[0] == datetime(2025, 7, 4)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert {sheet.freeze_panes for sheet in book if sheet.title != READ_ME} == {"A2"}
    assert book["events"].column_dimensions["O"].width > 40


@narrowed
def test_every_row_with_offsets_has_its_sentence(name: str) -> None:
    shown = view(name)
    texts = {key: article.text for key, article in shown.articles.items()}
    for table in TABLES:
        for row in table.shown(shown).itertuples(index=False) if table.quoted else ():
            assert texts[row.article][row.sentence_start : row.sentence_end] == row.quote
            if hasattr(row, "start"):
                assert row.sentence_start <= row.start <= row.end <= row.sentence_end


@hostile
def test_no_cell_of_the_workbook_is_a_formula_or_runs_as_one(text: str) -> None:
    data = workbook_xlsx(nasty_view(text))
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type != "f"
            assert cell.hyperlink is None
            if isinstance(cell.value, str):
                assert formula_safe(cell.value) == cell.value
                assert len(cell.value.encode("utf-16-le", "surrogatepass")) <= 2 * MOST_CHARACTERS
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any(b"<f>" in archive.read(name) or b"<f " in archive.read(name) for name in archive.namelist())


@hostile
def test_csv_files_of_hostile_articles_have_as_many_rows_as_are_shown(text: str) -> None:
    shown = nasty_view(text)
    with zipfile.ZipFile(io.BytesIO(tables_zip(shown))) as archive:
        for table in TABLES:
            read = pd.read_csv(archive.open(f"{table.name}.csv"), keep_default_na=False, dtype=str, engine="python")
            assert len(read) == len(table.rows(shown.shown))
            assert all(formula_safe(cell) == cell for column in read for cell in read[column] if not is_number(cell))


def is_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdecimal()


def test_the_read_me_says_what_was_filtered_and_how_much_is_left() -> None:
    rows = sheets(workbook_xlsx(view("planned events of a period")))[READ_ME]
    lines = [tuple(cell for cell in row if cell is not None) for row in rows]
    assert ("Only events that are planned or denied; events since 8 July 2025.",) in lines
    assert ("Made with Dateline 0.1.0 on 10 July 2025.",) in lines
    assert ("Language model and rules: en_test 1.0, rules rules",) in lines
    (events,) = [line for line in lines if line[:1] == ("events",) and len(line) == 4]
    assert events[1:3] == ("3", "6")
    assert any(line[:3] == ("a1", "A visit", "An agency") for line in lines)
    assert any("do not imply" in line[0] for line in lines if line)


@pytest.mark.parametrize("text", ["=1+1", "Ana Silva"])
def test_the_read_me_says_what_was_corrected(text: str) -> None:
    corrected = view_of(sample(), corrections=[f"“Silva” is {text}, a person"])
    lines = [row[0] for row in sheets(workbook_xlsx(corrected))[READ_ME] if row[0]]
    at = lines.index("Corrected by hand")
    assert lines[at + 1] == f"“Silva” is {text}, a person"
    assert json.loads(places_geojson(corrected))["dateline"]["corrections"] == (
        f"Corrected by hand: “Silva” is {text}, a person."
    )
    wordy = [export for export in EXPORTS if export.key in ("ics", "stix", "annotations", "timelinejs", "graphml")]
    assert len(wordy) == 5
    for export in wordy:
        assert "Corrected by hand" in export.write(corrected).decode().replace("\r\n ", "")
    untouched = [row[0] for row in sheets(workbook_xlsx(view()))[READ_ME] if row[0]]
    assert untouched[untouched.index("Corrected by hand") + 1] == "Nothing"


def test_every_column_is_explained_and_no_explanation_is_left_over() -> None:
    columns = {column for table in TABLES for column in table.shown(view()).columns}
    assert columns == set(COLUMN_WORDS)


def test_a_table_too_long_for_a_sheet_goes_on_in_another() -> None:
    found = sheets(workbook_xlsx(view(), most_rows=4))
    mentions = [name for name in found if name.startswith("mentions")]
    assert mentions == ["mentions", "mentions 2", "mentions 3"]
    assert sum(len(found[name]) - 1 for name in mentions) == len(view().shown.mentions)
    assert {found[name][0] for name in mentions} == {found["mentions"][0]}


def test_days_that_a_spreadsheet_does_not_know_are_texts() -> None:
    one = sample()[0]
    old = replace(one.events[0], first_day=date(1812, 9, 7), last_day=date(1900, 2, 28))
    rows = sheets(workbook_xlsx(view_of([replace(one, events=(old,))], made=MADE)))["events"]
    assert rows[1][5:7] == ("1812-09-07", "1900-02-28")


def test_tables_of_nothing_have_their_headers() -> None:
    found = sheets(workbook_xlsx(view_of([])))
    assert all(len(rows) == 1 for name, rows in found.items() if name != READ_ME)
    assert found["events"][0][0] == "event"


def test_libreoffice_finds_the_rows_that_are_shown_in_the_workbook(office: Convert, tmp_path: Path) -> None:
    books = {tmp_path / f"{i}.xlsx": view(name) for i, name in enumerate(SELECTIONS)}
    for path, each in books.items():
        path.write_bytes(workbook_xlsx(each))
    office(list(books), "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1")
    for path, each in books.items():
        for table in TABLES:
            shown = table.shown(each)
            with (tmp_path / f"{path.stem}-{table.name}.csv").open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            assert len(rows) == len(shown), table.name
            for column in ("label", "text", "quote", "name"):
                if column in shown:
                    assert [row[column] for row in rows] == [cell_text(text) for text in shown[column]]
