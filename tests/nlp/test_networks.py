"""What connects entities, and the network of it; nothing here needs the language model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nlp.evidence import link_evidence
from nlp.frames import Frames, build_frames
from nlp.links import MOST_TOGETHER, RELATION, TOGETHER, link_key
from nlp.model import (
    Analysis,
    Article,
    Entity,
    EventStatus,
    Mention,
    ModelInfo,
    Party,
    Relation,
    Span,
)
from nlp.networks import MOST_LINKS, MOST_NODES, link_words, network
from nlp.selection import Selection


def story(*sentences: str, labels: str = "PERSON", article: str = "a") -> Analysis:
    """Sentences in which each capitalised word is an entity, known by it; "A hits B" is also a relation."""
    text, spans, mentions, relations = "", [], [], []
    for sentence in sentences:
        start = len(text)
        text += sentence + " "
        spans.append(Span(start, start + len(sentence)))
        at = start
        for word in sentence.rstrip(".").split():
            if word[0].isupper():
                mentions.append(Mention(at, at + len(word), word, labels, word))
            at += len(word) + 1
        words = sentence.rstrip(".").split()
        if len(words) >= 3 and words[1] in ("hits", "spares"):
            verb = Span(start + len(words[0]) + 1, start + len(words[0]) + 1 + len(words[1]))
            first, last = mentions[-2], mentions[-1]
            relations.append(
                Relation(
                    Party(first.start, first.end, first.entity), verb, Party(last.start, last.end, last.entity),
                    spans[-1], words[1], words[1] == "spares", EventStatus.OCCURRED,
                )
            )  # fmt: skip
    names = list(dict.fromkeys(m.entity for m in mentions))
    entities = tuple(
        Entity(n, labels, n, (), sum(m.entity == n for m in mentions), salience=1 / (1 + i))
        for i, n in enumerate(names)
    )
    return Analysis(
        Article(article, text), ModelInfo("m", "1", "r"), tuple(spans), tuple(mentions), entities,
        relations=tuple(relations),
    )  # fmt: skip


def frames(*sentences: str) -> Frames:
    return build_frames([story(*sentences)])


def _links(tables: Frames) -> list[tuple[str, str]]:
    return list(zip(tables.links["name"], tables.links["kind"], strict=True))


def test_links_tell_who_stands_together_and_who_does_something() -> None:
    tables = frames("Ann met Bob.", "Bob hits Cid.", "Dan slept.")
    assert _links(tables) == [("Bob – Cid", RELATION), ("Ann – Bob", TOGETHER)]
    assert list(tables.links["sentence"]) == [1, 0]


def test_links_leave_out_long_lists_and_peoples() -> None:
    names = " ".join(f"Name{chr(97 + n)}" for n in range(MOST_TOGETHER + 1))
    assert _links(frames(f"{names}.")) == []
    assert _links(build_frames([story("Ann met Bob.", labels="NORP")])) == []


def test_network_ties_count_sentences_and_keep_the_direction() -> None:
    found = network(frames("Bob hits Ann.", "Ann met Bob.", "Ann spares Bob."))
    (tie,) = found.ties.to_dict("records")
    assert (tie["sentences"], tie["forward"], tie["backward"], tie["happened"]) == (3, True, True, True)
    assert tie["words"] == "Bob → Ann: hits; Ann → Bob: spares (denied)"
    assert list(found.nodes["links"]) == [1, 1]


def test_network_says_where_nothing_of_a_relation_happened() -> None:
    assert list(network(frames("Ann spares Bob.")).ties["happened"]) == [False]


def test_network_of_relations_only_leaves_out_the_rest() -> None:
    tables = frames("Ann met Bob.", "Bob hits Cid.")
    assert set(network(tables, only_relations=True).nodes["name"]) == {"Bob", "Cid"}
    assert set(network(tables).nodes["name"]) == {"Ann", "Bob", "Cid"}


def test_network_is_capped_and_says_what_it_leaves_out() -> None:
    sentences = [f"Name{n:03d} hits Name{n + 1:03d}." for n in range(MOST_NODES + 20)]
    found = network(frames(*sentences))
    assert len(found.nodes) == MOST_NODES
    assert found.other_nodes == 21
    assert len(found.ties) + found.other_ties == MOST_NODES + 20
    assert len(found.ties) <= MOST_LINKS


def test_network_of_nothing_is_empty() -> None:
    for tables in (build_frames([]), frames("Nobody slept.")):
        found = network(tables)
        assert found.nodes.empty
        assert found.ties.empty
        assert (found.other_nodes, found.other_ties) == (0, 0)


def test_link_evidence_marks_both_names_and_the_deed() -> None:
    tables = frames("Ann met Bob.", "Bob hits Ann.", "Ann hits Cid.")
    key = tables.links.loc[tables.links["name"] == "Bob – Ann", "link"].iat[0]
    found = link_evidence(tables, key)
    assert [[e.text[s:t] for s, t, _ in e.spans] for e in found] == [["Ann", "Bob"], ["Bob", "hits", "Ann"]]
    assert link_words(tables, key) == "Bob → Ann: hits"


def test_selection_keeps_the_sentences_of_a_link() -> None:
    tables = frames("Ann met Bob.", "Bob hits Cid.", "Dan slept.")
    key = tables.links.loc[tables.links["name"] == "Bob – Cid", "link"].iat[0]
    kept = Selection(link=key).apply(tables)
    assert list(kept.sentences["text"]) == ["Bob hits Cid."]
    assert list(kept.links["name"]) == ["Bob – Cid"]


@pytest.mark.parametrize("pair", [("a", "b"), ("b", "a")])
def test_link_key_is_the_same_both_ways(pair: tuple[str, str]) -> None:
    assert link_key(*pair) == "a\nb"


def test_links_of_several_articles_join_their_entities() -> None:
    one, other = story("Ann met Bob."), replace(story("Bob hits Ann.", article="b"))
    (tie,) = network(build_frames([one, other])).ties.to_dict("records")
    assert (tie["sentences"], tie["articles"]) == (2, 2)
