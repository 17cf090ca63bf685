"""What a name means is what the analyst says: merged, taken apart, renamed, of another kind, none, or missed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nlp.corrections import NameDecision, Reach, apply_corrections, apply_decision, numbers_touched
from nlp.frames import build_frames
from nlp.model import Analysis, Decided, Event, PlaceKind, Span, SpeakerBasis
from nlp.store import Workspace, open_workspace, save_workspace
from tests.builders import analysis as visit
from tests.nlp.corrections.told import names, relates, says, told

ENTRIES, MENTIONS, WORDS = Reach.ENTRIES, Reach.MENTIONS, Reach.WORDS
PEOPLE, ORGANISATIONS, PLACES = ("People",), ("Organisations",), ("Places",)
TWO = told("[Kofi Annan|p1] met [Annan|p2]. [Mr Annan|p2] left [Geneva|g1].", g1="CHE")
ONE = told("[Bill Clinton|p1] spoke. [Clinton|p1] left. [Clinton|p1] met [Peru|g1].", g1="PER")
MERGE = NameDecision(ENTRIES, ("Annan", "Mr Annan"), PEOPLE, "Kofi Annan", "PERSON")
SPLIT = NameDecision(MENTIONS, ("Clinton",), PEOPLE, "Clinton", "PERSON", apart=True)


def by_name(analysis: Analysis) -> dict[str, str]:
    return {entity.name: entity.id for entity in analysis.entities}


def keys(*analyses: Analysis) -> list[tuple[str, str]]:
    rows = build_frames(analyses).mentions
    return list(zip(rows["text"], rows["entity"], strict=True))


def test_merged_entries_are_one_with_all_their_mentions_and_forms() -> None:
    merged = apply_decision(TWO, MERGE)
    assert names(merged) == {"Kofi Annan": 3, "Geneva": 1}
    (annan, _) = merged.entities
    assert (annan.aliases, annan.decided, annan.id) == (("Mr Annan", "Annan"), Decided.NAMED, "p1")
    assert {m.text for m in merged.mentions if m.entity == annan.id} == {"Kofi Annan", "Annan", "Mr Annan"}
    assert max(e.salience for e in TWO.entities) < annan.salience <= 1


def test_merged_entries_of_two_kinds_have_the_kind_that_was_meant() -> None:
    azov = told("[Azov|g1] fought. [Azov Brigade|o1] fought.", g1="UKR")
    merged = apply_decision(azov, NameDecision(ENTRIES, ("Azov", "Azov Brigade"), (*PLACES, *ORGANISATIONS),
                                               "Azov Brigade", "ORG"))  # fmt: skip
    assert names(merged) == {"Azov Brigade": 2}
    assert {m.label for m in merged.mentions} == {"ORG"}
    assert merged.places == merged.countries == ()


def test_a_name_taken_out_is_an_entry_of_its_own_and_the_rest_stays() -> None:
    split = apply_decision(ONE, SPLIT)
    assert names(split) == {"Bill Clinton": 1, "Clinton": 2, "Peru": 1}
    own = {entity.name: entity for entity in split.entities}
    assert own["Clinton"].decided is Decided.APART
    assert own["Bill Clinton"].aliases == ()
    assert own["Bill Clinton"].salience < ONE.entities[0].salience


def test_the_rest_is_called_by_what_is_left_of_it() -> None:
    split = apply_decision(ONE, replace(SPLIT, names=("Bill Clinton",), means="Hillary Clinton", apart=False))
    assert names(split) == {"Hillary Clinton": 1, "Clinton": 2, "Peru": 1}


def test_only_some_of_the_places_can_be_taken_out() -> None:
    last = Span(ONE.mentions[2].start, ONE.mentions[2].end)
    split = apply_decision(ONE, replace(SPLIT, means="Chelsea Clinton", articles=("a1",), spans=(last,)))
    assert names(split) == {"Bill Clinton": 2, "Chelsea Clinton": 1, "Peru": 1}


def test_what_is_taken_out_goes_to_an_entry_that_is_there() -> None:
    both = told("[Bill Clinton|p1] met [Hillary Clinton|p2]. [Clinton|p1] left.")
    split = apply_decision(both, replace(SPLIT, means="Hillary Clinton", apart=False))
    assert names(split) == {"Bill Clinton": 1, "Hillary Clinton": 2}


def test_another_name_or_kind_changes_every_mention() -> None:
    renamed = apply_decision(TWO, NameDecision(ENTRIES, ("Geneva",), PLACES, "Geneva Motor Show", "EVENT"))
    assert names(renamed)["Geneva Motor Show"] == 1
    assert [m.label for m in renamed.mentions if m.text == "Geneva"] == ["EVENT"]
    assert renamed.places == renamed.countries == ()


def test_what_is_no_name_goes_with_its_places() -> None:
    without = apply_decision(TWO, NameDecision(ENTRIES, ("Geneva",), PLACES))
    assert "Geneva" not in names(without)
    assert without.places == without.countries == ()
    assert [m.text for m in without.mentions] == ["Kofi Annan", "Annan", "Mr Annan"]


@pytest.mark.parametrize(
    ("decision", "left"),
    [
        (NameDecision(ENTRIES, ("annan",), PEOPLE, "X", "PERSON"), 0),
        (NameDecision(ENTRIES, ("Annan",), ORGANISATIONS, "X", "ORG"), 1),
        (NameDecision(ENTRIES, ("Annan",), PEOPLE, "X", "PERSON", articles=("another",)), 1),
        (NameDecision(MENTIONS, ("Geneva",), PEOPLE, "X", "PERSON"), 1),
        (NameDecision(WORDS, ("mr annan",), means="X", label="PERSON"), 1),
        (NameDecision(WORDS, ("left Geneva",), means=None), 1),
    ],
    ids=["another case", "another group", "another article", "a mention of a group", "letters", "no words to drop"],
)
def test_decision_takes_hold_only_of_what_it_names(decision: NameDecision, left: int) -> None:
    one = told("[Annan|p1] left [Geneva|g1] with Mr Smith.", g1="CHE")
    assert (apply_decision(one, decision) is one) is bool(left)
    assert bool(numbers_touched([one], decision)) is not bool(left)


def test_missed_words_become_a_name_wherever_the_text_has_them() -> None:
    one = told("The Azov Brigade held. [Azov|g1] and the Azov Brigades. The Azov\nBrigade won.")
    added = apply_decision(one, NameDecision(WORDS, ("Azov Brigade",), means="Azov Brigade", label="ORG"))
    assert names(added) == {"Azov Brigade": 2, "Azov": 1}
    assert [m.text for m in added.mentions] == ["Azov Brigade", "Azov", "Azov\nBrigade"]


def test_missed_words_take_the_place_of_a_part_that_was_found_but_not_of_a_longer_name() -> None:
    one = told("[Azov|g1] Brigade held. The [Azov Brigade Fund|o1] paid.", g1="UKR")
    one = replace(one, places=tuple(replace(place, kind=PlaceKind.CITY) for place in one.places))
    decision = NameDecision(WORDS, ("Azov Brigade",), means="Azov Brigade", label="ORG")
    added = apply_decision(one, decision)
    assert [m.text for m in added.mentions] == ["Azov Brigade", "Azov Brigade Fund"]
    assert numbers_touched([one], decision) == {"a1": 1}
    assert added.places == ()


def test_missed_country_counts_on_the_map() -> None:
    one = told("Talks in Peru ended. [Ana|p1] left.")
    added = apply_decision(one, NameDecision(WORDS, ("Peru",), means="Peru", label="GPE"))
    assert [(p.text, p.country, p.rule) for p in added.places] == [("Peru", "PER", "analyst")]
    assert [c.country for c in added.countries] == ["PER"]


def test_a_body_stays_its_states_as_an_organisation() -> None:
    house = visit()
    lima = next(p for p in house.places if p.text == "Lima")
    body = replace(lima, kind="institution")
    one = replace(told("[Lima|g1] spoke."), places=(replace(body, start=0, end=4),))
    kept = apply_decision(one, NameDecision(ENTRIES, ("Lima",), PLACES, "Lima", "ORG"))
    assert [p.country for p in kept.places] == ["PER"]
    gone = apply_decision(one, NameDecision(ENTRIES, ("Lima",), PLACES, "Lima", "PERSON"))
    assert gone.places == ()


def test_statements_follow_the_mention_that_speaks() -> None:
    one = says(says(ONE, 0, "spoke"), 1, "left")
    split = apply_decision(one, SPLIT)
    assert [q.speaker for q in split.quotes] == [by_name(split)["Bill Clinton"], by_name(split)["Clinton"]]
    gone = apply_decision(one, NameDecision(ENTRIES, ("Bill Clinton",), PEOPLE))
    assert [(q.speaker, q.basis) for q in gone.quotes] == [(None, SpeakerBasis.DESCRIBED)] * 2


def test_who_was_missed_speaks_where_his_name_stands_for_the_speaker() -> None:
    one = says(told("The Azov Brigade said it won. [Ana|p1] left."), "The Azov Brigade", "it won")
    added = apply_decision(one, NameDecision(WORDS, ("Azov Brigade",), means="Azov Brigade", label="ORG"))
    assert [(q.speaker, q.basis) for q in added.quotes] == [(by_name(added)["Azov Brigade"], SpeakerBasis.NAMED)]
    other = says(told("A rival of the Azov Brigade said it won."), "A rival of the Azov Brigade", "it won")
    added = apply_decision(other, NameDecision(WORDS, ("Azov Brigade",), means="Azov Brigade", label="ORG"))
    assert [q.speaker for q in added.quotes] == [None]


def test_relations_follow_their_ends_and_go_where_both_are_one_or_one_is_nobody() -> None:
    met = relates(TWO, 0, "met", 1)
    assert apply_decision(met, MERGE).relations == ()
    assert apply_decision(met, NameDecision(ENTRIES, ("Kofi Annan",), PEOPLE)).relations == ()
    (left,) = apply_decision(relates(TWO, 2, "left", 3), MERGE).relations
    assert (left.subject.entity, left.object.entity, left.object.country) == ("p1", "g1", "CHE")
    no_place = NameDecision(ENTRIES, ("Geneva",), PLACES, "Geneva", "PERSON")
    (left,) = apply_decision(relates(TWO, 2, "left", 3), no_place).relations
    assert (left.object.entity, left.object.country) == ("g1", None)


def test_events_name_whoever_their_sentences_name_now() -> None:
    one = visit()
    split = apply_decision(one, NameDecision(MENTIONS, ("Silva",), PEOPLE, "Lula da Silva", "PERSON", apart=True))
    ids = by_name(split)
    assert [e.entities for e in split.events] == [(ids["Ana Silva"],), (ids["Lula da Silva"], ids["Chile"])]
    gone = apply_decision(one, NameDecision(ENTRIES, ("Chile",), PLACES))
    assert [(e.entities, e.countries) for e in gone.events] == [(("e1",), ("PER",)), (("e1",), ())]
    added = apply_decision(one, NameDecision(WORDS, ("envoys",), means="Envoys", label="NORP"))
    assert [by_name(added)["Envoys"] in e.entities for e in added.events] == [True, False]


def test_one_thing_over_all_articles_is_one_entry_whatever_the_rules_say() -> None:
    first = told("[Joe Harmon|p1] left.", "a1")
    second = told("[Joseph Harmon|p1] spoke.", "a2")
    assert len({key for _, key in keys(first, second)}) == 2
    decision = NameDecision(ENTRIES, ("Joe Harmon", "Joseph Harmon"), PEOPLE, "Joseph Harmon", "PERSON")
    assert len({key for _, key in keys(*apply_corrections([first, second], [decision]))}) == 1


def test_what_was_set_apart_stays_apart_from_what_a_rule_would_join_it_to() -> None:
    first = told("[Margus Tsahkna|p1] left.", "a1")
    second = told("[Tsahkna|p1] spoke.", "a2")
    assert len({key for _, key in keys(first, second)}) == 1
    decision = NameDecision(MENTIONS, ("Tsahkna",), PEOPLE, "Tsahkna", "PERSON", apart=True)
    corrected = apply_corrections([first, second], [decision])
    assert len({key for _, key in keys(*corrected)}) == 2
    later = told("[Tsahkna|p1] slept.", "a3")
    assert len({key for _, key in keys(*corrected, later)}) == 2, "a bare name still goes to the only full one"


def test_decision_holds_for_articles_that_come_later() -> None:
    decision = NameDecision(ENTRIES, ("Annan",), PEOPLE, "Kofi Annan", "PERSON")
    later = told("[Annan|p7] spoke.", "a9")
    (corrected,) = apply_corrections([later], [decision])
    assert names(corrected) == {"Kofi Annan": 1}
    undecided = told("[Kofi Annan|p1] left.", "a10")
    assert len({key for _, key in keys(corrected, undecided)}) == 1


def test_decisions_build_on_those_before_them_and_any_can_be_taken_back() -> None:
    rename = NameDecision(ENTRIES, ("Kofi Annan",), PEOPLE, "K. Annan", "PERSON")
    assert names(apply_corrections([TWO], [MERGE, rename])[0]) == {"K. Annan": 3, "Geneva": 1}
    assert names(apply_corrections([TWO], [rename])[0]) == {"K. Annan": 1, "Mr Annan": 2, "Geneva": 1}
    assert apply_corrections([TWO], []) == (TWO,)


def test_a_longer_name_takes_the_place_of_a_part_of_it_in_everything_that_refers_to_it() -> None:
    one = told("Colonel [Annan|p1] left. [Annan|p1] ate.")
    added = apply_decision(one, NameDecision(WORDS, ("Colonel Annan",), means="Annan", label="PERSON"))
    assert [(m.text, m.entity) for m in added.mentions] == [("Colonel Annan", "p1"), ("Annan", "p1")]
    spoken = says(told("The Kofi [Annan|p1] said rain falls. [Annan|p1] left."), 0, "rain falls")
    decision = NameDecision(WORDS, ("Kofi Annan",), means="Kofi Annan", label="PERSON")
    added = apply_decision(spoken, decision)
    assert [q.speaker for q in added.quotes] == [by_name(added)["Kofi Annan"]]
    met = relates(told("Kofi [Annan|p1] met [Bob Hay|p2]."), 0, "met", 1)
    added = apply_decision(met, decision)
    assert [r.subject.entity for r in added.relations] == [by_name(added)["Kofi Annan"]]


def test_a_longer_countrys_name_counts_for_it_alone() -> None:
    one = told("South [Sudan|g1] won.", g1="SDN")
    decision = NameDecision(WORDS, ("South Sudan",), means="South Sudan", label="GPE")
    added = apply_decision(one, decision)
    assert [(p.text, p.country) for p in added.places] == [("South Sudan", "SSD")]
    assert [p.country for p in apply_decision(replace(one, places=()), decision).places] == ["SSD"]


def test_a_paper_is_of_no_town_but_a_national_body_of_its_country() -> None:
    one = told("The [Washington|g1] Post and the [Kenya|g2] Red Cross.", g1="USA", g2="KEN")
    one = replace(one, places=(replace(one.places[0], kind=PlaceKind.CITY), one.places[1]))
    words = NameDecision(WORDS, ("Washington Post", "Kenya Red Cross"), means="A body", label="ORG")
    assert [p.text for p in apply_decision(one, words).places] == ["Kenya"]


@pytest.mark.parametrize(
    ("name", "label", "countries"),
    [
        ("Israel", "GPE", ["ISR"]),
        ("Hashemite Kingdom of Jordan", "GPE", ["JOR"]),
        ("Jordan River", "LOC", []),
        ("Jordanians", "NORP", ["JOR"]),
        ("Jordan Henderson", "PERSON", []),
    ],
)
def test_another_name_or_kind_counts_for_the_country_that_it_is(name: str, label: str, countries: list[str]) -> None:
    one = told("[Jordan|g1] won.", g1="JOR")
    corrected = apply_decision(one, NameDecision(ENTRIES, ("Jordan",), PLACES, name, label))
    assert [p.country for p in corrected.places] == countries
    assert [c.country for c in corrected.countries] == countries
    assert [e.country for e in corrected.entities] == (countries or [None if label == "PERSON" else "JOR"])


def test_a_person_has_no_place_inside_his_name() -> None:
    one = told("[the Georgia|g1] won. [Ana Peru|p1] left.", g1="GEO")
    georgia = replace(one.places[0], start=4, end=11, text="Georgia")
    peru = replace(georgia, start=21, end=25, text="Peru", country="PER")
    one = replace(one, places=(georgia, peru))
    names_of_people = NameDecision(ENTRIES, ("the Georgia", "Ana Peru"), (*PEOPLE, *PLACES), "Ana Peru", "PERSON")
    assert apply_decision(one, names_of_people).places == ()
    assert apply_decision(one, NameDecision(ENTRIES, ("the Georgia", "Ana Peru"), (*PEOPLE, *PLACES))).places == (peru,)


def test_what_was_set_apart_is_corrected_by_itself() -> None:
    one = told("[Smith|p1] ate. [Smith|p1] ran. [Smith|p1] sat.")
    first = Span(one.mentions[0].start, one.mentions[0].end)
    apart = apply_decision(one, replace(SPLIT, names=("Smith",), means="Smith", articles=("a1",), spans=(first,)))
    rename = NameDecision(ENTRIES, ("Smith",), PEOPLE, "John Smith", "PERSON")
    assert names(apply_decision(apart, rename)) == {"Smith": 1, "John Smith": 2}
    of_apart = replace(rename, apart=True, of_apart=True)
    assert names(apply_decision(apart, of_apart)) == {"John Smith": 1, "Smith": 2}
    assert names(apply_decision(apart, NameDecision(ENTRIES, ("Smith",), PEOPLE, of_apart=True))) == {"Smith": 2}


def test_a_role_goes_with_the_mention_that_it_is_stated_of() -> None:
    one = told("President [Clinton|p1] spoke. [Clinton|p1] left. [Clinton|p1] met [Peru|g1].", g1="PER")
    role = Span(0, len("President"))
    one = replace(one, entities=(replace(one.entities[0], role="President", role_span=role), one.entities[1]))
    first = Span(one.mentions[0].start, one.mentions[0].end)
    split = apply_decision(one, replace(SPLIT, means="Bill", articles=("a1",), spans=(first,)))
    assert [(e.name, e.role) for e in split.entities if e.label == "PERSON"] == [
        ("Bill", "President"),
        ("Clinton", None),
    ]
    firm = apply_decision(one, NameDecision(ENTRIES, ("Clinton",), PEOPLE, "Clinton", "ORG"))
    assert firm.entities[0].role is None


def test_entities_stand_in_text_order() -> None:
    one = told("[Ana|p1] met [Bob|p2]. [Ana|p1] left. [Cyd|p3] and [Bob|p2].")
    for decision in (
        NameDecision(ENTRIES, ("Ana",), PEOPLE, "Cyd", "PERSON"),
        replace(SPLIT, names=("Ana",), means="Dan", articles=("a1",), spans=(Span(0, 3),)),
    ):
        corrected = apply_decision(one, decision)
        firsts = [next(m.start for m in corrected.mentions if m.entity == e.id) for e in corrected.entities]
        assert firsts == sorted(firsts)


def test_an_entity_that_the_text_does_not_name_stays() -> None:
    one = told("[Ana|p1] left.")
    ghost = replace(one.entities[0], id="x1", name="Ghost", mentions=0)
    one = replace(one, entities=(*one.entities, ghost))
    assert ghost in apply_decision(one, NameDecision(ENTRIES, ("Ana",), PEOPLE)).entities


DECISIONS = [
    MERGE,
    SPLIT,
    replace(SPLIT, names=("Silva", "Clinton", "Annan"), means="Chile"),
    replace(SPLIT, names=("Silva", "Clinton", "Annan"), means="Chile", label="GPE", apart=False),
    NameDecision(ENTRIES, ("Ana Silva", "Chile", "Bill Clinton"), (*PEOPLE, *PLACES), "Chile", "GPE"),
    NameDecision(ENTRIES, ("Ana Silva", "Chile", "Annan"), (*PEOPLE, *PLACES)),
    NameDecision(WORDS, ("Ana Silva met Peru", "met", "left"), means="Silva", label="PERSON"),
    NameDecision(WORDS, ("Silva",), means="Chile", label="NORP"),
]


@pytest.mark.parametrize("decision", DECISIONS, ids=range(len(DECISIONS)))
@pytest.mark.parametrize("analysis", [visit(), TWO, relates(says(ONE, 1, "spoke"), 2, "met", 3)], ids="abc")
def test_corrected_analysis_is_whole(analysis: Analysis, decision: NameDecision) -> None:
    corrected = apply_corrections([analysis], [decision, *DECISIONS])[0]
    for one in (apply_decision(analysis, decision), corrected):
        assert open_workspace(save_workspace(Workspace((one,)))).analyses == (one,), "every span and reference holds"
        counts = {e.id: e.mentions for e in one.entities}
        assert counts == {name: sum(m.entity == name for m in one.mentions) for name in counts}
        assert [m.start for m in one.mentions] == sorted(m.start for m in one.mentions)
        assert all(0 <= e.salience <= 1 and e.name not in e.aliases for e in one.entities)
        assert sum(c.mentions for c in one.countries) == sum(p.country is not None for p in one.places)
        build_frames([one])


def test_event_without_a_change_comes_back_as_it_is() -> None:
    one = visit()
    corrected = apply_decision(one, NameDecision(ENTRIES, ("Chile",), PLACES, "Republic of Chile", "GPE"))
    untouched: Event = corrected.events[0]
    assert untouched is one.events[0]
