from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pandas as pd
import pytest

from nlp import columns
from nlp.frames import Frames, build_frames, display_title, printable
from nlp.model import Analysis, Article, CountryRole
from nlp.summaries import cities_frame, countries_frame, entities_frame
from tests.builders import TEXT, analysis, clash, speech, told_twice


@pytest.fixture
def frames() -> Frames:
    return build_frames([analysis("a1"), analysis("a2", title="Another visit")])


def test_frames_have_the_documented_columns_and_dtypes_with_and_without_rows(frames: Frames) -> None:
    for field in fields(Frames):
        documented = getattr(columns, f"{field.name[:-1].upper()}_COLUMNS")
        for frame in (getattr(frames, field.name), getattr(build_frames([]), field.name)):
            assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == documented


def test_frames_give_one_row_per_thing_in_order_of_articles_and_text(frames: Frames) -> None:
    assert list(frames.articles["article"]) == ["a1", "a2"]
    assert list(frames.mentions["text"]) == ["Ana Silva", "Silva", "Chile"] * 2
    assert list(frames.places["sentence"]) == [0, 0, 1] * 2


def test_frames_order_events_by_calendar_over_all_articles(frames: Frames) -> None:
    assert list(frames.events["event"]) == ["a1#0", "a2#0", "a1#1", "a2#1"]
    assert list(frames.events["first_day"]) == sorted(frames.events["first_day"])


def test_frames_place_an_event_without_a_beginning_at_its_end() -> None:
    one = analysis()
    until = replace(one.events[0], label="until", first_day=None, last_day=date(2025, 7, 6))
    frames = build_frames([replace(one, events=(until, *one.events))])
    assert list(frames.events["label"]) == ["Ana Silva met envoys", "until", "Silva will travel to Chile"]


def test_frames_count_undated_expressions_only_without_a_publication_date() -> None:
    frames = build_frames([analysis("a1"), analysis("a2", published=None)])
    assert list(frames.articles["undated"]) == [0, 2]
    assert frames.articles["published"].isna().tolist() == [False, True]


def test_frames_explain_how_a_date_was_read() -> None:
    frames = build_frames([analysis()], explain=lambda time: f"read as {time.value}")
    assert list(frames.events["why"]) == ["read as 2025-07-04", "read as 2025-07-09"]


def test_events_say_which_end_is_vague_and_how_many_sentences_tell_them() -> None:
    frames = build_frames([told_twice("a1"), analysis("a2")])
    assert list(frames.events["event"]) == ["a1#0", "a2#0", "a2#1"]
    assert list(frames.events["evidence"]) == [2, 1, 1]
    assert list(frames.events["first_vague"]) == [False, False, False]
    assert list(frames.events["last_vague"]) == [True, False, False]


def test_tellings_give_one_row_per_sentence_that_tells_an_event() -> None:
    tellings = build_frames([told_twice("a1"), analysis("a2")], explain=lambda time: time.value).tellings
    assert list(zip(tellings["event"], tellings["sentence"], strict=True)) == [
        ("a1#0", 0), ("a1#0", 1), ("a2#0", 0), ("a2#1", 1),
    ]  # fmt: skip
    assert list(tellings["time"]) == ["4 July", "9 July"] * 2
    assert list(tellings["why"]) == ["2025-07-04", "2025-07-09"] * 2
    assert [TEXT[a:b] for a, b in tellings[["trigger_start", "trigger_end"]].values] == ["met", "travel"] * 2
    assert [TEXT[a:b] for a, b in tellings[["start", "end"]].values] == list(tellings["text"])


def test_frames_replace_lone_surrogates_so_that_tables_can_be_written() -> None:
    odd = analysis()
    odd = replace(odd, article=replace(odd.article, title="a\ud800b"))
    assert build_frames([odd]).articles["title"].iat[0] == "a\ufffdb"
    assert len(printable("\ud83d\ude00")) == 2


def test_entities_of_two_articles_share_a_row_when_a_name_is_the_others_alias() -> None:
    one = analysis("a1")
    short = replace(one.entities[0], name="Silva", aliases=())
    other = replace(analysis("a2"), entities=(short, one.entities[1]))
    entities = entities_frame(build_frames([one, other]))
    assert list(entities["name"]) == ["Ana Silva", "Chile"]
    assert entities["mentions"].iat[0] == 4
    assert entities["articles"].iat[0] == 2


def test_entities_of_one_article_with_alike_names_stay_apart() -> None:
    one = analysis("a1")
    namesake = replace(one.entities[1], label="PERSON", name="Silva")
    both = replace(one, entities=(one.entities[0], namesake))
    assert len(entities_frame(build_frames([both]))) == 2


def test_countries_frame_keeps_the_analysis_order_and_adds_up(frames: Frames) -> None:
    countries = countries_frame(frames)
    assert list(countries["country"]) == ["PER", "CHL"]
    assert countries["mentions"].sum() == len(frames.places)
    assert countries["share"].sum() == pytest.approx(1)
    assert countries["words"].iat[0] == "Lima 2, Peru 2"
    assert list(countries["sentences"]) == [2, 2]


def test_countries_frame_counts_the_mentions_by_role_and_they_add_up() -> None:
    countries = countries_frame(build_frames([clash()]))
    roles = ["actor", "affected", "venue", "mentioned"]
    assert countries.set_index("country")[roles].T.to_dict("list") == {"RUS": [2, 2, 0, 1], "UKR": [2, 2, 1, 1]}
    assert list(countries[roles].sum(axis=1)) == list(countries["mentions"])
    assert list(countries["role"]) == ["actor", "affected"]
    assert countries["latitude"].notna().all()


def test_countries_frame_takes_the_most_frequent_role_of_several_articles_and_of_equals_the_strongest() -> None:
    def acting(article: str, role: CountryRole) -> Analysis:
        return replace(clash(article), countries=(replace(clash().countries[0], role=role),))

    venue, named, actor = (CountryRole.VENUE, CountryRole.MENTIONED, CountryRole.ACTOR)
    for roles, main in (((venue, venue, actor), "venue"), ((named, actor), "actor"), ((named,), "mentioned")):
        frames = build_frames([acting(f"c{i}", role) for i, role in enumerate(roles)])
        assert countries_frame(frames).set_index("country").loc["RUS", "role"] == main


def test_countries_frame_gives_an_unknown_code_its_mentions_and_no_point() -> None:
    one = clash()
    separate = replace(one, places=(replace(one.places[10], country="QQQ"),))
    row = countries_frame(build_frames([separate])).iloc[0]
    assert (row["country"], row["mentions"], row["role"]) == ("QQQ", 1, "mentioned")
    assert pd.isna(row["latitude"])


def test_cities_frame_gives_one_row_per_point(frames: Frames) -> None:
    cities = cities_frame(frames)
    assert list(cities["place"]) == ["Lima"]
    assert list(cities["mentions"]) == [2]


@pytest.mark.parametrize("summary", [countries_frame, cities_frame, entities_frame])
def test_summaries_of_nothing_have_the_columns_of_summaries_of_something(summary, frames: Frames) -> None:  # type: ignore[no-untyped-def]
    empty, full = summary(build_frames([])), summary(frames)
    assert isinstance(empty, pd.DataFrame)
    assert empty.empty
    assert list(empty.columns) == list(full.columns)


@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        ("A title", "text", "A title"),
        (None, "Short text.", "Short text."),
        (None, "one two three " * 20, "one two three " * 4 + "one two…"),
        (None, "  \n ", "Untitled"),
    ],
    ids=["a title as it is", "else the text", "cut at a word", "nothing at all"],
)
def test_display_title(title: str | None, text: str, shown: str) -> None:
    assert display_title(Article("a", text, title, published=date(2025, 1, 1))) == shown


def test_quotes_say_who_said_what_and_how_the_speaker_was_found() -> None:
    quotes = build_frames([speech("s1")]).quotes
    assert list(quotes["quote"]) == ["s1#0", "s1#1", "s1#2", "s1#3"]
    assert list(quotes["speaker"]) == ["Ana Silva", "Ana Silva", "Officials", "not attributed"]
    assert list(quotes["statement"]) == [
        "“We will stay,” … “The border is closed.”", "taking bribes", "it was late", "“Nobody will ever know.”",
    ]  # fmt: skip
    assert list(quotes["cue"]) == ["said", "denied", "said", ""]
    assert list(quotes["entity"]) == ["People:ana silva"] * 2 + [""] * 2
    assert list(quotes["role"]) == ["minister", "minister", "", ""]
    assert list(quotes["why"]) == [
        "", "“She”: read as Ana Silva", "“Officials”: no single name stands here",
        "the text does not say whose words these are",
    ]  # fmt: skip


def test_quotes_carry_their_offsets_and_every_sentence_that_they_stand_in() -> None:
    one = speech()
    first = next(build_frames([one]).quotes.itertuples(index=False))
    text = one.article.text
    assert first.text == text[: text.index(" She denied")]
    assert [text[int(a) : int(b)] for a, b in (part.split(":") for part in first.stretches.split())] == [
        "“We will stay,”", "“The border is closed.”",
    ]  # fmt: skip
    assert text[first.source_start : first.source_end] == first.source == "Ana Silva"
    assert (first.sentence, first.source_sentence) == (0, 0)
