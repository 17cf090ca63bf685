"""Names known from one place in a document, found in the others where the model missed them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_tables import common_words
from nlp.pipeline.words import words_of

_SPREADING = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
_PROPER = frozenset({"NNP", "NNPS"})

_Words = tuple[str, ...]


def missed_mentions(doc: Doc, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Further mentions of the candidates' names, and of the surnames of their people, where nothing is marked yet."""
    known = _known_names(doc, candidates)
    by_first: dict[str, list[_Words]] = defaultdict(list)
    for words in known:
        by_first[words[0]].append(words)
    for same_first in by_first.values():
        same_first.sort(key=lambda words: (-len(words), words))
    taken = {i for candidate in candidates for i in range(candidate.start, candidate.end)}
    text = words_of(doc)
    for start, word in enumerate(text):
        if word not in by_first or start in taken:
            continue
        for words in by_first[word]:
            end = start + len(words)
            if tuple(text[start:end]) == words:
                if taken.isdisjoint(range(start, end)) and _reads_as_name(doc, start, end):
                    taken.update(range(start, end))
                    yield Candidate(start, end, known[words], "known name")
                break


def whole_names(doc: Doc, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """People's full names at places where the model marked only parts of them, or with parts of different kinds."""
    full = {
        tuple(token.text for token in doc[c.start : c.end]): c.label
        for c in candidates
        if c.label == "PERSON" and 1 < c.end - c.start < 6
    }
    starts = {words[0] for words in full}
    sizes = sorted({len(words) for words in full}, reverse=True)
    holder = {i: candidate for candidate in candidates for i in range(candidate.start, candidate.end)}
    text = words_of(doc)
    for start, word in enumerate(text) if full else ():
        if word not in starts:
            continue
        for size in sizes:
            end = start + size
            if end > len(text) or tuple(text[start:end]) not in full:
                continue
            parts = {holder[i] for i in range(start, end) if i in holder}
            if parts and all(start <= c.start and c.end <= end and c.end - c.start < size for c in parts):
                yield Candidate(start, end, "PERSON", "known name")
            break


def _known_names(doc: Doc, candidates: Sequence[Candidate]) -> dict[_Words, str]:
    """Each name's words with its label; people also by their last word, and by two words of three."""
    known: dict[_Words, str] = {}
    surnames: dict[_Words, str] = {}
    for candidate in candidates:
        if candidate.label not in _SPREADING:
            continue
        words = tuple(token.text for token in doc[candidate.start : candidate.end])
        if words[0][:1].isupper() or len(words) > 1:
            known.setdefault(words, candidate.label)
        if candidate.label == "PERSON" and 1 < len(words) < 6 and len(words[-1]) > 2 and words[-1][:1].isupper():
            surnames.setdefault(words[-1:], "PERSON")
            if len(words) > 2:
                surnames.setdefault(words[-2:], "PERSON")
                surnames.setdefault(words[:2], "PERSON")
    return surnames | known


def _reads_as_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the words stand there as a name: no common word, and no part of a longer name."""
    if end - start > 1:
        return True
    token = doc[start]
    opens = token.is_sent_start and token.dep_ == "nsubj" and token.tag_ == "NN"  # "Park said": no article, one person
    if token.tag_ not in _PROPER and not opens and (token.is_sent_start or token.text.lower() in common_words()):
        return False
    beside = [doc[i] for i in (start - 1, end) if 0 <= i < len(doc)]
    return not any(t.tag_ in _PROPER and t.text[:1].isupper() and t.ent_type_ == "" for t in beside)
