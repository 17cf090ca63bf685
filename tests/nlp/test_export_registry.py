"""The list of exports: every one can be made of anything, says what it holds, and gives the same bytes twice."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from nlp.export import EXPORTS, Export, export_files, view_of, zip_bytes
from tests.nlp.export_views import NASTY, nasty_view, view

ROOT = Path(__file__).parents[2]
by_key = pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.key)


@by_key
def test_an_export_gives_the_same_bytes_twice(export: Export) -> None:
    assert export.write(view()) == export.write(view())


@by_key
def test_an_export_says_what_it_holds_and_has_a_name_of_its_own(export: Export) -> None:
    assert export.name
    assert export.holds.endswith(".")
    assert re.fullmatch(r"dateline-[a-z]+\.[a-z]+", export.file_name)
    assert re.fullmatch(r"[a-z]+/[a-z.+-]+(;version=2\.1)?", export.mime)
    assert [e.key for e in EXPORTS].count(export.key) == 1
    assert [e.file_name for e in EXPORTS].count(export.file_name) == 1


@by_key
def test_an_export_of_nothing_and_of_anything_can_be_made(export: Export) -> None:
    export.write(view_of([]))
    for text in NASTY.values():
        export.write(nasty_view(text))


def test_one_zip_holds_every_export_and_every_table() -> None:
    data = zip_bytes(export_files(view("a country")))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == export_files(view("a country"))
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {"dateline-workbook.xlsx", "dateline-events.ics", "tables/events.csv"} <= set(archive.namelist())
    assert data == zip_bytes(export_files(view("a country")))


def test_a_zip_of_no_file_is_a_zip() -> None:
    assert zipfile.ZipFile(io.BytesIO(zip_bytes({}))).namelist() == []


def test_files_are_the_same_whatever_the_order_of_sets() -> None:
    program = (
        "import hashlib; from nlp.export import export_files, zip_bytes; from tests.nlp.export_views import view\n"
        "print(hashlib.sha256(zip_bytes(export_files(view()))).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
