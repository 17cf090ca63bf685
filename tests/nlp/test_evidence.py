from __future__ import annotations

from dataclasses import replace

from nlp.evidence import (
    country_evidence,
    entity_evidence,
    event_evidence,
    name_evidence,
    pair_evidence,
    place_evidence,
    quote_evidence,
)
from nlp.frames import build_frames
from nlp.model import Span
from nlp.selection import Selection
from tests.builders import analysis, clash, span_of, speech, told_twice

FRAMES = build_frames([analysis("a1"), analysis("a2")])


def words(evidence):  # type: ignore[no-untyped-def]
    return [[e.text[start:end] for start, end, _ in e.spans] for e in evidence]


def test_country_evidence_shows_each_sentence_with_the_words_that_counted() -> None:
    evidence = country_evidence(FRAMES, "PER")
    assert [(e.article, e.sentence) for e in evidence] == [("a1", 0), ("a2", 0)]
    assert words(evidence) == [["Peru", "Lima"]] * 2
    assert evidence[0].spans[1][2] == "town: capital"


def test_entity_evidence_follows_every_form_of_the_name() -> None:
    assert words(entity_evidence(FRAMES, "People:ana silva")) == [["Ana Silva"], ["Silva"]] * 2


def test_event_evidence_sets_off_the_date_and_the_trigger() -> None:
    assert words(event_evidence(FRAMES, "a1#1")) == [["travel", "9 July"]]


def test_event_evidence_shows_the_heading_that_dates_a_list_entry() -> None:
    one = analysis("a1")
    heading = replace(one.events[1], time=one.events[0].time)  # dated by words in the sentence before
    evidence = event_evidence(build_frames([replace(one, events=(heading,))]), "a1#0")
    assert words(evidence) == [["4 July"], ["travel"]]


def test_event_evidence_shows_every_sentence_that_tells_it_with_its_own_date_and_trigger() -> None:
    frames = build_frames([told_twice("a1")], explain=lambda time: f"read as {time.value}")
    evidence = event_evidence(frames, "a1#0")
    assert [e.sentence for e in evidence] == [0, 1]
    assert words(evidence) == [["met", "4 July"], ["travel", "9 July"]]
    assert [e.spans[1][2] for e in evidence] == ["read as 2025-07-04", "read as 2025-07-09"]


def test_event_evidence_is_whole_where_a_filter_keeps_only_one_of_its_sentences() -> None:
    kept = Selection(country="CHL").apply(build_frames([told_twice("a1")]))
    assert words(event_evidence(kept, "a1#0")) == [["met", "4 July"], ["travel", "9 July"]]


def test_event_evidence_leaves_out_a_heading_that_a_filter_has_dropped() -> None:
    one = analysis("a1")
    heading = replace(one.events[1], time=one.events[0].time)
    parts = (Span(*span_of("Ana Silva met Peru's envoys in Lima")), Span(*span_of("on 4 July.")), one.sentences[1])
    frames = build_frames([replace(one, events=(heading,), sentences=parts)])
    assert words(event_evidence(frames, "a1#0")) == [["4 July"], ["travel"]]
    narrowed = replace(frames, sentences=frames.sentences[frames.sentences["sentence"] != 1])
    assert words(event_evidence(narrowed, "a1#0")) == [["travel"]]


def test_pair_evidence_sets_off_who_acts_what_is_done_and_to_whom() -> None:
    evidence = pair_evidence(build_frames([clash()]), "RUS>UKR")
    assert words(evidence) == [["Russia", "attacked", "Ukraine"], ["Russia", "shelled", "Ukraine"]]
    assert [why for _, _, why in evidence[0].spans] == ["who acts", "what is done", "to whom"]


def test_place_evidence_shows_the_sentences_of_one_point() -> None:
    assert words(place_evidence(build_frames([clash()]), "UKR/49.99/36.23")) == [["Kharkiv"]]


def test_name_evidence_shows_the_sentences_with_a_name_of_no_country() -> None:
    frames = build_frames([clash()])
    assert words(name_evidence(frames, "european union")) == [["European Union"]]
    assert name_evidence(frames, "russia") == [], "what counts for a country is found by its country"


def test_evidence_for_what_is_not_there_is_empty() -> None:
    assert country_evidence(FRAMES, "FRA") == []
    assert entity_evidence(FRAMES, "People:nobody") == []
    assert event_evidence(FRAMES, "a9#0") == []
    assert pair_evidence(FRAMES, "FRA>DEU") == []
    assert place_evidence(FRAMES, "FRA/1.0/1.0") == []


def test_quote_evidence_sets_off_what_is_said_the_word_that_says_so_and_who() -> None:
    frames = build_frames([speech("s1")])
    broken = quote_evidence(frames, "s1#0")
    assert [e.sentence for e in broken] == [0, 1]
    assert words(broken) == [["“We will stay,”", "Ana Silva", "said"], ["“The border is closed.”"]]
    (pronoun,) = quote_evidence(frames, "s1#1")
    assert [why for *_, why in pronoun.spans] == ["“She”: read as Ana Silva", "the word that says so", "what is said"]
    assert words(quote_evidence(frames, "s1#3")) == [["“Nobody will ever know.”"]]
    assert quote_evidence(frames, "no such quote") == []


def test_quote_evidence_leaves_out_a_sentence_that_is_only_a_mark() -> None:
    one = speech("s1")
    mark, rest = Span(0, 1), Span(1, one.sentences[0].end)
    parted = replace(one, sentences=(mark, rest, *one.sentences[1:]))
    assert [e.sentence for e in quote_evidence(build_frames([parted]), "s1#0")] == [1, 2]
