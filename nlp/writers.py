"""Analyses -> a stream of bytes, in the formats of the command line."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice
from typing import BinaryIO

from nlp.model import Analysis
from nlp.serial import analysis_to_line, analysis_to_page
from nlp.text_format import format_analysis

FORMATS = ("json", "jsonl", "text")


def write_analyses(analyses: Iterable[Analysis], form: str, out: BinaryIO) -> None:
    """Write each analysis as soon as it is there.

    `jsonl`: one a line. `json`: one object where there is one analysis, else an array. `text`: for people.
    """
    if form == "json":
        _write_json(analyses, out)
        return
    for number, analysis in enumerate(analyses):
        text = analysis_to_line(analysis) if form == "jsonl" else "\n" * (number > 0) + format_analysis(analysis)
        out.write(text.encode("utf-8", "replace") + b"\n")
        out.flush()


def _write_json(analyses: Iterable[Analysis], out: BinaryIO) -> None:
    rest = iter(analyses)
    start = list(map(analysis_to_page, islice(rest, 2)))
    if len(start) == 1:
        out.write(start[0].encode() + b"\n")
        return
    out.write(b"[")
    for number, page in enumerate(chain(start, map(analysis_to_page, rest))):
        out.write((",\n" if number else "\n").encode() + page.encode())
    out.write(b"\n]\n" if start else b"]\n")
