"""What the sentence around a name says of its kind: what it is called, what it does, what it stands beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_gazetteer import place_label
from nlp.pipeline.entity_tables import (
    organisation_heads,
    organisation_nouns,
    particles,
    place_cues,
    place_nouns,
    role_nouns,
    telling_verbs,
    work_nouns,
)

Evidence = Iterator[tuple[str, float]]
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OWN = frozenset({"his", "her", "himself", "herself"})
_STRONG, _MEDIUM = 2.0, 1.1
# What may stand between two names of a list, and the labels that say little enough to be doubted there.
_BETWEEN = ([","], ["and"], ["or"], [",", "and"], [",", "or"], ["&"], [";"])
_MOST_BETWEEN = max(len(words) for words in _BETWEEN)
_DOUBTED = frozenset({"PERSON", "ORG", "NORP"})
_LISTED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "PRODUCT", "WORK_OF_ART"})


def called(doc: Doc, candidate: Candidate) -> Evidence:
    """A noun for its kind beside the name: "the village of Aisby", "Ninewa province", "actor John Hale"."""
    if place_label(doc[candidate.start : candidate.end].text) == "NORP":
        return
    labels = (_behind_of(doc, candidate), _before_noun(doc, candidate), _behind_noun(doc, candidate))
    yield from ((label, _STRONG if label == "ORG" else _MEDIUM) for label in labels if label is not None)


def _behind_of(doc: Doc, candidate: Candidate) -> str | None:
    """What the noun before "of" says: "the village of Aisby", "the mayor of Lyon"."""
    if candidate.start < 2 or doc[candidate.start - 1].lower_ != "of":
        return None
    noun = doc[candidate.start - 2].lower_
    words = [token.text for token in doc[candidate.start : candidate.end]]
    cued = noun in place_cues() and len(words) < 4 and organisation_heads().isdisjoint(words)
    return place_nouns().get(noun) or ("GPE" if cued and candidate.label in _DOUBTED else None)


def _before_noun(doc: Doc, candidate: Candidate) -> str | None:
    """What the noun directly behind says: "Ninewa province"."""
    noun, *rest = (*doc[candidate.end : candidate.end + 2],) or (None,)
    if noun is None or not noun.text.islower() or (rest and rest[0].pos_ in ("NOUN", "PROPN")):
        return None
    return place_nouns().get(noun.lower_)


def _behind_noun(doc: Doc, candidate: Candidate) -> str | None:
    """What the noun directly before says: "actor John Hale", "news agency Sana"."""
    noun = doc[candidate.start - 1] if candidate.start else None
    if noun is None or noun.pos_ != "NOUN" or not noun.text.islower():
        return None
    label = kind_of(noun)
    person = doc[candidate.end - 1].dep_ != "compound" and may_be_person(doc, candidate)
    return label if label != "PERSON" or person else None


def defined(doc: Doc, candidate: Candidate) -> Evidence:
    """The sentence says what it is: "Aisby is a village", "Carder was an actor"."""
    subject = doc[candidate.end - 1]
    if subject.dep_ != "nsubj" or subject.head.lemma_ != "be":
        return
    for child in subject.head.children:
        if child.dep_ == "attr" and child.i > subject.i and child.pos_ == "NOUN":
            label = kind_of(child)
            if label is not None and (label != "PERSON" or may_be_person(doc, candidate)):
                yield label, _STRONG


def acting(doc: Doc, candidate: Candidate) -> Evidence:
    """It does, or is done to, what only a person or only an organisation does or is done to."""
    subject = doc[candidate.end - 1]
    if subject.dep_ not in _SUBJECTS:
        return
    verb = subject.head
    label = telling_verbs().get((verb.lemma_, "passive" if subject.dep_ == "nsubjpass" else "active"))
    if label is None and any(_is_own(token, subject) for token in verb.subtree):
        label = "PERSON"
    if label is not None and (label != "PERSON" or may_be_person(doc, candidate)):
        yield label, _MEDIUM


def kind_of(noun: Token) -> str | None:
    """The label that a common noun gives to what it is said of; `None` where it may be said of anything."""
    word = noun.lower_
    if word in place_nouns() or word in work_nouns():
        return place_nouns().get(word) or work_nouns()[word]
    if word in role_nouns():
        return "PERSON"
    return "ORG" if word in organisation_nouns() else None


def may_be_person(doc: Doc, candidate: Candidate) -> bool:
    """Whether the words can be a person's name: a few, capitalised, no acronym, no organisation's noun among them."""
    words = [token.text for token in doc[candidate.start : candidate.end]]
    capitals = all(word[0].isupper() or word in particles() or not word[0].isalpha() for word in words)
    acronym = any(word.isupper() and len(word) > 2 for word in words)
    return len(words) < 6 and capitals and not acronym and organisation_heads().isdisjoint(words) and "," not in words


def _is_own(token: Token, subject: Token) -> bool:
    """Whether a pronoun behind the subject, in its own clause, is its: "Cowley finished his career"."""
    if token.lower_ not in _OWN or token.i < subject.i:
        return False
    verb = next((each for each in token.ancestors if each.pos_ in ("VERB", "AUX")), None)
    return verb == subject.head


def of_lists(doc: Doc, candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, str]]:
    """Names whose neighbours in a list all have another label, with that label.

    A list has three names or more and a conjunction, or four names: "in Sochi, Russia, Wikinews asked" has none.
    """
    row: list[Candidate] = []
    conjunction = False
    for candidate in [*candidates, None]:
        near = row and candidate is not None and candidate.start - row[-1].end <= _MOST_BETWEEN
        between = [t.lower_ for t in doc[row[-1].end : candidate.start]] if near and candidate is not None else None
        if candidate is not None and (not row or between in _BETWEEN):
            row.append(candidate)
            conjunction = conjunction or between not in (None, [","], [";"])
            continue
        if len(row) > 2 + (not conjunction):
            yield from _odd(doc, row)
        row, conjunction = [candidate] if candidate is not None else [], False


def _odd(doc: Doc, row: Sequence[Candidate]) -> Iterator[tuple[Candidate, str]]:
    """The names of a list whose label is not that of all the others."""
    for candidate in row:
        others = {each.label for each in row if each.label != candidate.label}
        same = sum(each.label == candidate.label for each in row)
        if len(others) == 1 and same * 3 <= len(row) and candidate.label in _LISTED:
            label = others.pop()
            last = doc[candidate.end - 1].text
            if (
                label in _LISTED
                and last not in organisation_heads()
                and (label != "PERSON" or may_be_person(doc, candidate))
            ):
                yield candidate, label
