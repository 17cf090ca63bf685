"""The front of a report: numbers, countries and places, chronology."""

from __future__ import annotations

from collections.abc import Iterator

from nlp.report.blocks import Block, Cell, Column, Facts, Note, Plate, RunIn, Table, Tiles
from nlp.report.layout_citing import SectionCiting
from nlp.report.values import Report
from nlp.report.wording import sentence_case
from nlp.wording import count

CITED = Column("Sentences cited", 18, "cited")
_PLACED = {"map": "where", "timeline": "when", "names": "who", "network": "acts"}
_TITLES = {
    "map": "Countries by mentions",
    "timeline": "Dated events",
    "names": "Names by mentions",
    "network": "Who is connected with whom",
}


def plates(report: Report, section: str) -> Iterator[Plate]:
    """The charts of a section; those of no other section stand at the front."""
    for picture in report.pictures:
        if _PLACED.get(picture.name, "glance") == section:
            yield Plate(_TITLES.get(picture.name, picture.name), picture)


def at_a_glance(report: Report, citing: SectionCiting) -> Iterator[Block]:
    """Numbers with of how many, and what they are about."""
    yield Tiles(tuple((f"{c.shown:,}", f"of {c.total:,}", c.one if c.total == 1 else c.many) for c in report.counts))
    countries, people, organisations = report.mostly
    facts = [
        ("Shown", "; ".join(report.filters) or "everything in the articles"),
        ("Articles published", report.published or "no publication date known"),
        ("Dates told of", report.information or "no dated event"),
        ("Mostly about", countries or "no country is named"),
        ("Foremost people", people or "nobody is named"),
        ("Foremost organisations", organisations or "none is named"),
    ]
    yield Facts("", tuple(facts))
    yield from plates(report, citing.section)


def where(report: Report, citing: SectionCiting) -> Iterator[Block]:
    """Countries with what they do; towns, regions and sites; what no map shows."""
    yield from plates(report, citing.section)
    if not report.country_mentions:
        yield Note("No country or place is named in what is shown.")
        return
    counted, off = report.country_mentions, sum(item.mentions for item in report.unmapped)
    rest = f"{counted - off:,} on the map, {off:,} named, but not on the map" if off else "all of them on the map"
    yield Note(f"{count(counted, 'mention')} of places, their peoples and institutions: {rest}.")
    sentences = report.counts[1].shown
    columns = (
        Column("Country", 16, "strong"),
        Column("Role", 20),
        Column(f"Mentions (of\u00a0{counted:,})", 12, "number"),
        Column(f"Sentences (of\u00a0{sentences:,})", 14, "number"),
        Column("Named as", 20),
        CITED,
    )
    rows = (
        citing.row(
            item.told,
            Cell(item.name),
            Cell(sentence_case(item.role), item.roles if "·" in item.roles else ""),
            Cell(f"{item.mentions:,}"),
            Cell(f"{item.sentences:,}"),
            Cell(item.words, item.note),
            Cell(),
        )
        for item in report.countries
    )
    if report.countries:
        yield Table("", columns, tuple(rows))
    towns = (
        citing.row(i.told, Cell(i.name, ", ".join(x for x in (i.detail, count(i.mentions, "mention")) if x)))
        for i in report.towns
    )
    if report.towns:
        yield RunIn("Towns, regions and sites", tuple(towns))
    unmapped = (
        citing.row(i.told, Cell(i.name, f"{i.detail}, {count(i.mentions, 'mention')}")) for i in report.unmapped
    )
    if report.unmapped:
        yield RunIn("Named, but not on the map", tuple(unmapped))


def when(report: Report, citing: SectionCiting) -> Iterator[Block]:
    """What happened or is to happen, in calendar order, with how each date was read."""
    yield from plates(report, citing.section)
    if not report.events:
        yield Note("Nothing in what is shown is dated.")
        return
    events = report.counts[3]
    yield Note(
        f"{events.shown:,} of {count(events.total, events.one, events.many)}, in calendar order. Under each stands how "
        "its date was read; * and “about” mark what was inferred or is left open by the text."
    )
    columns = (Column("When", 20, "strong"), Column("What", 47), Column("Status", 15, "status"), CITED)
    rows = (
        citing.row(item.told, Cell(item.when), Cell(sentence_case(item.label), item.why), Cell(item.status), Cell())
        for item in report.events
    )
    yield Table("", columns, tuple(rows))
