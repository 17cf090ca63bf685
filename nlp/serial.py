"""An `Analysis` as the JSON of the contract, and back.

The vocabulary's fields are the contract's names, so both ways follow the dataclasses: a field added to `nlp.model` is
written and read without a line here.
"""

from __future__ import annotations

import functools
import json
import re
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from nlp.corrections.decisions import Decision, EventDecision, NameDecision, PlaceDecision, StatementDecision
from nlp.errors import StoreError
from nlp.gazetteer import country_name
from nlp.model import SCHEMA, Analysis, Article, CountryCount

Json = dict[str, Any]

# JSON lets these line ends stand in a string, many a reader of lines does not; surrogates have no UTF-8.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# Every analysis has these lists, however empty; other fields with a default may be missing from older files.
_REQUIRED = frozenset(["mentions", "entities", "places", "countries", "times", "events", "quotes"])
_DECISIONS = {
    "names": NameDecision, "places": PlaceDecision, "events": EventDecision, "statements": StatementDecision,
}  # fmt: skip
_LONGEST_NAME = 300
_SIMPLE = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def analysis_to_json(analysis: Analysis) -> Json:
    """The contract's object, in the contract's order of fields."""
    return {"schema": SCHEMA, **_fields_to_json(analysis)}


def article_to_json(article: Article) -> Json:
    """The contract's `article` object."""
    return {**_fields_to_json(article), "sha256": article.sha256}


def analysis_to_line(analysis: Analysis) -> str:
    """One line of JSONL, without the line end.

    Lone surrogates and the line ends that some readers know beside the usual ones are escaped: the line is always valid
    UTF-8, and always one line.
    """
    return escape_unsafe(json.dumps(analysis_to_json(analysis), ensure_ascii=False, separators=(",", ":")))


def analysis_to_page(analysis: Analysis) -> str:
    """The same object indented, for reading."""
    return escape_unsafe(json.dumps(analysis_to_json(analysis), ensure_ascii=False, indent=2))


def escape_unsafe(dumped: str) -> str:
    r"""Escape what is valid in a JSON string but not in UTF-8, or not in one line; the JSON's meaning stays the same.

    >>> escape_unsafe('"a\u2028b"')
    '"a\\u2028b"'
    """
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", dumped)


def analysis_from_json(data: Mapping[str, Any]) -> Analysis:
    """Read back what `analysis_to_json` wrote. Unknown fields are ignored; `sha256` is computed anew, never believed.

    Raises:
        StoreError: the schema is another one, or a field is missing or of the wrong type; the sentence says which.
    """
    if data.get("schema") != SCHEMA:
        found = data.get("schema")
        raise StoreError(f"This analysis has the schema {found!r}; this version of Dateline reads {SCHEMA!r}.")
    analysis: Analysis = _read(data, Analysis, "analysis")
    return analysis


def decision_to_json(decision: Decision) -> Json:
    """A correction as an object: what it is about, and the fields of its class in `nlp.corrections.decisions`."""
    about = next(name for name, kind in _DECISIONS.items() if isinstance(decision, kind))
    return {"about": about, **_fields_to_json(decision)}


def decision_from_json(data: object, where: str) -> Decision:
    """Read back what `decision_to_json` wrote; `where` is how a sentence about an error calls it.

    Raises:
        StoreError: a field is missing, of the wrong type, or says what no correction can say.
    """
    about = data.get("about") if isinstance(data, Mapping) else None
    kind = _DECISIONS.get(about) if isinstance(about, str) else None
    if kind is None:
        raise StoreError(f"{where} is about {_short(about)}, which is not one of {', '.join(_DECISIONS)}.")
    decision: Decision = _read(data, kind, where)
    if isinstance(decision, NameDecision | PlaceDecision):
        _check_names(decision, where)
    elif isinstance(decision, EventDecision):
        _check_event(decision, where)
    return decision


def _check_names(decision: NameDecision | PlaceDecision, where: str) -> None:
    if not decision.names or not all(name.strip() for name in decision.names):
        raise StoreError(f"{where} corrects no name.")
    if max(map(len, (*decision.names, getattr(decision, "means", None) or ""))) > _LONGEST_NAME:
        raise StoreError(f"{where} has a name of more than {_LONGEST_NAME} characters.")
    if decision.spans and len(decision.articles) != 1:
        raise StoreError(f"{where} does not say in which article its places are.")
    if isinstance(decision, PlaceDecision):
        if decision.country is not None and country_name(decision.country) == decision.country:
            raise StoreError(f"{where} names a country {decision.country!r} that is not known.")
    elif decision.means is not None and not (decision.means.strip() and decision.label):
        raise StoreError(f"{where} does not say what it corrects {decision.names[0]!r} to.")


def _check_event(decision: EventDecision, where: str) -> None:
    if decision.first_day and decision.last_day and decision.last_day < decision.first_day:
        raise StoreError(f"{where} ends on {decision.last_day}, before its first day {decision.first_day}.")


def _fields_to_json(value: Any) -> Json:
    return {field.name: _to_json(getattr(value, field.name)) for field in fields(value)}


def _to_json(value: Any) -> Any:
    if isinstance(value, Article):
        return article_to_json(value)
    if isinstance(value, CountryCount):
        return {**_fields_to_json(value), "by_kind": dict(value.by_kind), "by_role": dict(value.by_role)}
    if is_dataclass(value):
        return _fields_to_json(value)
    if isinstance(value, tuple):
        return [_to_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _read(value: Any, kind: Any, where: str) -> Any:
    """Read a JSON value as the type that a field of the vocabulary declares."""
    if typing.get_origin(kind) is types.UnionType:  # X | None
        return None if value is None else _read(value, typing.get_args(kind)[0], where)
    if typing.get_origin(kind) is tuple:
        return _read_tuple(value, typing.get_args(kind), where)
    if isinstance(kind, type) and is_dataclass(kind):
        return _read_object(value, kind, where)
    if kind in _SIMPLE:
        return _read_simple(value, kind, where)
    try:
        return date.fromisoformat(value) if kind is date else kind(value)
    except (TypeError, ValueError) as error:
        wanted = "a date" if kind is date else "one of " + ", ".join(kind)
        raise StoreError(f"{where} is {_short(value)}, which is not {wanted}.") from error


def _read_tuple(value: Any, kinds: tuple[Any, ...], where: str) -> tuple[Any, ...]:
    if kinds[-1] is not Ellipsis:
        if not isinstance(value, list | tuple) or len(value) != len(kinds):
            raise StoreError(f"{where} is {_short(value)}, which is not a pair.")
        return tuple(_read(item, kind, where) for item, kind in zip(value, kinds, strict=True))
    if isinstance(value, Mapping) and typing.get_origin(kinds[0]) is tuple:
        value = list(value.items())
    if not isinstance(value, list):
        raise StoreError(f"{where} is {_short(value)}, which is not a list.")
    return tuple(_read(item, kinds[0], f"{where}[{number}]") for number, item in enumerate(value))


def _read_object(value: Any, kind: type, where: str) -> Any:
    if not isinstance(value, Mapping):
        raise StoreError(f"{where} is {_short(value)}, which is not an object.")
    found = {}
    for field, hint in _declared(kind):
        if field.name in value:
            found[field.name] = _read(value[field.name], hint, f"{where}.{field.name}")
        elif field.default is MISSING or (kind is Analysis and field.name in _REQUIRED):
            raise StoreError(f"{where} has no {field.name!r}.")
    return kind(**found)


def _read_simple(value: Any, kind: type, where: str) -> Any:
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise StoreError(f"{where} is {_short(value)}, which is not {_SIMPLE[kind]}.")
    return value


@functools.cache
def _declared(kind: type) -> tuple[tuple[Field[Any], Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field, hints[field.name]) for field in fields(kind))


def _short(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "…"
