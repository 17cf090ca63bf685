"""Events for TimelineJS: JSON as its documentation ("JSON: Data format and documentation") describes it."""

from __future__ import annotations

import hashlib
import html
from datetime import date
from typing import Any

import pandas as pd

from nlp.export.event_words import event_days, known_days, told_label
from nlp.export.json_file import json_bytes
from nlp.export.safe_text import one_line
from nlp.export.view import View
from nlp.export.wording import about, made_words, place_in_text, shown_words
from nlp.model import Precision

Json = dict[str, Any]
_DAYS = ("first_day", "last_day")
_YEARS = {Precision.YEAR.value, Precision.DECADE.value, Precision.CENTURY.value}


def events_timelinejs(view: View) -> bytes:
    """A slide per event, in groups by status, with its sentence; dates are as exact as the text is.

    TimelineJS puts texts into a page as HTML, so they are escaped. An event without any day cannot stand on a
    timeline: the title slide says how many there are. `dateline` holds the row's own values; TimelineJS ignores it.
    """
    events = list(view.shown.events.itertuples(index=False))
    dated = [(event, days) for event in events if (days := known_days(event))]
    words = [shown_words(view), f"{len(dated)} of {len(view.everything.events)} events.", made_words(view)]
    if undated := len(events) - len(dated):
        words.insert(2, f"{undated} without a day cannot be shown.")
    title = {"unique_id": "title", "text": {"headline": "Timeline", "text": _paragraphs(words)}}
    slides = [_slide(event, *days, view) for event, days in dated]
    return json_bytes({"title": title, "events": slides, "scale": "human", "dateline": about(view)})


def _slide(event: Any, start: date, end: date, view: View) -> Json:
    """One event. Open at one end it stands at the day that is known, and its date says so in words."""
    slide: Json = {
        "unique_id": "event-" + hashlib.sha256(event.event.encode()).hexdigest()[:12],
        "group": event.status,
        "start_date": _date(start, event.precision),
        "display_date": html.escape(event_days(event)),
        "text": {"headline": html.escape(told_label(event)), "text": _text(event, view)},
        "autolink": False,
        "dateline": _row(event),
    }
    if start != end:
        slide["end_date"] = _date(end, event.precision)
    return slide


def _date(day: date, precision: str) -> Json:
    """A day, or only its month or year where nothing more is known."""
    if precision in _YEARS:
        return {"year": day.year}
    month = {"year": day.year, "month": day.month}
    return month if precision == Precision.MONTH.value else month | {"day": day.day}


def _text(event: Any, view: View) -> str:
    source = view.articles[event.article].source
    where = [event.title, source, place_in_text(event.article, event.start, event.end)]
    told = f"Date in the text: “{one_line(event.time)}”. {event.why}"
    source_line = " · ".join(one_line(part) for part in where if part)
    lines = [f"“{one_line(event.text)}”", f"Status: {event.status}. {told}", source_line]
    return _paragraphs(lines)


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{html.escape(line.strip())}</p>" for line in lines)


def _row(event: Any) -> Json:
    """The row as it is in the table of events, days as words that sort."""
    values = event._asdict()
    days = {name: None if pd.isna(values[name]) else values[name].date().isoformat() for name in _DAYS}
    return values | days
