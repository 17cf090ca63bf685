"""What is shown, as every export takes it: the narrowed tables, the articles behind them, and how narrowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import NamedTuple

from nlp.disputes import DisputePolicy
from nlp.frames import Frames, build_frames, printable
from nlp.model import Analysis, Article
from nlp.selection import Selection
from nlp.temporal.explanations import explain_time


class Quote(NamedTuple):
    """The sentence that something stands in, with its code points; empty, and -1, where there is none."""

    start: int = -1
    end: int = -1
    text: str = ""


@dataclass(frozen=True)
class View:
    """The tables that a selection leaves, and what an export needs beside them.

    `analyses` are those of the articles that are shown, whole; `everything` are the tables before they were narrowed,
    for "12 of 40". `made` is the day of the export, if the caller says which; `disputes` is how the analyses count
    disputed areas; `corrections` say what an analyst corrected in them, a sentence each.
    """

    analyses: tuple[Analysis, ...]
    everything: Frames
    shown: Frames
    selection: Selection
    made: date | None = None
    disputes: DisputePolicy = DisputePolicy.RECOGNISED
    corrections: tuple[str, ...] = ()

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles that are shown, by id."""
        return {printable(analysis.article.id): analysis.article for analysis in self.analyses}

    @property
    def stamp(self) -> datetime:
        """Midnight UTC of the day that the export was made, else of the latest publication, else of 1 January 1970."""
        published = [a.article.published for a in self.analyses if a.article.published]
        return midnight(self.made or max(published, default=date(1970, 1, 1)))

    @cached_property
    def quotes(self) -> dict[tuple[str, int], Quote]:
        """The sentences that are shown, by article and index."""
        rows = self.shown.sentences.itertuples(index=False)
        return {(row.article, row.sentence): Quote(row.start, row.end, row.text) for row in rows}


def view_of(
    analyses: Sequence[Analysis],
    selection: Selection | None = None,
    *,
    made: date | None = None,
    everything: Frames | None = None,
    disputes: DisputePolicy = DisputePolicy.RECOGNISED,
    corrections: Sequence[str] = (),
) -> View:
    """What `selection` leaves of these analyses.

    Args:
        analyses: as they count on the page (`nlp.disputes`); ids of their articles must differ.
        selection: `None` keeps everything.
        made: the day of the export.
        everything: the tables of these analyses, where the caller has built them already.
        disputes: how the analyses count disputed areas already; it is only said, not applied.
        corrections: what was corrected in the analyses already, a sentence each.

    Raises:
        ValueError: two articles have the same id.
    """
    selection = selection or Selection()
    everything = everything or build_frames(analyses, explain_time)
    shown = selection.apply(everything)
    ids = set(shown.articles["article"])
    if len({printable(analysis.article.id) for analysis in analyses}) < len(analyses):
        raise ValueError("two articles have the same id")
    kept = tuple(analysis for analysis in analyses if printable(analysis.article.id) in ids)
    return View(kept, everything, shown, selection, made, disputes, tuple(corrections))


def midnight(day: date) -> datetime:
    """The beginning of a day, UTC."""
    return datetime.combine(day, time(), UTC)
