"""What connects entities: who does something to whom, and who is named together in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pandas as pd

# A sentence that names more is a list: that two of its names stand together says nothing of them.
MOST_TOGETHER = 8
RELATION, TOGETHER = "relation", "together"
_UNLINKED = "Peoples and groups"  # "Russian" and "Ukrainian" stand beside everything


def link_rows(mentions: pd.DataFrame, relations: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """One row per sentence and pair of entities that it connects: first the relations, then who stands together.

    A row has `nlp.columns.LINK_COLUMNS`. Entities that a relation of the sentence connects are not told together again.
    """
    named = {row.entity: row for row in reversed(list(mentions.itertuples(index=False)))}
    connected: set[tuple[str, int, str]] = set()
    for row in relations.itertuples(index=False):
        ends = (row.subject_entity, row.object_entity)
        if ends[0] != ends[1] and all(end in named and named[end].group != _UNLINKED for end in ends):
            link = link_key(*ends)
            connected.add((row.article, row.sentence, link))
            yield _row(row, link, *ends, named) | {
                "kind": RELATION, "words": row.label, "negated": row.negated, "status": row.status,
            }  # fmt: skip
    for first, others in _sentences(mentions):
        if len(others) <= MOST_TOGETHER:
            for one, other in combinations(others, 2):
                link = link_key(one, other)
                if (first.article, first.sentence, link) not in connected:
                    source, target = sorted((one, other))
                    yield _row(first, link, source, target, named) | {
                        "kind": TOGETHER, "words": "", "negated": False, "status": "",
                    }  # fmt: skip


def link_key(one: str, other: str) -> str:
    """The key of what connects two entities, whichever is named first: their keys, sorted, on two lines."""
    return "\n".join(sorted((one, other)))


def _sentences(mentions: pd.DataFrame) -> Iterator[tuple[Any, list[str]]]:
    """The first mention of each sentence, with the keys of all entities that it names, each once."""
    found: dict[tuple[str, int], tuple[Any, dict[str, None]]] = {}
    for row in mentions.itertuples(index=False):
        if row.group != _UNLINKED:
            found.setdefault((row.article, row.sentence), (row, {}))[1][row.entity] = None
    for first, keys in found.values():
        yield first, list(keys)


def _row(place: Any, link: str, source: str, target: str, named: dict[str, Any]) -> dict[str, Any]:
    return {
        "article": place.article, "title": place.title, "sentence": place.sentence, "link": link,
        "name": f"{named[source].name} – {named[target].name}", "source": source, "target": target,
        "source_name": named[source].name, "target_name": named[target].name,
    }  # fmt: skip
