"""Parts of organisations' names that stand for the whole: "Texas A&M" (University), (Houston) "Rockets"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nlp.pipeline.alias_forms import Form, folded, organisation_words
from nlp.pipeline.alias_groups import Groups
from nlp.pipeline.alias_organisations import CHAMBERS
from nlp.pipeline.entity_acronyms import is_acronym
from nlp.pipeline.entity_gazetteer import country_of_word, is_division, is_named, is_town
from nlp.pipeline.entity_tables import common_words, known_names, organisation_heads, organisation_tails

_Words = tuple[str, ...]
# A shorter last word may be anybody's.
_LEAST_LETTERS = 5
_LONGEST = 8


def join_parts(forms: Sequence[Form], groups: Groups[Form]) -> None:
    """Join what only one longer name begins with, but for a word that says little, or ends in."""
    named = [form for form in forms if form.label == "ORG"]
    beginnings: dict[_Words, set[Form]] = defaultdict(set)
    shortened: set[_Words] = set()
    ends: dict[_Words, set[Form]] = defaultdict(set)
    for form in named:
        words = organisation_words(form.text)
        last = form.text.split()[-1]
        for size in range(1, min(len(words), _LONGEST)):
            beginnings[words[:size]].add(form)
        if last in organisation_tails():
            shortened.add(words[:-1])
        plain = form.text.split()
        for size in range(1, min(len(plain), _LONGEST)):
            if _ends_alone(plain, size):
                ends[tuple(folded(" ".join(plain[-size:])).split())].add(form)
    for form in named:
        words = organisation_words(form.text)
        for longer in (beginnings[words] if words in shortened else (), ends.get(words)):
            roots = {groups.root(each) for each in longer or () if each != form}
            if len(roots) == 1 and country_of_word(form.text) is None:
                groups.join(roots.pop(), form)


def join_known_names(forms: Sequence[Form], groups: Groups[Form]) -> None:
    """Join the names of bodies that the news knows under several: "Fed", "Federal Reserve"."""
    seen: dict[str, Form] = {}
    for form in forms:
        name = folded(form.text)
        thing = known_names().get(name)
        if thing is None or form.group == "PERSON" or (len(name) <= _LEAST_LETTERS - 1 and form.text.islower()):
            continue
        if form.group == "PLACE" and form.label == "GPE" and form.country is not None:
            continue
        groups.join(seen.setdefault(thing, form), form)


def _ends_alone(words: Sequence[str], size: int) -> bool:
    """Whether the last words of a name can stand for it: they follow a place or a nationality, or are rare.

    A head noun cannot: of courts, armies and universities there are many.
    """
    part, rest = words[-size:], " ".join(words[:-size])
    heads = organisation_heads() | CHAMBERS
    if any(word in heads or is_acronym(word) for word in part) or not part[0][:1].isupper():
        return size > 1 and is_acronym(rest) and is_named(rest)  # the U.N. Security Council
    if _is_place(" ".join(part)):
        return False
    if _is_place(rest):
        return True
    return size == 1 and len(part[0]) >= _LEAST_LETTERS and part[0].isalpha() and part[0].lower() not in common_words()


def _is_place(name: str) -> bool:
    return country_of_word(name) is not None or is_named(name) or is_town(name) or is_division(name)
