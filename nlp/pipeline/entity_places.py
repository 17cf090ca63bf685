"""Places by the gazetteer: datelines, and what the model missed of countries, nationalities and, behind "in", towns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_gazetteer import is_division, is_town, place_label
from nlp.pipeline.entity_tables import common_words
from nlp.pipeline.words import words_of

_PROPER = frozenset({"NNP", "NNPS", "JJ"})
_LOCATIVES = frozenset({"in", "near", "from", "to", "at", "outside", "of"})
_LONGEST = 4
_DISTRICT = frozenset({"D.C.", "DC", "D.C"})
# Small words inside the names of towns.
_INNER = frozenset(
    {"am", "an", "auf", "aux", "da", "de", "del", "der", "di", "do", "dos", "du", "en", "im", "la", "le"}
)
_INNER |= {"les", "on", "ob", "op", "sous", "sur", "under", "upon"}


def missed_places(doc: Doc, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Places of the gazetteer among the capitalised words that no candidate has claimed."""
    taken = {i for candidate in candidates for i in range(candidate.start, candidate.end)}
    capital = [word[:1].isupper() for word in words_of(doc)]
    i = 0
    while i < len(doc):
        if not capital[i] or i in taken:
            i += 1
            continue
        end = i
        while end < len(doc) and end - i < _LONGEST and end not in taken and _is_capitalised(doc, end):
            end += 1
        found = next((c for last in range(end, i, -1) if (c := _place(doc, i, last, end)) is not None), None)
        if found is not None:
            yield found
        i = found.end if found is not None else max(end, i + 1) if end - i < _LONGEST else i + 1


def compound_places(doc: Doc) -> Iterator[Candidate]:
    """Towns and regions whose names hold a small word, and one a comma: "Frankfurt am Main", "Washington, D.C."."""
    words = words_of(doc)
    for i in range(1, len(doc) - 1):
        if words[i] == "," and words[i - 1] == "Washington" and words[i + 1] in _DISTRICT:
            yield Candidate(i - 1, i + 2, "GPE", "gazetteer")
        elif words[i] in _INNER and _is_capitalised(doc, i - 1):
            for end in (i + 3, i + 2):
                text = doc[i - 1 : end].text
                if end <= len(doc) and doc[end - 1].text[:1].isupper() and (is_division(text) or is_town(text)):
                    yield Candidate(i - 1, end, "GPE", "gazetteer")
                    break


def datelines(doc: Doc) -> Iterator[Candidate]:
    """Places that open a line as the dateline of a report, whatever the model took them for."""
    words = words_of(doc)
    for i in range(len(doc)):
        if i and not ("\n" in words[i - 1] and doc[i - 1].is_space):
            continue
        end = i
        while end < len(doc) and end - i < _LONGEST and _is_capitalised(doc, end):
            end += 1
        text = doc[i:end].text
        if end > i and _is_dateline(doc, i, end) and (is_division(text) or is_town(text) or place_label(text) == "GPE"):
            yield Candidate(i, end, "GPE", "dateline")


def _place(doc: Doc, start: int, end: int, run_end: int) -> Candidate | None:
    """The place that exactly these words name, if the words around leave them to stand alone."""
    text = doc[start:end].text
    label = place_label(text)
    if label is not None and (end - start > 1 or doc[start].tag_ in _PROPER):
        return Candidate(start, end, label, "gazetteer")
    whole = end == run_end and (end >= len(doc) or not doc[end].text[:1].isupper())
    if not whole or len(text) < 4 or text.lower() in common_words():
        return None
    if _follows_locative(doc, start) and (is_division(text) or is_town(text)):
        return Candidate(start, end, "GPE", "gazetteer")
    return None


def _follows_locative(doc: Doc, start: int) -> bool:
    """Whether a preposition of place stands before the words."""
    return start > 0 and doc[start - 1].lower_ in _LOCATIVES


def _is_dateline(doc: Doc, start: int, end: int) -> bool:
    """Whether the words open a line and are followed by what follows a dateline's town."""
    opens = start == 0 or (doc[start - 1].is_space and "\n" in doc[start - 1].text)
    return opens and end < len(doc) and doc[end].text in (",", "(", ":", "—", "–", "-", "--")


def _is_capitalised(doc: Doc, i: int) -> bool:
    """Whether a token is a capitalised word that may be part of a name."""
    return doc[i].text[:1].isupper() and doc[i].tag_ in _PROPER
