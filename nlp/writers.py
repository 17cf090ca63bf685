"""Analyses -> a stream of bytes, in the formats of the command line."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import BinaryIO

from nlp.errors import OutputError
from nlp.model import Analysis
from nlp.serial import analysis_to_line, analysis_to_page
from nlp.text_format import format_analysis

FORMATS = ("json", "jsonl", "text")


def write_analyses(analyses: Iterable[Analysis], form: str, out: BinaryIO) -> None:
    """Write each analysis as soon as it is there.

    `jsonl`: one a line. `json`: one object where there is one analysis, else an array. `text`: for people.

    Raises:
        OutputError: the disk is full, or the like.
        BrokenPipeError: whoever reads has stopped.
    """
    if form == "json":
        _write_json(analyses, out)
        return
    for number, analysis in enumerate(analyses):
        text = analysis_to_line(analysis) if form == "jsonl" else "\n" * (number > 0) + format_analysis(analysis)
        _write(out, text + "\n")


@contextlib.contextmanager
def writing() -> Iterator[None]:
    """Say in a sentence why the operating system does not write; that a reader has stopped passes as it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"The analyses cannot be written: {error.strerror or error}.") from error


def _write_json(analyses: Iterable[Analysis], out: BinaryIO) -> None:
    rest = iter(analyses)
    start = list(map(analysis_to_page, islice(rest, 2)))
    if len(start) == 1:
        _write(out, start[0] + "\n")
        return
    _write(out, "[")
    for number, page in enumerate(chain(start, map(analysis_to_page, rest))):
        _write(out, (",\n" if number else "\n") + page)
    _write(out, "\n]\n" if start else "]\n")


def _write(out: BinaryIO, text: str) -> None:
    with writing():
        out.write(text.encode("utf-8", "replace"))
        out.flush()
