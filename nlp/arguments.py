"""What may stand on the command line, and what is refused before anything is read."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from nlp.errors import InputError
from nlp.readers import SUFFIXES, read_day
from nlp.report.endings import ENDINGS
from nlp.version import dateline_version
from nlp.writers import FORMATS

DESCRIPTION = f"Say who, where and when: one analysis an article. Reads {' '.join(SUFFIXES)} and, as -, standard input."


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options, checked; ends the program with a sentence and status 2 where they cannot be meant."""
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
    parser.add_argument(
        "--corrections",
        type=Path,
        metavar="WORKSPACE",
        help="correct these articles, too, as a workspace saved from the page was corrected by hand",
    )
    parser.add_argument("--workers", type=_count, default=1, metavar="N", help="processes; default 1")
    parser.add_argument("--version", action="version", version=f"Dateline {dateline_version()}")
    options = parser.parse_args(arguments)
    together = is_together(options)
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


def is_together(options: argparse.Namespace) -> bool:
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
