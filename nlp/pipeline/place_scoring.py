"""Choosing among the readings of a name by what the document says.

A reading's score is

    how well known it is + COUNTRY x share of its country in the text + DIVISION where its state or province is named
    + NEAR x closeness to the nearest other settled place + LOCAL for a country of which the text names towns
    + CAPITAL for the capital of a country that the text names

(`nlp.pipeline.place_evidence` has all but the first and the last).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from nlp.gazetteer import capital_of
from nlp.model import PlaceKind
from nlp.pipeline.place_evidence import Evidence
from nlp.pipeline.place_senses import COUNTRY_PRIOR, Sense

_SMALL = 5.3  # a town of fewer than two hundred thousand people
_ELSEWHERE = 2.0
_DOUBTFUL = 0.5
_MOST_BEATEN = 3
_CAPITAL = 2.0


@dataclass(frozen=True, slots=True)
class Decision:
    """The reading that was chosen, why, how sure, and the likeliest readings that it beat with their shares."""

    sense: Sense
    rule: str
    confidence: float
    beaten: tuple[tuple[Sense, float], ...] = ()


def best_reading(key: str, options: Sequence[Sense], evidence: Evidence) -> Decision | None:
    if not options:
        return None
    if len({s.iso3 for s in options}) == 1 and options[0].prior >= COUNTRY_PRIOR:
        return Decision(options[0], "name", 0.99)
    if all(s.prior < _SMALL and not evidence.knows(s.iso3, key) for s in options) and evidence.total(key) >= _ELSEWHERE:
        return None
    scored = sorted(((_score(key, s, evidence), -n) for n, s in enumerate(options)), reverse=True)
    best = options[-scored[0][1]]
    weights: dict[str | None, float] = defaultdict(float)
    for score, number in scored:
        weights[options[-number].iso3] += 10 ** (score - scored[0][0])
    confidence = weights[best.iso3] / sum(weights.values())
    if confidence < _DOUBTFUL and not evidence.knows(best.iso3, key) and evidence.total(key) >= _ELSEWHERE:
        return None  # any of several places elsewhere
    prior = max(options, key=lambda s: s.prior)
    rule = "only_country" if len(weights) == 1 else "population" if prior is best else "context"
    return Decision(best, rule, round(0.95 * confidence, 3), tuple(_beaten(best, options, scored)))


def with_beaten(decision: Decision, options: Iterable[Sense]) -> Decision:
    """A decision that the text states, with the best known other readings, which share what doubt is left."""
    seen = {decision.sense.iso3}
    others: list[Sense] = []
    for sense in sorted(options, key=lambda s: -s.prior):
        if sense.iso3 not in seen and len(others) < _MOST_BEATEN:
            seen.add(sense.iso3)
            others.append(sense)
    doubt = (1 - decision.confidence) / max(1, len(others))
    return replace(decision, beaten=tuple((sense, doubt) for sense in others))


def _score(key: str, sense: Sense, evidence: Evidence) -> float:
    capital = sense.kind is PlaceKind.CITY and sense.iso3 in capital_of(key.rstrip("*"))
    return evidence.score(key, sense) + (_CAPITAL if capital and evidence.knows(sense.iso3, key) else 0.0)


def _beaten(
    best: Sense, options: Sequence[Sense], scored: Sequence[tuple[float, int]]
) -> Iterator[tuple[Sense, float]]:
    """The likeliest other readings with their share of belief, one for each country and kind."""
    whole = sum(10 ** (score - scored[0][0]) for score, _ in scored)
    seen = {(best.iso3, best.kind)}
    for score, number in scored:
        sense = options[-number]
        if (sense.iso3, sense.kind) not in seen and len(seen) <= _MOST_BEATEN:
            seen.add((sense.iso3, sense.kind))
            yield sense, 0.95 * 10 ** (score - scored[0][0]) / whole
