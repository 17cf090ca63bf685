"""Deciding which place each name means, over the whole document.

One name has one sense in an article, unless the text gives it another container. A candidate's score is

    log10(population) + COUNTRY x share of the country in the text + DIVISION where its state or province is named
    + NEAR x closeness to the nearest other settled place + LOCAL for a country of which the text names towns

and names are settled twice: first by what the text states outright, then by that and the first answers.
"""

from __future__ import annotations

import copy
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nlp.gazetteer import Candidate, candidates, capital_of, country_point, division, is_weak_name
from nlp.gazetteer.tables import word_set
from nlp.model import PlaceKind
from nlp.pipeline.place_evidence import Evidence, Sense
from nlp.pipeline.place_mentions import Container, Mention

CUE = 0.5
MOST_CUES = 3.0
_SHARED_KINDS = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.CITY, PlaceKind.SITE)
BARE_LEAST = 50_000
SMALL = 5.3  # a town of fewer than two hundred thousand people
ELSEWHERE = 2.0
MOST = 0.6
CLOSE, NEARBY = 600, 150.0  # code points
PASSING = 0.1  # a nationality or an institution says less of where something lies than a place does
LEAST_NEARBY = 0.1
LOWER_RANK = 1.2
MOST_BEATEN = 3
CAPITAL = 2.0  # a capital whose country the text names
# What else bears the names of regions and quarters is often as well known.
WEAK_PRIORS = {PlaceKind.REGION: 6.5, PlaceKind.CITY: 5.5, PlaceKind.SITE: 5.0}
COUNTRY_PRIOR = 8.0  # a country's name against a town's: as if it had a hundred million people


@dataclass(frozen=True, slots=True)
class Decision:
    """The reading that was chosen, why, how sure, and the likeliest readings that it beat with their shares."""

    sense: Sense
    rule: str
    confidence: float
    beaten: tuple[tuple[Sense, float], ...] = ()


def senses(mention: Mention) -> list[Sense]:
    """Every reading of a mention; the lexicon's own, when it is strong, stands alone."""
    found = []
    for entry in mention.entries:
        prior = COUNTRY_PRIOR if entry.strong else WEAK_PRIORS.get(entry.kind, COUNTRY_PRIOR)
        prior -= LOWER_RANK * (entry.rank - 1)
        found.append(Sense(entry.kind, entry.iso3, "", entry.latitude, entry.longitude, None, prior, entry))
    alone = mention.entry is not None and (mention.entry.strong or mention.entry.kind not in _SHARED_KINDS)
    if alone and mention.inside is None:
        return found
    if len(mention.text) < 3 or (is_weak_name(mention.text) and not mention.inside and mention.label in ("LOC", "FAC")):
        return found
    known = candidates(mention.text)[:40] or _bare_candidates(mention.text)
    towns = {(c.iso3, c.admin1): c.population for c in known if c.level == "P"}
    wide = [c for c in known if c.level != "P" and 20 * towns.get((c.iso3, c.admin1), 0) > c.population]
    capitals = capital_of(mention.text) & {c.iso3 for c in known if c.level == "P"}
    return found + [_sense(c, capitals) for c in known if c not in wide]


def bare_name(name: str) -> str:
    """A name without what tells its kind or its part: "Enugu" for "Enugu State", "Fargo" for "Fargo City"."""
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in word_set("kinds"):
        words = words[:-1]
    while len(words) > 1 and words[0].casefold() in word_set("parts"):
        words = words[1:]
    return " ".join(words)


def _bare_candidates(name: str) -> tuple[Candidate, ...]:
    bare = bare_name(name)
    known = () if is_weak_name(bare) or len(bare) < 4 else candidates(bare)[:40]
    return known if known and known[0].population >= BARE_LEAST else ()


def _sense(candidate: Candidate, capitals: frozenset[str]) -> Sense:
    """A candidate as a reading; `capitals` are the countries whose capital has the name."""
    prior = math.log10(candidate.population + 100)
    if candidate.level == "B":
        prior -= 1.0
    if candidate.level == "A":
        prior -= 1.3 if candidate.iso3 in capitals else 0.3
    return Sense(
        candidate.kind, candidate.iso3, candidate.admin1, candidate.latitude, candidate.longitude,
        candidate.geonameid, prior,
    )  # fmt: skip


def resolve(mentions: Sequence[Mention], cues: Mapping[str, float] | None = None) -> list[Decision | None]:
    """One decision for each mention; `None` where the name is not known. `cues` weigh countries beforehand."""
    evidence = Evidence()
    for country, weight in (cues or {}).items():
        evidence.weigh("(cues)", country, CUE * min(weight, MOST_CUES))
    readings = {m.key: senses(m) for m in mentions}
    for mention in mentions:
        if mention.entry is not None and mention.entry.strong and mention.inside is None:
            evidence.add(mention.key, readings[mention.key][0], 1.0)
        if mention.inside is not None:
            evidence.add(mention.key, _contained(mention, readings[mention.key]).sense, 1.0)
    answers = {key: _best(key, options, evidence) for key, options in readings.items()}
    second = copy.deepcopy(evidence)
    for key, answer in answers.items():
        if answer is not None and answer.confidence >= 0.6:
            second.add(key, answer.sense, 0.7 * answer.confidence)
    answers = {key: _best(key, options, second) for key, options in readings.items()}
    stated: dict[str, Decision] = {}
    for mention in mentions:
        if mention.inside is not None:
            stated.setdefault(mention.key, _contained(mention, readings[mention.key]))
    decisions: list[Decision | None] = []
    latest = dict(stated)
    for mention in mentions:
        chosen = _chosen(mention, readings[mention.key])
        if chosen is not None:
            decisions.append(chosen)
        elif mention.inside is not None:
            latest[mention.key] = _contained(mention, readings[mention.key])
            decisions.append(latest[mention.key])
        elif mention.key in latest and not (mention.entry is not None and mention.entry.strong):
            decision = latest[mention.key]
            decisions.append(Decision(decision.sense, "one_sense", decision.confidence * 0.95, decision.beaten))
        else:
            decisions.append(answers[mention.key])
    whole = surroundings(second)
    settled = [(m.start, d.sense) for m, d in zip(mentions, decisions, strict=True) if d is not None and d.sense.iso3]
    return [d or neighbours(m, settled) or whole for m, d in zip(mentions, decisions, strict=True)]


def neighbours(mention: Mention, settled: Sequence[tuple[int, Sense]]) -> Decision | None:
    """The country of a place that the gazetteer does not know, where what is named close by lies in one."""
    weights: dict[str, float] = defaultdict(float)
    for start, sense in settled:
        if abs(start - mention.start) <= CLOSE:
            lying = sense.kind not in (PlaceKind.NATIONALITY, PlaceKind.INSTITUTION)
            weights[sense.iso3 or ""] += (1.0 if lying else PASSING) * math.exp(-abs(start - mention.start) / NEARBY)
    if not weights:
        return None
    country = max(weights, key=lambda c: (weights[c], c))
    share = weights[country] / sum(weights.values())
    if share < MOST or weights[country] < LEAST_NEARBY:
        return None
    sense = Sense(PlaceKind.SITE, country, "", None, None, None, 0.0)
    return Decision(sense, "surroundings", round(0.6 * share, 3))


def surroundings(evidence: Evidence) -> Decision | None:
    """The country of a place that the gazetteer does not know, where most of what the text names lies in one."""
    country, share = evidence.dominant() or ("", 0.0)
    if share < MOST:
        return None
    return Decision(Sense(PlaceKind.SITE, country, "", None, None, None, 0.0), "surroundings", round(0.5 * share, 3))


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


def _best(key: str, options: Sequence[Sense], evidence: Evidence) -> Decision | None:
    if not options:
        return None
    if len({s.iso3 for s in options}) == 1 and options[0].prior >= COUNTRY_PRIOR:
        return Decision(options[0], "name", 0.99)
    if all(s.prior < SMALL and not evidence.knows(s.iso3, key) for s in options) and evidence.total(key) >= ELSEWHERE:
        return None
    scored = sorted(((_score(key, s, evidence), -n) for n, s in enumerate(options)), reverse=True)
    best = options[-scored[0][1]]
    weights: dict[str | None, float] = defaultdict(float)
    for score, number in scored:
        weights[options[-number].iso3] += 10 ** (score - scored[0][0])
    confidence = weights[best.iso3] / sum(weights.values())
    prior = max(options, key=lambda s: s.prior)
    rule = "only_country" if len(weights) == 1 else "population" if prior is best else "context"
    return Decision(best, rule, round(0.95 * confidence, 3), tuple(_beaten(best, options, scored)))


def _score(key: str, sense: Sense, evidence: Evidence) -> float:
    capital = sense.kind is PlaceKind.CITY and sense.iso3 in capital_of(key.rstrip("*"))
    return evidence.score(key, sense) + (CAPITAL if capital and evidence.knows(sense.iso3, key) else 0.0)


def _beaten(
    best: Sense, options: Sequence[Sense], scored: Sequence[tuple[float, int]]
) -> Iterator[tuple[Sense, float]]:
    """The likeliest other readings with their share of belief, one for each country and kind."""
    whole = sum(10 ** (score - scored[0][0]) for score, _ in scored)
    seen = {(best.iso3, best.kind)}
    for score, number in scored:
        sense = options[-number]
        if (sense.iso3, sense.kind) not in seen and len(seen) <= MOST_BEATEN:
            seen.add((sense.iso3, sense.kind))
            yield sense, 0.95 * 10 ** (score - scored[0][0]) / whole
