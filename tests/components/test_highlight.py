from __future__ import annotations

import itertools

from components.highlight import article_marks
from nlp.frames import build_frames
from tests.builders import TEXT, analysis

FRAMES = build_frames([analysis("a1"), analysis("a2")])


def test_marks_cover_entities_dates_and_places_in_text_order() -> None:
    marks = article_marks(FRAMES, "a1")
    assert [TEXT[m.start : m.end] for m in marks] == ["Ana Silva", "Peru", "Lima", "4 July", "Silva", "Chile", "9 July"]
    assert [m.key.partition(":")[0] for m in marks] == [
        "entity",
        "country",
        "country",
        "event",
        "entity",
        "entity",
        "event",
    ]


def test_marks_never_overlap() -> None:
    marks = article_marks(FRAMES, "a1")
    assert all(a.end <= b.start for a, b in itertools.pairwise(marks))


def test_marks_of_an_unknown_article_are_none() -> None:
    assert article_marks(FRAMES, "a9") == ()
