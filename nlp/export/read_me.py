"""The first sheet of a workbook: what it holds, how it was narrowed, who made it, where it comes from."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from nlp.export.column_words import COLUMN_WORDS
from nlp.export.tables import TABLES
from nlp.export.view import View
from nlp.export.wording import LIMITS, filter_words, made_words
from nlp.temporal.day_words import short_date

Row = tuple[str, ...]
_CONVENTIONS = (
    "A cell that a spreadsheet would run as a formula has an apostrophe in front.",
    "A text that is longer than a cell can hold ends with …",
    "Days before 1900, which a spreadsheet does not know, are texts.",
    "Characters that a workbook cannot hold are shown as \ufffd.",
)


def read_me_rows(view: View, sheets: Mapping[str, pd.DataFrame]) -> list[Row]:
    """The lines of the sheet; one with a single cell that is followed by a table is its heading."""
    rows: list[Row] = [("Who, where and when in the articles shown",), (made_words(view),)]
    rows += [(f"Language model and rules: {words}",) for words in _models(view)]
    rows += [(), ("What is shown",), (filter_words(view),)]
    rows += [(), ("Corrected by hand",), *((words,) for words in view.corrections or ("Nothing",))]
    rows += [(), ("Sheet", "Rows", "Of all", "What a row is")]
    rows += [
        (table.name, str(len(sheets[table.name])), str(len(table.rows(view.everything))), table.row) for table in TABLES
    ]
    rows += [(), ("Article", "Title", "Source", "Published", "Address", "SHA-256 of the text")]
    rows += [_article(view, row.article, row.title) for row in view.shown.articles.itertuples(index=False)]
    rows += [(), ("What to bear in mind",), *((line,) for line in (*LIMITS, *_CONVENTIONS))]
    rows += [(), ("Sheet", "Column", "What it holds")]
    for name, frame in sheets.items():
        rows += [(name, column, COLUMN_WORDS[column]) for column in frame.columns]
    return rows


def _models(view: View) -> list[str]:
    found = dict.fromkeys(analysis.model for analysis in view.analyses)
    return [f"{model.name} {model.version}, rules {model.rules}" for model in found]


def _article(view: View, key: str, title: str) -> Row:
    article = view.articles[key]
    published = f"{short_date(article.published)} ({article.published_basis})" if article.published else "unknown"
    return key, title, article.source or "", published, article.url or "", article.sha256
