"""Files that hold one article a line or a row: JSONL and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nlp.errors import InputError
from nlp.readers.material import Material

_OPTIONAL = ("id", "title", "source", "url", "published")


@dataclass(frozen=True, slots=True)
class Record:
    """What one line or row holds, or the reason why that cannot be told. `line` counts from 1."""

    line: int
    material: Material | None = None
    problem: str | None = None


def read_jsonl(lines: Iterable[bytes]) -> Iterator[Record]:
    """One record a line that is not blank, in order; a bad line gives a record with its problem."""
    for number, line in enumerate(lines, start=1):
        content = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not content.strip():
            continue
        try:
            yield Record(number, _read_object(content))
        except InputError as error:
            yield Record(number, problem=str(error))


def _read_object(line: bytes) -> Material:
    try:
        data = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"This line is not UTF-8 (byte {error.start + 1}).") from error
    except json.JSONDecodeError as error:
        raise InputError(f"This line is not JSON: {error.msg} (column {error.colno}).") from error
    except (ValueError, RecursionError) as error:
        raise InputError("This line's JSON is nested too deeply or holds too long a number.") from error
    if not isinstance(data, dict):
        raise InputError('This line is not an article: write an object like {"id": "1", "text": "…"}.')
    if not isinstance(data.get("text"), str):
        raise InputError('This article has no "text".' if "text" not in data else 'This article\'s "text" is not text.')
    return _material(data["text"], {name: _text_or_none(name, data.get(name)) for name in _OPTIONAL})


def _material(text: str, known: Mapping[str, str | None]) -> Material:
    return Material(
        text,
        id=known.get("id"),
        title=known.get("title"),
        source=known.get("source"),
        url=known.get("url"),
        published=known.get("published"),
    )


def _text_or_none(name: str, value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if name == "id" and type(value) is int:
        return str(value)
    raise InputError(f'This article\'s "{name}" must be text or null, not {json.dumps(value)[:40]}.')


def read_csv(text: str) -> Iterator[Record]:
    """One record a row under a header that names a `text` column; other known columns are read, unknown ones are not.

    Columns may be parted by commas, semicolons or tabs.

    Raises:
        InputError: there is no header with a `text` column.
    """
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    first = text.lstrip("\r\n").split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    header: list[str] = []
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield Record(line, problem=f"This row cannot be read: {error}.")
            continue
        if not any(cell.strip() for cell in row):
            continue
        if not header:
            header = _header(row)
            continue
        cells = dict(zip(header, row, strict=False))
        if "text" in cells:
            yield Record(line, _material(cells["text"], {**cells, "id": cells.get("id", "").strip()}))
        else:
            yield Record(line, problem='This row ends before its "text" column.')
    if not header:
        raise InputError('This table is empty: its first row must name the columns, one of them "text".')


def _header(row: list[str]) -> list[str]:
    header = [cell.strip().casefold() for cell in row]
    if "text" not in header:
        raise InputError('This table has no "text" column: its first row must name the columns, one of them "text".')
    return header
