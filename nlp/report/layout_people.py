"""The middle of a report: who is named, who said what, who acts on whom."""

from __future__ import annotations

from collections.abc import Iterator

from nlp.report.blocks import Block, Cell, Column, Note, RunIn, Sayings, Table
from nlp.report.layout_citing import SectionCiting
from nlp.report.layout_front import CITED, plates
from nlp.report.values import ActItem, NameItem, QuoteItem, Report
from nlp.report.wording import sentence_case
from nlp.wording import count


def who(report: Report, citing: SectionCiting) -> Iterator[Block]:
    """People and organisations in tables; those that are named once without a role, and other names, in a line each."""
    yield from plates(report, citing.section)
    groups = (
        ("People", report.people, report.counts[4].total),
        ("Organisations", report.organisations, report.counts[5].total),
    )
    for title, items, total in groups:
        if not items:
            yield Note(f"{title}: none is named in what is shown.")
            continue
        heading = f"{title}: {len(items):,} of {total:,}"
        told = [item for item in items if item.mentions > 1 or item.detail]
        once = tuple(citing.row(item.told, Cell(item.name)) for item in items if item not in told)
        if told:
            yield _names(heading, told, sum(item.mentions for item in items), citing)
        if once:
            yield RunIn(f"{title} named once, without a role" if told else f"{heading}, each named once", once)
    others = tuple(citing.row(item.told, Cell(item.name, count(item.mentions, "mention"))) for item in report.others)
    if others:
        yield RunIn("Other names: events, laws, products and the like", others)


def said(report: Report, citing: SectionCiting) -> Iterator[Block]:
    """Statements with their speakers, article by article."""
    if not report.quotes:
        yield Note("No statement was found in what is shown.")
        return
    said = count(len(report.quotes), "statement")
    yield Note(f"{said}. Quotation marks stand around a speaker's own words only; the rest is as the article puts it.")
    rows = (
        citing.row(item.told, Cell(item.words), Cell(sentence_case(item.speaker), _manner(item)), name=_called(item))
        for item in report.quotes
    )
    yield Sayings(tuple(rows))


def acts(report: Report, citing: SectionCiting) -> Iterator[Block]:
    """Countries, then names, that do something to others."""
    yield from plates(report, citing.section)
    if not report.country_acts and not report.name_acts:
        yield Note("Nobody in what is shown is said to do something to somebody else.")
        return
    yield Note("Words in brackets say what was denied, or has not happened.")
    for title, items in (("Countries", report.country_acts), ("People, organisations and others", report.name_acts)):
        if items:
            yield _acts(title, items, report.counts[1].shown, citing)


def _names(title: str, items: list[NameItem], mentions: int, citing: SectionCiting) -> Table:
    columns = (
        Column("Name", 34, "strong"),
        Column("Role, as stated", 36),
        Column(f"Mentions (of\u00a0{mentions:,})", 12, "number"),
        CITED,
    )
    rows = (
        citing.row(
            item.told,
            Cell(item.name, f"also: {item.also}" if item.also else ""),
            Cell(sentence_case(item.detail) or "—"),
            Cell(f"{item.mentions:,}"),
            Cell(),
        )
        for item in items
    )
    return Table(title, columns, tuple(rows))


def _acts(title: str, items: tuple[ActItem, ...], sentences: int, citing: SectionCiting) -> Table:
    columns = (
        Column("Who → whom", 34, "strong"),
        Column("What is done", 34),
        Column(f"Sentences (of\u00a0{sentences:,})", 14, "number"),
        CITED,
    )
    rows = (
        citing.row(item.told, Cell(item.name), Cell(item.words), Cell(f"{item.sentences:,}"), Cell()) for item in items
    )
    return Table(title, columns, tuple(rows))


def _called(item: QuoteItem) -> str:
    return f"{item.speaker} {item.cue}".strip()


def _manner(item: QuoteItem) -> str:
    """Who the speaker is, the word that says that something was said, and whether the text denies it."""
    cue = f"in the text: “{item.cue}”" if item.cue else ""
    denied = "the text says that it was not said" if item.negated else ""
    return "; ".join(part for part in (item.aside, cue, denied) if part)
