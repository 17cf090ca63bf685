"""Looking up countries and places by name; nothing here needs the language model."""

from __future__ import annotations

import time

import pytest

from nlp.gazetteer import (
    candidates,
    countries,
    country_codes,
    country_name,
    country_of_name,
    country_point,
    entries_of,
    entry_of,
    fold,
    is_weak_name,
    nationality,
)
from nlp.gazetteer.words import split_words
from nlp.model import PlaceKind


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("TUR", "Türkiye"),
        ("CZE", "Czechia"),
        ("CIV", "Côte d'Ivoire"),
        ("COD", "DR Congo"),
        ("COG", "Republic of the Congo"),
        ("USA", "United States"),
        ("XKX", "Kosovo"),
        ("PSE", "Palestine"),
        ("MKD", "North Macedonia"),
    ],
)
def test_country_name_is_a_newsrooms(code: str, name: str) -> None:
    assert country_name(code) == name


def test_country_name_gives_an_unknown_code_back() -> None:
    assert country_name("ZZZ") == "ZZZ"
    assert country_point("ZZZ") is None


@pytest.mark.parametrize("country", countries(), ids=lambda country: country.iso3)
def test_every_country_is_found_by_its_own_name(country) -> None:  # type: ignore[no-untyped-def]
    assert country_of_name(country.name) == country.iso3
    assert country_of_name(country.name.upper()) == country.iso3
    assert country_point(country.iso3) is not None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russian Federation", "RUS"),
        ("the Russian Federation", "RUS"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("u.s.", "USA"),
        ("U.K.", "GBR"),
        ("Great Britain", "GBR"),
        ("Holy See", "VAT"),
        ("DPRK", "PRK"),
        ("Cote d’Ivoire", "CIV"),
        ("Türkiye", "TUR"),
        ("TURKIYE", "TUR"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("Czech Republic", "CZE"),
        ("The Gambia", "GMB"),
        ("Netherlands Antilles", "CUW"),
        ("USSR", "RUS"),
    ],
)
def test_country_of_name_knows_variants(name: str, code: str) -> None:
    assert country_of_name(name) == code


@pytest.mark.parametrize(
    "name",
    ["us", "it", "he", "Russian", "Prague", "Oklahoma", "European Union", "Africa", "", " ", ".", "the", "in", "uk."],
)
def test_country_of_name_refuses_other_words(name: str) -> None:
    assert country_of_name(name) in (None, "GBR" if name == "uk." else None)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Russians", "RUS"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Emirati", "ARE"),
        ("Kosovar", "XKX"),
        ("Dutch", "NLD"),
    ],
)
def test_nationality_leads_to_its_country(form: str, code: str) -> None:
    found = nationality(form)
    assert found is not None
    assert found.iso3 == code


@pytest.mark.parametrize("word", ["Muslim", "Democrat", "European", "African", "Kurdish", "Arab"])
def test_nationality_is_no_faith_party_or_continent(word: str) -> None:
    assert nationality(word) is None


def test_entries_of_a_shared_name_are_ranked() -> None:
    assert [entry.iso3 for entry in entries_of("Congo")] == ["COD", "COG"]
    assert [entry.iso3 for entry in entries_of("Korea")] == ["KOR", "PRK"]


@pytest.mark.parametrize(
    ("phrase", "kind", "code"),
    [
        ("Kremlin", PlaceKind.INSTITUTION, "RUS"),
        ("the Kremlin", PlaceKind.INSTITUTION, "RUS"),
        ("NATO", PlaceKind.SUPRANATIONAL, None),
        ("Black Sea", PlaceKind.SUPRANATIONAL, None),
        ("Crimea", PlaceKind.REGION, "UKR"),
        ("Belarusian", PlaceKind.NATIONALITY, "BLR"),
        ("Belarus", PlaceKind.COUNTRY, "BLR"),
    ],
)
def test_entry_of_tells_the_kind(phrase: str, kind: PlaceKind, code: str | None) -> None:
    entry = entry_of(phrase)
    assert entry is not None
    assert (entry.kind, entry.iso3) == (kind, code)


@pytest.mark.parametrize("phrase", ["Nowhere", "", "kremlinology", "Nat", "the"])
def test_entry_of_gives_none_for_other_phrases(phrase: str) -> None:
    assert entry_of(phrase) is None


@pytest.mark.parametrize(
    ("name", "code", "admin1"),
    [
        ("London", "GBR", "ENG"),
        ("Kiev", "UKR", "12"),
        ("São Paulo", "BRA", "27"),
        ("Sao Paulo", "BRA", "27"),
        ("Mecca", "SAU", "14"),
    ],
)
def test_candidates_put_the_largest_first(name: str, code: str, admin1: str) -> None:
    best = candidates(name)[0]
    assert (best.iso3, best.admin1) == (code, admin1)


@pytest.mark.parametrize("name", ["", " ", "Xyzzyville", "Africa", "M.S.", "the", "European", "Olympic Games"])
def test_candidates_are_none_for_unknown_names(name: str) -> None:
    assert candidates(name) == ()


def test_candidates_read_saint_and_its_abbreviation_alike() -> None:
    assert candidates("St. Louis") == candidates("Saint Louis")
    assert ("USA", "MO") in {(c.iso3, c.admin1) for c in candidates("St Louis")}


def test_candidates_hold_places_in_other_countries() -> None:
    assert {"GBR", "CAN", "USA"} <= {c.iso3 for c in candidates("London")}
    assert {c.iso3 for c in candidates("Paris")} >= {"FRA", "USA"}


def test_weak_names_are_words_and_people() -> None:
    assert is_weak_name("Reading")
    assert is_weak_name("Madison")
    assert not is_weak_name("Damascus")
    assert not is_weak_name("Berlin")


def test_codes_include_what_maps_often_forget() -> None:
    assert {"XKX", "TWN", "PSE", "ESH", "HKG", "SSD"} <= country_codes()


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Côte-d’Or", "cote dor"), ("St. John's", "saint johns"), ("The Hague", "hague"), ("Łódź", "lodz"), ("", "")],
)
def test_fold_makes_spellings_one(name: str, folded: str) -> None:
    assert fold(name) == folded
    assert fold(fold(name)) == folded


def test_words_leave_possessives_out() -> None:
    text = "Ukraine's U.S.-made N'Djamena"
    assert [text[a:b] for a, b in split_words(text)] == ["Ukraine", "U.S.", "made", "N'Djamena"]


def test_lookup_is_fast_enough() -> None:
    candidates("Warm-up")
    start = time.perf_counter()
    for number in range(2_000):
        candidates(f"Nowhere {number}")
    assert time.perf_counter() - start < 1.0
