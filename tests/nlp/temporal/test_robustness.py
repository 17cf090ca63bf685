"""No text breaks the temporal layer, and twice the text takes about twice the time."""

from __future__ import annotations

import time
from datetime import date

import pytest

from nlp.temporal.explanations import explain_time
from nlp.temporal.finder import find_times, find_times_in_text
from nlp.temporal.publication import find_publication_date
from nlp.temporal.words import Word

DAY = date(2025, 3, 6)
_TRIES = 3  # a pause of the garbage collector, which walks what other tests have loaded, may fall into one
HOSTILE = {
    "empty": "",
    "blank": " \n\t ",
    "one letter": "a",
    "digits": "1" * 100_000,
    "digits and commas": "1," * 50_000,
    "digits and hyphens": "1-" * 50_000,
    "digits and slashes": "12/" * 33_000,
    "months": "May June " * 11_000,
    "months and days": "May 1, " * 14_000,
    "and a half": "two and a " * 10_000,
    "number words": "twenty hundred thousand " * 4_000,
    "ordinals": "first second third " * 5_000,
    "the last of the last": "the last of the " * 6_000,
    "weekdays": "last Friday, " * 8_000,
    "hyphens": "-" * 100_000,
    "control characters": "\x00\x01 4 July 2024\x1b",
    "a lone surrogate": "\ud800 on 4 July 2024",
    "Arabic digits": "٤/٧/٢٠٢٤ و ٤ July ٢٠٢٤",
    "superscripts and fractions": "July ² 2024, ½ day, Ⅳ May",
    "Cyrillic": "Четвёртого июля 2024 года",
    "capitals only": "TALKS OPENED ON MONDAY, 3 MARCH 2025 IN MINSK. THEY MAY END IN MAY.",
    "years out of range": "in 9999, 99999 years ago, 999999999999 weeks later, 0 AD, 10000 BC, 99th century",
    "uncommon units": "two millennia after Christmas, a 0-day curfew from 4 July 2025, the 0 days to 4 July 2025, "
    "the fifth week of February 2023, the 0th week of May 2024, 1.99 years, every two fortnights, at 24:30 GMT",
    "clocks and numeric dates": "On 13/4/2024 he left. At noon the court ruled on 3/4/2024. "
    "8:30 on 4/8/2024, 17:00 on 3/4/2024",
    "ranges of weekdays": "from Friday until Thursday, from Sunday to Monday, before Monday, after Monday",
    "national days": "Independence Day, Liberation Day, " * 3_000,
    "impossible days": "31 June 2024, 30 February, 00/00/2024, 29 February 2023, the 31st",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize(
    "anchor", [None, DAY, date.min, date.max], ids=["unanchored", "anchored", "first day", "last day"]
)
def test_any_text_is_read_without_an_exception(text: str, anchor: date | None) -> None:
    text = text[:6_000]
    times = find_times_in_text(text, anchor)
    assert all(text[t.start : t.end] == t.text and t.text.strip() for t in times)
    assert all(t.first_day <= t.last_day for t in times if t.first_day and t.last_day)
    assert all(explain_time(t) for t in times)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_publication_date_of_any_text_is_read_without_an_exception(text: str) -> None:
    find_publication_date(text)


@pytest.mark.parametrize("name", [name for name, text in HOSTILE.items() if len(text) > 50_000])
def test_time_grows_with_length_and_no_faster(name: str) -> None:
    """Four times the text takes four times as long; a loop over all that came before would take sixteen."""
    text = HOSTILE[name][:100_000]

    def seconds(part: str) -> float:
        start = time.process_time()
        find_times_in_text(part, DAY)
        return time.process_time() - start

    short = min(seconds(text[:25_000]) for _ in range(2))
    assert any(seconds(text) < 10 * short + 0.1 for _ in range(_TRIES))


def test_capitals_only_are_read() -> None:
    times = find_times_in_text(HOSTILE["capitals only"], DAY)
    assert [t.value for t in times] == ["2025-03-03", "2025-05"]


def test_the_same_text_gives_the_same_times_twice() -> None:
    text = "On 4 July 2024 and, two days later, at noon on Tuesday; every Friday since May."
    assert find_times_in_text(text, DAY) == find_times_in_text(text, DAY)


def test_many_national_days_take_their_countries_in_linear_time() -> None:
    def seconds(number: int) -> float:
        words = [
            Word(text, 30 * i + at, 30 * i + at + len(text), sentence=i, country="UKR" if at == 0 else "")
            for i in range(number)
            for at, text in ((0, "Ukraine"), (8, "Independence"), (21, "Day"))
        ]
        text = " " * (30 * number)
        start = time.process_time()
        assert len(find_times(words, DAY, text)) == number
        return time.process_time() - start

    assert any(seconds(2_000) < 7 * seconds(500) + 0.1 for _ in range(_TRIES))
