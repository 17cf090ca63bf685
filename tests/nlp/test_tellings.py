from __future__ import annotations

from datetime import date

import pytest

from nlp.tellings import is_undated, whole_times
from nlp.temporal.finder import find_times_in_text

PUBLISHED = date(2025, 3, 6)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Talks will run from 10 to 14 March.", ["10 to 14 March"]),
        ("Talks ran between 2 June and 4 July 2024.", ["2 June and 4 July 2024"]),
        ("Talks ran from Monday to Wednesday.", ["Monday to Wednesday"]),
        ("It lasted from 1914-18.", ["1914-18"]),
        ("He came on 2 June and left on 4 July.", ["2 June", "4 July"]),
        ("He came on 2 June, 3 June and 4 June.", ["2 June", "3 June", "4 June"]),
        ("He has worked since 2 June.", ["2 June"]),
        ("", []),
    ],
)
def test_whole_times_join_the_two_ends_of_a_range_and_nothing_else(text: str, words: list[str]) -> None:
    times = find_times_in_text(text, PUBLISHED)
    whole = whole_times(times, text)
    assert list(whole) == [(time.start, time.end) for time in times]
    assert list(dict.fromkeys(time.text for time in whole.values())) == words


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("He left on Monday.", True),
        ("He left in March.", True),
        ("He left on 4 July 2024.", False),
        ("They meet every Monday.", False),
        ("It lasted three days.", False),
        ("He left on 31 April.", False),
        ("He left on 30 February 2024.", False),
    ],
)
def test_without_a_publication_date_only_what_one_would_place_waits(text: str, waits: bool) -> None:
    assert [is_undated(time) for time in find_times_in_text(text, None)] == [waits]
