"""The network as GraphML: read with networkx, and held against the format's structure with an XML parser."""

from __future__ import annotations

import io
import re
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from nlp.export import View, view_of
from nlp.export.network_graphml import network_graphml
from nlp.summaries import entities_frame
from tests.nlp.export_views import NASTY, SELECTIONS, nasty_view, view

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def network(shown: View) -> Any:
    """The graph of a file whose structure is GraphML's: keys declared once, ids plain and unique, ends that exist."""
    data = network_graphml(shown)
    root = etree.fromstring(data)
    keys = {key.get("id"): key.get("for") for key in root.iter(f"{GRAPHML}key")}
    assert len(keys) == len(list(root.iter(f"{GRAPHML}key")))
    nodes = [node.get("id") for node in root.iter(f"{GRAPHML}node")]
    edges = list(root.iter(f"{GRAPHML}edge"))
    ids = [*nodes, *(edge.get("id") for edge in edges)]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[ne]\d+", one) for one in ids)
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= set(nodes)
    for item in root.iter(f"{GRAPHML}data"):
        assert keys[item.get("key")] == etree.QName(item.getparent()).localname
    return nx.read_graphml(io.BytesIO(data), force_multigraph=True)


@pytest.mark.parametrize("name", SELECTIONS)
def test_edges_are_exactly_the_links_and_nodes_the_entities_that_are_shown(name: str) -> None:
    shown = view(name)
    graph = network(shown)
    keys = {node: values["entity"] for node, values in graph.nodes(data=True)}
    links = shown.shown.links
    found = [
        (e["article"], e["sentence"], e["kind"], keys[source], keys[target], e["words"], e["negated"], e["status"])
        for source, target, e in graph.edges(data=True)
    ]
    columns = ["article", "sentence", "kind", "source", "target", "words", "negated", "status"]
    assert sorted(found) == sorted(links[columns].itertuples(index=False, name=None))
    named = set(entities_frame(shown.shown)["entity"])
    assert set(keys.values()) == named | set(links["source"]) | set(links["target"])
    texts = {key: article.text for key, article in shown.articles.items()}
    for *_, e in graph.edges(data=True):
        assert texts[e["article"]][e["sentence_start"] : e["sentence_end"]] == e["quote"] != ""


def test_a_relation_points_from_who_acts() -> None:
    graph = network(view())
    (edge,) = [e for e in graph.edges(data=True) if e[2]["kind"] == "relation"]
    assert [graph.nodes[end]["Label"] for end in edge[:2]] == ["Ana Silva", "Chile"]
    assert (edge[2]["words"], edge[2]["status"], edge[2]["directed"], edge[2]["weight"]) == (
        "travel to", "planned", True, 1,
    )  # fmt: skip


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_a_hostile_article_gives_a_valid_file(text: str) -> None:
    shown = nasty_view(text)
    graph = network(shown)
    assert graph.number_of_edges() == len(shown.shown.links)
    assert graph.number_of_nodes() == len(entities_frame(shown.shown))


def test_nothing_gives_an_empty_graph() -> None:
    assert network(view_of([])).number_of_nodes() == 0
    assert "nothing was filtered out" in network(view_of([])).graph["filter"]
