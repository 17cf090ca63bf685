"""Which mentions of a document name the same thing."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from nlp.pipeline.alias_forms import Form, agree_in_case, folded
from nlp.pipeline.alias_groups import Groups
from nlp.pipeline.alias_mislabelled import join_mislabelled
from nlp.pipeline.alias_organisations import join_acronyms, join_organisations
from nlp.pipeline.alias_parts import join_known_names, join_parts
from nlp.pipeline.alias_people import join_people
from nlp.pipeline.entity_acronyms import abbreviates, acronym_letters, initials, is_acronym
from nlp.pipeline.entity_bearers import bearers
from nlp.pipeline.entity_mentions import Named
from nlp.pipeline.entity_tables import title_ends

# "The City of Richmond" is Richmond.
_KINDS = frozenset({"city", "town", "village", "state", "province", "island"})
_LINKS = frozenset({"in", "for", "of", "on", "the"})
_LONGEST_LINK = 3
# Of a place: "LA", "N.Y."; what is longer names something in the place.
_LONGEST_ACRONYM = 4
# What may stand before "known as".
_CALLING = frozenset({"also", "better", "widely", "commonly", "and", "is", "was", "who", "which", "formerly"})


def grouped(doc: Doc, named: Sequence[Named]) -> list[int]:
    """For each mention the number of its entity, counted from 1 in the order of first mention.

    Descriptions are no names: `nlp.pipeline.entity_descriptions` gives them their numbers.
    """
    forms = list(dict.fromkeys(mention.form for mention in named))
    groups = Groups(forms)
    _join_spellings(forms, groups)
    _join_countries(forms, groups)
    _join_places(named, groups)
    join_people([form for form in forms if form.group == "PERSON"], groups)
    for name, other in _called(doc, named):
        groups.join(name, other)
    join_acronyms(forms, _bracketed(doc, named), groups, _continued(doc, named))
    things = [form for form in forms if form.group == "THING"]
    join_organisations(things, groups)
    join_known_names(forms, groups)
    join_parts(things, groups)
    join_mislabelled(forms, groups, {each.form for each in named if each.country}, _titled(doc, named))
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(bearer, len(numbers) + 1) for bearer in bearers(doc, named, groups, forms)]


def _join_spellings(forms: Sequence[Form], groups: Groups[Form]) -> None:
    """Join forms that differ in case, accents, a leading article or a possessive."""
    seen: dict[tuple[str, str | None], Form] = {}
    for form in forms:
        text = folded(form.text)
        if form.group == "NORP" and form.country is None:
            text = text.removesuffix("s")
        other = seen.setdefault((text, form.owner), form)
        apart = None not in (other.country, form.country) and other.country != form.country
        if agree_in_case(other.text, form.text) and not apart:  # the Serbs of Serbia, the Serbs of Kosovo
            groups.join(other, form)


def _join_countries(forms: Sequence[Form], groups: Groups[Form]) -> None:
    """Join the names of one country, and, apart from them, the words for its people."""
    seen: dict[tuple[str, str], Form] = {}
    for form in forms:
        if form.country is not None:
            groups.join(seen.setdefault((form.country, form.group), form), form)


def _join_places(named: Sequence[Named], groups: Groups[Form]) -> None:
    """Join the names of one place, as the gazetteer knows it: "Calif.", "California"; "Kiev", "Kyiv"."""
    seen: dict[Hashable, Form] = {}
    whole = {folded(mention.form.text): mention.form for mention in named if mention.form.group == "PLACE"}
    for mention in named:
        if mention.place is not None:
            other = seen.setdefault(mention.place, mention.form)
            known = mention.place[1] is not None
            if _one_place(mention.form.text, other.text) if known else abbreviates(mention.form.text, other.text):
                groups.join(other, mention.form)
        kind, _, name = folded(mention.form.text).partition(" of ")
        if kind in _KINDS and mention.form.group == "PLACE" and name in whole:
            groups.join(whole[name], mention.form)


def _one_place(text: str, other: str) -> bool:
    """Whether two names at one point can be the same place: "South Tampa" is in Tampa, a school's initials too."""
    words, others = (set(folded(each).split()) - {"city"} for each in (text, other))  # New York is New York City
    initialled = is_acronym(text) and len(text) > _LONGEST_ACRONYM
    return not initialled and not words < others and not others < words


def _continued(doc: Doc, named: Sequence[Named]) -> Iterator[tuple[Form, str]]:
    """Names of several words with the place that follows them: "Interim Administration Mission" "in Kosovo"."""
    for name, place in pairwise(named):
        between = doc[name.end : place.start]
        near = 0 < len(between) < _LONGEST_LINK and all(token.lower_ in _LINKS for token in between)
        if near and name.form.group == "THING" and place.form.group == "PLACE" and " " in name.form.text:
            yield name.form, f"{name.form.text} {between.text} {place.form.text}"


def _titled(doc: Doc, named: Sequence[Named]) -> set[Form]:
    """The forms that somewhere stand behind a person's title."""
    before = ((each.form, doc[each.start - 1].text.rstrip(".")) for each in named if each.start)
    return {form for form, word in before if word in title_ends()}


def _bracketed(doc: Doc, named: Sequence[Named]) -> Iterator[tuple[Form, Form]]:
    """Pairs of a name and the acronym that follows it in brackets."""
    for name, acronym in pairwise(named):
        if acronym.start != name.end + 1 or doc[name.end].text != "(" or not is_acronym(acronym.form.text):
            continue
        groups = {name.form.group, acronym.form.group}
        fits = acronym_letters(acronym.form.text) in initials(name.form.text.split())
        # A place's brackets may hold anything: "DUBAI, United Arab Emirates (AP)".
        if groups == {"THING"} or (groups <= {"THING", "PLACE"} and fits):
            yield name.form, acronym.form


def _called(doc: Doc, named: Sequence[Named]) -> Iterator[tuple[Form, Form]]:
    """Pairs of a name and another that the text itself gives to the same: "Dagalo, known as Hemedti"."""
    for name, other in pairwise(named):
        between = [token.lower_ for token in doc[name.end : other.start] if not token.is_punct]
        called = between[-2:] == ["known", "as"] and set(between[:-2]) <= _CALLING and len(between) < 6
        if called and name.form.group == other.form.group and name.form.group in ("PERSON", "THING"):
            yield name.form, other.form
