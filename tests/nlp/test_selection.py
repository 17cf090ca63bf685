from __future__ import annotations

from datetime import date

import pytest

from nlp.frames import Frames, build_frames
from nlp.selection import Selection
from tests.builders import analysis, clash, speech, told_twice


@pytest.fixture
def frames() -> Frames:
    return build_frames([analysis("a1"), analysis("a2")])


def test_selection_of_nothing_in_particular_keeps_everything(frames: Frames) -> None:
    kept = Selection().apply(frames)
    assert len(kept.events) == len(frames.events)
    assert len(kept.mentions) == len(frames.mentions)


def test_selection_of_articles_drops_the_rows_of_the_others_everywhere(frames: Frames) -> None:
    kept = Selection(articles=("a2",)).apply(frames)
    for name in ("articles", "sentences", "mentions", "places", "events", "tellings", "times"):
        assert set(getattr(kept, name)["article"]) == {"a2"}


def test_selection_of_no_article_is_empty(frames: Frames) -> None:
    assert Selection(articles=()).apply(frames).sentences.empty


def test_selection_of_a_country_keeps_the_sentences_that_name_it(frames: Frames) -> None:
    kept = Selection(country="CHL").apply(frames)
    assert set(kept.sentences["sentence"]) == {1}
    assert list(kept.events["status"].unique()) == ["planned"]
    assert set(kept.places["country"]) == {"CHL"}


def test_selection_of_an_entity_keeps_the_sentences_that_mention_it(frames: Frames) -> None:
    kept = Selection(entity="Places:chile").apply(frames)
    assert set(kept.sentences["sentence"]) == {1}


def test_selection_by_search_ignores_case_and_white_space(frames: Frames) -> None:
    kept = Selection(search="  WILL   travel ").apply(frames)
    assert set(kept.mentions["text"]) == {"Silva", "Chile"}


def test_selection_by_search_that_finds_nothing_keeps_nothing_but_the_articles(frames: Frames) -> None:
    kept = Selection(search="zebra").apply(frames)
    assert len(kept.articles) == 2
    assert kept.events.empty
    assert kept.mentions.empty


def test_selection_of_statuses_and_period_keeps_events_and_leaves_sentences(frames: Frames) -> None:
    kept = Selection(statuses=("planned",)).apply(frames)
    assert set(kept.events["status"]) == {"planned"}
    assert len(kept.sentences) == len(frames.sentences)
    kept = Selection(first_day=date(2025, 7, 5), last_day=date(2025, 7, 9)).apply(frames)
    assert set(kept.events["label"]) == {"Silva will travel to Chile"}


@pytest.mark.parametrize(
    "selection",
    [
        Selection(country="PER"),
        Selection(country="CHL"),
        Selection(entity="Places:chile"),
        Selection(search="will travel"),
    ],
    ids=["in its own sentence", "in the other one", "an entity in the other", "words in the other"],
)
def test_selection_keeps_an_event_whole_when_one_of_its_sentences_is_kept(selection: Selection) -> None:
    kept = selection.apply(build_frames([told_twice("a1")]))
    assert len(kept.sentences) == 1
    assert list(kept.events["event"]) == ["a1#0"]
    assert list(kept.events["evidence"]) == [len(kept.tellings)] == [2]


@pytest.mark.parametrize(
    "selection",
    [Selection(search="zebra"), Selection(statuses=("planned",)), Selection(first_day=date(2025, 7, 5))],
    ids=["no sentence", "another status", "another period"],
)
def test_selection_drops_the_tellings_of_the_events_that_it_drops(selection: Selection) -> None:
    kept = selection.apply(build_frames([told_twice("a1"), analysis("a2")]))
    assert set(kept.tellings["event"]) == set(kept.events["event"])
    assert "a1#0" not in set(kept.events["event"])


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [
        (date(2025, 7, 4), None, 4),
        (date(2025, 7, 5), None, 2),
        (None, date(2025, 7, 4), 2),
        (None, date(2025, 7, 3), 0),
    ],
    ids=["the first day is inside", "a day later is not", "the last day is inside", "a day before nothing is"],
)
def test_selection_of_a_period_is_closed(frames: Frames, first: date | None, last: date | None, kept: int) -> None:
    assert len(Selection(first_day=first, last_day=last).apply(frames).events) == kept


@pytest.mark.parametrize(
    ("asked", "sentences"),
    [({"pair": "RUS>UKR"}, [0, 2]), ({"place": "UKR/49.99/36.23"}, [0]), ({"name": "springfield"}, [5])],
    ids=["pair", "place", "name"],
)
def test_selection_of_a_pair_a_place_or_a_name_keeps_its_sentences(asked: dict[str, str], sentences: list[int]) -> None:
    kept = Selection(**asked).apply(build_frames([clash()]))  # type: ignore[arg-type]
    assert list(kept.sentences["sentence"]) == sentences
    assert set(kept.places["sentence"]) == set(sentences)


def test_selection_keeps_the_columns_of_a_table_without_rows(frames: Frames) -> None:
    kept = Selection(country="CHL").apply(frames)
    assert kept.relations.empty
    assert list(kept.relations.columns) == list(frames.relations.columns)


def test_selection_of_a_statement_keeps_every_sentence_that_it_stands_in() -> None:
    kept = Selection(quote="s1#0").apply(build_frames([speech("s1"), speech("s2")]))
    assert list(zip(kept.sentences["article"], kept.sentences["sentence"], strict=True)) == [("s1", 0), ("s1", 1)]
    assert list(kept.quotes["quote"]) == ["s1#0"]


def test_selection_of_an_entity_keeps_what_it_says_under_a_pronoun() -> None:
    frames = build_frames([speech("s1")])
    assert list(Selection(entity="People:ana silva").apply(frames).quotes["quote"]) == ["s1#0", "s1#1"]
    assert list(Selection(entity="People:ana silva", search="bribes").apply(frames).quotes["quote"]) == ["s1#1"]


def test_selection_by_search_keeps_the_statements_of_the_sentences_left() -> None:
    kept = Selection(search="late").apply(build_frames([speech("s1")]))
    assert list(kept.quotes["speaker"]) == ["Officials"]
    assert Selection(search="zebra").apply(build_frames([speech("s1")])).quotes.empty
