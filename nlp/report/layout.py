"""A report set in sections: the one place that chooses its headings, columns and order."""

from __future__ import annotations

from nlp.report.blocks import Block, Document, Note, Section
from nlp.report.layout_back import appendix, cited_sentences, sources
from nlp.report.layout_citing import Citing
from nlp.report.layout_front import at_a_glance, when, where
from nlp.report.layout_people import acts, said, who
from nlp.report.values import Report
from nlp.report.wording import shorten
from nlp.temporal.day_words import short_date

_FOOT = 90  # characters of the title at the foot of a page


def lay_out(report: Report) -> Document:
    """The document that every writer sets; a section without anything to say says so."""
    citing = Citing(report)
    sections = [
        ("glance", "At a glance", at_a_glance),
        ("where", "Countries and places", where),
        ("when", "Chronology", when),
        ("who", "People and organisations", who),
        ("said", "Who said what", said),
        ("acts", "Who acts on whom", acts),
        ("sources", "Sources", sources),
        ("cited", "Cited sentences", cited_sentences),
        ("method", "Method and limits", appendix),
    ]
    return Document(
        title=report.title,
        head=" · ".join(_head(report)),
        filters=report.filters,
        sections=tuple(_section(report, citing, *section) for section in sections),
        foot=" · ".join(filter(None, (shorten(report.title, _FOOT), _as_of(report)))),
        author=report.prepared_by,
        keywords=", ".join(dict.fromkeys(item.name for item in report.countries[:8])),
    )


def _section(report: Report, citing: Citing, anchor: str, title: str, fill: object) -> Section:
    blocks: list[Block] = list(fill(report, citing.of(anchor)))  # type: ignore[operator]
    return Section(anchor, title, tuple(blocks) or (Note("Nothing to report."),))


def _head(report: Report) -> list[str]:
    lines = [_as_of(report) or (f"Articles of {report.published}" if report.published else "No publication date")]
    if report.prepared_by:
        lines.append(f"Prepared by {report.prepared_by}")
    return [*lines, f"Dateline {report.version}"]


def _as_of(report: Report) -> str:
    return f"As of {short_date(report.as_of)}" if report.as_of else ""
