"""Small analyses made by hand, so that tests of tables and pages need no language model."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from nlp.model import (
    Analysis,
    Article,
    CountryCount,
    CountryRole,
    DateBasis,
    Entity,
    Event,
    EventStatus,
    Evidence,
    Mention,
    ModelInfo,
    Party,
    Place,
    PlaceKind,
    PlaceStatus,
    Precision,
    PublishedBasis,
    Quote,
    Relation,
    Span,
    SpeakerBasis,
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


SPEECH = (
    "“We will stay,” Ana Silva said. “The border is closed.” She denied taking bribes. Officials said it was late. "
    "“Nobody will ever know.”"
)


def speech(article_id: str = "s1") -> Analysis:
    """Five sentences with statements: broken by its speaker, by a pronoun, by people without a name, by nobody."""

    def quote(
        words: str, source: str | None, cue: str | None, speaker: str | None, basis: SpeakerBasis | None
    ) -> Quote:
        spans = [Span(*span_of(part, SPEECH)) if part else None for part in (source, cue)]
        return Quote(*span_of(words, SPEECH), speaker, *spans, words.startswith("“"), basis=basis)

    first = quote("“We will stay,”", "Ana Silva", "said", "e1", SpeakerBasis.NAMED)
    ends = [span_of(end, SPEECH)[1] for end in ("Silva said.", "closed.”", "bribes.", "late.", "know.”")]
    starts = [0, *(end + 1 for end in ends)]
    return Analysis(
        article=Article(article_id, SPEECH, "A speech", None, None, date(2025, 7, 7), PublishedBasis.GIVEN, "en"),
        model=ModelInfo("en_test", "1.0", "rules"),
        sentences=tuple(Span(start, end) for start, end in zip(starts, ends, strict=False)),
        mentions=(Mention(*span_of("Ana Silva", SPEECH), "Ana Silva", "PERSON", "e1"),),
        entities=(Entity("e1", "PERSON", "Ana Silva", (), 1, "minister", None, 0.9),),
        quotes=(
            replace(first, rest=(Span(*span_of("“The border is closed.”", SPEECH)),)),
            quote("taking bribes", "She", "denied", "e1", SpeakerBasis.PRONOUN),
            quote("it was late", "Officials", "said", None, SpeakerBasis.DESCRIBED),
            quote("“Nobody will ever know.”", None, None, None, None),
        ),
    )


CLASH = (
    "Russia attacked Ukraine near Kharkiv. Ukraine did not attack Russia, Kyiv said. Russia shelled Ukraine again. "
    "The European Union condemned Moscow. Crimea was calm. A Soviet officer spoke in Springfield."
)
CRIMEA_NOTE = "annexed by Russia in 2014; counts for Ukraine, as the United Nations have it"


def clash(article_id: str = "c1") -> Analysis:
    """Six sentences with roles and relations, a disputed area, a state of the past, and two names without a country."""
    places = (
        _place("Russia", 1, PlaceKind.COUNTRY, "RUS", CountryRole.ACTOR),
        _place("Ukraine", 1, PlaceKind.COUNTRY, "UKR", CountryRole.AFFECTED),
        _place("Kharkiv", 1, PlaceKind.CITY, "UKR", CountryRole.VENUE, latitude=49.99, longitude=36.23),
        _place("Ukraine", 2, PlaceKind.COUNTRY, "UKR", CountryRole.ACTOR),
        _place("Russia", 2, PlaceKind.COUNTRY, "RUS", CountryRole.AFFECTED),
        _place("Kyiv", 1, PlaceKind.CITY, "UKR", CountryRole.ACTOR, latitude=50.45, longitude=30.52),
        _place("Russia", 3, PlaceKind.COUNTRY, "RUS", CountryRole.ACTOR),
        _place("Ukraine", 3, PlaceKind.COUNTRY, "UKR", CountryRole.AFFECTED),
        _place("European Union", 1, PlaceKind.SUPRANATIONAL, None),
        _place("Moscow", 1, PlaceKind.CITY, "RUS", CountryRole.AFFECTED, latitude=55.75, longitude=37.62),
        _place("Crimea", 1, PlaceKind.REGION, "UKR", latitude=45.3, longitude=34.4, area="XCR",
               status=PlaceStatus.DISPUTED, note=CRIMEA_NOTE),
        _place("Soviet", 1, PlaceKind.NATIONALITY, "RUS", status=PlaceStatus.HISTORICAL, note="dissolved in 1991"),
        _place("Springfield", 1, PlaceKind.CITY, None),
    )  # fmt: skip
    ends = [i + 1 for i, sign in enumerate(CLASH) if sign == "."]
    sentences = tuple(Span(start, end) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False))
    acted = ("RUS", CountryRole.ACTOR, 5, 5), ("UKR", CountryRole.AFFECTED, 6, 4)
    relations = (
        _relation(sentences[0], ("Russia", 1, "RUS"), ("attacked", 1), ("Ukraine", 1, "UKR")),
        _relation(sentences[1], ("Ukraine", 2, "UKR"), ("attack", 2), ("Russia", 2, "RUS"), negated=True),
        _relation(sentences[2], ("Russia", 3, "RUS"), ("shelled", 1), ("Ukraine", 3, "UKR")),
        _relation(sentences[3], ("European Union", 1, None), ("condemned", 1), ("Moscow", 1, "RUS")),
    )
    return Analysis(
        article=Article(article_id, CLASH, "A clash", None, None, date(2025, 7, 7), PublishedBasis.GIVEN, "en"),
        model=ModelInfo("en_test", "1.0", "rules"),
        sentences=sentences,
        places=places,
        countries=tuple(
            CountryCount(code, {"RUS": "Russia", "UKR": "Ukraine"}[code], mentions, told, mentions / 11, role=role)
            for code, role, mentions, told in acted
        ),
        relations=relations,
    )


def _place(
    word: str, nth: int, kind: PlaceKind, country: str | None, role: CountryRole = CountryRole.MENTIONED, **more: Any
) -> Place:
    rule = f"{kind} name" if country else "no country found"
    return Place(*span_of(word, CLASH, nth), word, kind, country, rule=rule, role=role, **more)


def _relation(
    sentence: Span,
    subject: tuple[str, int, str | None],
    verb: tuple[str, int],
    other: tuple[str, int, str | None],
    *,
    negated: bool = False,
) -> Relation:
    ends = (Party(*span_of(word, CLASH, nth), country=country) for word, nth, country in (subject, other))
    return Relation(next(ends), Span(*span_of(verb[0], CLASH, verb[1])), next(ends), sentence, verb[0], negated)
