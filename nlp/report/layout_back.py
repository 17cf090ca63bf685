"""The back of a report: sources, the sentences that are cited, method and limits."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from nlp.report.blocks import Block, Bullets, Cell, CitedArticle, CitedSentence, Column, Facts, Note, Row, Table
from nlp.report.layout_citing import SectionCiting
from nlp.report.safe_text import web_address
from nlp.report.values import Report, SourceItem
from nlp.wording import count

_SOURCE_COLUMNS = (
    Column("Article", 46, "strong"),
    Column("Source", 18),
    Column("Published", 20),
    Column("Sentences shown", 16, "number"),
)


def sources(report: Report, citing: SectionCiting) -> Iterator[Block]:
    """Every article with what a citation of it needs, and the fingerprint of its text."""
    if not report.sources:
        yield Note("There is no article in what is shown.")
        return
    articles = report.counts[0]
    yield Note(f"{articles.shown:,} of {count(articles.total, 'article')}.")
    rows = (
        Row(
            f"{citing.section}-{i}",
            (
                Cell(item.title, item.url, address=web_address(item.url)),
                Cell(item.source or "not stated"),
                Cell(item.published or "date unknown", item.basis if item.published else "relative dates stay open"),
                Cell(f"{item.sentences:,} of {item.total:,}"),
            ),
        )
        for i, item in enumerate(report.sources, 1)
    )
    yield Table("", _SOURCE_COLUMNS, tuple(rows))


def cited_sentences(report: Report, citing: SectionCiting) -> Iterator[Block]:
    """The numbered sentences, article by article, each with the statements that rest on it."""
    if not report.references:
        yield Note("No sentence is cited.")
        return
    yield Note(
        f"{count(len(report.references), 'sentence')}, quoted as they stand in the articles. The words behind "
        "a sentence lead back to the statements that cite it."
    )
    facts = {item.article: item for item in report.sources}
    for article, group in groupby(report.references, key=lambda reference: reference.key[0]):
        rows = list(group)
        sentences = tuple(
            CitedSentence(
                r.number, r.text, f"sentence {r.position} of {r.total}", tuple(citing.citing.uses.get(r.number, ()))
            )
            for r in rows
        )
        yield CitedArticle(_heading(rows[0].title, facts.get(article)), sentences)


def appendix(report: Report, _: SectionCiting) -> Iterator[Block]:
    """How it was made, what the marks mean, and what it cannot know."""
    yield Facts("How this report was made", report.method)
    yield Facts("What the words and marks mean", report.marks)
    yield Bullets("Known limits", report.limits)
    if report.sources:
        prints = tuple((item.title, item.sha256) for item in report.sources)
        yield Facts("Fingerprints of the articles' texts (SHA-256)", prints)


def _heading(title: str, item: SourceItem | None) -> str:
    if item is None:
        return title
    return " · ".join(part for part in (item.title, item.source, item.published) if part)
