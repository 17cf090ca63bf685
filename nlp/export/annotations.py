"""What was found as annotations of the texts: W3C Web Annotation Data Model, in JSON-LD.

Each target is pointed to twice: by position, in code points, and by quotation with some text on either side, which
still finds the place when the text has moved. A text is named by its SHA-256 (RFC 6920), for the positions are those
of the text as it was given, not of the page at its address.
"""

from __future__ import annotations

import base64
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from nlp.export.event_words import event_days
from nlp.export.json_file import json_bytes
from nlp.export.view import View
from nlp.export.wording import about, shown_words
from nlp.frames import printable
from nlp.model import Article

Json = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters of text before and after a quotation


def annotations_jsonld(view: View) -> bytes:
    """A collection of annotations: mentions, places, times and events; an event's targets are all its sentences."""
    texts = {key: _Text(article) for key, article in view.articles.items()}
    items = [*_mentions(view, texts), *_places(view, texts), *_times(view, texts), *_events(view, texts)]
    collection = _urn("collection", *(item["id"] for item in items))
    return json_bytes(
        {
            "@context": CONTEXT,
            "id": collection,
            "type": "AnnotationCollection",
            "label": "Who, where and when in the articles shown. " + shown_words(view),
            "generator": {"id": "urn:dateline", "type": "Software", "name": about(view)["generator"]},
            "total": len(items),
            "first": {
                "id": _urn("page", collection), "type": "AnnotationPage", "partOf": collection, "startIndex": 0,
                "items": items,
            },
        }
    )  # fmt: skip


class _Text:
    """An article's text as the source of targets."""

    def __init__(self, article: Article) -> None:
        self.text = printable(article.text)
        digest = base64.urlsafe_b64encode(bytes.fromhex(article.sha256)).rstrip(b"=").decode()
        self.source: Json = {
            "id": f"ni:///sha-256;{digest}", "type": "Text", "format": "text/plain",
            "dc:identifier": printable(article.id),
        }  # fmt: skip
        if article.language:
            self.source["language"] = article.language
        if article.title:
            self.source["dc:title"] = printable(article.title)
        if article.url:
            self.source["dc:source"] = printable(article.url)

    def target(self, start: int, end: int) -> Json:
        """Where `[start, end)` of the text is."""
        return {
            "type": "SpecificResource",
            "source": self.source,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector", "exact": self.text[start:end],
                    "prefix": self.text[max(0, start - _AROUND) : start], "suffix": self.text[end : end + _AROUND],
                },
            ],
        }  # fmt: skip


def _mentions(view: View, texts: dict[str, _Text]) -> list[Json]:
    return [
        _annotation(
            "mention", row, texts, f"{row.name}, {row.role}" if row.role else row.name, "identifying", row.label
        )
        for row in view.shown.mentions.itertuples(index=False)
    ]


def _places(view: View, texts: dict[str, _Text]) -> list[Json]:
    return [
        _annotation("place", row, texts, row.name or row.text, "identifying", row.kind, row.country, row.role)
        for row in view.shown.places.itertuples(index=False)
    ]


def _times(view: View, texts: dict[str, _Text]) -> list[Json]:
    return [
        _annotation("time", row, texts, row.value, "identifying", row.type)
        for row in view.shown.times.itertuples(index=False)
    ]


def _events(view: View, texts: dict[str, _Text]) -> list[Json]:
    tellings: dict[str, list[Any]] = {}
    for row in view.shown.tellings.itertuples(index=False):
        tellings.setdefault(row.event, []).append(row)
    found = []
    for row in view.shown.events.itertuples(index=False):
        item = _annotation("event", row, texts, f"{row.label}: {event_days(row)}", "describing", row.status)
        targets = [texts[told.article].target(told.start, told.end) for told in tellings[row.event]]
        found.append(item | {"id": _urn("event", row.event, item["id"]), "target": targets})
    return found


def _annotation(kind: str, row: Any, texts: dict[str, _Text], words: str, motivation: str, *tags: str) -> Json:
    """One annotation: what it says in words, and tags, of which the first says what kind of thing was found."""
    bodies = [{"type": "TextualBody", "value": words, "format": "text/plain", "purpose": motivation}]
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in (kind, *filter(None, tags))]
    return {
        "id": _urn(kind, row.article, row.start, row.end, words, *tags),
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": texts[row.article].target(row.start, row.end),
    }


def _urn(*parts: object) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, chr(10).join(map(str, ('dateline', *parts))))}"
