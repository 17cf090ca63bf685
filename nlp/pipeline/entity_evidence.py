"""What stands in and beside one mention of a name and speaks for a label, each kind of evidence under a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from spacy.tokens import Doc

from nlp.gazetteer.towns import candidates
from nlp.pipeline.entity_appositions import apposed
from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_contexts import acting, called, defined, may_be_person
from nlp.pipeline.entity_leading import leading_label
from nlp.pipeline.entity_tables import (
    known_organisations,
    legal_suffixes,
    name_heads,
    organisation_heads,
    speech_verbs,
    title_ends,
)

_LOCATIVES = frozenset({"in", "near", "at", "outside", "around"})
# "F-16", "T-72B3", "S-400": what weapons, vehicles and aircraft are called.
_DESIGNATION = re.compile(r"[A-Z]{1,4}-\d{1,4}[A-Z]{0,2}\d?\Z")
_MISTAKEN = frozenset({"ORG", "PERSON", "GPE"})

Evidence = Iterator[tuple[str, float]]


def _title(doc: Doc, candidate: Candidate) -> Evidence:
    """A title directly before the name: "Gov. Reeves"; where the title has found the name, it has spoken already."""
    if candidate.rule == "title":
        return
    before = doc[candidate.start - 1].text.rstrip(".") if candidate.start else ""
    capital = doc[candidate.start].text[:1].isupper()
    if before in title_ends() and capital and not _is_site(doc, candidate) and may_be_person(doc, candidate):
        yield "PERSON", 2.0


def _is_site(doc: Doc, candidate: Candidate) -> bool:
    """As in "Sultan Mizan Stadium", but not in "Chief Justice Temple"."""
    named = candidate.end - candidate.start > 1 and doc[candidate.end - 1].text in name_heads()
    return named and doc[candidate.end - 2].text not in title_ends()


def _locative(doc: Doc, candidate: Candidate) -> Evidence:
    """A preposition of place before one word that the model took for a person: "in Bakhmut"."""
    before = doc[candidate.start - 1].lower_ if candidate.start else ""
    if before not in _LOCATIVES or candidate.end - candidate.start > 1:
        return
    word = doc[candidate.start].text
    if candidate.label == "PERSON" or (candidate.label == "ORG" and _is_any_town(word)):
        yield "GPE", 1.1


def _is_any_town(word: str) -> bool:
    """Whether a word, no acronym and no organisation's noun ("in Congress"), is a town's name, however small."""
    return not word.isupper() and word not in organisation_heads() and bool(candidates(word))


def _acronym(doc: Doc, candidate: Candidate) -> Evidence:
    """One word of three capitals or more is an organisation's acronym."""
    word = doc[candidate.start].text
    if candidate.end - candidate.start == 1 and word.isupper() and len(word) > 2 and word.isalpha():
        yield "ORG", 1.1


def _known(doc: Doc, candidate: Candidate) -> Evidence:
    """A well-known organisation: "Daesh", "Reuters"."""
    if doc[candidate.start : candidate.end].text in known_organisations():
        yield "ORG", 3.0


def _legal_form(doc: Doc, candidate: Candidate) -> Evidence:
    """A company's legal form at the end: "Tata Ltd"."""
    if candidate.end - candidate.start > 1 and doc[candidate.end - 1].text in legal_suffixes():
        yield "ORG", 2.0


def _head(doc: Doc, candidate: Candidate) -> Evidence:
    """A noun at the end that tells what is named: "Sava River"."""
    word = doc[candidate.end - 1].text
    if candidate.end - candidate.start > 1 and word in name_heads() and candidate.label in _MISTAKEN:
        yield name_heads()[word], 1.1


def _leading(doc: Doc, candidate: Candidate) -> Evidence:
    """A word at the beginning that tells what is named: "Wadi Rum"."""
    label = leading_label([token.text for token in doc[candidate.start : candidate.end]])
    if label is not None:
        yield label, 2.0


def _trailing(doc: Doc, candidate: Candidate) -> Evidence:
    """An organisation's noun at the end of what the model took for something else: "Olin Foundation"."""
    word = doc[candidate.end - 1].text
    named = word in organisation_heads() and word not in name_heads() and candidate.end - candidate.start > 1
    if named and candidate.label in ("PERSON", "GPE", "NORP", "PRODUCT", "WORK_OF_ART"):
        yield "ORG", 1.1


def _designation(doc: Doc, candidate: Candidate) -> Evidence:
    """Letters, a hyphen and a number: "F-16"."""
    if _DESIGNATION.match(doc[candidate.start].text) and candidate.label in _MISTAKEN:
        yield "PRODUCT", 1.1


def _apposition(doc: Doc, candidate: Candidate) -> Evidence:
    """What the text says directly behind the name: "Santander, the Spanish bank"."""
    words = [token.text for token in doc[candidate.start : candidate.end]]
    for label in apposed(doc, candidate.start, candidate.end):
        if label == "ORG" or (len(words) < 5 and "of" not in words and all(w.isalpha() for w in words)):
            yield label, 2.0 if words[-1] not in organisation_heads() else 0.0


def _speech(doc: Doc, candidate: Candidate) -> Evidence:
    """The name says, thinks or promises something."""
    last = doc[candidate.end - 1]
    if last.dep_ == "nsubj" and last.head.lemma_ in speech_verbs() and may_be_person(doc, candidate):
        yield "PERSON", 0.6


# Weights count against one for each label that the model gave.
EVIDENCE: Mapping[str, Callable[[Doc, Candidate], Evidence]] = MappingProxyType(
    {
        "title before": _title,
        "place's preposition before": _locative,
        "acronym": _acronym,
        "known organisation": _known,
        "legal form": _legal_form,
        "head noun": _head,
        "leading head": _leading,
        "organisation's noun": _trailing,
        "designation": _designation,
        "apposition": _apposition,
        "verb of speech": _speech,
        "kind beside": called,
        "definition": defined,
        "telling verb": acting,
    }
)
