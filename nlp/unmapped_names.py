"""Names that no map can shade: with them, the mentions on the map add up to all mentions of places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

import pandas as pd

from nlp.frames import Frames
from nlp.model import PlaceKind
from nlp.place_wording import KIND_WORDS

UNMAPPED_COLUMNS = {
    "key": "str", "name": "str", "kind": "str", "mentions": "int64", "sentences": "int64", "reason": "str",
    "why": "str",
}  # fmt: skip


def unmapped_frame(frames: Frames, drawn: Collection[str]) -> pd.DataFrame:
    """One row per name that counts for no country of `drawn` (codes), the one that is named most first.

    Columns: key ("name:" and the form of the places, or "country:" and the code of a country that cannot be drawn),
    name (the form that the texts use most), kind (in words), mentions, sentences, reason, why (how it was read). The
    mentions and those of the countries of `drawn` add up to the rows of `frames.places`.
    """
    groups: dict[str, list[Any]] = {}
    for row in frames.places.itertuples(index=False):
        if row.country not in drawn:
            groups.setdefault(f"country:{row.country}" if row.country else f"name:{row.form}", []).append(row)
    rows = [_row(key, group) for key, group in groups.items()]
    rows.sort(key=lambda row: (-row["mentions"], row["name"]))
    return pd.DataFrame({c: pd.Series([row[c] for row in rows], dtype=t) for c, t in UNMAPPED_COLUMNS.items()})


def _row(key: str, group: list[Any]) -> dict[str, Any]:
    first = group[0]
    form = Counter(" ".join(row.text.split()) for row in group).most_common(1)[0][0]
    return {
        "key": key,
        "name": first.name if first.country and first.name != first.country else form,
        "kind": KIND_WORDS[PlaceKind(first.kind)],
        "mentions": len(group),
        "sentences": len({(row.article, row.sentence) for row in group}),
        "reason": _reason(first),
        "why": "; ".join(dict.fromkeys(row.why for row in group if row.why)),
    }


def _reason(row: Any) -> str:
    if row.country:
        return "has no outline on the map"
    if row.kind == PlaceKind.SUPRANATIONAL:
        return "belongs to no one country"
    return "no country found; a point on the map" if row.point else "no country found"
