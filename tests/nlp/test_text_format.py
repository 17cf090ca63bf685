"""An analysis for reading in a terminal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nlp.model import Article, Entity, Evidence, Quote, Span
from nlp.text_format import WIDTH, format_analysis
from tests.builders import TEXT, analysis, clash, span_of


def test_format_analysis_says_who_where_and_when_with_the_sentences() -> None:
    assert format_analysis(analysis()).splitlines() == [
        "A visit",
        "a1 · An agency · published 7 July 2025 (as given)",
        "",
        "WHO",
        "  People",
        "    Ana Silva, envoy (also: Silva) · 2 mentions",
        "",
        "WHERE",
        "  Peru · 1 sentence, 2 mentions: Peru, Lima",
        "  Chile · 1 sentence, 1 mention: Chile",
        "",
        "WHEN",
        "  4 July 2025 · Ana Silva met envoys",
        "      “Ana Silva met Peru's envoys in Lima on 4 July.”",
        "  9 July 2025 · Silva will travel to Chile [planned]",
        "      “Silva will travel to Chile on 9 July.”",
    ]


def test_format_analysis_says_what_waits_for_a_publication_date() -> None:
    text = format_analysis(analysis(published=None))
    assert "publication date unknown" in text
    assert "  Not placed for want of a publication date (--published): 4 July, 9 July" in text


def test_format_analysis_of_nothing_says_so() -> None:
    nothing = replace(analysis(), article=Article("a1", ""), entities=(), places=(), countries=(), times=(), events=())
    text = format_analysis(nothing)
    for sentence in ("Nobody and nothing is named.", "No country is named.", "Nothing is dated."):
        assert sentence in text


def test_format_analysis_keeps_to_the_width() -> None:
    names = tuple(Entity(f"e{n}", "ORG", "Ministry " * 30, ("Bureau " * 20,), 3) for n in range(3))
    wide = replace(analysis(title="Title " * 60), entities=names)
    assert max(map(len, format_analysis(wide).splitlines())) <= WIDTH


def test_format_analysis_shows_intervals_and_open_ends() -> None:
    event = analysis().events[0]
    ends = [(date(2025, 7, 1), date(2025, 7, 4)), (date(2025, 7, 1), None), (None, date(2025, 7, 4)), (None, None)]
    text = format_analysis(
        replace(analysis(), events=tuple(replace(event, first_day=first, last_day=last) for first, last in ends))
    )
    for shown in ("1 July 2025 – 4 July 2025 ·", "from 1 July 2025 ·", "until 4 July 2025 ·", "undated ·"):
        assert shown in text


def test_format_analysis_says_who_is_quoted() -> None:
    quote = Quote(*span_of("Silva will travel to Chile"), "e1", Span(*span_of("Ana Silva")), None, True)
    assert "SAID\n  Ana Silva: “Silva will travel to Chile”" in format_analysis(replace(analysis(), quotes=(quote,)))


def test_format_analysis_tells_quoted_reported_and_unattributed_words_apart() -> None:
    source, cue = Span(*span_of("Ana Silva")), Span(*span_of("met"))
    said = (
        Quote(*span_of("Lima on"), None, source, cue, True, partly=True),
        Quote(*span_of("Silva will"), "e1", source, cue, False, rest=(Span(*span_of("to Chile")),)),
        Quote(*span_of("on 9 July"), None, None, None, True),
    )
    lines = format_analysis(replace(analysis(), quotes=said)).splitlines()
    assert lines[-4:] == [
        "SAID",
        "  Ana Silva · met: Lima on",
        "  Ana Silva · met: Silva will … to Chile",
        "  not attributed: “on 9 July”",
    ]


def test_format_analysis_shows_nothing_that_a_terminal_would_obey() -> None:
    article = Article("a\x1b[2J", TEXT, "A \x1b[31mred\x07 title\u202e")
    text = format_analysis(replace(analysis(), article=article))
    assert "\x1b" not in text
    assert all(line.isprintable() for line in text.splitlines())


def test_format_analysis_says_which_edge_is_an_estimate() -> None:
    event = replace(analysis().events[0], last_day=date(2025, 7, 14), last_vague=True)
    text = format_analysis(replace(analysis(), events=(event,)))
    assert "  4 July 2025 – about 14 July 2025 ·" in text


def test_format_analysis_quotes_every_sentence_that_tells_an_event() -> None:
    told = analysis()
    event = replace(told.events[0], also=(Evidence(told.events[1].sentence, told.events[1].time),))
    lines = format_analysis(replace(told, events=(event,))).splitlines()
    assert lines[-2:] == [
        "      “Ana Silva met Peru's envoys in Lima on 4 July.”",
        "      “Silva will travel to Chile on 9 July.”",
    ]


def test_format_analysis_says_what_a_country_does_and_what_counts_by_convention() -> None:
    where = format_analysis(clash()).split("WHERE\n")[1].split("\n\n")[0]
    assert where.splitlines() == [
        "  Russia · acting · 5 sentences, 5 mentions: Russia, Moscow, Soviet",
        "      “Soviet” (a name of the past): dissolved in 1991",
        "  Ukraine · acted on · 4 sentences, 6 mentions: Ukraine, Kharkiv, Kyiv, Crimea",
        "      “Crimea” (disputed): annexed by Russia in 2014; counts for Ukraine, as the United Nations have",
        "      it",
    ]
