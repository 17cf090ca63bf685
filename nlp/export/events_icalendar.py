"""Events for a calendar: iCalendar (RFC 5545)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from nlp.export.event_words import event_days, known_days, told_label
from nlp.export.safe_text import line_safe, one_line
from nlp.export.view import View
from nlp.export.wording import LIMITS, made_words, place_in_text, shown_words
from nlp.model import EventStatus
from nlp.version import dateline_version

STATUSES = {
    EventStatus.OCCURRED.value: "CONFIRMED",
    EventStatus.ONGOING.value: "CONFIRMED",
    EventStatus.PLANNED.value: "TENTATIVE",
    EventStatus.HYPOTHETICAL.value: "TENTATIVE",
    EventStatus.DENIED.value: "CANCELLED",
}


def events_icalendar(view: View) -> bytes:
    """An all-day entry per event: planned ones are tentative, denied ones cancelled, all others confirmed.

    The last day of an entry is the day after the event's (RFC 5545, 3.6.1). What is open at one end stands at the day
    that is known and says so; what has no day at all cannot stand in a calendar. An event keeps its UID from export to
    export as long as its article, its label, its days and its sentence stay the same.
    """
    from icalendar import Calendar, vText  # not before it is needed: it takes a quarter of a second

    calendar = Calendar()
    calendar.add("prodid", f"-//Dateline//Dateline {dateline_version()}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText("Dateline events"))
    words = [shown_words(view), made_words(view), *LIMITS]
    calendar.add("x-wr-caldesc", vText(line_safe("\n".join(words))))  # what begins with x is written as it is, else
    for event in view.shown.events.itertuples(index=False):
        if days := known_days(event):
            calendar.add_component(_entry(event, *days, view))
    return calendar.to_ical(sorted=False)


def _entry(event: Any, start: date, end: date, view: View) -> Any:
    from icalendar import Event, vText

    entry = Event()
    entry.add("uid", f"{_uid(event, view)}@dateline.invalid")
    entry.add("dtstamp", view.stamp)
    entry.add("dtstart", start)
    if end < date.max:  # an entry without an end lasts a day; there is no day after the last
        entry.add("dtend", end + timedelta(days=1))
    entry.add("summary", told_label(event))
    entry.add("description", line_safe(_description(event, view)))
    entry.add("status", STATUSES[event.status])
    entry.add("transp", "TRANSPARENT")
    entry.add("categories", [event.status, *filter(None, event.countries.split("; "))])
    for name in ("event", "article", "start", "end", "time_start", "time_end", "precision", "basis"):
        entry.add(f"x-dateline-{name.replace('_', '-')}", vText(one_line(str(getattr(event, name)))))
    return entry


def _uid(event: Any, view: View) -> str:
    """The same for the same text, label, days and place in the text, whatever the list's order."""
    own = (event.label, event.first_day, event.last_day, event.start, event.time_start)
    parts = ("dateline/event", view.articles[event.article].sha256, event.article, *own)
    return str(uuid5(NAMESPACE_URL, "\n".join(map(str, parts))))


def _description(event: Any, view: View) -> str:
    article = view.articles[event.article]
    lines = [
        f"“{one_line(event.text)}”",
        f"{event_days(event)}; in the text: “{one_line(event.time)}”. {event.why}".strip(),
        f"Status: {event.status}." + (f" Told in {event.evidence} sentences." if event.evidence > 1 else ""),
        " · ".join(one_line(part) for part in (event.title, article.source, article.url) if part),
        place_in_text(event.article, event.start, event.end),
    ]
    return "\n".join(lines)
