"""Which countries act on which others: the relations of a selection, counted by ordered pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pandas as pd

from nlp.frames import Frames
from nlp.gazetteer import country_point
from nlp.wording import doubt, with_doubt

PAIR_COLUMNS = {
    "pair": "str", "name": "str", "subject": "str", "object": "str", "sentences": "int64", "articles": "int64",
    "relations": "int64", "happened": "int64", "words": "str",
    "subject_latitude": "float64", "subject_longitude": "float64",
    "object_latitude": "float64", "object_longitude": "float64",
}  # fmt: skip


def pairs_frame(frames: Frames) -> pd.DataFrame:
    """One row per country that acts on another, the pair that most sentences tell first.

    Columns: pair ("RUS>UKR"), name ("Russia → Ukraine"), subject and object (codes), sentences, articles, relations,
    happened (the relations that are not denied, nor planned, nor hypothetical), words (what is done, most frequent
    first, each once), and where a map writes the names of the two. What a country does to itself is no pair.
    """
    groups: dict[str, list[Any]] = {}
    for row in frames.relations.itertuples(index=False):
        if row.pair:
            groups.setdefault(row.pair, []).append(row)
    rows = [_pair_row(pair, group) for pair, group in groups.items()]
    rows.sort(key=lambda row: (-row["sentences"], -row["relations"], row["name"]))
    return pd.DataFrame({c: pd.Series([row[c] for row in rows], dtype=t) for c, t in PAIR_COLUMNS.items()})


def _pair_row(pair: str, group: list[Any]) -> dict[str, Any]:
    subject, other = group[0].subject_country, group[0].object_country
    points = {"subject": country_point(subject), "object": country_point(other)}
    return {
        "pair": pair,
        "name": group[0].pair_name,
        "subject": subject,
        "object": other,
        "sentences": len({(row.article, row.sentence) for row in group}),
        "articles": len({row.article for row in group}),
        "relations": len(group),
        "happened": sum(not doubt(row) for row in group),
        "words": _words(group),
        **{f"{end}_latitude": point[0] if point else None for end, point in points.items()},
        **{f"{end}_longitude": point[1] if point else None for end, point in points.items()},
    }


def _words(relations: Iterable[Any]) -> str:
    """What is done, each once, with a word where it is not so, or not yet: "shelled, attack (denied)"."""
    counts = Counter(with_doubt(" ".join(row.label.split()), row) for row in relations)
    return ", ".join(word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
