"""What a country does in an article as a whole, from what it does where it is named: is it a party, or the stage?

Each mention has a role. Mentions in the first LEAD sentences count twice, since the lead tells who did what. Then

- a country that acts or is acted on is a party, unless it is the stage more than STAGE times as often: a reader asks
  first who is involved, and a party is also named as a place again and again, while a mere host seldom acts;
- a party is an actor if it acts at least as often as it is acted on, else it is affected;
- a country that is no party is a venue if anything at all happens there, and else only mentioned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from nlp.model import CountryRole

LEAD = 3
STAGE = 3
_ACTOR, _AFFECTED, _VENUE, _MENTIONED = CountryRole


def role_in_article(mentions: Iterable[tuple[CountryRole, int]]) -> CountryRole:
    """The role of the country with these mentions, each its role and the number of its sentence, from 0.

    >>> role_in_article([(CountryRole.VENUE, n) for n in range(3, 8)] + [(CountryRole.ACTOR, 0)] * 2).value
    'actor'
    >>> role_in_article([]).value
    'mentioned'
    """
    weights: Counter[CountryRole] = Counter()
    for role, sentence in mentions:
        weights[role] += 2 if sentence < LEAD else 1
    parties = weights[_ACTOR] + weights[_AFFECTED]
    if parties and parties * STAGE >= weights[_VENUE]:
        return _ACTOR if weights[_ACTOR] >= weights[_AFFECTED] else _AFFECTED
    return _VENUE if weights[_VENUE] else _MENTIONED


def role_pairs(counts: Mapping[CountryRole, int]) -> tuple[tuple[str, int], ...]:
    """`CountryCount.by_role`: (role, mentions) pairs, most frequent first, then in the order of `CountryRole`."""
    order = list(CountryRole)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], order.index(item[0])))
    return tuple((role.value, count) for role, count in ranked if count)
