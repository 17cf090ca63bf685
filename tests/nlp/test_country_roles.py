"""The role of a country in an article, counted from its mentions; nothing here needs the language model."""

from __future__ import annotations

import pytest

from nlp.country_ranking import rank_countries
from nlp.country_roles import role_in_article, role_pairs
from nlp.model import CountryRole, Place, PlaceKind

ACTOR, AFFECTED, VENUE, MENTIONED = CountryRole
STARTS = list(range(0, 2000, 100))


@pytest.mark.parametrize(
    ("mentions", "role"),
    [
        ([], MENTIONED),
        ([(MENTIONED, 0), (MENTIONED, 4)], MENTIONED),
        ([(VENUE, 9), *[(MENTIONED, n) for n in range(8)]], VENUE),
        ([(ACTOR, 9), *[(MENTIONED, n) for n in range(8)]], ACTOR),
        ([(AFFECTED, 5)], AFFECTED),
        ([(ACTOR, 5), (AFFECTED, 6)], ACTOR),
        ([(ACTOR, 5), (AFFECTED, 6), (AFFECTED, 7)], AFFECTED),
        ([(ACTOR, 0), (AFFECTED, 6)], ACTOR),
        ([(AFFECTED, 0), (ACTOR, 6)], AFFECTED),
        ([(ACTOR, 5), (VENUE, 6), (VENUE, 7), (VENUE, 8)], ACTOR),
        ([(ACTOR, 5), *[(VENUE, n) for n in range(6, 10)]], VENUE),
        ([(ACTOR, 0), (ACTOR, 1), *[(VENUE, n) for n in range(3, 8)]], ACTOR),
        ([(ACTOR, 9), *[(VENUE, n) for n in range(3)]], VENUE),
    ],
)
def test_role_in_article_asks_party_or_stage(mentions: list[tuple[CountryRole, int]], role: CountryRole) -> None:
    assert role_in_article(mentions) is role


def test_role_in_article_does_not_depend_on_the_order_of_mentions() -> None:
    mentions = [(ACTOR, 5), (AFFECTED, 0), (VENUE, 3), (MENTIONED, 1), (ACTOR, 6)]
    assert role_in_article(mentions) is role_in_article(mentions[::-1])


def test_role_pairs_are_the_most_frequent_first() -> None:
    assert role_pairs({MENTIONED: 2, VENUE: 1, ACTOR: 1, AFFECTED: 0}) == (("mentioned", 2), ("actor", 1), ("venue", 1))


def test_rank_counts_roles_that_add_up() -> None:
    places = [
        Place(start, start + 5, "place", PlaceKind.COUNTRY, country, role=role)
        for start, country, role in [
            (10, "FRA", ACTOR),
            (120, "ESP", VENUE),
            (330, "FRA", AFFECTED),
            (400, None, ACTOR),
        ]
    ]
    counts = {c.country: c for c in rank_countries(places, STARTS)}
    assert counts["FRA"].by_role == (("actor", 1), ("affected", 1))
    assert counts["FRA"].role is ACTOR
    assert counts["ESP"].role is VENUE
    assert all(sum(n for _, n in c.by_role) == c.mentions for c in counts.values())
