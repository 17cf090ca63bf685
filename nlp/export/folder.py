"""Every export into one folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from nlp.errors import ExportError
from nlp.export.registry import EXPORTS, export_files
from nlp.export.tables import TABLES
from nlp.export.view import view_of
from nlp.frames import printable
from nlp.model import Analysis


def folder_names() -> list[str]:
    """The files that `export_to_folder` writes, relative to the folder."""
    return [e.file_name for e in EXPORTS if e.key != "csv"] + [f"tables/{table.name}.csv" for table in TABLES]


def export_to_folder(
    analyses: Sequence[Analysis], folder: Path, made: date | None, corrections: Sequence[str] = ()
) -> None:
    """Write every export of these analyses; the folder is made where there is none, files of these names give way.

    Articles of the same id are told apart by a number behind it. `corrections` say what was corrected in them already.

    Raises:
        ExportError: the operating system does not write; the sentence says where and why.
    """
    view = view_of(list(with_ids_apart(analyses)), made=made, corrections=corrections)
    for name, content in export_files(view).items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            raise ExportError(f"{path}: The export cannot be written: {error.strerror or error}.") from error


def with_ids_apart(analyses: Iterable[Analysis]) -> Iterable[Analysis]:
    """The analyses, the second one with the id "a" as "a-2"."""
    taken: set[str] = set()
    for analysis in analyses:
        name, number = analysis.article.id, 1
        while printable(name) in taken:
            number += 1
            name = f"{analysis.article.id}-{number}"
        taken.add(printable(name))
        yield analysis if number == 1 else replace(analysis, article=replace(analysis.article, id=name))
