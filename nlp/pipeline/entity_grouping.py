"""Which mentions of a document name the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from nlp.pipeline.alias_forms import Form, agree_in_case, folded, person_words
from nlp.pipeline.alias_groups import Groups
from nlp.pipeline.alias_organisations import join_acronyms, join_organisations
from nlp.pipeline.alias_people import join_people
from nlp.pipeline.entity_acronyms import is_acronym
from nlp.pipeline.entity_mentions import Named


def grouped(doc: Doc, named: Sequence[Named]) -> list[int]:
    """For each mention the number of its entity, counted from 1 in the order of first mention."""
    forms = list(dict.fromkeys(mention.form for mention in named))
    groups = Groups(forms)
    _join_spellings(forms, groups)
    _join_countries(forms, groups)
    join_people([form for form in forms if form.group == "PERSON"], groups)
    join_acronyms(forms, _bracketed(doc, named), groups)
    join_organisations([form for form in forms if form.group == "THING"], groups)
    return _numbered(named, groups, forms)


def _join_spellings(forms: Sequence[Form], groups: Groups[Form]) -> None:
    """Join forms that differ in case, accents, a leading article or a possessive."""
    seen: dict[tuple[str, str | None], Form] = {}
    for form in forms:
        text = folded(form.text)
        if form.group == "NORP" and form.country is None:
            text = text.removesuffix("s")
        other = seen.setdefault((text, form.owner), form)
        if agree_in_case(other.text, form.text):
            groups.join(other, form)


def _join_countries(forms: Sequence[Form], groups: Groups[Form]) -> None:
    """Join the names of one country, and, apart from them, the words for its people."""
    seen: dict[tuple[str, str], Form] = {}
    for form in forms:
        if form.country is not None:
            groups.join(seen.setdefault((form.country, form.group), form), form)


def _bracketed(doc: Doc, named: Sequence[Named]) -> Iterator[tuple[Form, Form]]:
    """Pairs of a name and the acronym that follows it in brackets."""
    for name, acronym in pairwise(named):
        if acronym.start != name.end + 1 or doc[name.end].text != "(" or not is_acronym(acronym.form.text):
            continue
        if {name.form.group, acronym.form.group} <= {"THING", "PLACE"}:
            yield name.form, acronym.form


def _numbered(named: Sequence[Named], groups: Groups[Form], forms: Sequence[Form]) -> list[int]:
    """Numbers in order of first mention. A surname that several people share is that of the last one named in full."""
    shared = _shared_names(forms, groups)
    numbers: dict[Form, int] = {}
    last_full: dict[Form, int] = {}
    found: list[int] = []
    for at, mention in enumerate(named):
        root = groups.root(mention.form)
        relatives = shared.get(mention.form)
        if relatives:
            before = [relative for relative in relatives if relative in last_full]
            if before:
                root = groups.root(max(before, key=last_full.__getitem__))
        last_full[mention.form] = at
        found.append(numbers.setdefault(root, len(numbers) + 1))
    return found


def _shared_names(forms: Sequence[Form], groups: Groups[Form]) -> dict[Form, list[Form]]:
    """Bare names that end the full names of several people, with those full names."""
    families: dict[str, list[Form]] = defaultdict(list)
    bare: list[tuple[str, Form]] = []
    for form in forms:
        words = person_words(form.text) if form.group == "PERSON" else ()
        if len(words) > 1:
            families[words[-1]].append(form)
        elif words:
            bare.append((words[0], form))
    shared: dict[Form, list[Form]] = {}
    for word, form in bare:
        relatives = {groups.root(relative) for relative in families[word]}
        if len(relatives) > 1 and groups.root(form) not in relatives:
            shared[form] = families[word]
    return shared
