"""One label for one name over a whole document, by vote.

The model labels each mention on its own; a name that is PERSON four times and ORG once is a person. The surname of a
known full name, a title or a verb of speech beside it, and the gazetteer all have a voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_contexts import of_lists
from nlp.pipeline.entity_evidence import EVIDENCE
from nlp.pipeline.entity_gazetteer import is_division, is_town, place_label
from nlp.pipeline.entity_tables import legal_suffixes, organisation_heads, role_nouns, titles

_Votes = dict[str, float]
# Two voices that do not belong to one mention: the gazetteer's, and that of people's full names.
OF_NAMES = ("gazetteer", "list", "surname")
# Labels that the model often gives to people of whom it knows little.
_DOUBTFUL = frozenset({"ORG", "NORP", "PRODUCT", "WORK_OF_ART"})
# Rules whose patterns leave nothing to vote on.
_SETTLED = frozenset({"document", "event", "unit", "weapon"})
_VOTING = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
# How much each piece of evidence weighs against one label given by the model.
_LISTED, _SURNAME, _GIVEN, _PLACE, _PATTERN = 1.1, 2.0, 1.1, 3.0, 3.0
_DIVISION, _TOWN_OF_WORDS, _TOWN = 1.1, 1.1, 0.6


def name_key(doc: Doc, candidate: Candidate) -> str:
    """What two mentions of the same name have in common."""
    return " ".join(token.text for token in doc[candidate.start : candidate.end] if not token.is_space)


def vote(doc: Doc, candidates: Sequence[Candidate], without: Collection[str] = ()) -> list[Candidate]:
    """The candidates with one label for each name; `without` names evidence that is not heard."""
    heard = [evidence for name, evidence in EVIDENCE.items() if name not in without]
    keys = [name_key(doc, candidate) for candidate in candidates]
    votes: dict[str, _Votes] = defaultdict(lambda: defaultdict(float))
    said: dict[str, float] = defaultdict(float)
    for key, candidate in zip(keys, candidates, strict=True):
        if candidate.label in _VOTING:
            weight = _PATTERN if candidate.rule != "model" else 1.0
            votes[key][candidate.label] += weight
            said[key] += weight
            for evidence in heard:
                for label, more in evidence(doc, candidate):
                    votes[key][label] += more
    for candidate, label in of_lists(doc, candidates) if "list" not in without else ():
        votes[name_key(doc, candidate)][label] += _LISTED
    for key, weight in _people(votes) if "surname" not in without else ():
        votes[key]["PERSON"] += weight
    texts = {key: doc[c.start : c.end].text for key, c in zip(keys, candidates, strict=True)}
    for key, counts in votes.items() if "gazetteer" not in without else ():
        for label, weight in _place_evidence(texts[key], said[key]):
            counts[label] += weight
    winners = {key: _winner(counts) for key, counts in votes.items()}
    winners |= {key: c.label for key, c in zip(keys, candidates, strict=True) if c.rule in _SETTLED}
    return [
        replace(candidate, label=winners[key]) if candidate.label in _VOTING else candidate
        for key, candidate in zip(keys, candidates, strict=True)
    ]


def without_offices(doc: Doc, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates but for people named by a bare office ("Chair", "Speaker"), unless it is a known surname."""
    words = [[token.text for token in doc[c.start : c.end]] for c in candidates]
    known = {each[-1] for each, c in zip(words, candidates, strict=True) if c.label == "PERSON" and len(each) > 1}
    return [
        c
        for each, c in zip(words, candidates, strict=True)
        if c.label != "PERSON"
        or len(each) > 1
        or each[0] in known
        or each[0].lower() not in role_nouns()
        or _titled(doc, c.start)
    ]


def _winner(votes: _Votes) -> str:
    """The label with most votes; of two with as many, the later in the alphabet."""
    return max(votes, key=lambda label: (votes[label], label))


def _titled(doc: Doc, start: int) -> bool:
    """Whether an office or a rank stands before a name: "Senator Baker", but "Madam Chair"."""
    return start > 0 and titles().get((doc[start - 1].text.rstrip("."),)) in ("office", "rank")


def _place_evidence(name: str, mentions: float) -> Iterable[tuple[str, float]]:
    """What the gazetteer says of a name; the more mentions, the more it says."""
    label = place_label(name)
    if label is not None:
        yield label, _PLACE * mentions
    elif is_division(name):
        yield "GPE", _DIVISION * mentions
    elif is_town(name):
        yield "GPE", (_TOWN_OF_WORDS if " " in name or "-" in name else _TOWN) * mentions


def _people(votes: dict[str, _Votes]) -> list[tuple[str, float]]:
    """Names that are the last or the first word of a longer name which is a person's, with what that weighs.

    A first word says nothing of a place: Paris is not Paris Hilton.
    """
    people = [key.split(" ") for key, counts in votes.items() if " " in key and _winner(counts) == "PERSON"]
    last, first = {words[-1] for words in people}, {words[0] for words in people}
    surnames = [(key, _SURNAME) for key in votes if key in last]
    given = [
        (key, _GIVEN * sum(counts.values()))
        for key, counts in votes.items()
        if key in first and key not in last and _winner(counts) in _DOUBTFUL
    ]
    full = [
        (key, _GIVEN * sum(counts.values()))
        for key, counts in votes.items()
        if _winner(counts) in _DOUBTFUL and _is_full_name(key, votes)
    ]
    return surnames + given + full


def _is_full_name(key: str, votes: dict[str, _Votes]) -> bool:
    """Whether the last of two or three words is a person's name by itself: "Evo Morales" where "Morales" is one."""
    words = key.split(" ")
    bare = votes.get(words[-1])
    if bare is None or not 1 < len(words) < 4 or words[-1] in organisation_heads() | legal_suffixes():
        return False
    return _winner(bare) == "PERSON" and all(word.isalpha() and word[0].isupper() for word in words)
