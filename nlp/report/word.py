"""The report as a Word document: real headings and tables, citations as links, nothing outside of the file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import count
from typing import Any

import docx
from docx.shared import Cm

from nlp.report.blocks import Block, Cell, Cited, Column, Plate, Row
from nlp.report.html import DOUBTFUL
from nlp.report.layout import lay_out
from nlp.report.pictures import as_png
from nlp.report.values import Report
from nlp.report.word_styles import TEXT_WIDTH, dress
from nlp.report.word_xml import LINK, MUTED, WARNING, bookmark, line_break, link, paragraph, run, table
from nlp.report.wording import sentence_case

_SMALL = 17  # half points
_TALLEST = Cm(15)
_START = (1980, 1, 1, 0, 0, 0)


def word_report(report: Report) -> bytes:
    """A .docx file; the same report gives the same bytes."""
    document = lay_out(report)
    file = docx.Document()
    dress(file, document, report.as_of)
    writer = _Writer(file)
    writer.add(paragraph("Title", run(document.title)))
    writer.add(paragraph("ReportHead", run(document.head, colour=MUTED)))
    if document.filters:
        writer.add(paragraph("ReportHead", run("Only ", bold=True), run("; ".join(document.filters), bold=True)))
    for section in document.sections:
        writer.heading("Heading1", section.title, section.anchor)
        for block in section.blocks:
            writer.block(block, section.title)
    data = io.BytesIO()
    file.save(data)
    return _same_time(data.getvalue())


class _Writer:
    """Adds blocks at the end of the document's body."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.numbers = count(1)
        self.end = file.element.body.sectPr

    def add(self, made: Any) -> None:
        self.end.addprevious(made)

    def heading(self, style: str, title: str, anchor: str = "") -> None:
        if title:
            marks = self.mark(anchor) if anchor else ()
            self.add(paragraph(style, *marks, run(title)))

    def block(self, block: Block, section: str) -> None:
        """Set one block."""
        match block.kind, block:
            case "plate", Plate():
                self.plate(block)
                return
            case "cited", _:
                self.heading("Heading2", block.title)  # type: ignore[union-attr]
        if block.kind not in {"note", "tiles", "sayings", "cited"}:
            self.heading("Heading2", getattr(block, "title", ""))
        for made in getattr(self, f"_{block.kind}")(block, section):
            self.add(made)

    def plate(self, block: Plate) -> None:
        """A picture with the words for those who cannot see it, and its title under it."""
        shown = self.file.add_picture(io.BytesIO(as_png(block.picture)), width=Cm(17))
        if shown.height > _TALLEST:
            shown.width, shown.height = int(shown.width * _TALLEST / shown.height), _TALLEST
        about = shown._inline.docPr
        about.set("descr", block.picture.alternative)
        about.set("title", block.title)
        self.add(paragraph("Caption", run(block.title)))

    def mark(self, anchor: str) -> tuple[Any, Any]:
        return bookmark(anchor, next(self.numbers))

    def _note(self, block: Any, _: str) -> Iterator[Any]:
        yield paragraph("ReportNote", run(block.text, colour=MUTED if block.quiet else ""), keep=block.quiet)

    def _tiles(self, block: Any, section: str) -> Iterator[Any]:
        width = TEXT_WIDTH // len(block.rows)
        head = [paragraph("ReportHeaderCell", run(sentence_case(unit), colour=MUTED)) for _, _, unit in block.rows]
        cells = [
            paragraph("ReportCell", run(n, bold=True, size=36), run(f" {of}", colour=MUTED)) for n, of, _ in block.rows
        ]
        yield table([width] * len(block.rows), head, [cells], section)
        yield paragraph("ReportCell")

    def _facts(self, block: Any, section: str) -> Iterator[Any]:
        head = [paragraph("ReportHeaderCell", run(words, colour=MUTED)) for words in ("What", "In this report")]
        rows = [
            [paragraph("ReportCell", run(term, colour=MUTED)), paragraph("ReportCell", run(meaning))]
            for term, meaning in block.rows
        ]
        yield table([2600, TEXT_WIDTH - 2600], head, rows, block.title or section)

    def _bullets(self, block: Any, _: str) -> Iterator[Any]:
        yield from (paragraph("ListBullet", run(text)) for text in block.rows)

    def _table(self, block: Any, section: str) -> Iterator[Any]:
        widths = [TEXT_WIDTH * column.weight // sum(c.weight for c in block.columns) for column in block.columns]
        head = [
            paragraph("ReportHeaderCell", run(column.title, colour=MUTED), right=column.look == "number", keep=True)
            for column in block.columns
        ]
        rows = [self._cells(row, block.columns) for row in block.rows]
        yield table(widths, head, rows, block.title or section)

    def _cells(self, row: Row, columns: tuple[Column, ...]) -> list[Any]:
        marks: tuple[Any, ...] = self.mark(row.anchor)
        made = []
        for cell, column in zip(row.cells, columns, strict=True):
            made.append(paragraph("ReportCell", *marks, *_runs(cell, column.look), right=column.look == "number"))
            marks = ()
        return made

    def _run_in(self, block: Any, _: str) -> Iterator[Any]:
        parts: list[Any] = []
        for row in block.rows:
            cell = row.cells[0]
            parts += [run("  ·  ", colour=MUTED)] if parts else []
            parts += [*self.mark(row.anchor), run(cell.text)]
            parts += [run(f" ({cell.detail})", colour=MUTED)] if cell.detail else []
            parts += [run(" "), *_citations(cell.cited)]
        yield paragraph("Normal", *parts)

    def _sayings(self, block: Any, _: str) -> Iterator[Any]:
        for row in block.rows:
            words, who = row.cells
            parts = [*self.mark(row.anchor), run(words.text), line_break(), run(who.text, bold=True)]
            aside = run(f", {who.detail} " if who.detail else " ", colour=MUTED, size=_SMALL)
            yield paragraph("ReportSaying", *parts, aside, *_citations(who.cited))

    def _cited(self, block: Any, _: str) -> Iterator[Any]:
        for row in block.rows:
            number = run(f"[{row.number}]\t", colour=MUTED)
            parts = [*self.mark(f"s{row.number}"), number, run(row.text), line_break()]
            parts.append(run(row.position, colour=MUTED, size=_SMALL))
            for anchor, name in row.uses:
                parts += [
                    run(" · ", colour=MUTED, size=_SMALL),
                    link(anchor, run(f"↑\u00a0{name}", colour=LINK, size=_SMALL)),
                ]
            yield paragraph("ReportSentence", *parts)


def _runs(cell: Cell, look: str) -> Iterator[Any]:
    if cell.text:
        doubtful = look == "status" and cell.text in DOUBTFUL
        text = sentence_case(cell.text) if look == "status" else cell.text
        yield run(text, bold=look == "strong", colour=WARNING if doubtful else "")
    if cell.detail:
        yield line_break()
        yield run(cell.detail, colour=MUTED, size=_SMALL)
    yield from _citations(cell.cited)


def _citations(cited: Cited) -> Iterator[Any]:
    if not cited.numbers:
        return
    yield run("[", colour=MUTED, size=_SMALL)
    for i, number in enumerate(cited.numbers):
        if i:
            yield run(", ", colour=MUTED, size=_SMALL)
        yield link(f"s{number}", run(str(number), colour=LINK, size=_SMALL))
    yield run("]" + (f" +\u00a0{cited.more}\u00a0more" if cited.more else ""), colour=MUTED, size=_SMALL)


def _same_time(data: bytes) -> bytes:
    """The archive with one time for every part, so that the same report gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(zipfile.ZipInfo(part.filename, _START), old.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()
