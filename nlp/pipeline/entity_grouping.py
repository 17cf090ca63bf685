"""Which mentions of a document name the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from spacy.tokens import Doc

from nlp.pipeline.alias_forms import Form, agree_in_case, folded, person_words
from nlp.pipeline.alias_groups import Groups
from nlp.pipeline.alias_organisations import join_acronyms, join_organisations
from nlp.pipeline.alias_people import join_people
from nlp.pipeline.entity_acronyms import acronym_letters, initials, is_acronym
from nlp.pipeline.entity_mentions import Named
from nlp.pipeline.entity_tables import title_ends

# Titles that everybody has.
_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir"})
# What may stand before "known as".
_CALLING = frozenset({"also", "better", "widely", "commonly", "and", "is", "was", "who", "which", "formerly"})


def grouped(doc: Doc, named: Sequence[Named]) -> list[int]:
    """For each mention the number of its entity, counted from 1 in the order of first mention."""
    forms = list(dict.fromkeys(mention.form for mention in named))
    groups = Groups(forms)
    _join_spellings(forms, groups)
    _join_countries(forms, groups)
    join_people([form for form in forms if form.group == "PERSON"], groups)
    for name, other in _called(doc, named):
        groups.join(name, other)
    join_acronyms(forms, _bracketed(doc, named), groups)
    join_organisations([form for form in forms if form.group == "THING"], groups)
    return _numbered(doc, named, groups, forms)


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


def _numbered(doc: Doc, named: Sequence[Named], groups: Groups[Form], forms: Sequence[Form]) -> list[int]:
    """Numbers in order of first mention.

    A bare name that several people share is that of the one of them who bears the title before it, else of the one who
    is the subject in full in the same sentence, else of the one named in full first: a newsroom calls the others by
    their full names.
    """
    shared = _shared_names(forms, groups)
    numbers: dict[Form, int] = {}
    titled: dict[Form, set[str]] = {}
    subject_of: dict[Form, int] = {}
    found: list[int] = []
    sentences = _sentence_numbers(doc)
    for mention in named:
        root = groups.root(mention.form)
        title = _title_before(doc, mention)
        sentence = sentences[mention.start] if sentences else -1
        before = [relative for relative in shared.get(mention.form, ()) if relative in titled]
        if before:
            bearer = next((each for each in before if title and title in titled[each]), None)
            near = next((each for each in reversed(before) if sentences and subject_of.get(each) == sentence), None)
            root = groups.root(bearer or near or before[0])
        else:
            titled.setdefault(mention.form, set()).add(title)
            if mention.subject:
                subject_of[mention.form] = sentence
        found.append(numbers.setdefault(root, len(numbers) + 1))
    return found


def _sentence_numbers(doc: Doc) -> list[int]:
    """For each token the number of its sentence; empty where the document has no sentences."""
    if not doc.has_annotation("SENT_START"):
        return []
    return list(accumulate(int(bool(token.is_sent_start)) for token in doc))


def _title_before(doc: Doc, mention: Named) -> str:
    """The word of a title directly before a mention, without its full stop; empty where there is none."""
    word = doc[mention.start - 1].text.rstrip(".") if mention.start else ""
    return word if word in title_ends() and word not in _COURTESY else ""


def _shared_names(forms: Sequence[Form], groups: Groups[Form]) -> dict[Form, list[Form]]:
    """Bare names that several people's full names hold, with those full names: as family names, else as first ones."""
    holders: tuple[dict[str, list[Form]], ...] = (defaultdict(list), defaultdict(list), defaultdict(list))
    bare: list[tuple[str, Form]] = []
    for form in forms:
        words = person_words(form.text) if form.group == "PERSON" else ()
        if len(words) > 1:
            for kind, part in enumerate((words[-1:], words[:1], words[1:-1])):
                for word in part:
                    holders[kind][word].append(form)
        elif words:
            bare.append((words[0], form))
    shared: dict[Form, list[Form]] = {}
    for word, form in bare:
        same = next((kind[word] for kind in holders if word in kind), [])
        relatives = {groups.root(relative) for relative in same}
        if len(relatives) > 1 and groups.root(form) not in relatives:
            shared[form] = same
    return shared
