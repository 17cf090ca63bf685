"""A word counts for the country that the analyst says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nlp.corrections import PlaceDecision, apply_corrections, apply_decision, numbers_touched
from nlp.disputes import DisputePolicy, apply_policy
from nlp.frames import build_frames
from nlp.model import Analysis, PlaceKind, Span
from nlp.store import Workspace, open_workspace, save_workspace
from tests.builders import analysis as visit
from tests.builders import clash
from tests.nlp.corrections.told import relates, told

ATHENS = told("[Georgia|g1] beat [Ana|p1] in [Athens|g2]. [Georgia|g1] won.", g1="GEO", g2="GRC")
STATE = PlaceDecision(("Georgia", "Athens"), "USA")


def counts(analysis: Analysis) -> dict[str, int]:
    return {country.country: country.mentions for country in analysis.countries}


def test_words_count_for_the_country_that_is_meant() -> None:
    corrected = apply_decision(ATHENS, STATE)
    assert counts(ATHENS) == {"GEO": 2, "GRC": 1}
    assert counts(corrected) == {"USA": 3}
    assert {p.rule for p in corrected.places} == {"analyst"}
    assert [e.country for e in corrected.entities] == ["USA", None, "USA"]
    assert numbers_touched([ATHENS], STATE) == {"a1": 3}


def test_a_town_or_state_lies_where_the_gazetteer_has_it_in_that_country() -> None:
    places = apply_decision(ATHENS, STATE).places
    assert [(p.text, p.kind, round(p.latitude or 0), round(p.longitude or 0)) for p in places] == [
        ("Georgia", PlaceKind.REGION, 33, -84),
        ("Athens", PlaceKind.CITY, 34, -83),
        ("Georgia", PlaceKind.REGION, 33, -84),
    ]
    assert places[1].geonameid


def test_a_country_by_its_own_name_is_a_country_again() -> None:
    back = apply_corrections([ATHENS], [STATE, PlaceDecision(("Georgia",), "GEO")])[0]
    assert [(p.kind, p.country, p.latitude) for p in back.places if p.text == "Georgia"] == [
        (PlaceKind.COUNTRY, "GEO", None)
    ] * 2


def test_an_unknown_town_keeps_no_point_of_another_country() -> None:
    one = replace(ATHENS, places=tuple(replace(p, latitude=1.0, longitude=2.0) for p in ATHENS.places))
    corrected = apply_decision(one, PlaceDecision(("Athens",), "MNG"))
    athens = corrected.places[1]
    assert (athens.country, athens.latitude, athens.longitude, athens.geonameid) == ("MNG", None, None, None)


def test_no_country_and_no_place_are_two_things() -> None:
    nowhere = apply_decision(ATHENS, PlaceDecision(("Athens",)))
    assert [(p.text, p.country) for p in nowhere.places] == [("Georgia", "GEO"), ("Athens", None), ("Georgia", "GEO")]
    none = apply_decision(ATHENS, PlaceDecision(("Athens",), place=False))
    assert [p.text for p in none.places] == ["Georgia", "Georgia"]
    assert len(none.mentions) == len(ATHENS.mentions), "a name it stays"


@pytest.mark.parametrize(
    "decision",
    [PlaceDecision(("Ana",), "USA"), PlaceDecision(("Atlanta",), "USA"), replace(STATE, articles=("another",))],
    ids=["a person", "another word", "another article"],
)
def test_decision_takes_hold_only_of_what_it_names(decision: PlaceDecision) -> None:
    assert apply_decision(ATHENS, decision) is ATHENS
    assert numbers_touched([ATHENS], decision) == {}


def test_only_some_of_the_places_can_be_meant() -> None:
    second = ATHENS.places[2]
    decision = PlaceDecision(("Georgia",), "USA", articles=("a1",), spans=(Span(second.start, second.end),))
    assert [p.country for p in apply_decision(ATHENS, decision).places] == ["GEO", "GRC", "USA"]


def test_a_name_of_the_list_that_was_not_on_the_map_is_put_on_it() -> None:
    one = told("[Oskarsburg|g1] fell.")
    assert one.places == ()
    corrected = apply_decision(one, PlaceDecision(("Oskarsburg",), "UKR"))
    assert [(p.text, p.country, p.kind) for p in corrected.places] == [("Oskarsburg", "UKR", PlaceKind.REGION)]
    assert counts(corrected) == {"UKR": 1}
    assert apply_decision(one, PlaceDecision(("Oskarsburg",), place=False)).places == ()


def test_only_what_counts_for_the_chosen_country_is_meant() -> None:
    one = told("[London|g1] and [London|g2].", g1="GBR", g2="CAN")
    moved = apply_decision(one, PlaceDecision(("London",), "USA", instead_of="CAN"))
    assert [p.country for p in moved.places] == ["GBR", "USA"]
    nowhere = apply_decision(one, PlaceDecision(("London",), None, instead_of="CAN"))
    again = apply_decision(nowhere, PlaceDecision(("London",), "USA", instead_of=""))
    assert [p.country for p in again.places] == ["GBR", "USA"]


def test_an_entity_keeps_its_country_while_a_place_of_it_does() -> None:
    second = ATHENS.places[2]
    decision = PlaceDecision(("Georgia",), "USA", articles=("a1",), spans=(Span(second.start, second.end),))
    assert [e.country for e in apply_decision(ATHENS, decision).entities] == ["GEO", None, "GRC"]


def test_who_has_a_role_of_a_country_is_of_the_one_that_is_meant() -> None:
    one = told("[Georgian|n1] minister [Ana|p1] met [Bob|p2].", n1="GEO")
    minister = replace(one.entities[1], role="Georgian minister", role_span=Span(0, 17), country="GEO")
    one = relates(replace(one, entities=(one.entities[0], minister, one.entities[2])), 1, "met", 2)
    (met,) = one.relations
    one = replace(one, relations=(replace(met, subject=replace(met.subject, country="GEO")),))
    moved = apply_decision(one, PlaceDecision(("Georgian",), "USA"))
    assert [e.country for e in moved.entities] == ["USA", "USA", None]
    assert moved.relations[0].subject.country == "USA"


def test_events_learn_of_a_country_that_is_named_for_the_first_time() -> None:
    one = visit()
    nowhere = apply_decision(one, PlaceDecision(("Chile",)))
    assert nowhere.events[1].countries == ()
    back = apply_decision(nowhere, PlaceDecision(("Chile",), "CHL"))
    assert back.events[1].countries == ("CHL",)


def test_title_keeps_its_weight() -> None:
    one = clash()
    titled = replace(
        one,
        article=replace(one.article, title="Kyiv and the war"),
        countries=tuple(replace(c, in_title=c.country == "UKR") for c in one.countries),
    )
    same = apply_decision(titled, PlaceDecision(("Springfield",), "USA"))
    assert {c.country for c in same.countries if c.in_title} == {"UKR"}
    moved = apply_decision(titled, PlaceDecision(("Kyiv",), "USA"))
    assert {c.country for c in moved.countries if c.in_title} == {"USA"}


def test_relations_and_events_follow() -> None:
    (beaten,) = apply_decision(relates(ATHENS, 0, "beat", 1), STATE).relations
    assert (beaten.subject.country, beaten.object.country) == ("USA", None)
    one = visit()
    moved = apply_decision(one, PlaceDecision(("Chile",), "ARG"))
    assert [e.countries for e in moved.events] == [("PER",), ("ARG",)]
    stays = apply_decision(one, PlaceDecision(("Lima",), "USA"))
    assert [e.countries for e in stays.events] == [("PER",), ("CHL",)], "Peru is still named there"
    gone = apply_decision(one, PlaceDecision(("Chile",), place=False))
    assert [e.countries for e in gone.events] == [("PER",), ()]


def test_a_relation_of_nobody_is_none() -> None:
    one = clash()
    corrected = apply_decision(one, PlaceDecision(("Russia",), place=False))
    assert [one.relations.index(r) for r in corrected.relations] == [3], "the others had Russia at one end"


def test_a_disputed_area_counts_by_itself_or_for_the_state_that_the_analyst_says() -> None:
    one = apply_decision(clash(), PlaceDecision(("Crimea",), "RUS"))
    (crimea,) = [p for p in one.places if p.text == "Crimea"]
    assert (crimea.country, crimea.area) == ("RUS", None)
    separate = apply_policy(one, DisputePolicy.SEPARATE)
    assert [p.country for p in separate.places if p.text == "Crimea"] == ["RUS"]


def test_page_says_that_a_place_was_corrected() -> None:
    rows = build_frames([apply_decision(ATHENS, STATE)]).places
    assert set(rows["why"]) == {"region: corrected by hand", "town: corrected by hand"}


@pytest.mark.parametrize("analysis", [ATHENS, visit(), clash()], ids=["a game", "a visit", "a clash"])
def test_corrected_analysis_is_whole(analysis: Analysis) -> None:
    words = tuple(dict.fromkeys(place.text for place in analysis.places))
    for decision in (PlaceDecision(words, "USA"), PlaceDecision(words), PlaceDecision(words, place=False)):
        one = apply_decision(analysis, decision)
        assert open_workspace(save_workspace(Workspace((one,)))).analyses == (one,)
        assert sum(c.mentions for c in one.countries) == sum(p.country is not None for p in one.places)
        build_frames([one])


def titled(analysis: Analysis, title: str, *countries: str) -> Analysis:
    """The analysis under a title that names these countries."""
    return replace(
        analysis,
        article=replace(analysis.article, title=title),
        countries=tuple(replace(c, in_title=c.country in countries) for c in analysis.countries),
    )


def in_title(analysis: Analysis) -> set[str]:
    return {country.country for country in analysis.countries if country.in_title}


def test_title_keeps_a_country_that_other_words_of_it_name() -> None:
    one = titled(clash(), "Ukraine strikes Crimea again", "UKR")
    assert in_title(apply_policy(one, DisputePolicy.SEPARATE)) == {"UKR", "XCR"}
    areas_only = titled(clash(), "Crimea in the dark", "UKR")
    assert in_title(apply_policy(areas_only, DisputePolicy.SEPARATE)) == {"XCR"}


def test_title_means_what_its_words_still_mean_elsewhere() -> None:
    one = titled(clash(), "Ukraine attacks Russia", "UKR", "RUS")
    third = [p for p in one.places if p.text == "Ukraine"][2]
    decision = PlaceDecision(("Ukraine",), "POL", articles=("c1",), spans=(Span(third.start, third.end),))
    assert in_title(apply_decision(one, decision)) == {"UKR", "RUS"}


def test_halves_of_words_in_a_title_name_nothing() -> None:
    one = told("[US|g1] and [Russia|g2].", g1="USA", g2="RUS")
    one = titled(one, "America and Russia discuss", "USA", "RUS")
    both = replace(one, places=(*one.places, replace(one.places[0], start=100, end=107, text="America")))
    assert in_title(apply_decision(both, PlaceDecision(("US",)))) == {"USA", "RUS"}


def test_an_event_of_two_areas_is_of_both() -> None:
    one = visit()
    areas = {"Peru": "XAB", "Lima": "XSO"}
    places = tuple(replace(p, country="GEO", area=areas.get(p.text)) for p in one.places)
    event = replace(one.events[0], countries=("GEO",))
    separate = apply_policy(replace(one, places=places, events=(event,)), DisputePolicy.SEPARATE)
    assert separate.events[0].countries == ("XAB", "XSO")
