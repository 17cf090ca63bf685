"""A decision on an entry takes hold of that entry, of all of it, and of nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nlp.corrections import (
    Decision,
    NameDecision,
    Reach,
    apply_corrections,
    entries,
    key_of,
    numbers_changed,
    take_effect,
)
from nlp.corrections.decisions import EventDecision, PlaceDecision, StatementDecision
from nlp.corrections.entries import likely
from nlp.corrections.making import called, counted_for, in_country, missed, no_name, part_of, same_as
from nlp.corrections.wording import decision_words
from nlp.entity_keys import entity_keys
from nlp.model import Analysis, EventStatus, Span
from tests.nlp.corrections.told import names, told


def keys(*analyses: Analysis) -> list[str]:
    found = entity_keys(analyses)
    return [found[a.article.id, entity.id][0] for a in analyses for entity in a.entities]


A_PERSON = NameDecision(Reach.MENTIONS, ("A",), means="A", label="PERSON")
TRUTH = (told("[Ministry of Truth|o1] spoke.", "a1"), told("[Ministry of Truth|o1] ate.", "a2"))
GEORGIAS = (
    told("[Georgia|g1] won.", "a1", g1="GEO"),
    told("[Georgia|g1] and the [Peach State|g2] won.", "a2", g1="USA", g2="USA"),
)
SMITHS = (
    told("[John Smith|p1] ate. [Smith|p1] ran.", "a1"),
    told("[Jane Smith|p1] ate. [Smith|p1] ran.", "a2"),
)


def test_what_holds_for_one_article_leaves_the_others_alone() -> None:
    known = entries(TRUTH)
    (entry,) = known.values()
    for decisions in (
        called(entry, "Love Bureau", "ORG", known.values(), ("a1",)),
        part_of(entry, entry.forms, ("Love Bureau", "ORG"), known.values(), ("a1",)),
    ):
        assert len(set(keys(*apply_corrections(TRUTH, decisions)))) == 2


def test_merging_takes_no_namesake_with_it() -> None:
    known = entries(GEORGIAS)
    state = next(e for e in known.values() if e.name == "Georgia" and e.country == "USA")
    decisions = same_as(known["Places:peach state"], state, known.values())
    assert keys(*apply_corrections(GEORGIAS, decisions)) == ["Places:georgia", "Places:georgia/USA"]


def test_merging_across_kinds_takes_no_namesake_of_either_kind() -> None:
    one = told("[George Washington|p1] left. [Washington|p2] ate. [Washington|g1] slept.", g1="USA")
    known = entries([one])
    decisions = same_as(known["People:george washington"], known["Places:washington"], known.values())
    (merged,) = apply_corrections([one], decisions)
    assert [(e.name, e.label, e.mentions) for e in merged.entities] == [
        ("Washington", "GPE", 2),
        ("Washington", "PERSON", 1),
    ]


def test_two_places_of_one_name_become_one_with_one_country() -> None:
    known = entries(GEORGIAS)
    country, state = (next(e for e in known.values() if (e.name, e.country) == ("Georgia", c)) for c in ("GEO", "USA"))
    decisions = same_as(country, state, known.values())
    merged = apply_corrections(GEORGIAS, decisions)
    assert len(set(keys(*merged))) == 2
    assert {p.country for analysis in merged for p in analysis.places} == {"USA"}
    assert numbers_changed(GEORGIAS, decisions) == {"a1": 1}


def test_a_place_goes_to_another_country_and_its_namesake_stays() -> None:
    known = entries(GEORGIAS)
    state = next(e for e in known.values() if (e.name, e.country) == ("Georgia", "USA"))
    decisions = in_country(state, "MEX", known.values())
    moved = apply_corrections(GEORGIAS, decisions)
    assert [p.country for analysis in moved for p in analysis.places] == ["GEO", "MEX", "USA"]
    assert decisions == (PlaceDecision(("Georgia",), "MEX", instead_of="USA"),)


def test_two_ministries_become_one_whatever_their_countries() -> None:
    both = [told("[Ministry of Water|o1] spoke.", f"a{i}") for i in (1, 2)]
    from dataclasses import replace

    both = [
        replace(a, entities=(replace(a.entities[0], country=c),)) for a, c in zip(both, ("KEN", "UGA"), strict=True)
    ]
    known = list(entries(both).values())
    assert len(known) == 2
    assert len(set(keys(*apply_corrections(both, same_as(known[0], known[1], known))))) == 1


def test_a_part_is_that_entrys_part_also_where_others_are_written_so() -> None:
    known = entries(SMITHS)
    decisions = part_of(known["People:john smith"], ["Smith"], ("Al Smith", "PERSON"), known.values())
    split = apply_corrections(SMITHS, decisions)
    assert [names(analysis) for analysis in split] == [{"John Smith": 1, "Al Smith": 1}, {"Jane Smith": 2}]


def test_what_was_set_apart_can_be_chosen_as_what_another_is() -> None:
    one = told("[Smith|p1] ate. [Smith|p1] ran. [Jones|p2] sat.")
    known = entries([one])
    smith = known["People:smith"]
    apart = part_of(smith, ["Smith"], ("Smith", "PERSON"), known.values(), (), smith.mentions[:1])
    (split,) = apply_corrections([one], apart)
    known = entries([split])
    own, rest = (next(e for e in known.values() if e.name == "Smith" and e.apart is a) for a in (True, False))
    (merged,) = apply_corrections([split], same_as(known["People:jones"], own, known.values()))
    assert [(e.name, e.mentions) for e in merged.entities] == [("Smith", 2), ("Smith", 1)]
    (merged,) = apply_corrections([split], same_as(known["People:jones"], rest, known.values()))
    assert [(e.name, e.mentions) for e in merged.entities] == [("Smith", 1), ("Smith", 2)]
    (both,) = apply_corrections([split], same_as(own, rest, known.values()))
    assert names(both) == {"Smith": 2, "Jones": 1}


def test_entries_know_their_names_places_and_country() -> None:
    known = entries([*SMITHS, told("[Peru|g1] won.", "a3", g1="PER")])
    entry = known["People:john smith"]
    assert (entry.names, entry.articles, entry.forms, entry.country) == (
        ("John Smith",), ("a1",), {"John Smith": 1, "Smith": 1}, None,
    )  # fmt: skip
    assert known["Places:peru"].country == "PER"
    assert [e.name for e in likely(entry, known.values())] == ["Jane Smith", "Peru"]


def test_counts_are_of_what_changes() -> None:
    one = told("[Judy Law|p1] met [Mario Cuomo|p2]. [Cuomo|p2] left. [Cuomo|p2] ate.")
    known = entries([one])
    decisions = same_as(known["People:judy law"], known["People:mario cuomo"], known.values())
    assert numbers_changed([one], decisions) == {"a1": 1}
    assert numbers_changed([one], called(known["People:judy law"], "Judy Law", "PERSON", known.values())) == {}
    assert numbers_changed([one], no_name(known["People:mario cuomo"], known.values())) == {"a1": 3}
    assert numbers_changed([one], missed("nobody", ("Nobody", "PERSON"))) == {}


def test_the_key_of_what_was_made_is_found_where_it_was_made() -> None:
    known = entries(TRUTH)
    (entry,) = known.values()
    decisions = called(entry, "Love Bureau", "ORG", known.values(), ("a2",))
    assert key_of(apply_corrections(TRUTH, decisions), decisions[0]) == "Organisations:love bureau"
    assert key_of(TRUTH, decisions[0]) is None
    assert key_of(TRUTH, no_name(entry, known.values())[0]) is None


def test_a_decision_that_lost_what_it_was_about_takes_no_effect() -> None:
    known = entries(SMITHS)
    rename = called(known["People:john smith"], "Zzz", "PERSON", known.values())
    renamed = apply_corrections(SMITHS, rename)
    again = entries(renamed)
    merge = same_as(again["People:zzz"], again["People:jane smith"], again.values())
    assert take_effect(SMITHS, [*rename, *merge]) == (True, True)
    assert take_effect(SMITHS, merge) == (False,)


def test_decisions_are_told_in_words() -> None:
    titles = {"a1": "A visit"}
    place = counted_for(["Athens", "Georgia"], "USA", articles=("a1",), only=())
    said: list[tuple[Decision, str]] = [
        (NameDecision(Reach.ENTRIES, ("A", "B"), means="B", label="ORG"), "“A” is B, an organisation"),
        (
            replace(A_PERSON, apart=True, articles=("a1",), spans=(Span(0, 1),)),
            "“A” stands apart as A, a person at 1 place in “A visit”",
        ),
        (NameDecision(Reach.ENTRIES, ("A", "B")), "“A” and “B” are no names"),
        (place[0], "“Athens” and “Georgia” count for: United States in “A visit”"),
        (PlaceDecision(("Athens",)), "“Athens” counts for: no country"),
        (
            PlaceDecision(("Athens",), place=False, articles=("x",)),
            "“Athens” is no place in an article that was removed",
        ),
        (EventDecision("a1", Span(0, 1), Span(0, 0), words="talks", kept=False), "“talks” is no event in “A visit”"),
        (
            EventDecision("a1", Span(0, 1), Span(0, 0), words="talks", dated=True, first_day=date(2020, 1, 1),
                          last_day=date.max, status=EventStatus.DENIED),
            "“talks”: 2020–9999, denied in “A visit”",
        ),
        (
            EventDecision("a1", Span(0, 1), Span(0, 0), added=True, label="talks", first_day=date(2020, 1, 1),
                          last_day=date(2020, 1, 1)),
            "added “talks”: 1 January 2020 in “A visit”",
        ),
        (StatementDecision("a1", 0, 1, words="it rains"), "said by nobody who is named: “it rains” in “A visit”"),
        (StatementDecision("a1", 0, 1, kept=False, words="“it rains”"), "no statement: “it rains” in “A visit”"),
    ]  # fmt: skip
    for decision, words in said:
        assert decision_words(decision, titles) == words
