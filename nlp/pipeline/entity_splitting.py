"""One candidate that holds two names: "Trade Ministry and Finance Ministry", "Shark Bay — Ben Hall"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_tables import organisation_heads

_DASHES = frozenset({"–", "—", "--"})
# Names of these kinds are written with a hyphen between blanks: "Ottawa - Vanier".
_HYPHENATED = frozenset({"GPE", "LOC", "ORG"})
_CONJUNCTIONS = frozenset({"and", "&", ",", "or"})
_POSSESSIVES = frozenset({"'s", "’s"})
_BUSINESSES = frozenset({"Bank", "Trust"})  # "First Savings Bank and Trust Company"


def split_all(doc: Doc, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The names inside all candidates of a document."""
    known = {doc[each.start : each.end].text for each in candidates if each.names and each.end - each.start > 1}
    return [name for each in candidates for name in split(doc, each, known)]


def split(doc: Doc, candidate: Candidate, known: Collection[str] = ()) -> Iterator[Candidate]:
    """The names inside one candidate, mostly itself; `known` are names of several words in the same document."""
    start = candidate.start
    for i in range(candidate.start + 1, candidate.end - 1):
        if candidate.names and (_parts(doc, start, i, candidate) or _precedes_known(doc, start, i, candidate, known)):
            yield replace(candidate, start=start, end=i)
            start = i + 1
            while start < candidate.end - 1 and doc[start].lower_ in ("the", "and"):
                start += 1
    yield replace(candidate, start=start)


def _precedes_known(doc: Doc, start: int, i: int, candidate: Candidate, known: Collection[str]) -> bool:
    """Whether a name that the text has elsewhere, too, follows an "and" or "by" behind a name of several words."""
    return (
        candidate.label == "ORG"
        and doc[i].text in ("and", "by")
        and i - start > 1
        and doc[i + 1 : candidate.end].text in known
    )


def _parts(doc: Doc, start: int, i: int, candidate: Candidate) -> bool:
    """Whether token `i` stands between two names, of which the one before it begins at `start`."""
    token, before, after = doc[i], doc[i - 1], doc[i + 1]
    if token.text in _DASHES or (token.text == "-" and candidate.label not in _HYPHENATED):
        return bool(before.whitespace_ and token.whitespace_) and after.text[:1].isupper()
    if candidate.label != "ORG":
        return False
    rest = {each.text for each in doc[i + 1 : candidate.end]}
    if token.text in _POSSESSIVES:
        return i - start > 1 and before.text in organisation_heads() and not rest.isdisjoint(organisation_heads())
    if token.lower_ not in _CONJUNCTIONS or before.text not in organisation_heads() or i - start < 2:
        return False
    if before.text in _BUSINESSES and after.text == "Trust":
        return False
    return after.text == "The" or (not rest.isdisjoint(organisation_heads()) and candidate.end - i > 2)
