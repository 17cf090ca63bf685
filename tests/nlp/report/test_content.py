"""The content of a report: exactly the rows on the page, and every statement with its sentences."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from nlp.country_pairs import pairs_frame
from nlp.disputes import DisputePolicy
from nlp.errors import ReportError
from nlp.report.blocks import Block, Table
from nlp.report.layout import lay_out
from nlp.report.values import Picture, Report, Told
from nlp.selection import Selection
from nlp.summaries import cities_frame, countries_frame, entities_frame
from nlp.unmapped_names import unmapped_frame
from tests.builders import clash
from tests.nlp.report.reports import SELECTIONS, articles, hostile_article, report, tables


def all_told(made: Report) -> list[Told]:
    values = [getattr(made, field.name) for field in fields(made)]
    return [item.told for value in values if isinstance(value, tuple) for item in value if hasattr(item, "told")]


@pytest.mark.parametrize("name", SELECTIONS)
def test_report_holds_exactly_the_rows_of_the_frames(name: str) -> None:
    everything = tables(articles())
    shown, made = SELECTIONS[name].apply(everything), report(SELECTIONS[name])
    assert [i.event for i in made.events] == list(shown.events["event"])
    assert [i.country for i in made.countries] == list(countries_frame(shown)["country"])
    assert [i.mentions for i in made.countries] == list(countries_frame(shown)["mentions"])
    assert [i.key for i in made.towns] == list(cities_frame(shown)["point"])
    assert [i.key for i in made.country_acts] == list(pairs_frame(shown)["pair"])
    assert [i.key for i in made.quotes] == list(shown.quotes["quote"])
    drawn = set(shown.places["country"]) - {""}
    assert [i.key for i in made.unmapped] == list(unmapped_frame(shown, drawn)["key"])
    entities = entities_frame(shown)
    assert [i.key for i in made.people] == list(entities[entities["group"] == "People"]["entity"])
    assert [s.article for s in made.sources] == list(shown.articles["article"])
    assert [c.shown for c in made.counts[:4]] == [
        len(shown.articles), len(shown.sentences), len(made.countries), len(shown.events),
    ]  # fmt: skip
    assert [c.total for c in made.counts[:2]] == [len(everything.articles), len(everything.sentences)]


@pytest.mark.parametrize("name", SELECTIONS)
def test_every_citation_leads_to_one_sentence_and_every_listed_sentence_is_cited(name: str) -> None:
    made = report(SELECTIONS[name])
    listed = [reference.key for reference in made.references]
    cited = {key for told in all_told(made) for key in told.keys}
    assert len(listed) == len(set(listed))
    assert set(listed) == cited
    assert [reference.number for reference in made.references] == list(range(1, len(listed) + 1))


@pytest.mark.parametrize("name", SELECTIONS)
def test_every_statement_rests_on_a_sentence(name: str) -> None:
    assert all(told.keys for told in all_told(report(SELECTIONS[name])))


def test_cited_sentences_are_those_of_the_articles_in_text_order() -> None:
    analyses = articles()
    by_id = {analysis.article.id: analysis for analysis in analyses}
    order = list(by_id)
    made = report()
    places = [(order.index(r.key[0]), r.key[1]) for r in made.references]
    assert places == sorted(places)
    for reference in made.references:
        sentence = by_id[reference.key[0]].sentences[reference.key[1]]
        assert reference.text == by_id[reference.key[0]].article.text[sentence.start : sentence.end]
        assert (reference.position, reference.total) == (reference.key[1] + 1, len(by_id[reference.key[0]].sentences))


def test_event_cites_every_sentence_that_tells_it_also_one_that_the_filter_hides() -> None:
    made = report(Selection(search="travel to Chile", articles=("a1",)))
    assert made.counts[1].shown == 1
    assert [event.told.keys for event in made.events] == [(("a1", 0), ("a1", 1))]


def test_country_with_many_sentences_cites_the_first_and_counts_the_rest() -> None:
    (ukraine,) = [c for c in report(most_cited=2).countries if c.country == "UKR"]
    assert ukraine.told == Told((("c1", 0), ("c1", 1)), 2)
    assert (ukraine.mentions, ukraine.sentences) == (6, 4)


def test_country_named_in_many_ways_lists_the_first_and_counts_the_rest() -> None:
    found = clash("c1")
    ukraine = next(place for place in found.places if place.country == "UKR")
    many = replace(found, places=tuple(replace(ukraine, text=f"Town{i:02}") for i in range(12)))
    (country,) = report(analyses=[many]).countries
    assert country.words == ", ".join(f"Town{i:02} 1" for i in range(10)) + " and 2 more"


def test_statements_carry_speaker_words_and_every_sentence_that_they_stand_in() -> None:
    broken, denied, unnamed, nobody = report(Selection(articles=("s1",))).quotes
    assert (broken.speaker, broken.aside, broken.cue) == ("Ana Silva", "minister", "said")
    assert broken.told.keys == (("s1", 0), ("s1", 1))
    assert (denied.words, denied.aside, denied.cue) == ("taking bribes", "minister · “She”", "denied")
    assert (unnamed.speaker, unnamed.words) == ("Officials", "it was late")
    assert (nobody.speaker, nobody.words, nobody.cue) == ("not attributed", "“Nobody will ever know.”", "")


def test_mentions_of_places_add_up() -> None:
    made = report()
    off = sum(item.mentions for item in made.unmapped)
    assert made.country_mentions == sum(country.mentions for country in made.countries) + off
    assert {item.name for item in made.unmapped} == {"European Union", "Springfield"}


def test_country_without_an_outline_is_listed_as_named_but_not_on_the_map() -> None:
    made = report(drawn={"RUS", "UKR", "PER"})
    assert "country:CHL" in {item.key for item in made.unmapped}
    assert "CHL" in {country.country for country in made.countries}


def test_report_says_day_filter_settings_and_model() -> None:
    made = report(
        Selection(country="UKR"), filters=("sentences that name Ukraine",), disputes=DisputePolicy.SEPARATE,
        settings=("names merged by hand",),
    )  # fmt: skip
    assert (made.as_of, made.filters) == (date(2025, 7, 8), ("sentences that name Ukraine",))
    facts = dict(made.method)
    assert (facts["Language model"], facts["Rules and tables"]) == ("en_test 1.0", "rules")
    assert (facts["Disputed areas"], facts["Setting"]) == ("Count separately", "names merged by hand")


def test_report_says_what_was_corrected_by_hand_and_that_it_was() -> None:
    words = ("“Annan” is Kofi Annan, a person", "“Georgia” counts for: United States")
    made = report(Selection(), corrections=words)
    assert [words for name, words in made.method if name == "Corrected by hand"] == list(words)
    assert "and corrected by hand" in dict(made.method)["Review"]
    assert "by hand" not in dict(report().method)["Review"]


def test_source_carries_what_a_citation_needs() -> None:
    source = report().sources[2]
    assert (source.title, source.source, source.published) == ("A second visit", "An agency", "7 July 2025")
    assert (source.basis, source.sentences, source.total) == ("as given", 2, 2)
    assert source.sha256 == articles()[2].article.sha256


def test_article_without_a_publication_date_is_told_of() -> None:
    (one,) = [replace(a, article=replace(a.article, published=None)) for a in articles()[2:3]]
    made = report(analyses=[one])
    assert made.published == ""
    assert "1 article has no publication date: dates that count from it stay open." in made.limits


def test_report_without_charts_says_so_and_one_with_charts_does_not() -> None:
    with_chart = report(pictures={"map": (b"\x89PNG", "A map.")})
    assert any("without charts" in limit for limit in report().limits)
    assert not any("without charts" in limit for limit in with_chart.limits)


def test_picture_that_is_neither_png_nor_svg_is_refused() -> None:
    with pytest.raises(ReportError, match="The chart “map” is neither"):
        _ = Picture("map", b"GIF89a", "A map.").kind


def test_empty_report_is_complete() -> None:
    made = report(analyses=[])
    document = lay_out(made)
    assert [count.total for count in made.counts] == [0] * 6
    assert all(section.blocks for section in document.sections)


@pytest.mark.parametrize("name", SELECTIONS)
def test_every_number_in_the_document_leads_there_and_back(name: str) -> None:
    document = lay_out(report(SELECTIONS[name]))
    blocks: list[Block] = [block for section in document.sections for block in section.blocks]
    rows = {row.anchor: row for block in blocks if block.kind in {"table", "run_in", "sayings"} for row in block.rows}  # type: ignore[union-attr]
    back = {row.number: {a for a, _ in row.uses} for block in blocks if block.kind == "cited" for row in block.rows}  # type: ignore[union-attr]
    there = {a: {n for cell in row.cells for n in cell.cited.numbers} for a, row in rows.items()}
    assert all(back.values())
    assert {(a, n) for a, numbers in there.items() for n in numbers} == {
        (a, n) for n, uses in back.items() for a in uses
    }
    assert all(len(row.cells) == len(t.columns) for t in blocks if isinstance(t, Table) for row in t.rows)


def test_hostile_text_reaches_the_report_readable_and_on_one_line() -> None:
    made = report(analyses=[hostile_article()])
    texts = [made.events[0].label, made.references[0].text, made.sources[0].title, made.quotes[0].words]
    for text in texts:
        assert "<script>" in text
        assert text.isprintable()
        assert text.encode("utf-8")
        assert not set(text) & set("\x00\x07\x1b\u202e\ufffe")


def test_long_text_stays_whole() -> None:
    words = "word " * 20_000
    made = report(analyses=[hostile_article(words)])
    assert made.references[0].text == words.strip()
