"""Pasted text -> an article."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from nlp.errors import InputError
from nlp.model import PublishedBasis
from nlp.readers import check_article, read_day, read_pasted, text_id

ODD_TEXTS = {
    "line ends of every kind": "One.\r\nTwo.\rThree.\nFour.\u2028Five.",
    "white space around": "  \n The talks resumed. \n\t ",
    "control characters": "The\x00 talks\x07 resumed\x1b[31m.",
    "lone surrogate": "The talks\ud800 resumed.",
    "tags named in passing": "Write <p> for a paragraph, and </p> to end it.",
    "stock symbols": "ACME CORP <ACM> 4TH QTR NET; ACME <ACM.L> FALLS",
    "mathematics": "If x < y and y > z, then a<b.",
    "capitals": "THE TALKS RESUMED IN GENEVA ON MONDAY.",
}


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_read_pasted_keeps_plain_text_to_the_letter(text: str) -> None:
    article = read_pasted(text)
    assert article.text == text
    check_article(article)


def test_read_pasted_keeps_what_the_person_gave() -> None:
    article = read_pasted(
        "They met.",
        title=" A  title ",
        source="Agency",
        url="https://a.example",
        published="2025-07-07",
        article_id="x1",
    )
    assert (article.id, article.title, article.source, article.url) == ("x1", "A title", "Agency", "https://a.example")
    assert (article.published, article.published_basis) == (date(2025, 7, 7), PublishedBasis.GIVEN)


def test_read_pasted_leaves_the_publication_date_unknown_when_nothing_tells_it() -> None:
    article = read_pasted("They met in a hotel and parted in anger.")
    assert (article.published, article.published_basis) == (None, PublishedBasis.UNKNOWN)


def test_read_pasted_reads_the_publication_date_from_the_top_of_the_text() -> None:
    article = read_pasted("LISBON, March 12, 2024 – The harbour reopened on Tuesday.")
    assert (article.published, article.published_basis) == (date(2024, 3, 12), PublishedBasis.DATELINE)


def test_read_pasted_prefers_the_given_date_to_the_text() -> None:
    article = read_pasted("LISBON, March 12, 2024 – The harbour reopened.", published=date(2020, 1, 1))
    assert (article.published, article.published_basis) == (date(2020, 1, 1), PublishedBasis.GIVEN)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-07-07", date(2025, 7, 7)),
        ("2025-07-07T23:30:00Z", date(2025, 7, 7)),
        ("2025-07-07T23:30:00.000-05:00", date(2025, 7, 7)),
        ("2025-07-07 09:15", date(2025, 7, 7)),
        ("2025-07-07T2330-0500", date(2025, 7, 7)),
        ("2025-07-07 23:30:00 GMT", date(2025, 7, 7)),
        ("20250707", date(2025, 7, 7)),
        (" 2025-07-07\n", date(2025, 7, 7)),
        ("", None),
        ("  ", None),
        (None, None),
        (date(2025, 7, 7), date(2025, 7, 7)),
        (datetime(2025, 7, 7, 12), date(2025, 7, 7)),
    ],
)
def test_read_day_takes_the_day_as_it_is_written(written: date | str | None, day: date | None) -> None:
    assert read_day(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "7 July 2025",
        "2025-13-01",
        "2025-02-29",
        "07/07/2025",
        "2025",
        "2025-07",
        "yesterday",
        "2025-07-07 or so",
        "2025-07-07 10:00 or 11:00",
        "٢٠٢٥-٠٧-٠٧",
    ],
)
def test_read_day_refuses_what_is_no_date_and_shows_it(written: str) -> None:
    with pytest.raises(InputError, match="is not a date") as refusal:
        read_day(written)
    assert repr(written) in str(refusal.value)


def test_read_day_shortens_what_it_shows() -> None:
    with pytest.raises(InputError) as refusal:
        read_day("x" * 5_000)
    assert len(str(refusal.value)) < 200


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is nothing to read"),
        (" \n\t\u00a0", "There is nothing to read"),
        ("… — !!", "There are no words"),
        ("\x00\x01", "There are no words"),
        ("a " * 500_001, "This text has 1,000,002 characters"),
    ],
    ids=["empty", "blanks", "punctuation", "control characters", "too long"],
)
def test_check_article_refuses_what_holds_nothing_to_read(text: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        check_article(read_pasted(text))


@pytest.mark.parametrize(
    "text", ["2.", "Paris", "a", "US", "The talks. " * 18_000], ids=["digit", "word", "letter", "two", "200 kB"]
)
def test_check_article_lets_short_and_long_texts_pass(text: str) -> None:
    check_article(read_pasted(text))


def test_text_id_is_the_same_for_the_same_text_and_avoids_taken_ones() -> None:
    assert text_id("One.") == text_id("One.") != text_id("Two.")
    taken = {text_id("One.")}
    second = text_id("One.", taken)
    assert second not in taken
    assert text_id("One.", taken | {second}) not in taken | {second}


def test_text_id_takes_a_lone_surrogate() -> None:
    assert text_id("\ud800") != text_id("\ud801")
