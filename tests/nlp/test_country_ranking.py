"""The order of countries; nothing here needs the language model."""

from __future__ import annotations

import pytest

from nlp.country_ranking import country_salience, rank_countries
from nlp.model import Place, PlaceKind

STARTS = [0, 100, 200, 300, 400, 500, 600, 700, 800, 900]


def _place(start: int, country: str | None, kind: PlaceKind = PlaceKind.COUNTRY) -> Place:
    return Place(start, start + 5, "place", kind, country)


def _order(*places: Place, title: tuple[str, ...] = ()) -> list[str]:
    return [c.country for c in rank_countries(sorted(places, key=lambda p: p.start), STARTS, title)]


def test_rank_of_nothing_is_nothing() -> None:
    assert rank_countries([], STARTS) == ()
    assert rank_countries([], []) == ()
    assert rank_countries([_place(0, None)], [0]) == ()


def test_rank_puts_the_more_frequent_country_first() -> None:
    assert _order(_place(150, "FRA"), _place(250, "ESP"), _place(350, "ESP")) == ["ESP", "FRA"]


def test_rank_puts_the_lead_before_the_end() -> None:
    assert _order(_place(0, "FRA"), _place(950, "ESP")) == ["FRA", "ESP"]
    assert _order(_place(0, "ESP"), _place(950, "FRA")) == ["ESP", "FRA"]


def test_rank_puts_spread_before_a_cluster_at_the_end() -> None:
    spread = [_place(10, "FRA"), _place(310, "FRA"), _place(510, "FRA")]
    cluster = [_place(20, "ESP"), _place(810, "ESP"), _place(820, "ESP"), _place(910, "ESP")]
    assert _order(*spread, *cluster) == ["FRA", "ESP"]


def test_rank_counts_repetition_in_one_sentence_less() -> None:
    once = country_salience([_place(10, "FRA")], STARTS)["FRA"]
    twice = country_salience([_place(10, "FRA"), _place(20, "FRA")], STARTS)["FRA"]
    apart = country_salience([_place(10, "FRA"), _place(110, "FRA")], STARTS)["FRA"]
    assert once < twice < 2 * once
    assert twice < apart


def test_rank_puts_towns_before_a_passer_by_whose_nationality_is_repeated() -> None:
    label = [_place(100 * n + 10, "SWE", PlaceKind.NATIONALITY) for n in range(10)]
    towns = [_place(100 * n + 50, "NPL", PlaceKind.CITY) for n in range(8)]
    assert _order(*label, *towns) == ["NPL", "SWE"]
    assert _order(*label, *towns[:2]) == ["SWE", "NPL"]


def test_rank_lets_the_title_decide_between_equals() -> None:
    places = [_place(10, "FRA"), _place(20, "ESP")]
    assert _order(*places) == ["FRA", "ESP"]
    assert _order(*places, title=("ESP",)) == ["ESP", "FRA"]


def test_rank_breaks_ties_by_what_is_named_first() -> None:
    assert _order(_place(10, "ESP"), _place(20, "FRA")) == ["ESP", "FRA"]


@pytest.mark.parametrize("kind", [PlaceKind.SITE, PlaceKind.INSTITUTION, PlaceKind.NATIONALITY])
def test_rank_weighs_a_countrys_name_most(kind: PlaceKind) -> None:
    assert _order(_place(10, "ESP", kind), _place(20, "FRA")) == ["FRA", "ESP"]


def test_counts_add_up_to_the_places() -> None:
    places = [_place(10, "FRA"), _place(20, None), _place(110, "ESP", PlaceKind.CITY), _place(120, "ESP")]
    counts = rank_countries(places, STARTS)
    assert sum(c.mentions for c in counts) == 3
    assert {c.country: c.by_kind for c in counts}["ESP"] == (("city", 1), ("country", 1))
    assert {c.country: c.sentences for c in counts} == {"ESP": 1, "FRA": 1}
    assert round(sum(c.share for c in counts), 3) == 1.0
