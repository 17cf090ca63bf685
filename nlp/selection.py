"""What is on the page: the one place where rows are dropped, for every chart, table and export alike."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a page that holds nothing needs no pandas, and opens half a second earlier
    import pandas as pd

    from nlp.frames import Frames


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles, and within them which sentences and events.

    `articles` holds article ids (`None`: all). `country` (ISO 3166-1 alpha-3), `entity` (a key of `entities_frame`),
    `place` (a `point` of the places), `name` (a `form` of the places), `pair` (of the relations), `link` (of the
    links), `quote` (of the quotes) and `search` (words, case ignored) each keep the sentences in which they occur, and
    what stands in them: an event that one of them tells, with all its tellings, and a statement that begins there or
    whose speaker is named there. An `entity` also keeps what it says where only "she" stands for it. `statuses`
    (`None`: all), `first_day` and `last_day` (closed, `None`: open) keep events.
    """

    articles: tuple[str, ...] | None = None
    country: str | None = None
    entity: str | None = None
    place: str | None = None
    name: str | None = None
    pair: str | None = None
    link: str | None = None
    quote: str | None = None
    search: str = ""
    statuses: tuple[str, ...] | None = None
    first_day: date | None = None
    last_day: date | None = None

    def apply(self, frames: Frames) -> Frames:
        """The rows of `frames` that this selection keeps, in their order."""
        if self.articles is not None:
            tables = {field.name: getattr(frames, field.name) for field in fields(frames)}
            frames = replace(frames, **{n: _keep(t, t["article"].isin(self.articles)) for n, t in tables.items()})
        sentences = self._sentences(frames)
        if sentences is not None:
            frames = replace(
                frames,
                sentences=_in(frames.sentences, sentences),
                mentions=_in(frames.mentions, sentences),
                places=_in(frames.places, sentences),
                events=_told(frames.events, _in(frames.tellings, sentences)),
                times=_in(frames.times, sentences),
                relations=_in(frames.relations, sentences),
                links=_in(frames.links, sentences),
                quotes=self._quotes(frames, sentences),
            )
        events = self._events(frames.events)
        return replace(frames, events=events, tellings=_told(frames.tellings, events))

    def _sentences(self, frames: Frames) -> set[tuple[str, int]] | None:
        """The (article, sentence) pairs in which everything asked for occurs; `None` when nothing is asked for."""
        found: list[set[tuple[str, int]]] = []
        asked = [
            (frames.places, "country", self.country),
            (frames.mentions, "entity", self.entity),
            (frames.places, "point", self.place),
            (frames.places, "form", self.name),
            (frames.relations, "pair", self.pair),
            (frames.links, "link", self.link),
        ]
        found += [_pairs(table[table[column] == key]) for table, column, key in asked if key is not None]
        if self.quote is not None:
            found.append(_sentences_of(frames.quotes[frames.quotes["quote"] == self.quote], frames.sentences))
        if words := " ".join(self.search.split()).casefold():
            texts = frames.sentences["text"].map(lambda text: words in " ".join(text.split()).casefold())
            found.append(_pairs(frames.sentences[texts.astype(bool)]))
        return set.intersection(*found) if found else None

    def _quotes(self, frames: Frames, sentences: set[tuple[str, int]]) -> pd.DataFrame:
        """The statements in `sentences`, and those of the entity that is asked for where all else fits."""
        quotes = frames.quotes
        if self.quote is not None:
            return _keep(quotes, quotes["quote"] == self.quote)
        own = None if self.entity is None else replace(self, entity=None)._sentences(frames)
        return _keep(
            quotes,
            [
                {(row.article, row.sentence), (row.article, row.source_sentence)} & sentences != set()
                or (row.entity == self.entity and (own is None or (row.article, row.sentence) in own))
                for row in quotes.itertuples(index=False)
            ],
        )

    def _events(self, events: pd.DataFrame) -> pd.DataFrame:
        keep = events["event"].notna()
        if self.statuses is not None:
            keep &= events["status"].isin(self.statuses)
        if self.first_day is not None:
            keep &= events["last_day"].isna() | (events["last_day"] >= datetime.combine(self.first_day, time()))
        if self.last_day is not None:
            keep &= events["first_day"].isna() | (events["first_day"] <= datetime.combine(self.last_day, time()))
        return _keep(events, keep)


def _pairs(frame: pd.DataFrame) -> set[tuple[str, int]]:
    return set(zip(frame["article"], frame["sentence"], strict=True))


def _sentences_of(quotes: pd.DataFrame, sentences: pd.DataFrame) -> set[tuple[str, int]]:
    """The sentences that hold a part of one of `quotes`, or the words for its speaker."""
    found = {(row.article, row.source_sentence) for row in quotes.itertuples(index=False)}
    for row in quotes.itertuples(index=False):
        inside = (sentences["article"] == row.article) & (sentences["start"] < row.end) & (sentences["end"] > row.start)
        found |= _pairs(sentences[inside])
    return found


def _in(frame: pd.DataFrame, sentences: set[tuple[str, int]]) -> pd.DataFrame:
    return _keep(frame, [pair in sentences for pair in zip(frame["article"], frame["sentence"], strict=True)])


def _told(frame: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """The rows whose event is among those of `others`."""
    return _keep(frame, frame["event"].isin(others["event"]))


def _keep(frame: pd.DataFrame, rows: pd.Series | list[bool]) -> pd.DataFrame:
    return frame.loc[rows].reset_index(drop=True)  # `loc`: an empty list is no rows, not no columns
