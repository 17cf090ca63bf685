"""Event cases: sentences with their dates marked, read by the model once, all together."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nlp.model import Article, DateBasis, Event, TimeExpression, TimeType
from nlp.pipeline import COMPONENTS

if TYPE_CHECKING:
    from spacy.language import Language

PUBLISHED = date(2025, 7, 7)
_MARK = re.compile(r"\[([^\]|]+)\|([\d-]*)(?:\|([\d-]*))?\]|\{([^}|]+)\|(\w+)\}")
_CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class EventCase:
    """A claim: this text has these events, each a label and a status, by calendar."""

    name: str
    marked: str
    events: tuple[tuple[str, str], ...]


def read_cases(table: str) -> list[EventCase]:
    rows = tomllib.loads((_CASES / f"{table}.toml").read_text(encoding="utf8"))["case"]
    return [
        EventCase(r["name"], r["text"], tuple((e["label"], e["status"]) for e in r.get("events", ()))) for r in rows
    ]


def read_marks(marked: str) -> tuple[str, tuple[TimeExpression, ...]]:
    """The text without its marks, and the time expressions that they stand for."""
    text, at = "", 0
    times: list[TimeExpression] = []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        words = mark[1] or mark[4]
        first, last = mark[2] or "", mark[2] or "" if mark[3] is None else mark[3]
        times.append(
            TimeExpression(
                start=len(text),
                end=len(text) + len(words),
                text=words,
                type=TimeType.SET if mark[5] == "SET" else TimeType.DATE,
                value=mark[5] or "marked",
                first_day=date.fromisoformat(first) if first else None,
                last_day=date.fromisoformat(last) if last else None,
                basis=DateBasis.EXPLICIT,
            )
        )
        text += words
        at = mark.end()
    return text + marked[at:], tuple(times)


def find_marked_events(cases: list[str], nlp: Language) -> dict[str, tuple[Event, ...]]:
    """Each marked text with its events; the model reads all texts in one batch."""
    texts = {marked: read_marks(marked) for marked in cases}
    found: dict[str, tuple[Event, ...]] = {}
    with nlp.select_pipes(disable=[name for name in COMPONENTS if name in nlp.pipe_names]):
        docs = list(nlp.pipe(text for text, _ in texts.values()))
    for (marked, (text, times)), doc in zip(texts.items(), docs, strict=True):
        doc._.article = Article("case", text, published=PUBLISHED)
        doc._.times = times
        for name in ("dateline_clauses", "dateline_events"):
            doc = nlp.get_pipe(name)(doc)
        found[marked] = doc._.events
    return found
