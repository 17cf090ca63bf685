"""What a selection asks for, in words: nothing that narrows the page goes unsaid in a file."""

from __future__ import annotations

from dataclasses import fields

import pytest

from nlp.export.view import view_of
from nlp.export.wording import filter_words
from nlp.filter_words import ASKED, sentence_words
from nlp.frames import build_frames
from nlp.selection import Selection
from tests.builders import analysis
from tests.nlp.export_views import sample

FRAMES = build_frames(sample())


def test_every_field_of_the_selection_that_narrows_sentences_has_its_words() -> None:
    elsewhere = {"articles", "search", "statuses", "first_day", "last_day"}
    assert {field.name for field in fields(Selection)} == set(ASKED) | elsewhere


@pytest.mark.parametrize("field", ASKED)
def test_what_is_asked_for_goes_by_its_name_and_stands_in_files(field: str) -> None:
    asked = Selection(**{field: "no such key"})
    (words,) = sentence_words(asked, FRAMES)
    assert words.startswith("sentences ")
    assert words.endswith(" no such key")
    assert filter_words(view_of(sample(), asked)) == f"Only {words}."


def test_search_is_said_on_one_line_and_only_if_there_is_one() -> None:
    assert sentence_words(Selection(search="  will\n travel "), FRAMES) == ["sentences with “will travel”"]
    assert sentence_words(Selection(search=" "), FRAMES) == []


def test_a_name_is_said_for_its_key() -> None:
    frames = build_frames([analysis()])
    assert sentence_words(Selection(country="CHL"), frames) == ["sentences that name Chile"]
