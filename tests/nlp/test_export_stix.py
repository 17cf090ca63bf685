"""The STIX bundle: every object goes through the strict parser of the `stix2` package and points to what is there."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
import stix2

from nlp.export import View, view_of
from nlp.export.stix import IDENTITY_CLASSES, stix_bundle
from nlp.export.stix_objects import CREATOR
from tests.nlp.export_views import NASTY, SELECTIONS, nasty_view, view


def objects(shown: View) -> list[Any]:
    """The objects of a bundle that a strict parser takes whole; every reference is to an object of the bundle."""
    data = stix_bundle(shown)
    bundle = stix2.parse(data.decode("utf-8"), allow_custom=False, version="2.1")
    plain = json.loads(data)["objects"]
    assert [item.id for item in bundle.objects] == [item["id"] for item in plain]
    ids = {item["id"] for item in plain}
    assert len(ids) == len(plain)
    for item in plain:
        pointed = [value for name, value in item.items() if name.endswith("_ref")]
        pointed += [one for name, value in item.items() if name.endswith("_refs") for one in value]
        assert set(pointed) <= ids
        assert item["created"] <= item["modified"]
    return plain


def of(kind: str, items: list[Any]) -> list[Any]:
    return [item for item in items if item["type"] == kind and item["id"] != CREATOR]


def places(items: list[Any]) -> Counter[str]:
    return Counter(reference["external_id"] for item in items for reference in item["external_references"])


def expected(rows: Any) -> Counter[str]:
    return Counter(f"{row.article}#char={row.start},{row.end}" for row in rows.itertuples(index=False))


@pytest.mark.parametrize("name", SELECTIONS)
def test_the_bundle_holds_exactly_what_is_shown(name: str) -> None:
    shown = view(name)
    items, frames = objects(shown), shown.shown
    assert {item["name"] for item in of("report", items)} == set(frames.articles["title"])
    assert len(of("report", items)) == len(frames.articles)
    mentions = frames.mentions[frames.mentions["group"].isin(IDENTITY_CLASSES)]
    assert places(of("identity", items)) == expected(mentions)
    located = frames.places[(frames.places["point"] != "") | (frames.places["country"] != "")]
    assert places(of("location", items)) == expected(located)
    assert places(of("note", items)) == expected(frames.events)
    known = set(mentions["entity"]), set(located["country"])
    relations = frames.relations[
        [
            all(e in known[0] or c in known[1] for e, c in ends)
            for ends in zip(
                zip(frames.relations["subject_entity"], frames.relations["subject_country"], strict=True),
                zip(frames.relations["object_entity"], frames.relations["object_country"], strict=True),
                strict=True,
            )
        ]
    ]
    assert places(of("relationship", items)) == expected(relations)


def test_every_reference_quotes_the_sentence_it_points_into() -> None:
    shown = view()
    for item in objects(shown):
        for reference in item.get("external_references", []) if item["type"] != "report" else []:
            article, span = reference["external_id"].split("#char=")
            start, end = map(int, span.split(","))
            assert shown.articles[article].text[start:end] in reference["description"]


def test_what_is_denied_or_planned_is_labelled_so() -> None:
    items = objects(view())
    told = {item["description"]: item["labels"] for item in of("relationship", items)}
    assert told["Silva → Chile: travel to (planned)"] == ["planned"]
    assert told["Ukraine → Russia: attack (occurred, negated)"] == ["occurred", "negated"]
    assert {item["abstract"]: item["labels"] for item in of("note", items)}["No travel (denied)"] == ["denied"]


def test_a_country_is_named_by_its_code_and_a_town_by_its_point() -> None:
    found = {item["name"]: item for item in of("location", objects(view()))}
    assert found["Russia"]["country"] == "RU"
    assert "latitude" not in found["Russia"]
    assert (found["Lima"]["latitude"], found["Lima"]["longitude"], found["Lima"]["country"]) == (-12.04, -77.03, "PE")


def test_a_thing_has_the_same_id_in_every_export_and_is_dated_by_its_article() -> None:
    every, some = ({item["id"] for item in objects(view(name))} for name in ("everything", "an article unticked"))
    assert some < every
    (report,) = [item for item in of("report", objects(view())) if item["name"] == "A clash"]
    assert report["published"] == report["created"] == "2025-07-07T00:00:00.000Z"


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_a_hostile_article_gives_a_valid_bundle(text: str) -> None:
    items = objects(nasty_view(text))
    assert Counter(item["type"] for item in items) == {
        "identity": 2, "location": 2, "relationship": 1, "report": 1, "note": 1,
    }  # fmt: skip


def test_nothing_gives_a_bundle_that_names_its_maker() -> None:
    assert [item["name"] for item in objects(view_of([]))] == ["Dateline"]
