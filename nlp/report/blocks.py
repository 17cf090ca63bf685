"""The parts that a report is set from: every writer knows these few, and none of what they say."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlp.report.values import Picture


@dataclass(frozen=True, slots=True)
class Cited:
    """The numbers behind a statement, and how many further sentences say it."""

    numbers: tuple[int, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in a table, with a second, quieter line and citations, each of which may be missing."""

    text: str = ""
    detail: str = ""
    cited: Cited = field(default_factory=Cited)
    address: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading, its share of the width, and how its words are set.

    `look` is "strong", "number", "status", "cited" or empty.
    """

    title: str
    weight: int
    look: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One statement; citations lead back to `anchor`."""

    anchor: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Statements of one kind, one a row; `title` may be empty."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class RunIn:
    """Short statements set one after the other, each with its citations."""

    title: str
    rows: tuple[Row, ...]
    kind: str = "run_in"


@dataclass(frozen=True, slots=True)
class Sayings:
    """Statements of speakers: the first cell is what was said, the second who said it, with its citations."""

    rows: tuple[Row, ...]
    kind: str = "sayings"


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms with what they mean or are."""

    title: str
    rows: tuple[tuple[str, str], ...]
    kind: str = "facts"


@dataclass(frozen=True, slots=True)
class Tiles:
    """Large numbers, each as (number, of how many, unit)."""

    rows: tuple[tuple[str, str, str], ...]
    kind: str = "tiles"


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph; a `quiet` one says how something was counted, or that there is nothing."""

    text: str
    quiet: bool = True
    kind: str = "note"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences."""

    title: str
    rows: tuple[str, ...]
    kind: str = "bullets"


@dataclass(frozen=True, slots=True)
class Plate:
    """A chart with its title."""

    title: str
    picture: Picture
    kind: str = "plate"


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A cited sentence with where it stands; `uses` are the (anchor, name) of the statements that cite it."""

    number: int
    text: str
    position: str
    uses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CitedArticle:
    """The cited sentences of one article."""

    title: str
    rows: tuple[CitedSentence, ...]
    kind: str = "cited"


Block = Table | RunIn | Sayings | Facts | Tiles | Note | Bullets | Plate | CitedArticle


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the report."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A report, set: a head of a title, lines and filter phrases, then its sections; `foot` stands on every page."""

    title: str
    head: str
    filters: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: str
    author: str
    keywords: str
