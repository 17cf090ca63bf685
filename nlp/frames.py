"""Tidy tables over any number of analyses: documented columns, stable order, well-formed when empty.

`build_frames` gives one row per thing found. `nlp.selection.Selection.apply` is the only place where rows are dropped;
`nlp.summaries` then counts what is left, so that every chart, table and export speaks of the same rows.

Common columns: `article` (an `Article.id`), `title` (what the page calls the article), `sentence` (index of the
sentence in its article, -1 where none), `start` and `end` (code points of the article's text, half-open). Text that
cannot be written as UTF-8 (a lone surrogate) is shown with U+FFFD in its place.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from nlp.model import Analysis, Article, Entity, TimeExpression, TimeType

GROUPS = {
    "PERSON": "People",
    "ORG": "Organisations",
    "GPE": "Places",
    "LOC": "Places",
    "FAC": "Places",
    "NORP": "Peoples and groups",
}
OTHER_GROUP = "Events and other"
_SURROGATE = re.compile("[\ud800-\udfff]")

ARTICLE_COLUMNS = {
    "article": "str", "title": "str", "source": "str", "published": "datetime64[s]", "published_basis": "str",
    "characters": "int64", "sentences": "int64", "countries": "int64", "events": "int64", "undated": "int64",
}  # fmt: skip
SENTENCE_COLUMNS = {
    "article": "str",
    "title": "str",
    "sentence": "int64",
    "start": "int64",
    "end": "int64",
    "text": "str",
}
MENTION_COLUMNS = {
    "article": "str", "title": "str", "sentence": "int64", "start": "int64", "end": "int64", "text": "str",
    "entity": "str", "name": "str", "label": "str", "group": "str", "role": "str", "country": "str",
    "salience": "float64",
}  # fmt: skip
PLACE_COLUMNS = {
    "article": "str", "title": "str", "sentence": "int64", "start": "int64", "end": "int64", "text": "str",
    "kind": "str", "country": "str", "name": "str", "rank": "int64", "latitude": "float64", "longitude": "float64",
    "confidence": "float64", "rule": "str",
}  # fmt: skip
EVENT_COLUMNS = {
    "event": "str", "article": "str", "title": "str", "sentence": "int64", "label": "str",
    "first_day": "datetime64[s]", "last_day": "datetime64[s]", "precision": "str", "basis": "str", "status": "str",
    "time": "str", "why": "str", "text": "str", "countries": "str", "entities": "str",
    "start": "int64", "end": "int64", "time_start": "int64", "time_end": "int64",
    "trigger_start": "int64", "trigger_end": "int64", "rule": "str",
}  # fmt: skip
TIME_COLUMNS = {
    "article": "str", "title": "str", "sentence": "int64", "start": "int64", "end": "int64", "text": "str",
    "type": "str", "value": "str", "first_day": "datetime64[s]", "last_day": "datetime64[s]", "rule": "str",
}  # fmt: skip


@dataclass(frozen=True)
class Frames:
    """The tables of one set of analyses. All have the same `article` ids; see the module for what a row is."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    mentions: pd.DataFrame
    places: pd.DataFrame
    events: pd.DataFrame
    times: pd.DataFrame


def build_frames(analyses: Sequence[Analysis], explain: Callable[[TimeExpression], str] | None = None) -> Frames:
    """One row per article, sentence, mention, place, event and time expression, in the order of `analyses` and text.

    Args:
        analyses: what the page holds; ids of their articles must differ.
        explain: says how a time expression was read; fills the column `why` of the events.
    """
    readers = [_Reader(analysis) for analysis in analyses]
    keys = _entity_keys(analyses)
    return Frames(
        articles=_frame((r.article_row() for r in readers), ARTICLE_COLUMNS),
        sentences=_frame((row for r in readers for row in r.sentence_rows()), SENTENCE_COLUMNS),
        mentions=_frame((row for r in readers for row in r.mention_rows(keys)), MENTION_COLUMNS),
        places=_frame((row for r in readers for row in r.place_rows()), PLACE_COLUMNS),
        events=_frame((row for r in readers for row in r.event_rows(keys, explain)), EVENT_COLUMNS).sort_values(
            ["first_day", "last_day"], kind="stable", na_position="last", ignore_index=True
        ),
        times=_frame((row for r in readers for row in r.time_rows()), TIME_COLUMNS),
    )


def display_title(article: Article, length: int = 70) -> str:
    """The article's title, else the beginning of its text, cut at a word.

    >>> display_title(Article(id="a", text="Talks resume in Istanbul."))
    'Talks resume in Istanbul.'
    """
    text = " ".join((article.title or article.text[: 4 * length]).split())
    if len(text) <= length:
        return text or "Untitled"
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def printable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate: as long as before, and fit for UTF-8."""
    return _SURROGATE.sub("\ufffd", text)


def is_undated(time: TimeExpression) -> bool:
    """Whether a date was found but could not be placed: it has no year, or no publication date to count from."""
    return (
        time.type in (TimeType.DATE, TimeType.TIME)
        and time.first_day is None
        and time.last_day is None
        and "X" in time.value
    )


def _entity_keys(analyses: Sequence[Analysis]) -> dict[tuple[str, str], tuple[str, Entity]]:
    """(article id, entity id) -> (key over all articles, the entity to name it by).

    Entities of one group share a key when their names agree, or when the name of one is an alias of exactly one other.
    """
    by_name: dict[tuple[str, str], Entity] = {}
    by_alias: dict[tuple[str, str], set[str]] = {}
    for analysis in analyses:
        for entity in analysis.entities:
            group = GROUPS.get(entity.label, OTHER_GROUP)
            by_name.setdefault((group, entity.name.casefold()), entity)
            for alias in entity.aliases:
                by_alias.setdefault((group, alias.casefold()), set()).add(entity.name.casefold())
    keys: dict[tuple[str, str], tuple[str, Entity]] = {}
    for analysis in analyses:
        own = {e.name.casefold() for e in analysis.entities}
        for entity in analysis.entities:
            group, name = GROUPS.get(entity.label, OTHER_GROUP), entity.name.casefold()
            fuller = by_alias.get((group, name), set()) - own
            target = next(iter(fuller)) if len(fuller) == 1 and (group, next(iter(fuller))) in by_name else name
            keys[analysis.article.id, entity.id] = f"{group}:{target}", by_name[group, target]
    return keys


class _Reader:
    """Rows of one analysis, with its sentences indexed."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.article = analysis.article
        self.common = {"article": analysis.article.id, "title": display_title(analysis.article)}
        self.starts = [s.start for s in analysis.sentences]
        self.entities = {e.id: e for e in analysis.entities}
        self.ranks = {c.country: (i, c.name) for i, c in enumerate(analysis.countries)}

    def sentence(self, start: int) -> int:
        """Index of the sentence that holds `start`; -1 before the first one."""
        return bisect.bisect_right(self.starts, start) - 1

    def article_row(self) -> dict[str, Any]:
        return self.common | {
            "source": self.article.source or "",
            "published": self.article.published,
            "published_basis": self.article.published_basis.value,
            "characters": len(self.article.text),
            "sentences": len(self.analysis.sentences),
            "countries": len(self.analysis.countries),
            "events": len(self.analysis.events),
            "undated": sum(map(is_undated, self.analysis.times)),
        }

    def sentence_rows(self) -> Iterator[dict[str, Any]]:
        for i, s in enumerate(self.analysis.sentences):
            yield self.common | {
                "sentence": i,
                "start": s.start,
                "end": s.end,
                "text": self.article.text[s.start : s.end],
            }

    def mention_rows(self, keys: dict[tuple[str, str], tuple[str, Entity]]) -> Iterator[dict[str, Any]]:
        for m in self.analysis.mentions:
            entity = self.entities[m.entity]
            key, named = keys[self.article.id, m.entity]
            yield self.common | {
                "sentence": self.sentence(m.start), "start": m.start, "end": m.end, "text": m.text, "entity": key,
                "name": named.name, "label": named.label, "group": GROUPS.get(named.label, OTHER_GROUP),
                "role": entity.role or "", "country": entity.country or "", "salience": entity.salience,
            }  # fmt: skip

    def place_rows(self) -> Iterator[dict[str, Any]]:
        for p in self.analysis.places:
            rank, name = self.ranks.get(p.country or "", (len(self.ranks), p.country or ""))
            yield self.common | {
                "sentence": self.sentence(p.start), "start": p.start, "end": p.end, "text": p.text,
                "kind": p.kind.value, "country": p.country or "", "name": name, "rank": rank,
                "latitude": p.latitude, "longitude": p.longitude, "confidence": p.confidence, "rule": p.rule,
            }  # fmt: skip

    def event_rows(
        self, keys: dict[tuple[str, str], tuple[str, Entity]], explain: Callable[[TimeExpression], str] | None
    ) -> Iterator[dict[str, Any]]:
        times = {(t.start, t.end): t for t in self.analysis.times}
        for i, e in enumerate(self.analysis.events):
            time = times.get((e.time.start, e.time.end))
            yield self.common | {
                "event": f"{self.article.id}#{i}", "sentence": self.sentence(e.sentence.start), "label": e.label,
                "first_day": e.first_day, "last_day": e.last_day, "precision": e.precision.value,
                "basis": e.basis.value, "status": e.status.value,
                "time": self.article.text[e.time.start : e.time.end],
                "why": explain(time) if explain and time else "",
                "text": self.article.text[e.sentence.start : e.sentence.end],
                "countries": "; ".join(self.ranks.get(c, (0, c))[1] for c in e.countries),
                "entities": "; ".join(keys[self.article.id, x][1].name for x in e.entities if x in self.entities),
                "start": e.sentence.start, "end": e.sentence.end, "time_start": e.time.start, "time_end": e.time.end,
                "trigger_start": e.trigger.start if e.trigger else -1,
                "trigger_end": e.trigger.end if e.trigger else -1,
                "rule": e.rule,
            }  # fmt: skip

    def time_rows(self) -> Iterator[dict[str, Any]]:
        for t in self.analysis.times:
            yield self.common | {
                "sentence": self.sentence(t.start), "start": t.start, "end": t.end, "text": t.text,
                "type": t.type.value,
                "value": t.value, "first_day": t.first_day, "last_day": t.last_day, "rule": t.rule,
            }  # fmt: skip


def _frame(rows: Iterable[dict[str, Any]], columns: dict[str, str]) -> pd.DataFrame:
    """A frame with exactly these columns and dtypes, also without rows."""
    data: dict[str, list[Any]] = {name: [] for name in columns}
    for row in rows:
        for name, values in data.items():
            values.append(row[name])
    return pd.DataFrame({name: _column(data[name], dtype) for name, dtype in columns.items()})


def _column(values: list[Any], dtype: str) -> pd.Series[Any]:
    """Days become timestamps without a time of day; a missing day is NaT, a missing number NaN."""
    if dtype == "datetime64[s]":
        return pd.Series([v.isoformat() if isinstance(v, date) else None for v in values]).astype("datetime64[s]")
    if dtype == "str":
        return pd.Series([printable(v) for v in values], dtype="str")
    return pd.Series(values, dtype=dtype)
