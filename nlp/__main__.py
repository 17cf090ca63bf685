"""The command line: files -> analyses."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from nlp.errors import DatelineError, FigureError, InputError, OutputError, ReportError
from nlp.model import Analysis, Article
from nlp.readers import STANDARD_INPUT, SUFFIXES, Reading, check_article, read_day, read_stream
from nlp.report.endings import ENDINGS, writing_report
from nlp.version import dateline_version
from nlp.writers import FORMATS, write_analyses, writing

Refuse = Callable[[str, str], None]

DESCRIPTION = f"Say who, where and when: one analysis an article. Reads {' '.join(SUFFIXES)} and, as -, standard input."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 is well, 1 something was refused, 2 wrong usage."""
    options = _parse(arguments)
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
        analyses = analyse_all(read_all(options.files, options.published), options.workers, refuse)
        together = _is_together(options)
        if options.format is not None:
            with _output(options.out) as out:
                write_analyses(_keeping(analyses, kept) if together else analyses, options.format, out)
        elif together:
            kept.extend(analyses)
        if options.export is not None:
            write_export(options.export, kept, options.as_of)
        if options.figures is not None and kept:
            try:
                pictures = write_figures(kept, options.figures)
            except FigureError as error:  # the report need not wait for the charts
                refuse("The charts", str(error))
        if options.report is not None:
            write_report(options.report, kept, options.as_of, pictures)
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


def write_export(folder: Path, analyses: Sequence[Analysis], as_of: date | None) -> None:
    """Write every kind of export of all these analyses to a folder."""
    from nlp.export.folder import export_to_folder  # pandas, too, is not for --help

    export_to_folder(analyses, folder, as_of)


def write_report(
    path: Path, analyses: Sequence[Analysis], as_of: date | None, pictures: Mapping[str, tuple[bytes, str]]
) -> None:
    """Write a report of all these analyses, with `pictures`, in the format that the ending of `path` names."""
    from nlp.report.files import report_file  # as above

    data = report_file(path, analyses, as_of, pictures)
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


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m nlp", description=DESCRIPTION)
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file to analyse, or - for standard input")
    parser.add_argument(
        "--published", type=_day, metavar="YYYY-MM-DD", help="publication date for input that carries none"
    )
    parser.add_argument("--format", choices=FORMATS, help="default: text on a terminal, jsonl otherwise")
    parser.add_argument("--out", type=Path, metavar="PATH", help="default: standard output")
    parser.add_argument(
        "--export",
        type=Path,
        metavar="DIR",
        help="every export of all articles; analyses then only with --out or --format",
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="PATH",
        help=f"a report of all articles together: {', '.join(ENDINGS)}; with --figures it holds the charts; "
        "analyses then only with --out or --format",
    )
    parser.add_argument(
        "--as-of", type=_day, metavar="YYYY-MM-DD", help="the day that stands on exports and report; default: none"
    )
    parser.add_argument(
        "--figures",
        type=Path,
        metavar="DIR",
        help="the charts of all articles as pictures; needs Chromium; analyses then only with --out or --format",
    )
    parser.add_argument("--workers", type=_count, default=1, metavar="N", help="processes; default 1")
    parser.add_argument("--version", action="version", version=f"Dateline {dateline_version()}")
    options = parser.parse_args(arguments)
    together = _is_together(options)
    if options.format is None and (not together or options.out is not None):
        options.format = "text" if options.out is None and sys.stdout and sys.stdout.isatty() else "jsonl"
    if options.out is not None:
        _check_target(parser, "--out", options.out, options.files)
    if options.report is not None:
        if options.report.suffix.casefold() not in ENDINGS:
            parser.error(f"--report {options.report}: the name of a report ends in {', '.join(ENDINGS)}")
        _check_target(parser, "--report", options.report, options.files)
        if options.out is not None and options.out.absolute() == options.report.absolute():
            parser.error(f"--report {options.report} is the file of --out")
    if options.export is not None:
        _check_folder(parser, options)
    if options.as_of is not None and options.export is None and options.report is None:
        parser.error("--as-of belongs to --export and --report")
    return options


def _is_together(options: argparse.Namespace) -> bool:
    """Whether something is made of all articles at once."""
    return any(made is not None for made in (options.export, options.report, options.figures))


def _check_target(parser: argparse.ArgumentParser, option: str, path: Path, files: Sequence[str]) -> None:
    """End with a sentence where the file cannot be written, or is one of those to read."""
    try:
        if any(name != "-" and _same(path, Path(name)) for name in files):
            parser.error(f"{option} {path} is one of the files to read")
        fits = path.absolute().parent.is_dir() and not path.is_dir()
    except OSError:  # a name that is too long
        fits = False
    if not fits:
        parser.error(f"{option} {path}: no file can be written there")


def _check_folder(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Refuse a folder that cannot be made, or in which an export would write over what is read."""
    from nlp.export.folder import folder_names

    folder = options.export
    try:
        fits = folder.is_dir() or (not folder.exists() and folder.absolute().parent.is_dir())
        over = [name for name in folder_names() for file in options.files if _same(folder / name, Path(file))]
    except OSError:  # a name that is too long
        fits, over = False, []
    if not fits:
        parser.error(f"--export {folder}: no folder can be made there")
    if over:
        parser.error(f"--export {folder} would write over {over[0]}, which is one of the files to read")


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


def _day(value: str) -> date | None:
    try:
        return read_day(value)
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _count(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= 256:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number of processes from 1 to 256")
    return int(value)


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


if __name__ == "__main__":
    sys.exit(main())
