"""Disputed areas: what they count for, and counting them separately; nothing here needs the language model."""

from __future__ import annotations

from dataclasses import replace

from nlp.disputes import DisputePolicy, apply_policy
from nlp.gazetteer import country_codes, country_name, country_point, disputed_area, disputed_areas
from nlp.model import Analysis, Place, PlaceKind, PlaceStatus
from tests.builders import analysis, span_of


def _with_an_area() -> Analysis:
    one = analysis()
    place = Place(
        *span_of("Lima"), "Lima", PlaceKind.REGION, "PER", rule="name", status=PlaceStatus.DISPUTED, area="XCR"
    )
    return replace(one, places=(one.places[0], place, one.places[2]))


def test_recognised_leaves_an_analysis_as_it_is() -> None:
    found = _with_an_area()
    assert apply_policy(found, DisputePolicy.RECOGNISED) is found


def test_separate_counts_an_area_by_itself_and_takes_it_from_its_country() -> None:
    found = apply_policy(_with_an_area(), DisputePolicy.SEPARATE)
    assert [place.country for place in found.places] == ["PER", "XCR", "CHL"]
    assert {c.country: (c.name, c.mentions) for c in found.countries} == {
        "PER": ("Peru", 1),
        "XCR": ("Crimea", 1),
        "CHL": ("Chile", 1),
    }
    assert sum(c.mentions for c in found.countries) == len(found.places)


def test_separate_changes_nothing_where_no_area_is_named() -> None:
    found = analysis()
    assert apply_policy(found, DisputePolicy.SEPARATE) is found


def test_area_has_a_name_and_a_point_but_is_no_country() -> None:
    for code, area in disputed_areas().items():
        assert country_name(code)
        assert country_point(code) is not None
        assert (code in country_codes()) == (area.iso3 == code)


def test_towns_and_divisions_lie_in_their_area_and_namesakes_do_not() -> None:
    assert disputed_area("UKR", "20").code == "XCR"  # type: ignore[union-attr]
    assert disputed_area("GEO", "73", "Tskhinvali").code == "XSO"  # type: ignore[union-attr]
    assert disputed_area("GEO", "73", "Gori") is None
    assert disputed_area("USA", "11", "Tskhinvali") is None
    assert disputed_area(None) is None
