"""One happening, one event: reports of the same thing on the same day are joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.model import Event
from nlp.pipeline.event_cues import cues
from nlp.pipeline.event_labels import AIM

_WORD = re.compile(r"\w+")
_STEM = 5  # letters: enough for exchange/exchanged, sign/signing stay apart from signal
_NEIGHBOURS = 60  # events of one day compared with each other; more would be a table
_SHARE = 0.6


def merge_duplicates(events: Sequence[Event]) -> list[Event]:
    """Keep one event, the best worded, of those that tell the same happening on the same days.

    The places of the others become further evidence of it.
    """
    kept: list[Event] = []
    by_days: dict[object, list[int]] = {}
    for event in events:
        days = (event.first_day, event.last_day)
        same = by_days.setdefault(days, [])
        twin = next((place for place in same[-_NEIGHBOURS:] if _tell_the_same(kept[place], event)), None)
        if twin is None:
            same.append(len(kept))
            kept.append(event)
        else:
            kept[twin] = _join(kept[twin], event)
    return kept


def _join(one: Event, other: Event) -> Event:
    """The better worded of two events, with the other's places as further evidence, one a sentence."""
    best, rest = (other, one) if _worth(other) > _worth(one) else (one, other)
    further = {e.sentence: e for e in (*rest.evidence, *best.also) if e.sentence != best.sentence}
    return replace(best, also=tuple(further[sentence] for sentence in sorted(further)))


def _tell_the_same(one: Event, other: Event) -> bool:
    if one.sentence == other.sentence and one.trigger == other.trigger:
        return True
    if one.status != other.status and "denied" in (one.status, other.status):
        return False
    a, b = _stems(one.label), _stems(other.label)
    if not a or not b:
        return one.label.lower() == other.label.lower()
    shared = len(a & b) / min(len(a), len(b))
    return shared == 1 or (shared >= _SHARE and len(a & b) >= 2)


def _stems(label: str) -> frozenset[str]:
    words = (w.lower() for w in _WORD.findall(label))
    return frozenset(w[:_STEM] for w in words if len(w) > 3 and w not in cues("report") and w not in cues("weak verb"))


def _worth(event: Event) -> tuple[bool, int]:
    """Rather a rule's label than a fallback's, then the one that tells more within the room there is."""
    return (not event.rule.startswith("fallback"), len(event.label) if len(event.label) <= AIM else 0)
