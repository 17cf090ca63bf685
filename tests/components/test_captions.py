"""What a chart says of itself when it leaves the page: unit, of how many, filter, span, sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from components.captions import (
    Shown,
    entities_caption,
    made_by,
    map_caption,
    network_caption,
    picture_name,
    picture_words,
    timeline_caption,
)
from nlp.frames import build_frames
from nlp.model import Article
from nlp.networks import network
from nlp.selection import Selection
from nlp.version import dateline_version
from tests.builders import analysis, clash

FRAMES = build_frames([analysis("a1"), analysis("a2", published=date(2025, 7, 5))])
ALL = Shown(FRAMES, FRAMES)


def test_the_map_says_unit_number_articles_and_span() -> None:
    caption = map_caption(ALL)
    assert caption.title == "Countries named most often: Peru and Chile"
    assert caption.subtitle == (
        "Mentions of countries and places: 6, 2 countries · 2 articles, published 5–7 July 2025"
    )
    assert caption.sources == "Source: An agency, 2 articles, 5–7 July 2025."
    assert "Natural Earth" in caption.boundaries
    assert "endorsement" in caption.boundaries
    assert caption.version == f"Dateline {dateline_version()}"


def test_a_filter_is_told_in_words_and_every_number_says_of_how_many() -> None:
    frames = Selection(articles=("a1",), country="CHL").apply(FRAMES)
    caption = map_caption(Shown(frames, FRAMES, ("sentences that name Chile",)))
    assert "1 of 6, 1 country · 1 of 2 articles" in caption.subtitle
    assert caption.subtitle.endswith("\nOnly sentences that name Chile")
    assert timeline_caption(Shown(frames, FRAMES)).subtitle.startswith("Dated events: 1 of 4, 9 July 2025 · ")


def test_a_role_is_named_and_what_is_on_no_map_is_counted() -> None:
    frames = build_frames([clash()])
    caption = map_caption(Shown(frames, frames, separately=True), "actor")
    assert caption.title.startswith("Countries acting most often: ")
    assert caption.subtitle.startswith("Mentions of countries and places, acting: ")
    assert caption.note == (
        "Not on the map: 2 mentions of names that count for no country. Disputed areas count separately."
    )


def test_dates_without_a_day_are_counted_and_a_missing_publication_date_is_said() -> None:
    frames = build_frames([analysis(published=None)])
    caption = timeline_caption(Shown(frames, frames))
    assert caption.note == "2 dates could not be placed on a day."
    assert "1 article, without a publication date" in caption.subtitle
    assert caption.sources == "Source: An agency, no date."


def sources_of(*articles: Article) -> str:
    found = analysis()
    frames = build_frames([replace(found, article=article) for article in articles])
    return map_caption(Shown(frames, frames)).sources


def test_sources_of_one_day_say_it_once_and_of_many_only_the_first_are_named() -> None:
    own = analysis().article
    papers = [replace(own, id=f"p{i:02}", source=f"The Daily Paper of Town {i:02}") for i in range(20)]
    told = sources_of(*papers)
    assert told.startswith("Sources, all of 7 July 2025: The Daily Paper of Town 00; The Daily Paper of Town 01; ")
    named = told.count("The Daily Paper")
    assert 3 < named < 20
    assert told.endswith(f"; {20 - named} more.")
    two = sources_of(papers[0], replace(papers[1], published=date(2025, 7, 5)))
    assert two == "Sources: The Daily Paper of Town 00, 7 July 2025; The Daily Paper of Town 01, 5 July 2025."
    assert sources_of(papers[0], replace(papers[1], published=None)).count("7 July 2025") == 1
    assert sources_of(replace(own, source="A" * 400)).startswith("Source: AAA")


def test_bars_and_network_say_how_many_are_drawn() -> None:
    assert entities_caption(ALL).subtitle.startswith("Mentions of people, organisations, places and others: all 2 · ")
    assert entities_caption(ALL, most=1).subtitle.startswith(
        "Mentions of people, organisations, places and others: the 1 most named of 2"
    )
    peru = Shown(Selection(country="PER").apply(FRAMES), FRAMES)
    assert ": all 1 · " in entities_caption(peru).subtitle
    assert entities_caption(peru).title == "Named most: Ana Silva"
    assert network_caption(ALL, network(FRAMES)).subtitle.startswith("Names: ")


def test_nothing_at_all_still_makes_a_caption() -> None:
    frames = Selection(articles=()).apply(FRAMES)
    none = Shown(frames, FRAMES)
    assert map_caption(none).title == "Countries named most often"
    assert map_caption(none).sources == ""
    assert timeline_caption(none).subtitle.startswith("Dated events: 0 of 4 · 0 of 2 articles")
    assert network_caption(none, network(frames)).title == "Who and what is connected"


def test_a_picture_in_words_holds_the_chart_and_all_that_stands_around_it() -> None:
    words = picture_words(map_caption(ALL), "World map.")
    assert words.startswith("World map. Mentions of countries and places: 6")
    assert "Natural Earth" in words


def test_day_and_version_come_from_outside() -> None:
    assert made_by(date(2025, 7, 7)) == f"Dateline {dateline_version()}, 7 July 2025"
    assert picture_name("network", None) == "dateline-network"
