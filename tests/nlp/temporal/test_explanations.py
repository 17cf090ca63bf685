"""What the tooltip says of a date."""

from __future__ import annotations

from datetime import date

import pytest

from nlp.temporal.explanations import explain_time
from nlp.temporal.finder import find_times_in_text

PUBLISHED = date(2025, 3, 6)


@pytest.mark.parametrize(
    ("text", "published", "explanation"),
    [
        ("He left on Tuesday.", PUBLISHED, "“Tuesday”, counted from publication on Thursday 6 March 2025"),
        ("He left on 4 July 2024.", PUBLISHED, "“4 July 2024”, written in full"),
        (
            "He left on 4 July.",
            PUBLISHED,
            "“4 July”: the year is inferred: it is not written, and was taken from publication "
            "on Thursday 6 March 2025",
        ),
        (
            "He came on 4 July 2024 and left the next day.",
            PUBLISHED,
            "“the next day”, counted from Thursday 4 July 2024, a date before it in the text",
        ),
        (
            "He leaves in the coming days.",
            PUBLISHED,
            "“the coming days”, counted from publication on Thursday 6 March 2025; its length is an estimate",
        ),
        ("He left on 3/4/2024.", PUBLISHED, "“3/4/2024”: the order of day and month is assumed"),
        ("He comes every Friday.", PUBLISHED, "“every Friday”: repeats, so it has no date of its own"),
        ("He stayed for nine months.", PUBLISHED, "“nine months”: a length of time, not a date"),
        ("He is now here.", PUBLISHED, "“now”: the time of writing, not a calendar date"),
        ("It fell in 146 BC.", PUBLISHED, "“146 BC”: before the common era, so it is not plotted"),
        ("He left on Tuesday.", None, "“Tuesday”: not dated: no day is known to count from"),
        (
            "He left on 4 July.",
            None,
            "“4 July”: not dated: the year is not written and the publication date is unknown",
        ),
        ("It is dated 30 February 2024.", PUBLISHED, "“30 February 2024”: not dated: the calendar has no such day"),
    ],
)
def test_explain_time_says_how_a_date_was_read(text: str, published: date | None, explanation: str) -> None:
    assert explain_time(find_times_in_text(text, published)[-1]) == explanation


def test_explain_time_joins_a_line_break_in_the_quotation() -> None:
    assert explain_time(find_times_in_text("He left on 4\nJuly 2024.", None)[0]) == "“4 July 2024”, written in full"
