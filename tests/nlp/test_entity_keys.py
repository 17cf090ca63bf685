"""One key for one thing over all articles; what may be two things has two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nlp.entity_keys import entity_keys
from nlp.model import Analysis, Article, Decided, Entity
from tests.builders import analysis

PERSON, ORG, GPE, NORP = "PERSON", "ORG", "GPE", "NORP"


def _analysis(number: int, *entities: Entity) -> Analysis:
    article = Article(f"a{number}", "text")
    numbered = tuple(replace(entity, id=f"e{i}") for i, entity in enumerate(entities))
    return replace(analysis(), article=article, entities=numbered, mentions=(), events=(), relations=())


def _keys(*articles: Entity | tuple[Entity, ...]) -> list[str]:
    parts = [each if isinstance(each, tuple) else (each,) for each in articles]
    analyses = [_analysis(i, *part) for i, part in enumerate(parts)]
    keys = entity_keys(analyses)
    return [keys[one.article.id, entity.id][0] for one in analyses for entity in one.entities]


def _entity(label: str, name: str, *aliases: str, role: str | None = None, country: str | None = None) -> Entity:
    return Entity("e", label, name, aliases, 1, role, country)


SAME = {
    "a surname and its only full name": (_entity(PERSON, "Tsahkna"), _entity(PERSON, "Margus Tsahkna")),
    "an alias of the other article": (_entity(PERSON, "Xi"), _entity(PERSON, "Xi Jinping", "Xi")),
    "a name with and without its middle initial": (_entity(PERSON, "Mark Orne"), _entity(PERSON, "Mark A. Orne")),
    "accents and full stops": (_entity(ORG, "Médica S.A."), _entity(ORG, "Medica SA")),
    "a legal form": (_entity(ORG, "Corvane Steel Inc."), _entity(ORG, "Corvane Steel")),
    "initials of the only such body": (_entity(ORG, "FOCS"), _entity(ORG, "Federal Office of Coastal Safety")),
    "the names of one country": (_entity(GPE, "U.S.", country="USA"), _entity(GPE, "United States", country="USA")),
    "the words for one people": (_entity(NORP, "Peruvian", country="PER"), _entity(NORP, "Peruvians", country="PER")),
    "a ministry and its only country": (
        _entity(ORG, "Ministry of Water"),
        _entity(ORG, "Ministry of Water", country="KEN"),
    ),
    "a firm described by two countries": (
        _entity(ORG, "Zalanta", country="DEU"),
        _entity(ORG, "Zalanta", country="USA"),
    ),
    "roles that share a word": (
        _entity(PERSON, "Tsahkna", role="Estonian minister"),
        _entity(PERSON, "Margus Tsahkna", role="foreign minister of Estonia"),
    ),
}
APART = {
    "two full names": (_entity(PERSON, "Indira Mehta"), _entity(PERSON, "Rajiv Mehta")),
    "short and long given name": (_entity(PERSON, "Joe Harmon"), _entity(PERSON, "Joseph Harmon")),
    "a surname of another country": (
        _entity(PERSON, "Silva", role="President", country="PRT"),
        _entity(PERSON, "Ana Silva", role="President", country="BRA"),
    ),
    "a surname with another role": (
        _entity(PERSON, "Johnson", role="President"),
        _entity(PERSON, "Mara Johnson", role="police spokeswoman"),
    ),
    "the ministries of two countries": (
        _entity(ORG, "Ministry of Water", country="KEN"),
        _entity(ORG, "Ministry of Water", country="PER"),
    ),
    "a country and a state of one name": (
        _entity(GPE, "Georgia", country="GEO"),
        _entity(GPE, "Georgia", country="USA"),
    ),
    "a past state and its successor": (
        _entity(GPE, "Soviet Union", country="RUS"),
        _entity(GPE, "Russia", country="RUS"),
    ),
    "a country and its people": (_entity(GPE, "Peru", country="PER"), _entity(NORP, "Peruvians", country="PER")),
    "two letters that fit": (_entity(ORG, "FO"), _entity(ORG, "Federal Office")),
    "a people and another of the same country": (
        _entity(NORP, "Sicilian", country="ITA"),
        _entity(NORP, "Italian", country="ITA"),
    ),
    "a network and a firm with its initials": (_entity(ORG, "CBS"), _entity(ORG, "Corvane Building Systems")),
    "a school with the initials": (_entity(ORG, "CHS"), _entity(ORG, "Corvane High School")),
    "a full name that is another's alias": (_entity(PERSON, "Jo Voss"), _entity(PERSON, "Al Voss", "Jo Voss")),
    "a town and its country": (_entity(GPE, "Lima", country="PER"), _entity(GPE, "Peru", country="PER")),
}


@pytest.mark.parametrize("entities", SAME.values(), ids=SAME.keys())
def test_entity_keys_are_one_for_one_thing_whatever_the_order(entities: tuple[Entity, Entity]) -> None:
    for one, other in (entities, entities[::-1]):
        assert len(set(_keys(one, other))) == 1


@pytest.mark.parametrize("entities", APART.values(), ids=APART.keys())
def test_entity_keys_are_two_for_what_may_be_two_things(entities: tuple[Entity, Entity]) -> None:
    for one, other in (entities, entities[::-1]):
        assert len(set(_keys(one, other))) == 2


def test_entity_keys_leave_a_surname_alone_that_two_full_names_have() -> None:
    mehtas = [_entity(PERSON, name) for name in ("Mehta", "Indira Mehta", "Rajiv Mehta")]
    assert len(set(_keys(*mehtas))) == 3


def test_entity_keys_never_join_two_things_of_one_article() -> None:
    full, short = _entity(PERSON, "Ana Silva"), _entity(PERSON, "Silva")
    assert len(set(_keys((full, short)))) == 2


def test_entity_keys_name_a_thing_by_its_fullest_name() -> None:
    assert _keys(_entity(PERSON, "Tsahkna"), _entity(PERSON, "Margus Tsahkna"))[0] == "People:margus tsahkna"
    assert _keys(_entity(ORG, "FOCS"), _entity(ORG, "Federal Office of Coastal Safety"))[0].endswith("safety")


def _decided(entity: Entity, decided: Decided = Decided.NAMED) -> Entity:
    return replace(entity, decided=decided)


DECIDED_ONE = {
    "a name that was given twice": (
        _decided(_entity(PERSON, "Al Voss", country="DEU")),
        _decided(_entity(PERSON, "Al Voss", country="USA")),
    ),
    "a name that was given and the same in a later article": (
        _decided(_entity(GPE, "Georgia", country="USA")), _entity(GPE, "Georgia", country="USA"),
    ),
    "a name that was given and its surname": (_decided(_entity(PERSON, "Al Voss")), _entity(PERSON, "Voss")),
    "what was set apart twice": (
        _decided(_entity(PERSON, "Voss"), Decided.APART), _decided(_entity(PERSON, "Voss"), Decided.APART),
    ),
}  # fmt: skip
DECIDED_TWO = {
    "a surname that was given as a name": (_decided(_entity(PERSON, "Voss")), _entity(PERSON, "Al Voss")),
    "a surname that was set apart": (_decided(_entity(PERSON, "Voss"), Decided.APART), _entity(PERSON, "Al Voss")),
    "the same name that was set apart": (_decided(_entity(ORG, "Corvane"), Decided.APART), _entity(ORG, "Corvane")),
    "a full name that was set apart and its surname": (
        _decided(_entity(PERSON, "Al Voss"), Decided.APART), _entity(PERSON, "Voss"),
    ),
    "a name that was given and another country of that name": (
        _decided(_entity(GPE, "Georgia", country="USA")), _entity(GPE, "Georgia", country="GEO"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("entities", DECIDED_ONE.values(), ids=DECIDED_ONE.keys())
def test_entity_keys_are_one_where_an_analyst_decided_so(entities: tuple[Entity, Entity]) -> None:
    for one, other in (entities, entities[::-1]):
        assert len(set(_keys(one, other))) == 1


@pytest.mark.parametrize("entities", DECIDED_TWO.values(), ids=DECIDED_TWO.keys())
def test_entity_keys_are_two_where_an_analyst_decided_so(entities: tuple[Entity, Entity]) -> None:
    for one, other in (entities, entities[::-1]):
        assert len(set(_keys(one, other))) == 2


def test_entity_keys_join_a_given_name_without_a_country_to_neither_of_two_whatever_the_order() -> None:
    canada, britain = _entity(GPE, "London", country="CAN"), _entity(GPE, "London", country="GBR")
    given = _decided(_entity(GPE, "London"))
    for order in ((canada, britain, given), (britain, canada, given), (given, canada, britain)):
        assert len(set(_keys(*order))) == 3
    assert len(set(_keys(canada, given))) == 1


def test_entity_keys_name_a_thing_as_the_analyst_did() -> None:
    given, fuller = _decided(_entity(PERSON, "Voss")), _decided(_entity(PERSON, "Voss"))
    assert _keys(given, (fuller, _entity(PERSON, "Al Q. Voss")))[0] == "People:voss"


def test_entity_keys_of_nothing_are_none() -> None:
    assert entity_keys([]) == {}
