"""The country of a place that the gazetteer does not know, from what the text names around it."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter

from nlp.model import PlaceKind
from nlp.pipeline.place_evidence import Evidence
from nlp.pipeline.place_mentions import Mention
from nlp.pipeline.place_scoring import Decision
from nlp.pipeline.place_senses import Sense

MOST = 0.6
CLOSE, NEARBY = 600, 150.0  # code points
PASSING = 0.1  # a nationality or an institution says less of where something lies than a place does
LEAST_NEARBY = 0.1
# How often such answers were right on labelled news, for a share of one.
_SAID_CLOSE, _SAID_NOWHERE = 0.95, 0.85


def neighbours(mention: Mention, settled: Sequence[tuple[int, Sense]]) -> Decision | None:
    """The country of a place that the gazetteer does not know, where what is named close by lies in one.

    `settled` holds where each place that is known begins, and its reading, in text order.
    """
    weights: dict[str, float] = defaultdict(float)
    first = bisect_left(settled, mention.start - CLOSE, key=itemgetter(0))
    last = bisect_right(settled, mention.start + CLOSE, key=itemgetter(0))
    for start, sense in settled[first:last]:
        lying = sense.kind not in (PlaceKind.NATIONALITY, PlaceKind.INSTITUTION)
        weights[sense.iso3 or ""] += (1.0 if lying else PASSING) * math.exp(-abs(start - mention.start) / NEARBY)
    if not weights:
        return None
    country = max(weights, key=lambda c: (weights[c], c))
    share = weights[country] / sum(weights.values())
    if share < MOST or weights[country] < LEAST_NEARBY:
        return None
    sense = Sense(PlaceKind.SITE, country, "", None, None, None, 0.0)
    return Decision(sense, "surroundings", round(_SAID_CLOSE * share, 3))


def surroundings(evidence: Evidence) -> Decision | None:
    """The country of a place that the gazetteer does not know, where most of what the text names lies in one."""
    country, share = evidence.dominant() or ("", 0.0)
    if share < MOST:
        return None
    sense = Sense(PlaceKind.SITE, country, "", None, None, None, 0.0)
    return Decision(sense, "surroundings", round(_SAID_NOWHERE * share, 3))
