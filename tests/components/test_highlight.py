from __future__ import annotations

import itertools

from components.highlight import article_marks
from nlp.frames import build_frames
from tests.builders import TEXT, analysis, told_twice

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


def test_article_marks_lead_from_every_date_that_tells_an_event_to_it() -> None:
    marks = article_marks(build_frames([told_twice("a1")], explain=lambda time: f"read as {time.value}"), "a1")
    dates = [(TEXT[m.start : m.end], m.key, m.hint) for m in marks if m.style == "Dates"]
    assert dates == [
        ("4 July", "event:a1#0", "Ana Silva met envoys: read as 2025-07-04"),
        ("9 July", "event:a1#0", "Ana Silva met envoys: read as 2025-07-09"),
    ]
