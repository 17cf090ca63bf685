"""Whose a bare name is where several people bear it, or where its title does not fit the only one who does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from spacy.tokens import Doc

from nlp.pipeline.alias_forms import Form, person_words
from nlp.pipeline.alias_groups import Groups
from nlp.pipeline.entity_genders import opposite, pronoun_genders, title_gender
from nlp.pipeline.entity_mentions import Named
from nlp.pipeline.entity_tables import title_ends

# Titles that everybody has.
_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir"})


@dataclass(slots=True)
class _Known:
    """What the text has said so far, or in all of it, of the people with full names."""

    titles: dict[Form, set[str]] = field(default_factory=dict)
    subject_of: dict[Form, int] = field(default_factory=dict)
    genders: dict[Form, set[str]] = field(default_factory=lambda: defaultdict(set))


def bearers(doc: Doc, named: Sequence[Named], groups: Groups[Form], forms: Sequence[Form]) -> Iterator[Hashable]:
    """For each mention what stands for its entity.

    A bare name that several people share is that of the one of them whom its title, else its pronoun fits, else of the
    one who is the subject in full in the same sentence, else of the one named in full first: a newsroom calls the
    others by their full names. Where only one bears the name, "Mr" sets another apart from a woman, "Mrs" from a man.
    """
    shared = _shared_names(forms, groups)
    sentences = _sentence_numbers(doc)
    pronouns = pronoun_genders(doc, named, sentences)
    known = _Known()
    order: dict[Form, None] = {}
    for mention, pronoun in zip(named, pronouns, strict=True):
        if len(person_words(mention.form.text)) > 1 and mention.form.group == "PERSON":
            order.setdefault(mention.form)
            known.genders[groups.root(mention.form)] |= {title_gender(doc, mention), pronoun} - {""}
    places = {form: i for i, form in enumerate(order)}
    shared = {form: sorted(set(same), key=places.__getitem__) for form, same in shared.items()}
    for mention, pronoun in zip(named, pronouns, strict=True):
        root = groups.root(mention.form)
        if mention.form in shared:
            sentence = sentences[mention.start] if sentences else -1
            yield groups.root(_bearer(doc, mention, pronoun, sentence, shared[mention.form], groups, known))
            continue
        known.titles.setdefault(mention.form, set()).add(_title_before(doc, mention))
        if mention.subject and sentences:
            known.subject_of[mention.form] = sentences[mention.start]
        gender = title_gender(doc, mention)
        bare = mention.form.group == "PERSON" and len(person_words(mention.form.text)) == 1
        if bare and gender and known.genders.get(root) == {opposite(gender)}:
            yield root, gender
        else:
            yield root


def _bearer(
    doc: Doc, mention: Named, pronoun: str, sentence: int, holders: Sequence[Form], groups: Groups[Form], known: _Known
) -> Form:
    """The full name that a bare name which several share stands for."""
    before = [each for each in holders if each in known.titles]
    title = _title_before(doc, mention)
    if title:
        titled = next((each for each in before if title in known.titles[each]), None)
        if titled is not None:
            return titled
    gender = title_gender(doc, mention) or pronoun
    fitting = [each for each in holders if not gender or known.genders.get(groups.root(each)) != {opposite(gender)}]
    if gender and len({groups.root(each) for each in fitting}) == 1:
        return fitting[0]
    before = [each for each in before if each in fitting] or before
    near = next((each for each in reversed(before) if sentence >= 0 and known.subject_of.get(each) == sentence), None)
    return near or (before or fitting or holders)[0]


def _sentence_numbers(doc: Doc) -> list[int]:
    """For each token the number of its sentence; empty where the document has no sentences."""
    if not doc.has_annotation("SENT_START"):
        return []
    return list(accumulate(start == 1 for start in doc.to_array("SENT_START").tolist()))


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
