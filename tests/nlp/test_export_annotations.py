"""Web annotations: every selector is resolved against the article's text, by position and by quotation."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from typing import Any

import pytest

from nlp.export import View, view_of
from nlp.export.annotations import CONTEXT, annotations_jsonld
from nlp.frames import printable
from tests.nlp.export_views import NASTY, SELECTIONS, nasty_view, view

MOTIVATIONS = {"identifying", "describing"}


def annotations(shown: View) -> list[Any]:
    """The annotations of a collection, each with what the model asks for, and each of its targets where it says."""
    data = json.loads(annotations_jsonld(shown))
    assert (data["@context"], data["type"]) == (CONTEXT, "AnnotationCollection")
    assert (data["first"]["type"], data["first"]["partOf"]) == ("AnnotationPage", data["id"])
    items = data["first"]["items"]
    assert data["total"] == len(items)
    assert len({item["id"] for item in items}) == len(items)
    sources = {key: (printable(article.text), article) for key, article in shown.articles.items()}
    for item in items:
        assert item["type"] == "Annotation"
        assert item["motivation"] in MOTIVATIONS
        assert all(body["type"] == "TextualBody" and isinstance(body["value"], str) for body in item["body"])
        for target in targets(item):
            text, article = sources[target["source"]["dc:identifier"]]
            assert target["source"]["id"] == name_of(article.text)
            resolve(target, text)
    return list(items)


def name_of(text: str) -> str:
    """RFC 6920, computed anew."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


def targets(item: Any) -> list[Any]:
    return item["target"] if isinstance(item["target"], list) else [item["target"]]


def resolve(target: Any, text: str) -> tuple[int, int]:
    """Where a target is: both of its selectors say so."""
    position, quote = target["selector"]
    assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
    start, end = position["start"], position["end"]
    assert text[start:end] == quote["exact"]
    at = text.index(quote["prefix"] + quote["exact"] + quote["suffix"])
    while at + len(quote["prefix"]) < start:
        at = text.index(quote["prefix"] + quote["exact"] + quote["suffix"], at + 1)
    assert at + len(quote["prefix"]) == start
    return start, end


def kind_of(item: Any) -> str:
    return str(next(body["value"] for body in item["body"] if body["purpose"] == "tagging"))


def found(kind: str, items: list[Any]) -> Counter[tuple[str, int, int]]:
    return Counter(
        (t["source"]["dc:identifier"], t["selector"][0]["start"], t["selector"][0]["end"])
        for item in items
        for t in targets(item)
        if kind_of(item) == kind
    )


@pytest.mark.parametrize("name", SELECTIONS)
def test_the_annotations_are_exactly_what_is_shown(name: str) -> None:
    shown = view(name)
    items = annotations(shown)
    tables = {"mention": "mentions", "place": "places", "time": "times", "event": "tellings"}
    for kind, table in tables.items():
        rows = getattr(shown.shown, table).itertuples(index=False)
        assert found(kind, items) == Counter((row.article, row.start, row.end) for row in rows)
    events = [item["body"][0]["value"].split(": ")[0] for item in items if kind_of(item) == "event"]
    assert events == list(shown.shown.events["label"])


def test_an_annotation_says_what_was_found() -> None:
    values = {tuple(body["value"] for body in item["body"]) for item in annotations(view())}
    assert ("Ana Silva, envoy", "mention", "PERSON") in values
    assert ("Peru", "place", "city", "PER", "mentioned") in values
    assert ("2025-07-04", "time", "DATE") in values


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_a_hostile_article_gives_annotations_that_resolve(text: str) -> None:
    shown = nasty_view(text)
    assert Counter(map(kind_of, annotations(shown))) == {"mention": 2, "place": 3, "time": 1, "event": 1}
    assert b"</" not in annotations_jsonld(shown)


def test_nothing_gives_an_empty_collection() -> None:
    assert annotations(view_of([])) == []
