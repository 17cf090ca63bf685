"""The command line: files -> analyses."""

from __future__ import annotations

import contextlib
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from nlp.arguments import is_together, parse_arguments
from nlp.errors import DatelineError, FigureError, InputError, OutputError, ReportError
from nlp.model import Analysis, Article
from nlp.readers import STANDARD_INPUT, Reading, check_article, read_stream
from nlp.report.endings import writing_report
from nlp.writers import write_analyses, writing

if TYPE_CHECKING:
    from nlp.saved_corrections import SavedCorrections

Refuse = Callable[[str, str], None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 is well, 1 something was refused, 2 wrong usage."""
    options = parse_arguments(arguments)
    refused: list[str] = []
    kept: list[Analysis] = []

    def refuse(place: str, reason: str) -> None:
        refused.append(place)
        complain(f"{place}: {reason}")

    pictures: Mapping[str, tuple[bytes, str]] = {}
    try:
        if options.figures is not None:
            from nlp.figures_process import require_chromium, write_figures  # not for --help

            require_chromium()
        corrections = read_corrections(options.corrections) if options.corrections is not None else None
        analyses = analyse_all(read_all(options.files, options.published), options.workers, refuse)
        if corrections is not None:
            analyses = map(corrections.correct, analyses)
        together = is_together(options)
        if options.format is not None:
            with _output(options.out) as out:
                write_analyses(_keeping(analyses, kept) if together else analyses, options.format, out)
        elif together:
            kept.extend(analyses)
        if options.export is not None:
            write_export(options.export, kept, options.as_of, corrections.words(kept) if corrections else ())
        if options.figures is not None and kept:
            try:
                pictures = write_figures(kept, options.figures)
            except FigureError as error:  # the report need not wait for the charts
                refuse("The charts", str(error))
        if options.report is not None:
            words = corrections.words(kept) if corrections else ()
            write_report(options.report, kept, options.as_of, pictures, words)
    except BrokenPipeError:
        _forget_standard_output()  # whoever read us has seen enough
    except ReportError as error:
        complain(f"{options.report}: {error}")
        return 1
    except OutputError as error:
        complain(f"{options.out or 'standard output'}: {error}")
        _forget_standard_output()
        return 1
    except DatelineError as error:
        complain(str(error))
        return 1
    except KeyboardInterrupt:
        return 130
    return 1 if refused else 0


def _keeping(analyses: Iterable[Analysis], kept: list[Analysis]) -> Iterator[Analysis]:
    """Each analysis as it comes, put into `kept` on its way."""
    for analysis in analyses:
        kept.append(analysis)
        yield analysis


def read_all(names: Iterable[str], published: date | None) -> Iterator[Reading]:
    """Read one file after another; `-` is standard input. Ids made for articles without one are told apart."""
    taken: set[str] = set()
    for name in names:
        try:
            with _input(name) as stream:
                yield from read_stream(name, stream, default=published, taken=taken)
        except OSError as error:
            place = STANDARD_INPUT if name == "-" else name
            yield Reading(place, problem=f"This file cannot be opened: {error.strerror or error}.")


def analyse_all(readings: Iterable[Reading], workers: int, refuse: Refuse) -> Iterator[Analysis]:
    """Check and analyse what was read, in its order; what cannot be analysed goes to `refuse` with its place."""
    from nlp.analyze import Failure, analyze_many  # spaCy takes a second: not for --help and wrong usage

    places: deque[str] = deque()
    for result in analyze_many(_accepted(readings, places, refuse), workers=workers, warn=complain):
        place = places.popleft()
        if isinstance(result, Failure):
            refuse(place, f"Dateline failed on this article: {result.reason}. Please report it.")
        else:
            yield result


def read_corrections(path: Path) -> SavedCorrections:
    """What was corrected by hand in the workspace at `path`."""
    from nlp.saved_corrections import SavedCorrections  # pandas is not for --help

    return SavedCorrections(path)


def write_export(folder: Path, analyses: Sequence[Analysis], as_of: date | None, corrections: Sequence[str]) -> None:
    """Write every kind of export of all these analyses to a folder."""
    from nlp.export.folder import export_to_folder  # pandas, too, is not for --help

    export_to_folder(analyses, folder, as_of, corrections)


def write_report(
    path: Path,
    analyses: Sequence[Analysis],
    as_of: date | None,
    pictures: Mapping[str, tuple[bytes, str]],
    corrections: Sequence[str],
) -> None:
    """Write a report of all these analyses, with `pictures`, in the format that the ending of `path` names."""
    from nlp.report.files import report_file  # as above

    data = report_file(path, analyses, as_of, pictures, corrections)
    with writing_report():
        path.write_bytes(data)


def _accepted(readings: Iterable[Reading], places: deque[str], refuse: Refuse) -> Iterator[Article]:
    """The articles that can be analysed; the place of each is added to `places`."""
    for reading in readings:
        try:
            if reading.article is None:
                raise InputError(reading.problem)
            check_article(reading.article)
        except InputError as error:
            refuse(reading.place, str(error))
            continue
        places.append(reading.place)
        yield reading.article


def complain(message: str) -> None:
    """Write a line on standard error, with what a terminal cannot show replaced."""
    if sys.stderr is None:  # closed by whoever started us
        return
    line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in message)
    sys.stderr.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stderr.flush()


def _input(name: str) -> contextlib.AbstractContextManager[BinaryIO]:
    if name != "-":
        return Path(name).open("rb")
    if sys.stdin is None:
        raise OSError("it is closed")
    return contextlib.nullcontext(sys.stdin.buffer)


@contextlib.contextmanager
def _output(path: Path | None) -> Iterator[BinaryIO]:
    if path is None:
        if sys.stdout is None:
            raise OutputError("The analyses cannot be written: it is closed.")
        yield sys.stdout.buffer
        return
    with writing():
        out = path.open("wb")
    try:
        yield out
    finally:
        with writing():
            out.close()


def _forget_standard_output() -> None:
    """Let Python, when it ends, not complain a second time of what standard output did not take."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
