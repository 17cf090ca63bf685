"""What is no name, whatever has proposed it: pronouns, amounts, headings, and acronyms of common nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from nlp.pipeline.entity_acronyms import initials, is_acronym
from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_gazetteer import place_label
from nlp.pipeline.entity_tables import acronyms, legal_suffixes, organisation_nouns, place_nouns, titles
from nlp.pipeline.entity_trimming import is_name
from nlp.pipeline.entity_weapons import is_designation, is_elsewhere
from nlp.pipeline.words import words_of

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "not", "a", "an", "or", "with"})
# A country's own capital letter for itself; a magazine has a capital article, too.
_OWN_LAND = frozenset({"Nation", "Country", "Homeland", "Motherland", "Fatherland"})
_OWNERS = frozenset({"the", "this", "our", "my", "your", "their", "a", "that"})
_READING = frozenset({"in", "told", "by"})
_PATTERNS = frozenset({"document", "event", "unit", "weapon"})


def without_junk(doc: Doc, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates but for what cannot be a name; dates and amounts stay as they are.

    What a pattern has named stays too, and an acronym that the text explains with a name.
    """
    texts = [doc[candidate.start : candidate.end].text for candidate in candidates]
    explained = {text for text, c in zip(texts, candidates, strict=True) if c.rule == "acronym"}
    common = set(common_acronyms(doc)) | legal_suffixes()
    kept: list[Candidate] = []
    for text, candidate in zip(texts, candidates, strict=True):
        safe = candidate.rule in _PATTERNS or not candidate.names or place_label(text) is not None
        known = text in explained and (text,) not in titles()
        named = known or is_name(doc, candidate.start, candidate.end, candidate.label)
        misplaced = candidate.end - candidate.start == 1 and is_designation(text) and is_elsewhere(doc, candidate.start)
        if safe or (named and text not in common and not misplaced and not _is_own_land(doc, candidate)):
            kept.append(candidate)
    return kept


def _is_own_land(doc: Doc, candidate: Candidate) -> bool:
    """Whether a speaker's country is meant by a capital letter: "the interests of this Nation"."""
    before = doc[candidate.start - 1].text if candidate.start else ""
    own = candidate.end - candidate.start == 1 and doc[candidate.start].text in _OWN_LAND and before in _OWNERS
    reads = candidate.start > 1 and doc[candidate.start - 2].lower_ in _READING  # "wrote in the Nation", a weekly
    return own and not reads


def common_acronyms(doc: Doc) -> Iterator[str]:
    """Acronyms that a bracket explains with words in lower case: "unmanned aerial vehicle (UAV)"."""
    words = words_of(doc)
    for i in range(2, len(doc) - 1):
        text = words[i]
        bracketed = words[i - 1] == "(" and words[i + 1] == ")" and is_acronym(text)
        if bracketed and text not in acronyms() and _explained(doc, i - 1, text.rstrip("s").upper()):
            yield text


def _explained(doc: Doc, end: int, acronym: str) -> bool:
    """Whether words in lower case before `end` have the acronym's initials, and name no organisation or place."""
    last = doc[end - 1].lower_
    if last in organisation_nouns() or last in place_nouns():
        return False
    words: list[str] = []
    for token in reversed(doc[max(0, end - 2 * len(acronym) - 1) : end]):
        if not token.text[:1].isalpha() and token.text != "-":
            return False
        if token.text[:1].isupper():
            return False
        if token.text[:1].isalpha():
            words.insert(0, token.text)
        large = [word for word in words if word.lower() not in _SMALL]
        if len(large) > 1 and acronym in initials(words) | initials(large):
            return True
    return False
