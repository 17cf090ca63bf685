"""Which country an article is most about.

Each mention of a country weighs

    kind x place x repetition x label

- kind: how much a mention of that kind says that the country itself is meant (`KIND_WEIGHTS`);
- place: 1 + LEAD * exp(-s / LEAD_LENGTH) in sentence s, from 0: the lead tells what the article is about;
- repetition: 1 for a country's first mention in a sentence, REPEATED for each further one;
- label: LABEL ** n for a nationality that the article has used n times before: a passer-by is called "the Swedish
  climber" in every sentence of a story that happens in Nepal.

What a country does (its role) does not enter: on labelled news neither acting nor being acted on says which country an
article is about. Nor does it pay to discount datelines, which name the country of their story more often than not.

The weights are added up over each fifth of the article's sentences; the fifths are added up, each raised to the power
CLUSTER, so that a cluster counts less than the same mentions spread over the text. The sum is multiplied by
1 + SPREAD * (share of the fifths that mention the country), and by 1 + TITLE where the title names the country. Ties go
to the country named first. Position, frequency and spread are the classic evidence of aboutness (Luhn 1958; Edmundson
1969); the constants were fitted on news with hand-labelled main countries, and nearby values do about as well.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from nlp.country_roles import role_in_article, role_pairs
from nlp.gazetteer import country_name
from nlp.model import CountryCount, CountryRole, Place, PlaceKind

KIND_WEIGHTS = {
    PlaceKind.COUNTRY: 1.0,
    PlaceKind.NATIONALITY: 0.9,
    PlaceKind.CITY: 1.0,
    PlaceKind.REGION: 0.9,
    PlaceKind.SITE: 0.5,
    PlaceKind.INSTITUTION: 0.8,
}
LEAD = 3.0
LEAD_LENGTH = 6.0
REPEATED = 0.5
PARTS = 5
CLUSTER = 0.9
SPREAD = 2.0
TITLE = 0.5
LABEL = 0.85


def rank_countries(
    places: Sequence[Place], sentence_starts: Sequence[int], title_countries: Collection[str] = ()
) -> tuple[CountryCount, ...]:
    """Count the places of each country and put the country that the article is most about first.

    Args:
        places: in text order; those without a country are not counted.
        sentence_starts: where each sentence begins, ascending.
        title_countries: countries that the title names, if there is one.
    """
    named = [p for p in places if p.country is not None]
    salience = country_salience(named, sentence_starts, title_countries)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    sentences: dict[str, set[int]] = defaultdict(set)
    roles: dict[str, list[tuple[CountryRole, int]]] = defaultdict(list)
    for place in named:
        country = str(place.country)
        kinds[country][place.kind.value] += 1
        sentence = max(0, bisect_right(sentence_starts, place.start) - 1)
        sentences[country].add(sentence)
        roles[country].append((place.role, sentence))
    order = {country: number for number, country in enumerate(kinds)}
    ranked = sorted(kinds, key=lambda c: (-round(salience[c], 9), order[c]))
    return tuple(
        CountryCount(
            country=country,
            name=country_name(country),
            mentions=kinds[country].total(),
            sentences=len(sentences[country]),
            share=round(kinds[country].total() / len(named), 4),
            by_kind=tuple(sorted(kinds[country].items(), key=lambda item: (-item[1], item[0]))),
            role=role_in_article(roles[country]),
            by_role=role_pairs(Counter(role for role, _ in roles[country])),
            in_title=country in title_countries,
        )
        for country in ranked
    )


def country_salience(
    places: Sequence[Place], sentence_starts: Sequence[int], title_countries: Collection[str] = ()
) -> dict[str, float]:
    """The salience of each country named by `places` (see the module's text); larger means more of the article."""
    seen: set[tuple[str, int]] = set()
    labels: Counter[str] = Counter()
    parts: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    number = len(sentence_starts)
    count = min(PARTS, max(1, number))
    for place in places:
        country = str(place.country)
        sentence = max(0, bisect_right(sentence_starts, place.start) - 1)
        weight = KIND_WEIGHTS.get(place.kind, 0.0) * (1 + LEAD * math.exp(-sentence / LEAD_LENGTH))
        weight *= REPEATED if (country, sentence) in seen else 1.0
        if place.kind is PlaceKind.NATIONALITY:
            weight *= LABEL ** labels[country]
            labels[country] += 1
        parts[country][count * sentence // max(1, number)] += weight
        seen.add((country, sentence))
    return {
        country: sum(w**CLUSTER for w in weights.values())
        * (1 + SPREAD * len(weights) / count)
        * (1 + TITLE * (country in title_countries))
        for country, weights in parts.items()
    }
