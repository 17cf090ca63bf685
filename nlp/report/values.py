"""What a report says, before any format: frozen values, each with the sentences that tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nlp.errors import ReportError

Key = tuple[str, int]  # an article's id and the index of a sentence in it


class PictureKind(StrEnum):
    """The formats of pictures that every report can hold."""

    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: its name, its bytes (PNG or SVG), and the words for those who cannot see it.

    "map", "timeline", "names" and "network" stand in the section that they belong to; any other name is a title.
    """

    name: str
    data: bytes
    alternative: str

    @property
    def kind(self) -> PictureKind:
        r"""What the bytes are, by how they begin.

        >>> Picture("map", b"\x89PNG\r\n", "A map.").kind.value
        'png'
        """
        if self.data.startswith(b"\x89PNG"):
            return PictureKind.PNG
        if b"<svg" in self.data[:4096]:
            return PictureKind.SVG
        raise ReportError(f"The chart “{self.name}” is neither a PNG nor an SVG picture. Give one of the two.")


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences that a statement rests on, in text order; `more` counts those that are not cited one by one."""

    keys: tuple[Key, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """How many are shown, of how many, with the unit in singular and plural."""

    shown: int
    total: int
    one: str
    many: str


@dataclass(frozen=True, slots=True)
class CountryItem:
    """A country: its role in its article, its mentions in words by role, its forms, and what is convention of them."""

    country: str
    name: str
    role: str
    roles: str
    mentions: int
    sentences: int
    words: str
    note: str
    told: Told


@dataclass(frozen=True, slots=True)
class NameItem:
    """A name with its mentions: a person, an organisation, a town, or a name that no map shows.

    `detail` is the role as stated, the country of a town, or the reason why a name is not on the map.
    """

    key: str
    name: str
    detail: str
    also: str
    mentions: int
    told: Told


@dataclass(frozen=True, slots=True)
class EventItem:
    """A dated happening: its days in words, its label, its status, and how its date was read."""

    event: str
    when: str
    label: str
    status: str
    why: str
    told: Told


@dataclass(frozen=True, slots=True)
class QuoteItem:
    """A statement, in quotation marks where it is the speaker's own words, and the word that says that it was made.

    `aside` is the speaker's role, and the pronoun that the text has in place of the name.
    """

    key: str
    speaker: str
    aside: str
    words: str
    cue: str
    negated: bool
    told: Told


@dataclass(frozen=True, slots=True)
class ActItem:
    """One side that acts on another: the two in words, what is done, and in how many sentences."""

    key: str
    name: str
    words: str
    sentences: int
    told: Told


@dataclass(frozen=True, slots=True)
class SourceItem:
    """An article: what a citation of it needs; the report speaks of `sentences` of its `total`."""

    article: str
    title: str
    source: str
    url: str
    published: str
    basis: str
    sha256: str
    sentences: int
    total: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited sentence: its number, where it stands (`position` of `total` sentences, from 1), and its words."""

    number: int
    key: Key
    title: str
    position: int
    total: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report says, in the order in which it says it; every number counts what was on the page."""

    title: str
    as_of: date | None
    information: str
    published: str
    filters: tuple[str, ...]
    counts: tuple[Count, ...]
    mostly: tuple[str, ...]
    countries: tuple[CountryItem, ...]
    country_mentions: int
    towns: tuple[NameItem, ...]
    unmapped: tuple[NameItem, ...]
    events: tuple[EventItem, ...]
    people: tuple[NameItem, ...]
    organisations: tuple[NameItem, ...]
    others: tuple[NameItem, ...]
    quotes: tuple[QuoteItem, ...]
    country_acts: tuple[ActItem, ...]
    name_acts: tuple[ActItem, ...]
    sources: tuple[SourceItem, ...]
    method: tuple[tuple[str, str], ...]
    marks: tuple[tuple[str, str], ...]
    limits: tuple[str, ...]
    references: tuple[Reference, ...]
    pictures: tuple[Picture, ...]
    prepared_by: str
    version: str
