"""Places as GeoJSON: read with the `geojson` package, mention by mention the rows that are shown."""

from __future__ import annotations

import json
from typing import Any

import geojson
import pytest

from nlp.export import View, view_of
from nlp.export.places_geojson import places_geojson
from nlp.summaries import ROLES
from tests.nlp.export_views import NASTY, SELECTIONS, nasty_view, view


def features(shown: View) -> list[Any]:
    """The features of a file that is valid, RFC 7946's rules for members included."""
    data = places_geojson(shown)
    collection = geojson.loads(data)
    assert isinstance(collection, geojson.FeatureCollection)
    assert collection.is_valid, collection.errors()
    assert "crs" not in collection
    for feature in collection["features"]:
        assert feature.is_valid, feature.errors()
        if feature["geometry"] is not None:
            assert feature["geometry"]["type"] == "Point"
            longitude, latitude = feature["geometry"]["coordinates"]
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90
    return list(json.loads(data)["features"])


@pytest.mark.parametrize("name", SELECTIONS)
def test_the_features_hold_exactly_the_mentions_of_places_that_are_shown(name: str) -> None:
    shown = view(name)
    texts = {key: article.text for key, article in shown.articles.items()}
    evidence = [item for feature in features(shown) for item in feature["properties"]["evidence"]]
    rows = shown.shown.places.itertuples(index=False)
    assert sorted((e["article"], e["start"], e["end"], e["text"], e["role"]) for e in evidence) == sorted(
        (row.article, row.start, row.end, row.text, row.role) for row in rows
    )
    for item in evidence:
        assert texts[item["article"]][item["start"] : item["end"]] == item["text"]
        assert texts[item["article"]][item["sentence_start"] : item["sentence_end"]] == item["quote"]
        assert item["text"] in item["quote"]


def test_counts_of_a_feature_are_those_of_its_evidence() -> None:
    for feature in features(view()):
        properties = feature["properties"]
        evidence = properties["evidence"]
        assert properties["mentions"] == len(evidence) == sum(properties[f"as_{role}"] for role in ROLES)
        assert properties["sentences"] == len({(e["article"], e["sentence_start"]) for e in evidence})
        assert properties["articles"] == len({e["article"] for e in evidence})


def test_points_have_longitude_first_and_say_what_they_stand_for() -> None:
    found = {f["properties"]["name"]: f for f in features(view())}
    assert found["Lima"]["geometry"]["coordinates"] == [-77.03, -12.04]
    assert found["Lima"]["properties"]["located"] == "place"
    assert found["Russia"]["properties"]["located"] == "country"
    assert found["European Union"]["geometry"] is None
    assert found["European Union"]["properties"]["located"] == "nowhere"
    assert found["Kharkiv"]["properties"]["country"] == "UKR"


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_a_hostile_article_gives_a_valid_file(text: str) -> None:
    shown = nasty_view(text)
    assert sum(len(f["properties"]["evidence"]) for f in features(shown)) == len(shown.shown.places)
    assert b"</" not in places_geojson(shown)


def test_nothing_gives_an_empty_collection_that_says_how_it_was_made() -> None:
    assert features(view_of([])) == []
    assert json.loads(places_geojson(view("a country")))["dateline"]["filter"] == "Only sentences that name Chile."
