"""Disputed areas: what they count for, and counting them separately; nothing here needs the language model."""

from __future__ import annotations

from dataclasses import replace

from nlp.conventions import explain_conventions
from nlp.disputes import DisputePolicy, apply_policy, has_choice
from nlp.frames import build_frames
from nlp.gazetteer import country_codes, country_name, country_point, disputed_area, disputed_areas
from nlp.model import Analysis, Party, Place, PlaceKind, PlaceStatus, Span
from nlp.summaries import countries_frame
from tests.builders import CLASH, CRIMEA_NOTE, analysis, clash, span_of


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


def acting(words: str, country: str = "UKR") -> Analysis:
    """The clash with one relation, whose subject is `words`."""
    one = clash()
    subject = Party(*span_of(words, CLASH), country=country)
    return replace(one, relations=(replace(one.relations[0], subject=subject),))


def test_separate_lets_a_relation_follow_the_area_that_its_words_name() -> None:
    (relation,) = apply_policy(acting("Crimea"), DisputePolicy.SEPARATE).relations
    assert relation.subject.country == "XCR"
    assert relation.object.country == "UKR"


def test_separate_leaves_a_relation_whose_words_also_name_another_part_of_the_country() -> None:
    start, end = CLASH.index("Ukraine again"), CLASH.index("Crimea") + len("Crimea")
    one = clash()
    both = replace(one, relations=(replace(one.relations[0], subject=Party(start, end, country="UKR")),))
    assert apply_policy(both, DisputePolicy.SEPARATE).relations[0].subject.country == "UKR"


def test_separate_lets_an_event_follow_the_area_that_its_sentence_names() -> None:
    one, told = clash(), analysis().events[0]
    calm = replace(told, sentence=one.sentences[4], time=Span(*span_of("was", CLASH)), trigger=None, countries=("UKR",))
    named = replace(calm, sentence=one.sentences[0])
    found = apply_policy(replace(one, events=(calm, named)), DisputePolicy.SEPARATE)
    assert [event.countries for event in found.events] == [("XCR",), ("UKR",)]


def test_there_is_a_choice_only_where_an_area_does_not_count_by_itself_anyway() -> None:
    one = clash()
    by_itself = tuple(replace(place, country=place.area or place.country) for place in one.places)
    assert has_choice([analysis(), one])
    assert not has_choice([analysis(), replace(one, places=by_itself)])


def test_note_of_an_area_that_counts_separately_does_not_say_that_it_counts_for_a_state() -> None:
    place = apply_policy(clash(), DisputePolicy.SEPARATE).places[10]
    assert (place.country, place.note) == ("XCR", "annexed by Russia in 2014; counted separately")
    for area in disputed_areas().values():
        one = replace(clash(), places=(replace(clash().places[10], note=area.note),))
        assert "counts for" not in apply_policy(one, DisputePolicy.SEPARATE).places[0].note


def test_conventions_say_which_names_count_and_why() -> None:
    names = [place for place in clash().places if place.country in {"RUS", "UKR"}]
    assert explain_conventions(names) == (
        f"“Crimea” (disputed): {CRIMEA_NOTE} · “Soviet” (a name of the past): dissolved in 1991"
    )
    many = [replace(clash().places[10], text=f"Town {i}") for i in range(6)]
    assert explain_conventions(many).startswith("“Town 0”, “Town 1”, “Town 2”, “Town 3” and 2 more (disputed): annexed")
    assert explain_conventions(analysis().places) == ""


def test_countries_frame_says_which_of_its_words_count_by_convention() -> None:
    countries = countries_frame(build_frames([clash()])).set_index("country")
    assert countries["status"].to_dict() == {"RUS": "historical", "UKR": "disputed"}
    assert countries.loc["UKR", "note"] == f"“Crimea” (disputed): {CRIMEA_NOTE}"
