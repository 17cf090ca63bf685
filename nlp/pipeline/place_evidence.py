"""What a document says of where it is, and how well a reading of a name fits that."""

from __future__ import annotations

import math
from collections import defaultdict

from nlp.model import PlaceKind
from nlp.pipeline.place_senses import Sense

COUNTRY = 3.0
DIVISION = 2.0
NEAR = 1.0
NEAR_KM = 200.0
LOCAL = 1.0
MOST_POINTS = 200  # points that nearness is measured to: the first of a long article are enough


class Evidence:
    """The settled names of one document, each counted once for its country."""

    def __init__(self) -> None:
        self.countries: dict[str, dict[str, float]] = defaultdict(dict)
        self.sums: dict[str, float] = defaultdict(float)
        self.own: dict[str, float] = defaultdict(float)
        self.divisions: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.local: dict[str, set[str]] = defaultdict(set)
        self.peoples: set[str] = set()
        self.points: list[tuple[str, float, float]] = []

    def weigh(self, key: str, country: str, weight: float) -> None:
        """Let the name `key` speak for a country; only its greatest weight counts."""
        more = weight - self.countries[country].get(key, 0.0)
        if more > 0:
            self.countries[country][key] = weight
            self.sums[country] += more
            self.own[key] += more

    def add(self, key: str, sense: Sense, weight: float) -> None:
        """Count a settled name; `key` is the name."""
        if sense.iso3 is None:
            return
        self.weigh(key, sense.iso3, weight)
        if sense.kind is PlaceKind.NATIONALITY:
            self.peoples.add(key)
        if sense.kind in (PlaceKind.CITY, PlaceKind.REGION, PlaceKind.INSTITUTION):
            self.local[sense.iso3].add(key)
        if sense.admin1:
            self.divisions[sense.iso3, sense.admin1].add(key)
        if sense.latitude is None or sense.longitude is None or sense.kind is PlaceKind.COUNTRY:
            return
        if len(self.points) < MOST_POINTS:
            self.points.append((key, sense.latitude, sense.longitude))

    def total(self, key: str) -> float:
        """How much is known from other names."""
        return sum(self.sums.values()) - self.own.get(key, 0.0)

    def knows(self, iso3: str | None, key: str) -> bool:
        """Whether another name than `key` points to the country."""
        names = self.countries.get(iso3 or "", {})
        return len(names) > (key in names)

    def score(self, key: str, sense: Sense) -> float:
        """The score of one reading of the name `key`, from all other names."""
        iso3 = sense.iso3 or ""
        own = self.sums.get(iso3, 0.0) - self.countries.get(iso3, {}).get(key, 0.0)
        score = sense.prior + COUNTRY * own / (self.total(key) + 1.0)
        if sense.admin1 and self.divisions.get((iso3, sense.admin1), set()) - {key}:
            score += DIVISION
        if sense.kind in (PlaceKind.COUNTRY, PlaceKind.NATIONALITY):
            return score + (LOCAL if self.local.get(iso3, set()) - {key} else 0.0)
        if sense.latitude is not None and sense.longitude is not None:
            near = [kilometres(sense.latitude, sense.longitude, a, b) for k, a, b in self.points if k != key]
            score += NEAR * math.exp(-min(near) / NEAR_KM) if near else 0.0
        return score

    def dominant(self) -> tuple[str, float] | None:
        """The country that most of what is known points to, with its share; `None` where too little is known.

        Nationalities say whose people are there, not where "there" is: they count only where nothing else is known.
        """
        lying = {
            c: sum(w for key, w in names.items() if key not in self.peoples) for c, names in self.countries.items()
        }
        sums = lying if sum(lying.values()) >= 1.0 else self.sums
        total = sum(sums.values())
        if total < 1.0:
            return None
        country = min(sums, key=lambda c: (-sums[c], c))
        return country, sums[country] / total


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance by the flat approximation, good enough to tell near from far."""
    east = (longitude - other_longitude + 180) % 360 - 180
    return 111.2 * math.hypot(latitude - other_latitude, east * math.cos(math.radians((latitude + other_latitude) / 2)))
