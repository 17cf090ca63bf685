"""What was clicked, wherever it was clicked: one way to choose it, one line that says it, one press to clear it."""

from __future__ import annotations

import pandas as pd

from components import state
from components.wording import days
from nlp.evidence import Evidence, country_evidence, entity_evidence, event_evidence
from nlp.frames import Frames

_EVIDENCE = {"country": country_evidence, "entity": entity_evidence, "event": event_evidence}


def choose(reported: str | None, frames: Frames) -> None:
    """Focus on `kind:key` as a component reported it; what is not in `frames` is let go."""
    kind, _, key = (reported or "").partition(":")
    if kind == "country":
        names = frames.places.loc[frames.places["country"] == key, "name"]
        if len(names):
            state.focus("country", key, names.iat[0])
        else:
            state.change(focus=None)
    elif kind == "entity":
        names = frames.mentions.loc[frames.mentions["entity"] == key, "name"]
        if len(names):
            state.focus("entity", key, names.iat[0])
    elif kind == "event":
        events = frames.events.loc[frames.events["event"] == key, "label"]
        if len(events):
            state.focus("event", key, events.iat[0])


def focus_evidence(frames: Frames) -> list[Evidence]:
    """The sentences behind what is chosen; none when nothing is."""
    focus = state.page().focus
    return _EVIDENCE[focus.kind](frames, focus.key) if focus else []


def lit_countries(frames: Frames, evidence: list[Evidence]) -> list[str] | None:
    """The countries that stand out on the map: the chosen one, else those named in the sentences behind the choice."""
    focus = state.page().focus
    if focus is None:
        return None
    if focus.kind == "country":
        return [focus.key]
    return sorted({c for c in _in(frames.places, evidence)["country"] if c})


def lit_events(frames: Frames, evidence: list[Evidence]) -> list[str] | None:
    """The events that stand out on the timeline: the chosen one, else those told in the sentences behind the choice."""
    focus = state.page().focus
    if focus is None:
        return None
    if focus.kind == "event":
        return [focus.key]
    return list(_in(frames.events, evidence)["event"])


def lit_entities(frames: Frames, evidence: list[Evidence]) -> list[str] | None:
    """The entities that stand out: the chosen one, else those mentioned in the sentences behind the choice."""
    focus = state.page().focus
    if focus is None:
        return None
    if focus.kind == "entity":
        return [focus.key]
    return sorted(set(_in(frames.mentions, evidence)["entity"]))


def _in(rows: pd.DataFrame, evidence: list[Evidence]) -> pd.DataFrame:
    """The rows that stand in the sentences of `evidence`."""
    sentences = {(e.article, e.sentence) for e in evidence}
    return rows[[pair in sentences for pair in zip(rows["article"], rows["sentence"], strict=True)]]


def focus_detail(frames: Frames) -> str:
    """What more there is to say of the choice: an event's days and how they were read, an entity's role and names."""
    focus = state.page().focus
    if focus is None:
        return ""
    if focus.kind == "event":
        rows = frames.events[frames.events["event"] == focus.key]
        return "".join(f"{days(e.first_day, e.last_day)} · {e.status} · {e.why}" for e in rows.itertuples(index=False))
    if focus.kind == "entity":
        rows = frames.mentions[frames.mentions["entity"] == focus.key]
        roles = [r for r in dict.fromkeys(rows["role"]) if r]
        forms = [f"“{t}”" for t in dict.fromkeys(" ".join(x.split()) for x in rows["text"]) if t != focus.name]
        return " · ".join([*roles[:1], *([f"also {', '.join(forms)}"] if forms else [])])
    words = frames.places.loc[frames.places["country"] == focus.key, "text"].value_counts(sort=True)
    return ", ".join(f"{' '.join(word.split())} {n}" for word, n in words.items())
