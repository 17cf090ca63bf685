"""The network of a selection: its most salient entities and what connects them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pandas as pd

from nlp.frames import Frames
from nlp.links import RELATION
from nlp.summaries import entities_frame
from nlp.wording import doubt, with_doubt

MOST_NODES = 60
MOST_LINKS = 120
_STRONGEST = 3  # of what merely stands together, each entity keeps so many links
NODE_COLUMNS = {
    "entity": "str", "name": "str", "group": "str", "role": "str", "salience": "float64", "mentions": "int64",
    "links": "int64",
}  # fmt: skip
TIE_COLUMNS = {
    "link": "str", "name": "str", "source": "str", "target": "str", "sentences": "int64", "articles": "int64",
    "forward": "bool", "backward": "bool", "happened": "bool", "words": "str",
}  # fmt: skip


@dataclass(frozen=True)
class Network:
    """`nodes` are entities, the most salient first; `ties` connect two of them, the most told first.

    `other_nodes` and `other_ties` count what was left out of the drawing. `forward` says that the source does something
    to the target, `backward` the other way round; where neither is so, they are only named together.
    """

    nodes: pd.DataFrame
    ties: pd.DataFrame
    other_nodes: int = 0
    other_ties: int = 0


def network(frames: Frames, *, only_relations: bool = False, most: int = MOST_NODES) -> Network:
    """At most `most` entities that something connects, the most salient ones, with what connects them."""
    links = frames.links[frames.links["kind"] == RELATION] if only_relations else frames.links
    groups: dict[str, list[Any]] = {}
    for row in links.itertuples(index=False):
        groups.setdefault(row.link, []).append(row)
    ties = sorted((_tie(link, rows) for link, rows in groups.items()), key=_strength)
    connected = {end for tie in ties for end in (tie["source"], tie["target"])}
    entities = entities_frame(frames)
    entities = entities[entities["entity"].isin(connected)]
    kept = set(entities["entity"].head(most))
    inside = [tie for tie in ties if tie["source"] in kept and tie["target"] in kept]
    drawn = _strongest(inside)
    degrees = Counter(end for tie in drawn for end in (tie["source"], tie["target"]))
    nodes = entities[entities["entity"].isin(degrees)].assign(links=lambda f: f["entity"].map(degrees).astype("int64"))
    return Network(
        nodes[list(NODE_COLUMNS)].reset_index(drop=True).astype(NODE_COLUMNS),
        pd.DataFrame({name: pd.Series([t[name] for t in drawn], dtype=kind) for name, kind in TIE_COLUMNS.items()}),
        len(entities) - len(nodes),
        len(ties) - len(drawn),
    )


def link_words(frames: Frames, link: str) -> str:
    """What one of two entities does to the other, each once; empty where they are only named together."""
    rows = frames.links[(frames.links["link"] == link) & (frames.links["kind"] == RELATION)]
    return "; ".join(dict.fromkeys(_words(row) for row in rows.itertuples(index=False)))


def _tie(link: str, rows: list[Any]) -> dict[str, Any]:
    source, target = link.split("\n")
    names = {rows[0].source: rows[0].source_name, rows[0].target: rows[0].target_name}
    told = [row for row in rows if row.kind == RELATION]
    return {
        "link": link,
        "name": f"{names[source]} – {names[target]}",
        "source": source,
        "target": target,
        "sentences": len({(row.article, row.sentence) for row in rows}),
        "articles": len({row.article for row in rows}),
        "forward": any(row.source == source for row in told),
        "backward": any(row.source == target for row in told),
        "happened": not all(map(doubt, told)),
        "words": "; ".join(dict.fromkeys(_words(row) for row in told)),
    }


def _words(row: Any) -> str:
    """As in "Ana Silva → Peru: met (denied)"."""
    return f"{row.source_name} → {row.target_name}: {with_doubt(row.words, row)}"


def _strength(tie: dict[str, Any]) -> tuple[bool, int, str]:
    return not (tie["forward"] or tie["backward"]), -tie["sentences"], tie["name"]


def _strongest(ties: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All relations and the strongest of what stands together, so that lines can still be told apart."""
    kept: list[dict[str, Any]] = []
    degrees: Counter[str] = Counter()
    for tie in ties:  # strongest first
        ends = (tie["source"], tie["target"])
        if tie["forward"] or tie["backward"] or min(degrees[end] for end in ends) < _STRONGEST:
            kept.append(tie)
            degrees.update(ends)
    return kept[:MOST_LINKS]
