"""Small analyses made by hand, so that tests of tables and pages need no language model."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nlp.model import (
    Analysis,
    Article,
    CountryCount,
    DateBasis,
    Entity,
    Event,
    EventStatus,
    Evidence,
    Mention,
    ModelInfo,
    Place,
    PlaceKind,
    Precision,
    PublishedBasis,
    Span,
    TimeExpression,
    TimeType,
)

TEXT = "Ana Silva met Peru's envoys in Lima on 4 July. Silva will travel to Chile on 9 July."


def span_of(part: str, text: str = TEXT, nth: int = 1) -> tuple[int, int]:
    """Where `part` stands in `text` for the nth time."""
    start = -1
    for _ in range(nth):
        start = text.index(part, start + 1)
    return start, start + len(part)


def analysis(
    article_id: str = "a1", *, title: str | None = "A visit", published: date | None = date(2025, 7, 7)
) -> Analysis:
    """Two sentences, entities, countries and events; without a publication date, two dates that wait for one."""
    first, second = (
        span_of("Ana Silva met Peru's envoys in Lima on 4 July."),
        span_of("Silva will travel to Chile on 9 July."),
    )
    days = [("4 July", date(2025, 7, 4)), ("9 July", date(2025, 7, 9))]
    times = tuple(
        TimeExpression(
            *span_of(words), words, TimeType.DATE,
            day.isoformat() if published else f"XXXX-{day:%m-%d}",
            day if published else None, day if published else None,
            Precision.DAY, DateBasis.INFERRED_YEAR if published else None, published,
            "day and month: year from publication" if published else "day and month: no year",
        )
        for words, day in days
    )  # fmt: skip
    events = (
        Event("Ana Silva met envoys", days[0][1], days[0][1], Precision.DAY, DateBasis.INFERRED_YEAR,
              EventStatus.OCCURRED, Span(*first), Span(*span_of("4 July")), Span(*span_of("met")),
              ("e1",), ("PER",), "clause"),
        Event("Silva will travel to Chile", days[1][1], days[1][1], Precision.DAY, DateBasis.INFERRED_YEAR,
              EventStatus.PLANNED, Span(*second), Span(*span_of("9 July")), Span(*span_of("travel")),
              ("e1", "e2"), ("CHL",), "clause"),
    )  # fmt: skip
    return Analysis(
        article=Article(
            article_id, TEXT, title, "An agency", None, published,
            PublishedBasis.GIVEN if published else PublishedBasis.UNKNOWN, "en",
        ),
        model=ModelInfo("en_test", "1.0", "rules"),
        sentences=(Span(*first), Span(*second)),
        mentions=(
            Mention(*span_of("Ana Silva"), "Ana Silva", "PERSON", "e1"),
            Mention(*span_of("Silva", nth=2), "Silva", "PERSON", "e1"),
            Mention(*span_of("Chile"), "Chile", "GPE", "e2"),
        ),
        entities=(
            Entity("e1", "PERSON", "Ana Silva", ("Silva",), 2, "envoy", "BRA", 0.6),
            Entity("e2", "GPE", "Chile", (), 1, None, "CHL", 0.2),
        ),
        places=(
            Place(*span_of("Peru"), "Peru", PlaceKind.COUNTRY, "PER", rule="country name"),
            Place(*span_of("Lima"), "Lima", PlaceKind.CITY, "PER", -12.04, -77.03, 3936456, 0.9, "capital"),
            Place(*span_of("Chile"), "Chile", PlaceKind.COUNTRY, "CHL", rule="country name"),
        ),
        countries=(
            CountryCount("PER", "Peru", 2, 1, 2 / 3, (("country", 1), ("city", 1))),
            CountryCount("CHL", "Chile", 1, 1, 1 / 3, (("country", 1),)),
        ),
        times=times,
        events=events if published else (),
    )  # fmt: skip


def told_twice(article_id: str = "a1") -> Analysis:
    """The visit as a single event that both sentences tell: its own is the first, with an estimated end."""
    one = analysis(article_id)
    own, other = one.events
    also = Evidence(other.sentence, other.time, other.trigger)
    return replace(one, events=(replace(own, also=(also,), last_vague=True),))
