"""Forms of organisations', events' and other things' names that name the same thing."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Sequence

from nlp.pipeline.alias_forms import Form, agree_in_case, folded, organisation_words, plain_words
from nlp.pipeline.alias_groups import Groups
from nlp.pipeline.entity_acronyms import acronym_letters, initials, is_acronym, is_clipping
from nlp.pipeline.entity_gazetteer import country_of_word
from nlp.pipeline.entity_tables import common_words, organisation_heads, state_heads

_SMALL = frozenset({"of", "the", "and", "for", "on", "in"})

# "The Democratic Senate" is the Senate under that majority.
CHAMBERS = frozenset({"Assembly", "Congress", "House", "Parliament", "Senate"})
_MAJORITIES = frozenset({"Democratic", "Republican", "Conservative"})

# (head noun, the other words, country): "Ministry of Defense of Russia" and "Russian Defense Ministry" are the same.
_Office = tuple[str, frozenset[str], str | None]


def join_acronyms(
    forms: Sequence[Form],
    pairs: Iterable[tuple[Form, Form]],
    groups: Groups[Form],
    extended: Iterable[tuple[Form, str]] = (),
) -> None:
    """Join acronyms to what they stand for: as the text says in brackets, else where one name has those initials.

    `extended` holds names as they go on in the text, for acronyms that count the place behind the name: the K of
    UNMIK stands for Kosovo.
    """
    explained: set[Form] = set()
    for name, acronym in pairs:
        groups.join(name, acronym)
        explained.add(acronym)
    longer: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if " " in form.text and form.group in ("THING", "PLACE"):
            plain = plain_words(form.text)
            for letters in initials(plain) | (initials(form.text.split()) if len(plain) > 1 else set()):
                longer[letters].append(form)
    for form, text in extended:
        for letters in initials(text.split()):
            longer[letters].append(form)
    for form in forms:
        if form in explained or not is_acronym(form.text) or form.group not in ("THING", "PLACE"):
            continue
        named = longer.get(acronym_letters(form.text), [])
        alike = [each for each in named if each.group == form.group]
        roots = {groups.root(each) for each in alike or named}
        if len(roots) == 1:
            groups.join(roots.pop(), form)


def join_organisations(forms: Sequence[Form], groups: Groups[Form]) -> None:
    """Join names that differ in legal form, in word order ("X Ministry", "Ministry of X") or in a stated country."""
    by_words: dict[tuple[tuple[str, ...], str | None], Form] = {}
    for form in forms:
        key = (organisation_words(form.text), form.owner)
        other = by_words.setdefault(key, form)
        if agree_in_case(other.text, form.text):
            groups.join(other, form)
    _join_offices(forms, groups)
    _join_clippings([form for form in forms if form.label == "ORG"], groups)
    _join_abbreviated([form for form in forms if form.label == "ORG"], groups)
    _join_first_words({words: form for (words, _), form in reversed(by_words.items())}, groups)


def _join_clippings(forms: Sequence[Form], groups: Groups[Form]) -> None:
    """Join "AmEx" to "American Express Co." where no other name has those beginnings."""
    for form in forms:
        if " " in form.text or len(form.text) > 8 or form.text.isupper() or form.text[1:].islower():
            continue
        words = ((each, plain_words(each.text)) for each in forms if " " in each.text)
        roots = {groups.root(each) for each, parts in words if is_clipping(form.text, parts)}
        if len(roots) == 1:
            groups.join(roots.pop(), form)


def _join_abbreviated(forms: Sequence[Form], groups: Groups[Form]) -> None:
    """Join "SOO Kenya" to "School of Open Kenya" where no other name has those initials before the same end."""
    ends: dict[tuple[str, ...], list[tuple[Form, set[str]]]] = defaultdict(list)
    for form in forms:
        words = form.text.split()
        for at in range(2, len(words)):
            ends[tuple(words[at:])].append((form, initials(words[:at])))
    for form in forms:
        first, *rest = form.text.split()
        if rest and is_acronym(first):
            letters = acronym_letters(first)
            roots = {groups.root(longer) for longer, found in ends[tuple(rest)] if letters in found}
            if len(roots) == 1:
                groups.join(roots.pop(), form)


def _join_first_words(by_words: dict[tuple[str, ...], Form], groups: Groups[Form]) -> None:
    """Join "Northrop" to "Northrop Grumman", and "House" to "House of Representatives", where no other name begins so.

    A common word joins only what goes on with "of": "Delta" may be another company than "Delta Motors".
    """
    beginning: dict[str, list[Form]] = defaultdict(list)
    for words, form in by_words.items():
        if len(words) > 1 and form.label == "ORG" and (words[0] not in common_words() or words[1] == "of"):
            beginning[words[0]].append(form)
    for words, form in by_words.items():
        if len(words) > 1 or form.label != "ORG" or country_of_word(form.text) or is_acronym(form.text):
            continue
        roots = {groups.root(longer) for longer in beginning[words[0]]}
        if len(roots) == 1:
            groups.join(roots.pop(), form)


def _join_offices(forms: Sequence[Form], groups: Groups[Form]) -> None:
    """Join the names of one office; a name without a country joins the only country's office of that name."""
    offices: dict[tuple[str, frozenset[str]], dict[str | None, list[Form]]] = defaultdict(lambda: defaultdict(list))
    for form in forms:
        office = office_of(form.text)
        if office is not None:
            offices[office[:2]][office[2] or form.owner].append(form)
    for by_country in offices.values():
        for same in by_country.values():
            for form in same[1:]:
                groups.join(same[0], form)
        stated = [country for country in by_country if country is not None]
        if None in by_country and len(stated) == 1:
            groups.join(by_country[None][0], by_country[stated[0]][0])


@functools.lru_cache(maxsize=8192)
def office_of(name: str) -> _Office | None:
    """A public body's name taken apart, or `None` where it has no head noun of an organisation.

    >>> office_of("Ministry of Defense of the Russian Federation") == office_of("Russian Defence Ministry")
    True
    >>> office_of("Gazprom") is None
    True
    """
    words = name.split()
    heads = organisation_heads()
    if len(words) == 1 and words[0] in state_heads():
        head, rest = words[0], []
    elif len(words) > 2 and words[0] in heads and words[1] in ("of", "for"):
        head, rest = words[0], words[2:]
    elif len(words) > 1 and words[-1] in heads:
        head, rest = words[-1], words[:-1]
    else:
        return None
    country, rest = _without_country(rest)
    if head in CHAMBERS and rest[:1] and rest[0] in _MAJORITIES:
        rest = rest[1:]
    kept = frozenset(folded(word) for word in rest if word.lower() not in _SMALL)
    return (head, kept, country) if kept or head in state_heads() else None


def _without_country(words: list[str]) -> tuple[str | None, list[str]]:
    """The country that begins or ends the words, and the words without it."""
    for length in range(min(4, len(words)), 0, -1):
        front, back = " ".join(words[:length]), " ".join(words[-length:])
        if country_of_word(front):
            return country_of_word(front), words[length:]
        if country_of_word(back):
            return country_of_word(back), words[:-length]
    return None, words
