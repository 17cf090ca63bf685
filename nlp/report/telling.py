"""Which sentences tell a statement, and the numbered list of all that are cited."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from typing import Any

import pandas as pd

from nlp.frames import Frames
from nlp.report.safe_text import readable
from nlp.report.values import Key, Reference, Told


class Sentences:
    """The sentences of all articles, also of those that a filter hides: an event may be told there, too."""

    def __init__(self, everything: Frames) -> None:
        self._order = {article: i for i, article in enumerate(everything.articles["article"])}
        self._rows: dict[Key, Any] = {}
        self._starts: dict[str, list[int]] = {}
        for row in everything.sentences.itertuples(index=False):
            self._rows[row.article, row.sentence] = row
            self._starts.setdefault(row.article, []).append(row.start)

    def told(self, keys: Iterable[Key], most: int | None = None) -> Told:
        """The known ones of these sentences, each once and in text order; at most `most` are cited by number."""
        known = sorted({key for key in keys if key in self._rows}, key=self._place)
        return Told(tuple(known[:most]), 0 if most is None else max(len(known) - most, 0))

    def at(self, article: str, start: int) -> Key:
        """The sentence that holds a code point."""
        return article, bisect.bisect_right(self._starts.get(article, []), start) - 1

    def length(self, article: str) -> int:
        """How many sentences an article has."""
        return len(self._starts.get(article, []))

    def references(self, told: Iterable[Told]) -> tuple[Reference, ...]:
        """Every cited sentence once, numbered from 1: article by article, in text order."""
        cited = sorted({key for one in told for key in one.keys}, key=self._place)
        return tuple(
            Reference(
                number,
                key,
                readable(self._rows[key].title),
                key[1] + 1,
                self.length(key[0]),
                readable(self._rows[key].text),
            )
            for number, key in enumerate(cited, 1)
        )

    def _place(self, key: Key) -> tuple[int, int]:
        return self._order.get(key[0], len(self._order)), key[1]


def keys_by(frame: pd.DataFrame, column: str) -> dict[str, list[Key]]:
    """The sentences of a frame's rows by the value of one of its columns."""
    found: dict[str, list[Key]] = {}
    for value, article, sentence in zip(frame[column], frame["article"], frame["sentence"], strict=True):
        found.setdefault(value, []).append((article, sentence))
    return found
