"""The shapes of STIX 2.1: an object with its id and times, and a reference to a place in a text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from nlp.export.safe_text import line_safe, one_line
from nlp.model import Article

StixObject = dict[str, Any]
# STIX keeps one namespace for its own use; this one is Dateline's.
_NAMESPACE = UUID("6f0a3c52-3c86-5d0c-9a54-1f2f9d7f7c11")


def stix_id(kind: str, *key: object) -> str:
    """The id of an object: always the same for the same key.

    >>> stix_id("identity", "Dateline") == stix_id("identity", "Dateline")
    True
    """
    return f"{kind}--{uuid5(_NAMESPACE, chr(10).join(map(str, (kind, *key))))}"


CREATOR = stix_id("identity", "Dateline")


def stix_object(kind: str, key: Sequence[object], made: datetime, **properties: Any) -> StixObject:
    """An object; properties that are `None` or empty are left out, as STIX wants it."""
    return {
        "type": kind,
        "spec_version": "2.1",
        "id": stix_id(kind, *key),
        "created_by_ref": CREATOR,
        "created": stix_time(made),
        "modified": stix_time(made),
        **{name: value for name, value in properties.items() if value is not None and value not in ("", [])},
    }


def stix_time(moment: datetime) -> str:
    """A moment in UTC as STIX writes it, to the millisecond."""
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def external_reference(article: Article, start: int, end: int, quote: str) -> StixObject:
    """Where something stands: the article, code points as in RFC 5147 ("char=0,9"), and the sentence."""
    reference = {
        "source_name": one_line(article.source or article.title or "") or "article",
        "description": line_safe(quote),
        "url": one_line(article.url or ""),
        "external_id": f"{one_line(article.id)}#char={start},{end}",
    }
    return {name: value for name, value in reference.items() if value}
