"""Whole analyses as JSON, and the texts with their spans as spaCy reads them."""

from __future__ import annotations

import json
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from nlp.export import View, view_of
from nlp.export.analyses_json import analyses_json, analyses_jsonl
from nlp.export.docbin import GROUPS, spacy_docbin
from nlp.frames import printable
from nlp.serial import analysis_from_json
from tests.nlp.export_views import NASTY, SELECTIONS, nasty, nasty_view, view

narrowed = pytest.mark.parametrize("name", SELECTIONS)
hostile = pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)


@narrowed
def test_json_holds_the_whole_analyses_of_the_articles_that_are_shown(name: str) -> None:
    shown = view(name)
    read = tuple(analysis_from_json(item) for item in json.loads(analyses_json(shown)))
    assert read == shown.analyses
    assert [analysis.article.id for analysis in read] == list(shown.shown.articles["article"])
    lines = analyses_jsonl(shown).decode("utf-8").splitlines()
    assert tuple(analysis_from_json(json.loads(line)) for line in lines) == read


@hostile
def test_json_of_a_hostile_article_comes_back_to_the_letter(text: str) -> None:
    shown = view_of([nasty(text)])
    for data in (analyses_json(shown), b"[" + analyses_jsonl(shown) + b"]"):
        assert analysis_from_json(json.loads(data.decode("utf-8"))[0]) == nasty(text)


def test_json_of_nothing_is_an_empty_array_or_no_line() -> None:
    assert (analyses_json(view_of([])), analyses_jsonl(view_of([]))) == (b"[]\n", b"")


def docs(shown: View) -> list[Doc]:
    found = list(DocBin().from_bytes(spacy_docbin(shown)).get_docs(spacy.blank("en").vocab))
    assert [doc.user_data["article"] for doc in found] == list(shown.articles)
    assert [doc.text for doc in found] == [printable(article.text) for article in shown.articles.values()]
    return found


def rows(shown: View, name: str, article: str) -> list[tuple[Any, ...]]:
    label, value = GROUPS[name]
    table = getattr(shown.shown, name)
    found = table[table["article"] == article][["start", "end", label, value]]
    return sorted(found.itertuples(index=False, name=None))


@narrowed
def test_spacy_reads_exactly_the_spans_that_are_shown(name: str) -> None:
    shown = view(name)
    for doc in docs(shown):
        article = doc.user_data["article"]
        for group in GROUPS:
            spans = sorted((s.start_char, s.end_char, s.label_, s.kb_id_) for s in doc.spans[group])
            assert spans == rows(shown, group, article)
        entities = [(e.start_char, e.end_char, e.label_) for e in doc.ents]
        assert entities == [row[:3] for row in rows(shown, "mentions", article)]


@hostile
def test_spacy_reads_the_spans_of_a_hostile_article(text: str) -> None:
    shown = nasty_view(text)
    (doc,) = docs(shown)
    for group in GROUPS:
        spans = sorted((s.start_char, s.end_char, s.label_, s.kb_id_) for s in doc.spans[group])
        assert spans == rows(shown, group, doc.user_data["article"])


def test_spacy_gets_a_text_without_blanks_in_time() -> None:
    one = nasty("(.[“!?—" * 20_000)
    (doc,) = docs(view_of([one]))
    assert len(doc.spans["mentions"]) == 2


def test_spacy_reads_nothing_where_nothing_is() -> None:
    assert docs(view_of([])) == []
