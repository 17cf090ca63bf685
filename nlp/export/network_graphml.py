"""Who is connected with whom: GraphML, as Gephi, yEd and Cytoscape open it."""

from __future__ import annotations

import io
from typing import Any

from nlp.export.safe_text import xml_safe
from nlp.export.view import Quote, View
from nlp.export.wording import about
from nlp.links import RELATION
from nlp.summaries import entities_frame

NODE_COLUMNS = ("entity", "name", "group", "label", "role", "country", "mentions", "sentences", "articles", "salience",
                "aliases")  # fmt: skip
EDGE_COLUMNS = ("kind", "words", "negated", "status", "article", "title", "sentence")


def network_graphml(view: View) -> bytes:
    """A node per entity and an edge per sentence that connects two.

    An edge of the kind "relation" points from who does something to whom it is done to; for "together" the direction
    means nothing. Each edge weighs 1, so that programs that join parallel edges count the sentences.
    """
    import networkx as nx  # not before it is needed: half a second

    graph = nx.MultiDiGraph(**{name: xml_safe(words) for name, words in about(view).items()})
    ids: dict[str, str] = {}
    for row in entities_frame(view.shown).itertuples(index=False):
        _add_node(graph, ids, row.entity, **{column: getattr(row, column) for column in NODE_COLUMNS})
    quotes = view.quotes
    for number, row in enumerate(view.shown.links.itertuples(index=False)):
        for end in ("source", "target"):  # one that only a pronoun names here is not among the mentions
            key, name = getattr(row, end), getattr(row, f"{end}_name")
            if key not in ids:
                _add_node(graph, ids, key, entity=key, name=name, mentions=0)
        graph.add_edge(ids[row.source], ids[row.target], key=f"e{number}", **_edge(row, quotes))
    out = io.BytesIO()
    nx.readwrite.graphml.write_graphml_xml(graph, out, named_key_ids=True)
    return out.getvalue()


def _add_node(graph: Any, ids: dict[str, str], key: str, **values: Any) -> None:
    """A node whose id is a plain name, as GraphML's schema wants it; an entity's key may hold anything."""
    ids[key] = f"n{len(ids)}"
    graph.add_node(ids[key], **_safe(values), Label=xml_safe(values["name"]))


def _edge(row: Any, quotes: dict[tuple[str, int], Quote]) -> dict[str, Any]:
    quote = quotes.get((row.article, row.sentence), Quote())
    values = {column: getattr(row, column) for column in EDGE_COLUMNS}
    places = {"sentence_start": quote.start, "sentence_end": quote.end, "quote": quote.text}
    return _safe(values | places) | {"directed": row.kind == RELATION, "weight": 1}


def _safe(values: dict[str, Any]) -> dict[str, Any]:
    return {name: xml_safe(value) if isinstance(value, str) else value for name, value in values.items()}
