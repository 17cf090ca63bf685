"""What was clicked, wherever it was clicked: one way to choose it, one line that says it, one press to clear it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from components import state
from components.state import FocusKind
from nlp.conventions import explain_conventions
from nlp.corrections.decisions import BY_HAND
from nlp.country_pairs import pairs_frame
from nlp.evidence import (
    Evidence,
    country_evidence,
    entity_evidence,
    event_evidence,
    link_evidence,
    name_evidence,
    pair_evidence,
    place_evidence,
    quote_evidence,
)
from nlp.frames import Frames
from nlp.networks import link_words
from nlp.wording import event_days

if TYPE_CHECKING:
    import pandas as pd

# Of each kind: the table of `Frames` with its rows, the column with its key, the column with its name.
_ROWS: dict[FocusKind, tuple[str, str, str]] = {
    "country": ("places", "country", "name"),
    "entity": ("mentions", "entity", "name"),
    "event": ("events", "event", "label"),
    "place": ("places", "point", "text"),
    "name": ("places", "form", "text"),
    "pair": ("relations", "pair", "pair_name"),
    "link": ("links", "link", "name"),
    "quote": ("quotes", "quote", "label"),
}
_EVIDENCE = {
    "country": country_evidence,
    "entity": entity_evidence,
    "event": event_evidence,
    "place": place_evidence,
    "name": name_evidence,
    "pair": pair_evidence,
    "link": link_evidence,
    "quote": quote_evidence,
}


def choose(reported: str | None, frames: Frames) -> None:
    """Focus on `kind:key` as a component reported it; a country that is not in `frames` clears the focus."""
    kind, _, key = (reported or "").partition(":")
    if kind not in _ROWS:
        return
    names = rows_behind(kind, key, frames)[_ROWS[kind][2]]
    if len(names):
        state.focus(kind, key, " ".join(names.iat[0].split()))
    elif kind == "country":
        state.change(focus=None)


def is_known(kind: str, key: str, frames: Frames) -> bool:
    """Whether `frames` have anything of this kind with this key."""
    return not rows_behind(kind, key, frames).empty


def rows_behind(kind: str, key: str, frames: Frames) -> pd.DataFrame:
    """The rows of `frames` that are of this kind and have this key."""
    table, column, _ = _ROWS[cast(FocusKind, kind)]
    rows: pd.DataFrame = getattr(frames, table)
    return rows[rows[column] == key]


def keep_what_is_known(frames: Frames) -> None:
    """Give up a choice, or a filter, of what is not in `frames` any more."""
    page = state.page()
    focus = page.focus if page.focus and is_known(page.focus.kind, page.focus.key, frames) else None
    asked = {kind: getattr(page.selection, kind) for kind in _ROWS if kind != "event"}
    gone: dict[str, Any] = {
        kind: None for kind, key in asked.items() if key is not None and not is_known(kind, key, frames)
    }
    state.change(focus=focus, selection=replace(page.selection, **gone))


def focus_evidence(frames: Frames) -> list[Evidence]:
    """The sentences behind what is chosen; none when nothing is."""
    focus = state.page().focus
    return _EVIDENCE[focus.kind](frames, focus.key) if focus else []


def lit(kind: FocusKind, frames: Frames, evidence: list[Evidence]) -> list[str] | None:
    """The keys of this kind that stand out: the chosen one, else those in the sentences behind the choice.

    `None` when nothing is chosen: then all look alike.
    """
    focus = state.page().focus
    if focus is None:
        return None
    if focus.kind == kind:
        return [focus.key]
    if (focus.kind, kind) == ("pair", "country"):
        return focus.key.split(">")
    if (focus.kind, kind) == ("link", "entity"):
        return focus.key.split("\n")
    table, column, _ = _ROWS[kind]
    rows = frames.tellings if kind == "event" else getattr(frames, table)  # any sentence that tells it will do
    sentences = {(e.article, e.sentence) for e in evidence}
    places = zip(rows["article"], rows["sentence"], rows[column], strict=True)
    return sorted({key for article, sentence, key in places if key and (article, sentence) in sentences})


def focus_detail(frames: Frames) -> str:
    """What more there is to say of the choice: an event's days and how they were read, an entity's role and names."""
    focus = state.page().focus
    if focus is None:
        return ""
    if focus.kind == "event":
        rows = frames.events[frames.events["event"] == focus.key]
        return "".join(f"{event_days(e)} · {e.status} · {e.why}" for e in rows.itertuples(index=False))
    if focus.kind == "entity":
        rows = frames.mentions[frames.mentions["entity"] == focus.key]
        roles = [r for r in dict.fromkeys(rows["role"]) if r]
        forms = [f"“{t}”" for t in dict.fromkeys(" ".join(x.split()) for x in rows["text"]) if t != focus.name]
        by_hand = [BY_HAND] if any(rows["decided"]) else []
        return " · ".join([*roles[:1], *([f"also {', '.join(forms)}"] if forms else []), *by_hand])
    if focus.kind == "pair":
        pairs = pairs_frame(frames)
        return "".join(pairs.loc[pairs["pair"] == focus.key, "words"])
    if focus.kind == "link":
        return link_words(frames, focus.key)
    if focus.kind == "quote":
        rows = frames.quotes[frames.quotes["quote"] == focus.key]
        return " · ".join(fact for fact in (*rows["role"], *rows["why"]) if fact)
    rows = rows_behind(focus.kind, focus.key, frames)
    if focus.kind == "country":
        counts = rows["text"].value_counts(sort=True)
        words = ", ".join(f"{' '.join(word.split())} {n}" for word, n in counts.items())
        return " · ".join(part for part in (words, explain_conventions(rows.itertuples(index=False))) if part)
    return " · ".join(reason for reason in dict.fromkeys([*rows["name"], *rows["why"]]) if reason)
