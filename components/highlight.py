"""What to underline in an article: pure data for the component that shows it, no HTML anywhere."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from nlp.frames import Frames


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A clickable stretch of text: code points, a `kind:key` to report, a style and the words shown on hover."""

    start: int
    end: int
    key: str
    style: str
    hint: str


def article_marks(frames: Frames, article: str) -> tuple[Mark, ...]:
    """Entities, then dates, then places that no entity covers: in text order, never overlapping."""
    chosen: list[Mark] = []
    for marks in (_entities(frames.mentions, article), _dates(frames, article), _places(frames.places, article)):
        taken = sorted((m.start, m.end) for m in chosen)
        chosen += [m for m in marks if not any(m.start < end and start < m.end for start, end in taken)]
    return _without_overlaps(sorted(chosen, key=lambda m: (m.start, -m.end)))


def _without_overlaps(marks: list[Mark]) -> tuple[Mark, ...]:
    """The first and longest of every overlapping run; `marks` come sorted by start, longest first."""
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def _entities(mentions: pd.DataFrame, article: str) -> list[Mark]:
    return [
        Mark(m.start, m.end, f"entity:{m.entity}", m.group, ", ".join(x for x in (m.name, m.role) if x))
        for m in mentions[mentions["article"] == article].itertuples(index=False)
    ]


def _dates(frames: Frames, article: str) -> list[Mark]:
    tellings = frames.tellings[frames.tellings["article"] == article]
    labels = dict(zip(frames.events["event"], frames.events["label"], strict=True))
    by_time = {(t.time_start, t.time_end): t for t in reversed(list(tellings.itertuples(index=False)))}
    return [
        Mark(start, end, f"event:{t.event}", "Dates", ": ".join(x for x in (labels[t.event], t.why) if x))
        for (start, end), t in by_time.items()
    ]


def _places(places: pd.DataFrame, article: str) -> list[Mark]:
    return [
        Mark(p.start, p.end, f"country:{p.country}", "Places", f"{p.name} ({p.kind})")
        if p.country
        else Mark(p.start, p.end, f"name:{p.form}", "Places", p.why)
        for p in places[places["article"] == article].itertuples(index=False)
    ]
