"""Deciding which place each name means, over the whole document.

One name has one sense in an article, unless the text gives it another container. Names are settled twice: first by what
the text states outright, then by that and the first answers.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence

from nlp.gazetteer import country_point, division
from nlp.model import PlaceKind
from nlp.pipeline.place_evidence import Evidence
from nlp.pipeline.place_locality import readings_by_sentence
from nlp.pipeline.place_mentions import Container, Mention
from nlp.pipeline.place_scoring import Decision, best_reading, with_beaten
from nlp.pipeline.place_senses import Sense, senses
from nlp.pipeline.place_surroundings import neighbours, surroundings

_CUE = 0.5
_MOST_CUES = 3.0
_SURE = 0.6
_SECOND_HAND = 0.7


def resolve(mentions: Sequence[Mention], cues: Mapping[str, float] | None = None) -> list[Decision | None]:
    """One decision for each mention; `None` where the name is not known. `cues` weigh countries beforehand."""
    evidence = Evidence()
    for country, weight in (cues or {}).items():
        evidence.weigh("(cues)", country, _CUE * min(weight, _MOST_CUES))
    readings = {m.key: senses(m) for m in mentions}
    for mention in mentions:
        if mention.entry is not None and mention.entry.strong and mention.inside is None:
            evidence.add(mention.key, readings[mention.key][0], 1.0)
        if mention.inside is not None:
            evidence.add(mention.key, _contained(mention, readings[mention.key]).sense, 1.0)
    answers = {key: best_reading(key, options, evidence) for key, options in readings.items()}
    second = copy.deepcopy(evidence)
    for key, answer in answers.items():
        if answer is not None and answer.confidence >= _SURE:
            second.add(key, answer.sense, _SECOND_HAND * answer.confidence)
    answers = {key: best_reading(key, options, second) for key, options in readings.items()}
    beside = readings_by_sentence(mentions, readings, answers, second)
    stated: dict[str, Decision] = {}
    for mention in mentions:
        if mention.inside is not None:
            options = readings[mention.key]
            stated.setdefault(mention.key, with_beaten(_contained(mention, options), options))
    decisions: list[Decision | None] = []
    latest = dict(stated)
    for mention in mentions:
        options = readings[mention.key]
        chosen = _chosen(mention, options)
        if chosen is not None:
            decisions.append(with_beaten(chosen, options))
        elif mention.inside is not None:
            latest[mention.key] = with_beaten(_contained(mention, options), options)
            decisions.append(latest[mention.key])
        elif mention.key in latest and not mention.is_settled:
            decision = latest[mention.key]
            decisions.append(Decision(decision.sense, "one_sense", decision.confidence * 0.95, decision.beaten))
        else:
            decisions.append(beside.get(mention.start, answers[mention.key]))
    whole = surroundings(second)
    settled = [(m.start, d.sense) for m, d in zip(mentions, decisions, strict=True) if d is not None and d.sense.iso3]
    return [d or neighbours(m, settled) or whole for m, d in zip(mentions, decisions, strict=True)]


def _chosen(mention: Mention, options: Iterable[Sense]) -> Decision | None:
    """The reading of a container's own name that fits the name before it."""
    if mention.chosen is None:
        return None
    country, admin1 = mention.chosen.iso3, mention.chosen.admin1
    fitting = [s for s in options if s.iso3 == country and s.kind is not PlaceKind.CITY]
    fitting = [s for s in fitting if s.admin1 == admin1] or fitting
    return Decision(fitting[0], "contains", 0.97) if fitting else None


def _contained(mention: Mention, options: Iterable[Sense]) -> Decision:
    """The reading that lies in the container which the text names; a place unknown there is still in its country."""
    inside = mention.inside or Container("")
    fitting = [
        s
        for s in options
        if s.iso3 == inside.iso3 and inside.admin1 in ("", s.admin1) and s.kind in (PlaceKind.CITY, PlaceKind.REGION)
    ]
    towns = [s for s in fitting if s.kind is PlaceKind.CITY] or fitting
    if towns:
        return Decision(max(towns, key=lambda s: s.prior), "container", 0.97)
    where = division(inside.iso3, inside.admin1) if inside.admin1 else None
    latitude, longitude = (where.latitude, where.longitude) if where else country_point(inside.iso3) or (None, None)
    sense = Sense(PlaceKind.CITY, inside.iso3, inside.admin1, latitude, longitude, None, 0.0)
    return Decision(sense, "container", 0.8)
