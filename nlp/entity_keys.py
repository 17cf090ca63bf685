"""One key for one thing over all articles, with more caution than inside an article.

Two different full names are never joined, nor two things of one article; a bare surname joins a full name only where it
is the only one with it in all articles, and where neither countries nor roles contradict. What an analyst decided
stands: things of one name that were decided are one, no rule joins them to others, and one that was set apart joins
nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from nlp.entity_key_rules import RULES, Thing, by_name, folded, is_of_country
from nlp.kinds import group_of
from nlp.model import Analysis, Decided, Entity

_NAMED, _APART = "\nnamed", "\napart"


def entity_keys(analyses: Sequence[Analysis]) -> dict[tuple[str, str], tuple[str, Entity]]:
    """(article id, entity id) -> (key over all articles, the entity to name it by).

    Only things of one group (`nlp.kinds`) are compared. Ids of the articles must differ.
    """
    things: dict[tuple[str, str, str], Thing] = {}
    found: dict[tuple[str, str], Thing] = {}
    for analysis in analyses:
        for entity in analysis.entities:
            group, name = group_of(entity.label), folded(entity.name)
            thing = things.setdefault((group, name, _distinction(entity)), Thing(group, name))
            thing.entities.append(entity)
            thing.articles.add(analysis.article.id)
            found[analysis.article.id, entity.id] = thing
    _join_named(things)
    _join_all(list(things.values()))
    keys = _distinct_keys(things.values())
    return {place: keys[id(thing.root())] for place, thing in found.items()}


def _distinction(entity: Entity) -> str:
    """What keeps things of one name apart from the start: the country that is a part of them, and a decision."""
    country = entity.country or "" if is_of_country(entity) else ""
    if entity.decided is Decided.APART:
        return _APART
    return f"{_NAMED}{country}" if entity.decided is Decided.NAMED else country


def _join_named(things: Mapping[tuple[str, str, str], Thing]) -> None:
    """Things of a name that an analyst gave are what was meant, also in articles that came later.

    Where that has no country and its namesakes have several, none of these can be told to be it. Of things that were
    given a name, one without a country goes to the only one that has one.
    """
    given: dict[tuple[str, str], list[Thing]] = {}
    for (group, name, distinction), thing in things.items():
        if distinction.startswith(_NAMED):
            given.setdefault((group, name), []).append(thing)
    offers: dict[int, tuple[Thing, list[Thing]]] = {}
    for (group, name, distinction), thing in things.items():
        if distinction == _APART or (distinction.startswith(_NAMED) and distinction != _NAMED):
            continue
        fitting = [other for other in given.get((group, name), ()) if other is not thing and _fit(other, thing)]
        if len(fitting) == 1:
            offers.setdefault(id(fitting[0]), (fitting[0], []))[1].append(thing)
    for named, others in offers.values():
        countries = {country for other in others for country in other.countries}
        for other in others:
            if named.countries or len(countries) < 2 or not other.countries:
                _join(named.root(), other, apart=False)


def _fit(one: Thing, other: Thing) -> bool:
    return not (one.countries and other.countries and one.countries.isdisjoint(other.countries))


def _join_all(things: Sequence[Thing]) -> None:
    for rule in RULES:
        offers = list(rule([thing for thing in things if thing.joined is None]))
        for thing, candidates in offers:
            roots = {id(each.root()): each.root() for each in candidates}
            roots.pop(id(thing.root()), None)
            if len(roots) == 1 and thing.root().decided is None:
                _join(roots.popitem()[1], thing.root(), apart=rule is not by_name)


def _join(one: Thing, other: Thing, *, apart: bool) -> None:
    """Make two things one unless countries or full names contradict or, with `apart`, one article tells them apart."""
    if one.decided is Decided.APART:
        return
    if not _fit(one, other):
        return
    if one.given_names and other.given_names and one.given_names.isdisjoint(other.given_names):
        return
    if apart and not one.articles.isdisjoint(other.articles):
        return
    other.joined = one
    one.entities.extend(other.entities)
    one.articles |= other.articles


def _distinct_keys(things: Iterable[Thing]) -> dict[int, tuple[str, Entity]]:
    """For each thing its key and the entity with the fullest name; things of one name have their countries in it."""
    keys: dict[int, tuple[str, Entity]] = {}
    taken: set[str] = set()
    for thing in things:
        if thing.joined is not None:
            continue
        best = max(thing.entities, key=lambda e: (e.decided is not None, _fullness(e, thing)))
        key = f"{thing.group}:{best.name.casefold()}"
        if key in taken:
            key += "/" + ",".join(sorted(thing.countries))
        while key in taken:
            key += "/"
        taken.add(key)
        keys[id(thing)] = key, best
    return keys


def _fullness(entity: Entity, thing: Thing) -> int:
    """More for a person's fuller name and for what is no acronym; of equals the first is taken."""
    if thing.people:
        return len(entity.name.split())
    return int(not entity.name.replace(".", "").isupper())
