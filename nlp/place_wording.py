"""Why a place counts for its country, in plain words."""

from __future__ import annotations

from nlp.model import Place


def explain_place(place: Place) -> str:
    """How a place was read, what its country rests on, and which readings were beaten, in one line."""
    return ", ".join(part for part in (place.kind.value, place.rule, place.note) if part)
