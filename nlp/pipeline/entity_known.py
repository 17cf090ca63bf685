"""Well-known organisations that nothing has marked: "Daesh lost the town"."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_tables import known_organisations
from nlp.pipeline.words import words_of

_LONGEST = 8


def missed_organisations(doc: Doc, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The names of the table among the words that no candidate has claimed, the longest first."""
    taken = {i for candidate in candidates for i in range(candidate.start, candidate.end)}
    for i, text in enumerate(words_of(doc)):
        if text not in _starts() or i in taken:
            continue
        for end in range(min(i + _LONGEST, len(doc)), i, -1):
            if doc[i:end].text in known_organisations() and taken.isdisjoint(range(i, end)):
                yield Candidate(i, end, "ORG", "known organisation")
                break


@functools.cache
def _starts() -> frozenset[str]:
    """The first words of the names, as the tokenizer cuts them."""
    return frozenset(name.replace("-", " ").split()[0] for name in known_organisations())
