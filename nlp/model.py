"""The whole vocabulary of Dateline: what an article is and what an analysis of it says.

Every class is frozen and hashable. Spans are half-open `[start, end)` in Unicode code points of `Article.text`; days
are closed (`first_day` and `last_day` both inside, `None` where open or unknown). Countries are ISO 3166-1 alpha-3,
with the user-assigned `XKX` for Kosovo. `None` means unknown, an empty tuple means none.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SCHEMA = "dateline/analysis/1"


class PublishedBasis(StrEnum):
    """Where the publication date comes from."""

    GIVEN = "given"
    DATELINE = "dateline"
    TEXT = "text"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"


class PlaceKind(StrEnum):
    """What sort of thing a place's span names."""

    COUNTRY = "country"
    NATIONALITY = "nationality"
    CITY = "city"
    REGION = "region"
    SITE = "site"
    INSTITUTION = "institution"
    SUPRANATIONAL = "supranational"


class PlaceStatus(StrEnum):
    """Why the country of a place is a matter of convention."""

    HISTORICAL = "historical"
    DISPUTED = "disputed"


class CountryRole(StrEnum):
    """What a country does in an article: it or its people act, are acted on, things happen there, or it is named."""

    ACTOR = "actor"
    AFFECTED = "affected"
    VENUE = "venue"
    MENTIONED = "mentioned"


class TimeType(StrEnum):
    """TIMEX3's four types (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Precision(StrEnum):
    """How exactly an event is dated."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


class DateBasis(StrEnum):
    """How an event's days were read: written out, counted from an anchor, or with a year that was inferred."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    INFERRED_YEAR = "inferred_year"
    ASSUMED = "assumed"


class EventStatus(StrEnum):
    """What the text says of an event's reality."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


REAL = (EventStatus.OCCURRED, EventStatus.ONGOING)  # what has happened, or does


class SpeakerBasis(StrEnum):
    """How the text tells who speaks: by name, by an office or the like, by a pronoun, or by whoever spoke before.

    `DECIDED` is what an analyst said.
    """

    NAMED = "named"
    DESCRIBED = "described"
    PRONOUN = "pronoun"
    CONTINUED = "continued"
    DECIDED = "decided"


class Decided(StrEnum):
    """What an analyst decided of an entity: what it is, or that no rule may take it for another article's."""

    NAMED = "named"
    APART = "apart"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, `[start, end)` in code points."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came in. Its text is never rewritten; `published` is a calendar day or unknown."""

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: date | None = None
    published_basis: PublishedBasis = PublishedBasis.UNKNOWN
    language: str | None = None

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal; lone surrogates are hashed as they stand."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What made an analysis: the language model, its version, and a hash of the project's own tables."""

    name: str
    version: str
    rules: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text that names an entity; `label` is OntoNotes', `entity` an `Entity.id`.

    `rule` says by what a description that is no name ("the Ministry") was resolved; it is empty where a name stands.
    """

    start: int
    end: int
    text: str
    label: str
    entity: str
    rule: str = ""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Entity:
    """One real thing in one article, under whatever forms it is named.

    `mentions` counts its mentions; `salience` is 0 to 1, larger for what the article is about; `role` is as the text
    states it, at `role_span`; `country` is the country that the entity is, or that its role implies. `decided` is set
    where an analyst corrected it (`nlp.corrections`).
    """

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: int = 0
    role: str | None = None
    country: str | None = None
    salience: float = 0.0
    role_span: Span | None = None
    decided: Decided | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """A reading of a place's name that was beaten; `confidence` is its share, 0 to 1, beside the place's own."""

    kind: PlaceKind
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """A span that points to a place or, through a nationality or an institution, to a country.

    `country` is `None` where the span names none (the European Union, the Black Sea). Coordinates are WGS 84 degrees.
    `rule` names the rule that decided; `confidence` is 0 to 1, and `beaten` holds the likeliest readings that lost, the
    best first. `status` and `note` say that the country is a matter of convention, and of which; `area` is the code of
    the disputed area that the span names, under which it counts where such areas count separately. `role` is what the
    country does where the span stands.
    """

    start: int
    end: int
    text: str
    kind: PlaceKind
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None
    confidence: float = 1.0
    rule: str = ""
    status: PlaceStatus | None = None
    note: str = ""
    area: str | None = None
    beaten: tuple[Alternative, ...] = ()
    role: CountryRole = CountryRole.MENTIONED

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class CountryCount:
    """How much of one article concerns one country; `share` is of all mentions that name a country.

    `by_kind` holds (kind, mentions) pairs, most frequent first, and `by_role` (role, mentions) pairs; the counts of
    each add up to `mentions`. `role` is the country's in the article as a whole; `in_title` that the title names it.
    """

    country: str
    name: str
    mentions: int
    sentences: int
    share: float
    by_kind: tuple[tuple[str, int], ...] = ()
    role: CountryRole = CountryRole.MENTIONED
    by_role: tuple[tuple[str, int], ...] = ()
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its TIMEX3 value and, where it names calendar days, the days that it covers.

    `basis` is `None` where the expression could not be placed or is a duration or a set; `anchor` is the day from which
    a relative expression was counted; `rule` names the pattern and the resolution that were used. `mod` is TIMEX3's
    modifier (`START`, `MID`, `END`, `APPROX`, …); `first_vague` and `last_vague` say that the text leaves that edge of
    the days open to judgement ("early June" ends vaguely, "the coming days" too).
    """

    start: int
    end: int
    text: str
    type: TimeType
    value: str
    first_day: date | None = None
    last_day: date | None = None
    precision: Precision | None = None
    basis: DateBasis | None = None
    anchor: date | None = None
    rule: str = ""
    mod: str | None = None
    first_vague: bool = False
    last_vague: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the text tells a happening: its sentence, its date, and the verb or noun that names it.

    In a list of dates, `time` stands in a heading above the sentence.
    """

    sentence: Span
    time: Span
    trigger: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One dated happening: what a timeline plots. `label` is short and made of words that tell the event.

    `sentence`, `time` and `trigger` are the evidence from which label and days were read; `also` holds the other places
    that tell the same happening on the same days, in text order. `first_vague` and `last_vague` are the time's.
    """

    label: str
    first_day: date | None
    last_day: date | None
    precision: Precision
    basis: DateBasis
    status: EventStatus
    sentence: Span
    time: Span
    trigger: Span | None = None
    entities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    rule: str = ""
    also: tuple[Evidence, ...] = ()
    first_vague: bool = False
    last_vague: bool = False

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every place that tells the happening, in text order."""
        own = Evidence(self.sentence, self.time, self.trigger)
        return tuple(sorted((own, *self.also), key=lambda e: (e.sentence, e.time)))

    @property
    def position(self) -> tuple[date, date, int, int]:
        """Where it stands by calendar: one without a beginning stands at its end, then as the text tells it."""
        first = self.first_day or self.last_day or date.min
        return first, self.last_day or date.max, self.sentence.start, self.time.start


@dataclass(frozen=True, slots=True)
class Party:
    """One end of a relation: its words, and the entity (an `Entity.id`) and the country that they stand for."""

    start: int
    end: int
    entity: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """Who does what to whom, in one sentence: `verb` is the word that says it, `label` the same as a short phrase.

    `negated` and `status` are the clause's: what did not take place, or not yet, is kept and told apart.
    """

    subject: Party
    verb: Span
    object: Party
    sentence: Span
    label: str
    negated: bool = False
    status: EventStatus = EventStatus.OCCURRED


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement `[start, end)` with its speaker (an `Entity.id`), the speaker's span and the cue word's span.

    A `direct` statement holds words in quotation marks, the marks included; `partly` says that it holds others, too.
    `rest` are further stretches of the same statement, where who said it stands between them. `source` is how the text
    calls the speaker, also where that is no entity; `basis` says how the speaker was found. `negated` is the cue's: the
    text says that it was not said.
    """

    start: int
    end: int
    speaker: str | None
    source: Span | None
    cue: Span | None
    direct: bool
    partly: bool = False
    rest: tuple[Span, ...] = ()
    negated: bool = False
    basis: SpeakerBasis | None = None

    @property
    def parts(self) -> tuple[Span, ...]:
        """Every stretch of the statement, in text order."""
        return (Span(self.start, self.end), *self.rest)


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything Dateline says about one article: the border between the backend and everybody else.

    Lists are in text order, but for `countries` (what the article is most about first) and `events` (by calendar).
    `sentences` cover the text's sentences in order.
    """

    article: Article
    model: ModelInfo
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    countries: tuple[CountryCount, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    relations: tuple[Relation, ...] = ()

    def sentence_at(self, start: int) -> Span | None:
        """The sentence that holds the code point `start`, or `None` between sentences."""
        for sentence in self.sentences:
            if sentence.start <= start < sentence.end:
                return sentence
        return None
