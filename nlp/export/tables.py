"""The tables that leave as CSV and as sheets of a workbook: each with its sentence, and in words what a row is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from nlp.export.archive import zip_bytes
from nlp.export.csv_table import csv_bytes
from nlp.export.view import Quote, View
from nlp.frames import Frames
from nlp.summaries import countries_frame, entities_frame

# In the tables a quote is a sentence and a source publishes articles; a statement's own have other names.
_STATEMENTS = {
    "quote": "key",
    "source": "speaker_named",
    "source_sentence": "speaker_sentence",
    "source_start": "speaker_start",
    "source_end": "speaker_end",
}
QUOTE_COLUMNS = {"sentence_start": "int64", "sentence_end": "int64", "quote": "str"}


@dataclass(frozen=True)
class Table:
    """One table: `rows` makes it of any frames, `quoted` adds the sentence to rows that do not hold it."""

    name: str
    row: str
    rows: Callable[[Frames], pd.DataFrame]
    quoted: bool = False

    def shown(self, view: View) -> pd.DataFrame:
        """The rows that are shown, with their sentences."""
        rows = self.rows(view.shown)
        return with_quotes(rows, view) if self.quoted else rows


TABLES = (
    Table("articles", "One article.", lambda frames: frames.articles),
    Table("entities", "One person, organisation, place or other name, over all articles.", entities_frame),
    Table("countries", "One country that is named, the one that the articles are most about first.", countries_frame),
    Table("events", "One dated event, in the order of the calendar.", lambda frames: frames.events),
    Table("event_sentences", "One sentence that tells an event; an event has at least one.", lambda f: f.tellings),
    Table("mentions", "One place in a text that names an entity.", lambda frames: frames.mentions, quoted=True),
    Table("places", "One place in a text that names a country or a place.", lambda frames: frames.places, quoted=True),
    Table("dates", "One date or other expression of time in a text.", lambda frames: frames.times, quoted=True),
    Table("relations", "One sentence in which somebody does something to somebody.", lambda frames: frames.relations),
    Table("statements", "One statement, with who said it and how.", lambda f: f.quotes.rename(columns=_STATEMENTS)),
    Table("links", "One sentence that connects two entities.", lambda frames: frames.links, quoted=True),
    Table("sentences", "One sentence of an article.", lambda frames: frames.sentences),
)


def with_quotes(rows: pd.DataFrame, view: View) -> pd.DataFrame:
    """The rows, each with the code points and the words of its sentence."""
    quotes, none = view.quotes, Quote()
    found = [quotes.get(key, none) for key in zip(rows["article"], rows["sentence"], strict=True)]
    columns = zip(QUOTE_COLUMNS.items(), zip(*found, strict=True) if found else ((), (), ()), strict=True)
    return rows.assign(**{name: pd.Series(values, dtype=kind, index=rows.index) for (name, kind), values in columns})


def table_files(view: View) -> dict[str, bytes]:
    """Each table as CSV, by its file's name."""
    return {f"{table.name}.csv": csv_bytes(table.shown(view)) for table in TABLES}


def tables_zip(view: View) -> bytes:
    """All tables as CSV in one zip."""
    return zip_bytes(table_files(view))
