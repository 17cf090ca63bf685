"""Places as points: GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections import Counter
from typing import Any

from nlp.export.json_file import json_bytes
from nlp.export.located import Located, located_places
from nlp.export.view import Quote, View
from nlp.export.wording import about
from nlp.summaries import ROLES

Json = dict[str, Any]


def places_geojson(view: View) -> bytes:
    """A feature per place, with every mention of it that is shown; the mentions of all features add up to the places.

    `located` says what the point is: the `place` itself, where a map writes the `country`'s name (for names of
    countries, nationalities, institutions), or `nowhere` for names that no point is known of; these have no geometry.
    """
    quotes = view.quotes
    features = [_feature(number, place, quotes) for number, place in enumerate(located_places(view.shown))]
    return json_bytes({"type": "FeatureCollection", "features": features, "dateline": about(view)})


def _feature(number: int, place: Located, quotes: dict[tuple[str, int], Quote]) -> Json:
    roles = Counter(row.role for row in place.rows)
    return {
        "type": "Feature",
        "id": number,
        "geometry": {"type": "Point", "coordinates": [*reversed(place.point)]} if place.point else None,
        "properties": {
            "name": place.name,
            "located": place.key[0],
            "country": place.country or None,
            "country_name": place.rows[0].name or None,
            "role": max(ROLES, key=lambda role: roles[role]),
            **{f"as_{role}": roles[role] for role in ROLES},
            "mentions": len(place.rows),
            "sentences": len({(row.article, row.sentence) for row in place.rows}),
            "articles": len({row.article for row in place.rows}),
            "evidence": [_evidence(row, quotes.get((row.article, row.sentence), Quote())) for row in place.rows],
        },
    }


def _evidence(row: Any, quote: Quote) -> Json:
    return {
        "article": row.article, "title": row.title, "start": row.start, "end": row.end, "text": row.text,
        "kind": row.kind, "role": row.role, "status": row.status or None, "note": row.note or None,
        "confidence": row.confidence, "why": row.why,
        "sentence_start": quote.start, "sentence_end": quote.end, "quote": quote.text,
    }  # fmt: skip
