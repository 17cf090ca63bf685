"""Views that every export is tried with: narrowed in several ways, empty, and full of what breaks file formats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nlp.export import View, view_of
from nlp.frames import printable
from nlp.model import Analysis, Article, Event, EventStatus, Mention, Party, Relation, Span
from nlp.selection import Selection
from tests.builders import analysis, clash, span_of, told_twice

MADE = date(2025, 7, 10)
SELECTIONS = {
    "everything": Selection(),
    "an article unticked": Selection(articles=("a1", "a3", "c1")),
    "a country": Selection(country="CHL"),
    "another country": Selection(country="UKR"),
    "planned events of a period": Selection(statuses=("planned", "denied"), first_day=date(2025, 7, 8)),
}


def related(article_id: str = "a3") -> Analysis:
    """The visit, in which Ana Silva does something to Chile, and something else is denied."""
    one = analysis(article_id)
    second = one.sentences[1]
    parties = Party(*span_of("Silva", nth=2), "e1"), Party(*span_of("Chile"), "e2", "CHL")
    relation = Relation(
        parties[0], Span(*span_of("travel")), parties[1], second, "travel to", status=EventStatus.PLANNED
    )
    denied = replace(one.events[1], status=EventStatus.DENIED, label="No travel", countries=("CHL", "PER"))
    return replace(one, relations=(relation,), events=(*one.events, denied))


def sample() -> list[Analysis]:
    return [analysis("a1"), told_twice("a2"), related("a3"), clash("c1")]


def view(name: str = "everything") -> View:
    return view_of(sample(), SELECTIONS[name], made=MADE)


NASTY = {
    "formula": '=HYPERLINK("http://a.example","x")',
    "full-width formula": "＝1+1",
    "tab": "\t=1+1",
    "markup": "</script><script>alert(1)</script><img src=x onerror=alert(1)>&amp;]]>",
    "control characters": "a\x00b\x07c\x1b[31m\x7f\x85d\x0be",
    "lone surrogates": "a\ud800b\udfffc",
    "not characters": "a\ufffeb\uffffc",
    "line ends": "a\r\nb\rc\u2028d\u2029e\nBEGIN:VEVENT\r\nUID:x",
    "right to left": "\u202eabc\u202c שלום عالم",
    "beyond the basic plane": "\U0001d4d0\U0001f1f5\U0001f1ea",
    "long": "x" * 40_000,
    "marks": "a;b,c\\d\"e'f:g\\n",
    "blank": " ",
    "escapes": "_x0041_ %0A &#10; \\u0000",
}


def nasty(text: str, article_id: str = "n") -> Analysis:
    """An article of this text, which is also its title, its source, its address, a name, a label and an id."""
    one = related(article_id)
    whole = f"{text} met Chile on 4 July."
    span = Span(0, len(whole))
    event = Event(
        text, date(2025, 7, 4), date(2025, 7, 4), one.events[0].precision, one.events[0].basis, EventStatus.OCCURRED,
        span, Span(0, len(text)), None, ("e1", "e2"), ("CHL",),
    )  # fmt: skip
    chile = whole.index("Chile")
    parties = Party(0, len(text), "e1"), Party(chile, chile + 5, "e2", "CHL")
    return Analysis(
        article=Article(f"{article_id}{text[:50]}", whole, text, text, f"http://a.example/{text}", date(2025, 7, 7)),
        model=one.model,
        sentences=(span,),
        mentions=(Mention(0, len(text), text, "PERSON", "e1"), Mention(chile, chile + 5, "Chile", "GPE", "e2")),
        entities=(replace(one.entities[0], name=text, aliases=(text,), role=text), one.entities[1]),
        places=(
            replace(one.places[1], start=0, end=len(text), text=text, note=text),
            replace(one.places[2], start=chile, end=chile + 5),
            replace(one.places[2], start=0, end=len(text), text=text, country=None),
        ),
        countries=one.countries,
        times=(replace(one.times[0], start=0, end=len(text), text=text),),
        events=(event,),
        relations=(Relation(parties[0], Span(chile - 4, chile - 1), parties[1], span, text),),
    )


def nasty_view(text: str) -> View:
    """The article, found by its own words."""
    return view_of([nasty(text)], Selection(search=printable(text[:20])), made=MADE)
