"""The report as PDF: tagged, with bookmarks, page numbers and fonts inside.

Typst sets it from one template. The report's words reach it as data (JSON), so that no article can write markup; the
compiler sees the files that it is given and nothing else.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

from nlp.errors import ReportError
from nlp.report.html import DOUBTFUL
from nlp.report.layout import lay_out
from nlp.report.pictures import FONTS, as_svg, fonts
from nlp.report.style import STYLE_FILE
from nlp.report.values import Picture, Report

_EPOCH = date(1980, 1, 1)
_NO_GLYPH = "could not be displayed"


def pdf_report(report: Report) -> bytes:
    """A tagged PDF 1.7; the same report gives the same bytes.

    It follows PDF/UA-1 (accessible) where the report's own fonts hold every character: Latin, Greek, Cyrillic. Names in
    other scripts are set in the machine's fonts, or as boxes if it has none that fits; they can be copied either way.
    """
    template = Path(__file__).parent / "report.typ"
    files: dict[str, bytes] = {"main.typ": template.read_bytes(), STYLE_FILE.name: STYLE_FILE.read_bytes()}
    data = json.dumps(_data(lay_out(report), files) | {"doubtful": sorted(DOUBTFUL)}, ensure_ascii=False)
    stamp = datetime.combine(report.as_of or _EPOCH, time(), UTC)
    try:
        return _compile(files, data, stamp, fonts(), ["ua-1"])
    except typst.TypstError as error:
        if _NO_GLYPH not in str(error):
            raise ReportError(f"The report cannot be set as PDF: {error}") from error
    return _compile(files, data, stamp, typst.Fonts(font_paths=[FONTS]), [])


def _compile(files: dict[str, bytes], data: str, stamp: datetime, using: typst.Fonts, standards: list[str]) -> bytes:
    return bytes(
        typst.compile(  # type: ignore[call-overload]  # its stubs lack files in memory
            files,
            format="pdf",
            font_paths=using,
            sys_inputs={"report": data},
            pdf_standards=standards,
            timestamp=stamp,
        )
    )


def _data(value: Any, files: dict[str, bytes]) -> Any:
    """The value as JSON has it; pictures are added to `files` and named."""
    if isinstance(value, Picture):
        name = f"picture-{len(files)}.svg"
        files[name] = as_svg(value)
        return {"file": name, "alternative": value.alternative or value.name}
    if is_dataclass(value):
        return {field.name: _data(getattr(value, field.name), files) for field in fields(value)}
    return [_data(item, files) for item in value] if isinstance(value, tuple) else value
