"""Texts with what was found in them, as spaCy reads them: training data, or a start for annotators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import pandas as pd

from nlp.export.view import View
from nlp.frames import printable

# Of each group of spans, named after its table: the column that is its label, and that of what a span stands for.
GROUPS = {
    "mentions": ("label", "entity"),
    "places": ("kind", "country"),
    "times": ("type", "value"),
    "events": ("status", "event"),
}

_LONGEST = 200
_UNBROKEN = re.compile(rf"\S{{{_LONGEST},}}")  # spaCy's tokenizer takes time that grows with the square of these


def spacy_docbin(view: View) -> bytes:
    """A `spacy.tokens.DocBin` with one `Doc` per article that is shown; its text is the article's, to the letter.

    `doc.ents` are the mentions that are shown with their labels (the longer one where two overlap), `doc.spans` holds
    groups of all of them: mentions, places with their kinds and countries, times with their types and values, and the
    sentences of events with their status. Tokens are those of spaCy's blank English, cut further where a span begins
    or ends within one. `doc.user_data` holds the article's id. Lone surrogates are U+FFFD.
    """
    import spacy  # nothing else in an export needs it, and it takes a second
    from spacy.tokens import Doc, DocBin
    from spacy.util import filter_spans

    english = spacy.blank("en")
    english.max_length = max((len(a.article.text) for a in view.analyses), default=0) + 1
    bin_ = DocBin(attrs=["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID"], store_user_data=True)
    tables = {name: _by_article(getattr(view.shown, name)) for name in GROUPS}
    for key, article in view.articles.items():
        rows = {name: table.get(key, []) for name, table in tables.items()}
        edges = {edge for found in rows.values() for row in found for edge in (row.start, row.end)}
        words, spaces = _pieces(_tokens(english, printable(article.text)), edges)
        doc = Doc(english.vocab, words=words, spaces=spaces, user_data={"article": key})
        for name, (label, value) in GROUPS.items():
            spans = [
                doc.char_span(row.start, row.end, label=getattr(row, label), kb_id=getattr(row, value))
                for row in rows[name]
            ]
            doc.spans[name] = [span for span in spans if span is not None]
        doc.ents = filter_spans(doc.spans["mentions"])
        bin_.add(doc)
    content: bytes = bin_.to_bytes()
    return content


def _by_article(table: pd.DataFrame) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = {}
    for row in table.itertuples(index=False):
        groups.setdefault(row.article, []).append(row)
    return groups


def _tokens(english: Any, text: str) -> Iterator[tuple[int, str, str]]:
    """Where each token stands, the token, and the blank behind it; what is no word is cut without the tokenizer."""
    start = 0
    for unbroken in _UNBROKEN.finditer(text):
        for token in english.make_doc(text[start : unbroken.start()]):
            yield start + token.idx, token.text, token.whitespace_
        for at in range(unbroken.start(), unbroken.end(), _LONGEST):
            yield at, text[at : min(at + _LONGEST, unbroken.end())], ""
        start = unbroken.end()
    for token in english.make_doc(text[start:]):
        yield start + token.idx, token.text, token.whitespace_


def _pieces(tokens: Iterable[tuple[int, str, str]], edges: set[int]) -> tuple[list[str], list[bool]]:
    """The words of the tokens, cut at every edge inside one, and whether a blank follows each."""
    words, spaces = [], []
    for start, text, space in tokens:
        cuts = [0, *sorted(edge - start for edge in edges if start < edge < start + len(text)), len(text)]
        for left, right in pairwise(cuts):
            words.append(text[left:right])
            spaces.append(bool(space) and right == len(text))
    return words, spaces
