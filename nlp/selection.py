"""What is on the page: the one place where rows are dropped, for every chart, table and export alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from nlp.frames import Frames


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles, and within them which sentences and events.

    `articles` holds article ids (`None`: all). `country` (ISO 3166-1 alpha-3), `entity` (a key of `entities_frame`) and
    `search` (words, case ignored) each keep the sentences in which they occur, and what stands in them. `statuses`
    (`None`: all), `first_day` and `last_day` (closed, `None`: open) keep events.
    """

    articles: tuple[str, ...] | None = None
    country: str | None = None
    entity: str | None = None
    search: str = ""
    statuses: tuple[str, ...] | None = None
    first_day: date | None = None
    last_day: date | None = None

    def apply(self, frames: Frames) -> Frames:
        """The rows of `frames` that this selection keeps, in their order."""
        if self.articles is not None:
            frames = Frames(*(_keep(f, f["article"].isin(self.articles)) for f in _tables(frames)))
        sentences = self._sentences(frames)
        if sentences is not None:
            frames = replace(
                frames,
                sentences=_in(frames.sentences, sentences),
                mentions=_in(frames.mentions, sentences),
                places=_in(frames.places, sentences),
                events=_in(frames.events, sentences),
                times=_in(frames.times, sentences),
            )
        return replace(frames, events=self._events(frames.events))

    def _sentences(self, frames: Frames) -> set[tuple[str, int]] | None:
        """The (article, sentence) pairs in which everything asked for occurs; `None` when nothing is asked for."""
        found: list[set[tuple[str, int]]] = []
        if self.country is not None:
            found.append(_pairs(frames.places[frames.places["country"] == self.country]))
        if self.entity is not None:
            found.append(_pairs(frames.mentions[frames.mentions["entity"] == self.entity]))
        if words := " ".join(self.search.split()).casefold():
            texts = frames.sentences["text"].map(lambda text: words in " ".join(text.split()).casefold())
            found.append(_pairs(frames.sentences[texts.astype(bool)]))
        return set.intersection(*found) if found else None

    def _events(self, events: pd.DataFrame) -> pd.DataFrame:
        keep = pd.Series(True, index=events.index)
        if self.statuses is not None:
            keep &= events["status"].isin(self.statuses)
        if self.first_day is not None:
            keep &= events["last_day"].isna() | (events["last_day"] >= pd.Timestamp(self.first_day))
        if self.last_day is not None:
            keep &= events["first_day"].isna() | (events["first_day"] <= pd.Timestamp(self.last_day))
        return _keep(events, keep)


def _tables(frames: Frames) -> tuple[pd.DataFrame, ...]:
    return frames.articles, frames.sentences, frames.mentions, frames.places, frames.events, frames.times


def _pairs(frame: pd.DataFrame) -> set[tuple[str, int]]:
    return set(zip(frame["article"], frame["sentence"], strict=True))


def _in(frame: pd.DataFrame, sentences: set[tuple[str, int]]) -> pd.DataFrame:
    pairs = zip(frame["article"], frame["sentence"], strict=True)
    return _keep(frame, pd.Series([pair in sentences for pair in pairs], index=frame.index, dtype=bool))


def _keep(frame: pd.DataFrame, rows: pd.Series) -> pd.DataFrame:
    return frame[rows].reset_index(drop=True)
