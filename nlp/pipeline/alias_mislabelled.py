"""Names that carry another label than the thing that they shorten: ORG "Assange" beside PERSON "Julian Assange"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from nlp.pipeline.alias_forms import Form, folded, organisation_words, person_words, plain_words
from nlp.pipeline.alias_groups import Groups
from nlp.pipeline.entity_acronyms import is_acronym
from nlp.pipeline.entity_tables import organisation_heads

# How many words of a company's name, beside its legal form, a second mention may leave out.
_LEFT_OUT = 2


def join_mislabelled(
    forms: Sequence[Form], groups: Groups[Form], located: Collection[Form], titled: Collection[Form]
) -> None:
    """Join single words to the only person with that family name, and company's first words to the company.

    Args:
        forms: all forms of the document.
        groups: the groups so far; changed.
        located: forms that the gazetteer knows as places, which stay places.
        titled: forms that stand behind a person's title, which stay people.
    """
    _join_family_names(forms, groups, located)
    _join_company_names(forms, groups, titled)


def _join_family_names(forms: Sequence[Form], groups: Groups[Form], located: Collection[Form]) -> None:
    families: dict[str, set[Form]] = defaultdict(set)
    longer: set[Form] = set()  # groups that hold a name of several words
    for form in forms:
        words = person_words(form.text)
        if form.group == "PERSON" and len(words) > 1 and words[-1] in folded(form.text).split():
            families[words[-1]].add(groups.root(form))
        elif len(form.text.split()) > 1:
            longer.add(groups.root(form))
    for form in forms:
        if form.group == "PERSON" or form.country is not None or form in located or is_acronym(form.text):
            continue
        words = person_words(form.text)
        holders = families.get(words[0], set()) if len(words) == 1 else set()
        if len(holders) == 1 and groups.root(form) not in longer and form.text not in organisation_heads():
            groups.join(next(iter(holders)), form)


def _join_company_names(forms: Sequence[Form], groups: Groups[Form], titled: Collection[Form]) -> None:
    full = {groups.root(form) for form in forms if form.group == "PERSON" and len(person_words(form.text)) > 2}
    companies: dict[tuple[str, ...], set[Form]] = defaultdict(set)
    for form in forms:
        words = organisation_words(form.text)
        if form.label == "ORG" and len(plain_words(form.text)) < len(form.text.split()):
            for size in range(max(1, len(words) - _LEFT_OUT), len(words) + 1):
                companies[words[:size]].add(form)
    alone = {person_words(form.text) for form in forms if form.group == "PERSON"}
    for form in forms:
        words = person_words(form.text)
        person = len(words) > 1 and words[-1:] in alone  # "Clinton" beside "Bill Clinton Inc."
        if form.group == "PERSON" and form not in titled and groups.root(form) not in full and not person:
            roots = {groups.root(each) for each in companies.get(organisation_words(form.text), ())}
            if len(roots) == 1:
                groups.join(roots.pop(), form)
