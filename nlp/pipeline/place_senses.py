"""Every reading that a name may have, with how well known it is before the text is asked."""

from __future__ import annotations

import math
from dataclasses import dataclass

from nlp.gazetteer import Candidate, Entry, candidates, capital_of, is_weak_name
from nlp.gazetteer.tables import word_set
from nlp.model import PlaceKind
from nlp.pipeline.place_mentions import Mention

COUNTRY_PRIOR = 8.0  # a country's name against a town's: as if it had a hundred million people
# What else bears the names of regions and quarters is often as well known.
WEAK_PRIORS = {PlaceKind.REGION: 6.5, PlaceKind.CITY: 5.5, PlaceKind.SITE: 5.0}
LOWER_RANK = 1.2
_SHARED_KINDS = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.CITY, PlaceKind.SITE)
_BARE_LEAST = 50_000
_NEAR = 0.2  # degrees between two points of one town


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a name; `entry` is the lexicon's, where it is from there."""

    kind: PlaceKind
    iso3: str | None
    admin1: str
    latitude: float | None
    longitude: float | None
    geonameid: int | None
    prior: float
    entry: Entry | None = None


def senses(mention: Mention) -> list[Sense]:
    """Every reading of a mention; the lexicon's own, when it is strong, stands alone."""
    found = []
    for entry in mention.entries:
        prior = COUNTRY_PRIOR if entry.strong else WEAK_PRIORS.get(entry.kind, COUNTRY_PRIOR)
        prior -= LOWER_RANK * (entry.rank - 1)
        found.append(_listed(entry, prior))
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


def _listed(entry: Entry, prior: float) -> Sense:
    """A reading of the lexicon's; a town that the large table has, too, is that one: New York City is New York."""
    town = _town(entry)
    if town is None:
        return Sense(entry.kind, entry.iso3, "", entry.latitude, entry.longitude, None, prior, entry)
    return Sense(
        entry.kind, entry.iso3, town.admin1, town.latitude, town.longitude, town.geonameid, prior, entry
    )  # fmt: skip


def _town(entry: Entry) -> Candidate | None:
    if entry.kind is not PlaceKind.CITY or entry.latitude is None or entry.longitude is None:
        return None
    point = (entry.latitude, entry.longitude)
    same = (c for c in candidates(entry.form) if c.level == "P" and c.iso3 == entry.iso3)
    return next((c for c in same if math.dist(point, (c.latitude, c.longitude)) < _NEAR), None)


def bare_name(name: str) -> str:
    """A name without what tells its kind or its part: "Enugu" for "Enugu State", "Fargo" for "Fargo City"."""
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in word_set("kinds"):
        words = words[:-1]
    while len(words) > 1 and words[0].casefold() in word_set("parts"):
        words = words[1:]
    return " ".join(words)


def civic_town(name: str) -> str:
    """The town in an institution's name: "Mount Pleasant" in "Mount Pleasant City Council"; else the name itself."""
    words = name.split()
    for length in range(len(words) - 1, 0, -1):
        if words[length].casefold() in word_set("civic") and candidates(" ".join(words[:length])):
            return " ".join(words[:length])
    return name


def _bare_candidates(name: str) -> tuple[Candidate, ...]:
    bare = bare_name(name)
    if bare == name:
        bare = civic_town(name)
    known = () if is_weak_name(bare) or len(bare) < 4 else candidates(bare)[:40]
    return known if known and known[0].population >= _BARE_LEAST else ()


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
