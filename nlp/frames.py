"""Tidy tables over any number of analyses: documented columns, stable order, well-formed when empty.

`build_frames` gives one row per thing found. `nlp.selection.Selection.apply` is the only place where rows are dropped;
`nlp.summaries` then counts what is left, so that every chart, table and export speaks of the same rows.

The columns stand in `nlp.columns`. Text that cannot be written as UTF-8 (a lone surrogate) is shown with U+FFFD in its
place.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from nlp.columns import (
    ARTICLE_COLUMNS,
    EVENT_COLUMNS,
    LINK_COLUMNS,
    MENTION_COLUMNS,
    PLACE_COLUMNS,
    QUOTE_COLUMNS,
    RELATION_COLUMNS,
    SENTENCE_COLUMNS,
    TELLING_COLUMNS,
    TIME_COLUMNS,
)
from nlp.corrections.decisions import BY_HAND, DATED, RULE
from nlp.entity_keys import entity_keys
from nlp.gazetteer import country_name
from nlp.kinds import group_of
from nlp.links import link_rows
from nlp.model import Analysis, Article, Entity, Event, Evidence, Place, PlaceKind, Span, TimeExpression
from nlp.place_wording import explain_place
from nlp.quote_rows import quote_row
from nlp.tellings import is_undated, whole_times

POINT_KINDS = (PlaceKind.CITY, PlaceKind.REGION, PlaceKind.SITE)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Frames:
    """The tables of one set of analyses. All have the same `article` ids; see the module for what a row is."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    mentions: pd.DataFrame
    places: pd.DataFrame
    events: pd.DataFrame
    tellings: pd.DataFrame
    times: pd.DataFrame
    relations: pd.DataFrame
    links: pd.DataFrame
    quotes: pd.DataFrame


def build_frames(analyses: Sequence[Analysis], explain: Callable[[TimeExpression], str] | None = None) -> Frames:
    """One row per thing found, in the order of `analyses` and of the text; events in the order of their days.

    A telling is one sentence that tells an event: an event has at least one.

    Args:
        analyses: what the page holds; ids of their articles must differ.
        explain: says how a time expression was read; fills the column `why` of the events and of their tellings.
    """
    readers = [_Reader(analysis) for analysis in analyses]
    keys = entity_keys(analyses)
    mentions = _frame((row for r in readers for row in r.mention_rows(keys)), MENTION_COLUMNS)
    relations = _frame((row for r in readers for row in r.relation_rows(keys)), RELATION_COLUMNS)
    return Frames(
        articles=_frame((r.article_row() for r in readers), ARTICLE_COLUMNS),
        sentences=_frame((row for r in readers for row in r.sentence_rows()), SENTENCE_COLUMNS),
        mentions=mentions,
        places=_frame((row for r in readers for row in r.place_rows()), PLACE_COLUMNS),
        events=_by_calendar(_frame((row for r in readers for row in r.event_rows(keys, explain)), EVENT_COLUMNS)),
        tellings=_frame((row for r in readers for row in r.telling_rows(explain)), TELLING_COLUMNS),
        times=_frame((row for r in readers for row in r.time_rows()), TIME_COLUMNS),
        relations=relations,
        links=_frame(link_rows(mentions, relations), LINK_COLUMNS),
        quotes=_frame((row for r in readers for row in r.quote_rows(keys)), QUOTE_COLUMNS),
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


class _Reader:
    """Rows of one analysis, with its sentences indexed."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.article = analysis.article
        self.common = {"article": analysis.article.id, "title": display_title(analysis.article)}
        self.starts = [s.start for s in analysis.sentences]
        self.entities = {e.id: e for e in analysis.entities}
        self.ranks = {c.country: (i, c.name) for i, c in enumerate(analysis.countries)}
        self.roles = {c.country: c.role.value for c in analysis.countries}
        self.times = whole_times(analysis.times, analysis.article.text)

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
                "name": named.name, "label": named.label, "group": group_of(named.label),
                "role": entity.role or "", "country": entity.country or "", "salience": entity.salience,
                "decided": entity.decided.value if entity.decided else "",
            }  # fmt: skip

    def place_rows(self) -> Iterator[dict[str, Any]]:
        for p in self.analysis.places:
            rank, name = self.ranks.get(p.country or "", (len(self.ranks), p.country or ""))
            yield self.common | {
                "sentence": self.sentence(p.start), "start": p.start, "end": p.end, "text": p.text,
                "kind": p.kind.value, "country": p.country or "", "name": name, "rank": rank,
                "latitude": p.latitude, "longitude": p.longitude, "confidence": p.confidence, "rule": p.rule,
                "role": p.role.value, "country_role": self.roles.get(p.country or "", ""),
                "status": p.status.value if p.status else "", "note": p.note,
                "area": p.area or "", "why": explain_place(p), "point": _point(p),
                "form": "" if p.country else " ".join(p.text.split()).casefold(),
            }  # fmt: skip

    def event_rows(
        self, keys: dict[tuple[str, str], tuple[str, Entity]], explain: Callable[[TimeExpression], str] | None
    ) -> Iterator[dict[str, Any]]:
        for i, e in enumerate(self.analysis.events):
            told = self._told(e, explain)
            yield self.common | told | {
                "event": f"{self.article.id}#{i}", "label": e.label, "why": _by_hand(e, told["why"]),
                "first_day": e.first_day, "last_day": e.last_day,
                "first_vague": e.first_vague, "last_vague": e.last_vague,
                "precision": e.precision.value, "basis": e.basis.value, "status": e.status.value,
                "evidence": len(e.evidence),
                "countries": "; ".join(map(self.name, e.countries)),
                "entities": "; ".join(keys[self.article.id, x][1].name for x in e.entities if x in self.entities),
                "rule": e.rule,
            }  # fmt: skip

    def telling_rows(self, explain: Callable[[TimeExpression], str] | None) -> Iterator[dict[str, Any]]:
        for i, e in enumerate(self.analysis.events):
            for telling in e.evidence:
                yield self.common | self._told(telling, explain) | {"event": f"{self.article.id}#{i}"}

    def _told(self, told: Event | Evidence, explain: Callable[[TimeExpression], str] | None) -> dict[str, Any]:
        """Where and in which words something is told, and how its date was read."""
        time = self.times.get((told.time.start, told.time.end))
        when = told.time if time is None else Span(time.start, time.end)
        return {
            "sentence": self.sentence(told.sentence.start), "start": told.sentence.start, "end": told.sentence.end,
            "text": self.article.text[told.sentence.start : told.sentence.end],
            "time": self.article.text[when.start : when.end], "time_start": when.start, "time_end": when.end,
            "why": explain(time) if explain and time else "",
            "trigger_start": told.trigger.start if told.trigger else -1,
            "trigger_end": told.trigger.end if told.trigger else -1,
        }  # fmt: skip

    def relation_rows(self, keys: dict[tuple[str, str], tuple[str, Entity]]) -> Iterator[dict[str, Any]]:
        text = self.article.text
        for r in self.analysis.relations:
            ends = {"subject": r.subject, "object": r.object}
            yield self.common | {
                "sentence": self.sentence(r.sentence.start), "start": r.sentence.start, "end": r.sentence.end,
                "text": text[r.sentence.start : r.sentence.end], "verb": text[r.verb.start : r.verb.end],
                "label": r.label, "negated": r.negated, "status": r.status.value,
                "verb_start": r.verb.start, "verb_end": r.verb.end,
                **{end: text[p.start : p.end] for end, p in ends.items()},
                **{f"{end}_country": p.country or "" for end, p in ends.items()},
                **{f"{end}_entity": keys[self.article.id, p.entity][0] if p.entity else "" for end, p in ends.items()},
                **{f"{end}_start": p.start for end, p in ends.items()},
                **{f"{end}_end": p.end for end, p in ends.items()},
                **self.pair(r.subject.country or "", r.object.country or ""),
            }  # fmt: skip

    def quote_rows(self, keys: dict[tuple[str, str], tuple[str, Entity]]) -> Iterator[dict[str, Any]]:
        for i, q in enumerate(self.analysis.quotes):
            yield self.common | quote_row(q, self.analysis, self.starts, keys) | {"quote": f"{self.article.id}#{i}"}

    def pair(self, subject: str, other: str) -> dict[str, str]:
        """The key and the name of one country that acts on another; empty where it is not so."""
        if not subject or not other or subject == other:
            return {"pair": "", "pair_name": ""}
        return {"pair": f"{subject}>{other}", "pair_name": f"{self.name(subject)} → {self.name(other)}"}

    def name(self, country: str) -> str:
        """A country's name, also of one that the article does not name itself."""
        return self.ranks[country][1] if country in self.ranks else country_name(country)

    def time_rows(self) -> Iterator[dict[str, Any]]:
        for t in self.analysis.times:
            yield self.common | {
                "sentence": self.sentence(t.start), "start": t.start, "end": t.end, "text": t.text,
                "type": t.type.value,
                "value": t.value, "first_day": t.first_day, "last_day": t.last_day, "rule": t.rule,
            }  # fmt: skip


def _by_hand(event: Event, read: str) -> str:
    """How an event's days were read; where an analyst said which they are, only that."""
    words = ("" if event.rule == DATED else read, BY_HAND if event.rule in (RULE, DATED) else "")
    return "; ".join(word for word in words if word)


def _point(place: Place) -> str:
    """The key of a point on the map: its country, if there is one, and its degrees."""
    if place.kind not in POINT_KINDS or place.latitude is None or place.longitude is None:
        return ""
    return f"{place.country or ''}/{place.latitude}/{place.longitude}"


def _by_calendar(events: pd.DataFrame) -> pd.DataFrame:
    """Events in the order of their days; one without a beginning stands at its end, one without an end comes last."""
    days = pd.DataFrame({"start": events["first_day"].fillna(events["last_day"]), "end": events["last_day"]})
    order = days.sort_values(["start", "end"], kind="stable", na_position="last").index
    return events.loc[order].reset_index(drop=True)


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
