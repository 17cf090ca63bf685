"""Reports of small articles made by hand, for the tests of every format."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from datetime import date

from nlp.frames import Frames, build_frames
from nlp.model import Analysis, Quote, Span
from nlp.report.content import ReportOptions, build_report
from nlp.report.values import Report
from nlp.selection import Selection
from nlp.temporal.explanations import explain_time
from tests.builders import analysis, clash, speech, told_twice

SELECTIONS = {
    "everything": Selection(),
    "country": Selection(country="UKR"),
    "search": Selection(search="travel to Chile"),
    "status": Selection(statuses=("planned",)),
    "article": Selection(articles=("b1",), first_day=date(2025, 7, 5)),
    "speech": Selection(search="Ana Silva said"),
    "nothing": Selection(search="no such words"),
}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'


def articles() -> list[Analysis]:
    """A happening told twice, a clash with relations and disputed names, a visit, and a speech with statements."""
    return [told_twice("a1"), clash("c1"), analysis("b1", title="A second visit"), speech("s1")]


def tables(analyses: list[Analysis]) -> Frames:
    return build_frames(analyses, explain_time)


def report(selection: Selection | None = None, analyses: list[Analysis] | None = None, **options: object) -> Report:
    analyses = articles() if analyses is None else analyses
    everything = tables(analyses)
    shown = (selection or Selection()).apply(everything)
    return build_report(shown, everything, analyses, ReportOptions(**{"as_of": date(2025, 7, 8), **options}))  # type: ignore[arg-type]


def png(width: int = 8, height: int = 4) -> bytes:
    """A black picture, written by hand so that no library is needed."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress((b"\x00" + b"\x00" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PICTURES = {"map": (png(), "Two countries & a <town>."), "Another chart": (SVG, "Bars.")}
# What article text must never do to a document: close it, command it, or break it.
HOSTILE = (
    '<script>alert(1)</script> & </w:t> ]]> #import "@preview/x:1.0.0" $x$ *b* _i_ {{ 7*7 }} {% raw %} '
    "\x00\x07\x1b \ud800 \u202eevil\u202c \ufffe @label <s1> \\u{41} `raw` // gone /* gone */ [1] ~ = Heading"
)


def hostile_article(text: str = HOSTILE) -> Analysis:
    """An article whose words, names, source and address are all hostile."""
    one = analysis("h<1>")
    sentence = Span(0, len(text))
    events = tuple(replace(event, label=text, sentence=sentence, time=Span(0, 4), trigger=None) for event in one.events)
    entities = tuple(replace(entity, name=text, role=text, aliases=(text,)) for entity in one.entities)
    mentions = tuple(replace(mention, start=0, end=4, text=text) for mention in one.mentions)
    places = tuple(replace(place, start=0, end=4, text=text) for place in one.places)
    article = replace(one.article, text=text, title=text, source=text, url=f"javascript:{text}")
    quotes = (Quote(0, len(text), None, Span(0, 4), None, True),)
    return replace(
        one, article=article, sentences=(sentence,), events=events, entities=entities, mentions=mentions,
        places=places, times=(), quotes=quotes,
    )  # fmt: skip
