"""What a page counts: countries, cities and entities, summed up from the rows that a selection left.

Each function takes the `Frames` of `nlp.selection.Selection.apply` and gives a frame with the same columns whether or
not there is anything to count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from nlp.conventions import explain_conventions
from nlp.frames import Frames
from nlp.gazetteer import country_point
from nlp.model import CountryRole

ROLES = tuple(role.value for role in CountryRole)  # the strongest first
COUNTRY_COLUMNS = {
    "country": "str", "name": "str", "role": "str", "mentions": "int64", **dict.fromkeys(ROLES, "int64"),
    "sentences": "int64", "articles": "int64", "share": "float64", "words": "str", "status": "str", "note": "str",
    "latitude": "float64", "longitude": "float64",
}  # fmt: skip
CITY_COLUMNS = {
    "point": "str", "place": "str", "country": "str", "name": "str", "latitude": "float64", "longitude": "float64",
    "mentions": "int64", "sentences": "int64",
}  # fmt: skip
ENTITY_COLUMNS = {
    "entity": "str", "name": "str", "group": "str", "label": "str", "role": "str", "country": "str",
    "mentions": "int64", "sentences": "int64", "articles": "int64", "salience": "float64", "aliases": "str",
    "decided": "str",
}  # fmt: skip


def countries_frame(frames: Frames) -> pd.DataFrame:
    """One row per country that is named, the one that the articles are most about first.

    Columns: country, name, role (the country's in its article; of several articles the most frequent, and of equally
    frequent ones the strongest), mentions, a column of mentions for each of `nlp.model.CountryRole`, sentences,
    articles, share (of all mentions that name a country), words (which words counted, with their number), status and
    note (which of them count by convention only, and why), latitude and longitude (where a map writes the name). For
    one article the order is the analysis's; for several, each gives a country the reciprocal of its rank there.
    """
    places = frames.places[frames.places["country"] != ""]
    rows = []
    for (country, name), group in _groups(places, ["country", "name"]):
        ranks: dict[str, int] = {}
        for row in group:
            ranks[row.article] = min(row.rank, ranks.get(row.article, row.rank))
        latitude, longitude = country_point(country) or (None, None)
        rows.append(
            {
                "country": country,
                "name": name,
                "role": _main_role({row.article: row.country_role for row in group}.values()),
                "mentions": len(group),
                **_by_role(row.role for row in group),
                "sentences": len({(row.article, row.sentence) for row in group}),
                "articles": len(ranks),
                "share": len(group) / len(places),
                "words": words_counted(row.text for row in group),
                "status": "; ".join(sorted({row.status for row in group if row.status})),
                "note": explain_conventions(group),
                "latitude": latitude,
                "longitude": longitude,
                "weight": sum(1 / (1 + rank) for rank in ranks.values()),
            }
        )
    return _frame(sorted(rows, key=lambda r: (-r["weight"], -r["mentions"], r["name"])), COUNTRY_COLUMNS)


def cities_frame(frames: Frames) -> pd.DataFrame:
    """One row per city, region or site with coordinates, the one that is named most first.

    Columns: point (key), place (the form that the texts use most), country, name (the country's), latitude, longitude,
    mentions, sentences.
    """
    rows = [
        {
            "point": point,
            "place": Counter(" ".join(row.text.split()) for row in group).most_common(1)[0][0],
            "country": group[0].country,
            "name": group[0].name,
            "latitude": group[0].latitude,
            "longitude": group[0].longitude,
            "mentions": len(group),
            "sentences": len({(row.article, row.sentence) for row in group}),
        }
        for (point,), group in _groups(frames.places[frames.places["point"] != ""], ["point"])
    ]
    return _frame(sorted(rows, key=lambda r: (-r["mentions"], r["place"], r["country"])), CITY_COLUMNS)


def entities_frame(frames: Frames) -> pd.DataFrame:
    """One row per entity over all articles, the most salient first.

    Columns: entity (key), name, group, label, role, country, mentions, sentences, articles, salience (summed over
    articles), aliases (other forms in the text), decided (whether an analyst corrected it).
    """
    rows = []
    for (entity,), group in _groups(frames.mentions, ["entity"]):
        first = group[0]
        salience = {row.article: row.salience for row in group}
        rows.append(
            {
                "entity": entity,
                "name": first.name,
                "group": first.group,
                "label": first.label,
                "role": next((row.role for row in group if row.role), ""),
                "country": next((row.country for row in group if row.country), ""),
                "mentions": len(group),
                "sentences": len({(row.article, row.sentence) for row in group}),
                "articles": len(salience),
                "salience": sum(salience.values()),
                "aliases": ", ".join(form for form in dict.fromkeys(row.text for row in group) if form != first.name),
                "decided": next((row.decided for row in group if row.decided), ""),
            }
        )
    return _frame(sorted(rows, key=lambda r: (-r["salience"], -r["mentions"], r["name"])), ENTITY_COLUMNS)


def most_mentioned(frames: Frames) -> pd.DataFrame:
    """The rows of `entities_frame`, the most mentioned first."""
    found = entities_frame(frames)
    return found.sort_values(["mentions", "salience"], ascending=False, kind="stable", ignore_index=True)


def _groups(frame: pd.DataFrame, keys: Sequence[str]) -> Iterable[tuple[tuple[Any, ...], list[Any]]]:
    """The rows by their keys, in order of first appearance: plain tuples, for pandas is slow with many small groups."""
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for row in frame.itertuples(index=False):
        groups.setdefault(tuple(getattr(row, key) for key in keys), []).append(row)
    return groups.items()


def _main_role(roles: Iterable[str]) -> str:
    """The most frequent role, of equally frequent ones the strongest; each article gives its own once."""
    counts = Counter(role for role in roles if role)
    return max(ROLES, key=lambda role: counts[role]) if counts else CountryRole.MENTIONED.value


def _by_role(roles: Iterable[str]) -> dict[str, int]:
    counts = Counter(roles)
    return {role: counts[role] for role in ROLES}


def words_counted(texts: Iterable[str], most: int | None = None) -> str:
    """The words that counted, most frequent first: "Russia 6, Russian 5"; of more than `most` only how many more."""
    counts = Counter(" ".join(text.split()) for text in texts)
    ranked = [f"{word} {n}" for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    return ", ".join(ranked[:most]) + (f" and {len(ranked) - most} more" if most and len(ranked) > most else "")


def _frame(rows: Sequence[dict[str, Any]], columns: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=dtype) for name, dtype in columns.items()})
