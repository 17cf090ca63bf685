"""Files and streams -> articles, each with its place, so that a bad one can be named and the rest goes on."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import PurePath
from typing import BinaryIO

from nlp.errors import InputError
from nlp.model import Article
from nlp.readers.articles import build_article
from nlp.readers.decoding import decode_text
from nlp.readers.documents import read_docx, read_email, read_pdf
from nlp.readers.markup import looks_like_html, read_html
from nlp.readers.material import Material
from nlp.readers.records import Record, read_csv, read_jsonl

SUFFIXES = (".txt", ".md", ".html", ".pdf", ".docx", ".eml", ".csv", ".jsonl")
_ALIASES = {
    ".htm": ".html",
    ".xhtml": ".html",
    ".markdown": ".md",
    ".text": ".txt",
    ".ndjson": ".jsonl",
    ".tsv": ".csv",
}
_LARGEST = 100_000_000
STANDARD_INPUT = "standard input"


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as it was found at a place (`articles.jsonl:3`), or the reason why it could not be read."""

    place: str
    article: Article | None = None
    problem: str | None = None


def read_stream(
    name: str, stream: BinaryIO, *, default: date | None = None, taken: set[str] | None = None
) -> Iterator[Reading]:
    """Read a file or, under the name `-`, standard input, one article at a time: JSONL is never held whole.

    Args:
        stream: its bytes.
        name: the file's name, whose ending tells its kind; `-` is JSONL when its first character that is not blank
            is `{`, else one article's text.
        default: the publication date of articles that carry none.
        taken: ids in use, to which new ones are added.
    """
    taken = set() if taken is None else taken
    place = STANDARD_INPUT if name == "-" else name
    try:
        head, lines = _peek(stream)
        kind = _stream_kind(name, head)
        if kind == ".jsonl" and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield from _readings(place, read_jsonl(lines), default, taken)
            return
        data = _join(lines)
        if kind == ".jsonl":
            yield from _readings(
                place, read_jsonl(io.BytesIO(decode_text(data).encode("utf-8", "replace"))), default, taken
            )
        elif kind == ".csv":
            yield from _readings(place, read_csv(decode_text(data)), default, taken)
        else:
            yield _reading(place, _read_document(kind, data), default, taken)
    except InputError as error:
        yield Reading(place, problem=str(error))
    except OSError as error:
        yield Reading(place, problem=f"This file cannot be read: {error.strerror or error}.")


def _readings(place: str, records: Iterable[Record], default: date | None, taken: set[str]) -> Iterator[Reading]:
    for record in records:
        where = f"{place}:{record.line}"
        if record.material is None:
            yield Reading(where, problem=record.problem)
        else:
            yield _reading(where, record.material, default, taken)


def _reading(place: str, material: Material, default: date | None, taken: set[str]) -> Reading:
    try:
        article = build_article(material, default=default, taken=taken)
    except InputError as error:
        return Reading(place, problem=str(error))
    taken.add(article.id)
    return Reading(place, article)


def _read_document(kind: str, data: bytes) -> Material:
    if kind == ".pdf":
        return read_pdf(data)
    if kind == ".docx":
        return read_docx(data)
    if kind == ".eml":
        return read_email(data)
    text = decode_text(data)
    if kind == ".html" or (kind == ".txt" and looks_like_html(text)):
        return read_html(text)
    return Material(text)


def _peek(stream: BinaryIO) -> tuple[bytes, Iterator[bytes]]:
    """The first line that is not blank, and all lines from the first on; a line is never longer than a file may be."""
    lines = iter(partial(stream.readline, _LARGEST), b"")
    seen: list[bytes] = []
    for line in lines:
        seen.append(line)
        if line.strip():
            break
    return (seen[-1] if seen else b""), chain(seen, lines)


def _join(lines: Iterable[bytes]) -> bytes:
    data = bytearray()
    for line in lines:
        data += line
        if len(data) > _LARGEST:
            raise InputError("This file is larger than 100 MB. Split it into its articles.")
    return bytes(data)


def _stream_kind(name: str, head: bytes) -> str:
    """What a file is: what its first bytes say where they are plain, else what its name says."""
    if head.startswith(b"%PDF-"):
        return ".pdf"
    suffix = PurePath(name).suffix.lower()
    suffix = _ALIASES.get(suffix, suffix)
    if name == "-":
        opening = decode_text(head).lstrip("\ufeff \t\r\n")
        return ".jsonl" if opening.startswith("{") else ".docx" if head.startswith(b"PK\x03\x04") else ".txt"
    if suffix in SUFFIXES:
        return suffix
    if suffix == ".doc" or head.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError("This is a Word file of the old kind: save it as .docx.")
    if suffix == "":
        return ".txt"
    raise InputError(f"Dateline does not read {suffix} files; it reads {' '.join(SUFFIXES)}.")
