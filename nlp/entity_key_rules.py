"""What speaks for two names of different articles naming one thing; each rule offers, `nlp.entity_keys` decides."""

from __future__ import annotations

import functools
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from nlp.gazetteer import country_alias, nationality
from nlp.gazetteer.tables import read_table
from nlp.model import Decided, Entity

PEOPLE = "PERSON"
_SMALL = frozenset({"a", "an", "and", "at", "for", "former", "in", "of", "on", "the", "to"})
_LEAST_INITIALS = 3
_MOST_INITIALS = 8
# Heads of names that are known in one town only.
_LOCAL = frozenset({"Center", "Centre", "Church", "Club", "College", "Hospital", "School"})


@dataclass(slots=True)
class Thing:
    """What is taken for one thing so far: its entities with the articles that they are in."""

    group: str
    name: str
    entities: list[Entity] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    joined: Thing | None = None

    @property
    def countries(self) -> set[str]:
        """The countries that tell namesakes apart; a firm may be described by another country in each article."""
        return {e.country for e in self.entities if e.country and (e.label == PEOPLE or is_of_country(e))}

    @property
    def decided(self) -> Decided | None:
        """What an analyst decided of it; all its decided entities are decided alike."""
        return next((e.decided for e in self.entities if e.decided), None)

    @property
    def people(self) -> bool:
        return any(entity.label == PEOPLE for entity in self.entities)

    @property
    def given_names(self) -> set[str]:
        """The first words of people's full names."""
        return {folded(e.name).split()[0] for e in self.entities if e.label == PEOPLE and " " in e.name.strip()}

    def root(self) -> Thing:
        thing = self
        while thing.joined is not None:
            thing = thing.joined
        return thing


Offers = Iterator[tuple[Thing, Sequence[Thing]]]


def by_name(things: Sequence[Thing]) -> Offers:
    """A name without a country to the only thing of that name with one: ministries of two countries stay apart."""
    named = _index((thing, [thing.name]) for thing in things if thing.countries)
    for thing in things:
        if not thing.countries:
            yield thing, named.get((thing.group, thing.name), ())


def by_country(things: Sequence[Thing]) -> Offers:
    """The names of one country, and those of one nationality."""
    first: dict[tuple[str, str], Thing] = {}
    for thing in things:
        for country in thing.countries if _is_country(thing) else ():
            # Of peoples only singular and plural: Sicilians are not all Italians.
            kind = thing.group if thing.entities[0].label == "GPE" else thing.name.removesuffix("s")
            yield thing, [first.setdefault((kind, country), thing)]


def by_alias(things: Sequence[Thing]) -> Offers:
    """A name that only one other thing has as an alias."""
    # What an analyst gave a name in one article need not have it in another.
    aliases = _index(
        (thing, {folded(a) for e in thing.entities if e.decided is None for a in e.aliases}) for thing in things
    )
    for thing in things:
        yield thing, aliases.get((thing.group, thing.name), ())


def by_legal_form(things: Sequence[Thing]) -> Offers:
    """Organisations that differ only in what says their legal form."""
    plain = _index((thing, [_without_form(thing.name)]) for thing in things if not thing.people)
    for thing in things:
        yield thing, plain.get((thing.group, thing.name), ())


def by_middle_name(things: Sequence[Thing]) -> Offers:
    """A name of two words to the only one that holds more between them: "Mark Milley", "Mark A. Milley"."""
    outer = _index((thing, [_outer(thing.name)]) for thing in things if thing.people and thing.name.count(" ") > 1)
    for thing in things:
        if thing.people and thing.name.count(" ") == 1:
            yield thing, outer.get((thing.group, thing.name), ())


def by_initials(things: Sequence[Thing]) -> Offers:
    """An acronym to the only organisation with those initials."""
    initials = _index((thing, _initials(thing)) for thing in things if _is_body(thing))
    for thing in things:
        written = thing.entities[0].name.replace(".", "")
        if written.casefold() in _newsrooms():
            continue  # CBS is no firm that happens to have its initials
        if written.isupper() and written.isalpha() and _LEAST_INITIALS <= len(written) <= _MOST_INITIALS:
            yield thing, initials.get((thing.group, written.casefold()), ())


def by_surname(things: Sequence[Thing]) -> Offers:
    """A bare surname to the only full name that ends in it, where both roles, if stated, share a word."""
    surnames = _index(
        (thing, [thing.name.split()[-1]]) for thing in things if thing.people and len(thing.name.split()) > 1
    )
    for thing in things:
        holders = surnames.get((thing.group, thing.name), ())
        if thing.people and all(_roles_agree(thing, holder) for holder in holders):
            yield thing, holders


def _index(named: Iterable[tuple[Thing, Iterable[str]]]) -> dict[tuple[str, str], list[Thing]]:
    found: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for thing, names in named:
        for name in names:
            found[thing.group, name].append(thing)
    return found


def is_of_country(entity: Entity) -> bool:
    """Whether a country is a part of what the entity is: a place, a people, a public body such as every state has."""
    words = {word.rstrip(",.") for word in entity.name.split()}
    return entity.label in ("GPE", "NORP") or (entity.label == "ORG" and not words.isdisjoint(_state_heads()))


def _is_body(thing: Thing) -> bool:
    """Whether a thing has a name of several words with a head noun of bodies that the news abbreviates."""
    words = set(thing.entities[0].name.split())
    return not thing.people and len(words) > 1 and not words.isdisjoint(_body_heads()) and words.isdisjoint(_LOCAL)


def _is_country(thing: Thing) -> bool:
    """Whether a thing's first name is that of its country or of its country's people, and not of one of the past."""
    entity = thing.entities[0]
    alias = country_alias(entity.name) if entity.label == "GPE" else None
    people = nationality(entity.name) if entity.label == "NORP" else None
    if alias is not None:
        return alias.status != "historical" and alias.iso3 == entity.country
    return people is not None and people.iso3 == entity.country


def _roles_agree(one: Thing, other: Thing) -> bool:
    words = [{w for e in each.entities if e.role for w in e.role.casefold().split()} - _SMALL for each in (one, other)]
    return not all(words) or not words[0].isdisjoint(words[1])


def _initials(thing: Thing) -> set[str]:
    words = thing.name.replace("-", " ").split()
    large = [word for word in words if word not in _SMALL]
    return {"".join(word[0] for word in some) for some in (words, large)}


def _outer(name: str) -> str:
    words = name.split()
    return f"{words[0]} {words[-1]}"


def _without_form(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[-1] in _legal_forms():
        words.pop()
    return " ".join(words)


@functools.cache
def _legal_forms() -> frozenset[str]:
    return frozenset(folded(row["suffix"]) for row in read_table("entity_legal_suffixes.csv"))


@functools.cache
def _body_heads() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_table("entity_organisation_heads.csv"))


@functools.cache
def _newsrooms() -> frozenset[str]:
    return frozenset(row["name"] for row in read_table("entity_newsrooms.csv"))


@functools.cache
def _state_heads() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_table("entity_organisation_heads.csv") if row["kind"] == "state")


@functools.lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name without case, accents, full stops, commas and a leading article."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    words = "".join(c for c in plain if not unicodedata.combining(c) and c not in ".,").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words) or name


RULES = (by_name, by_country, by_alias, by_legal_form, by_middle_name, by_initials, by_surname)
