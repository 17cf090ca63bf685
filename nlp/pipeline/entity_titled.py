"""People whom a title announces: "Datuk Annuar Musa", "President Tokayev", where the model saw no person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_tables import common_words, organisation_heads, particles, title_starts, titles
from nlp.pipeline.words import words_of

_LONGEST_NAME = 6
_LONGEST_TITLE = 3
_OVERRULING = frozenset({"honorific", "rank"})
_PROPER = frozenset({"NNP", "NNPS"})


def titled_people(doc: Doc, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """A person for each title before capitalised words.

    An honorific or a rank also overrules what claims parts of the name ("Tan Sri" + PERSON "Noor", ORG "Azlan"); an
    office never does, for "Prime Minister" may stand before a party's or a country's name.
    """
    taken = {i: candidate for candidate in candidates for i in range(candidate.start, candidate.end)}
    hopeful = [word.rstrip(".") in title_starts() for word in words_of(doc)]
    i = 0
    while i < len(doc):
        length, kind = title_at(doc, i) if hopeful[i] else (0, "")
        if not length:
            i += 1
            continue
        i += length
        following, _ = title_at(doc, i)
        if following:
            continue
        end = _name_end(doc, i)
        claimed = [taken[j] for j in range(i, end) if j in taken]
        free = not claimed or (kind in _OVERRULING and all(_is_fragment(each, i, end) for each in claimed))
        if end > i and free and _fits(doc, i, end, kind):
            yield Candidate(i, end, "PERSON", "title")
            i = end


def _is_fragment(candidate: Candidate, start: int, end: int) -> bool:
    """Whether a candidate is a name that ends inside `[start, end)` or with it."""
    return candidate.names and candidate.end <= end and candidate.end > start


def inside_title(doc: Doc, candidate: Candidate) -> bool:
    """Whether a candidate is only the beginning of a title of several words ("Tan" of "Tan Sri")."""
    length, _ = title_at(doc, candidate.start)
    return length > candidate.end - candidate.start


def title_at(doc: Doc, i: int) -> tuple[int, str]:
    """How many tokens at `i` form a title, and its kind; (0, "") where there is none. Full stops do not count."""
    if i >= len(doc) or doc[i].text.rstrip(".") not in title_starts():
        return 0, ""
    for length in range(min(_LONGEST_TITLE * 2, len(doc) - i), 0, -1):
        words = tuple("".join(token.text_with_ws for token in doc[i : i + length]).replace(".", "").split())
        kind = titles().get(words)
        if kind is not None and kind != "style" and not doc[i + length - 1].is_space:
            return length, kind
    return 0, ""


def _name_end(doc: Doc, start: int) -> int:
    """Where the capitalised words that begin at `start` end."""
    end = start
    while end < len(doc) and end - start < _LONGEST_NAME and _continues(doc, end, start):
        end += 1
    while end > start and not doc[end - 1].text[:1].isupper() and doc[end - 2].text != "-":
        end -= 1
    return end


def _continues(doc: Doc, i: int, start: int) -> bool:
    """Whether token `i` carries on a name."""
    token: Token = doc[i]
    if token.ent_type_ in ("DATE", "TIME"):
        return False
    if token.text[:1].isupper() and token.tag_ in _PROPER and not token.is_sent_start:
        return True
    return i > start and (token.lower_ in particles() or token.text == "-") and not doc[i - 1].is_space


def _fits(doc: Doc, start: int, end: int, kind: str) -> bool:
    """Whether the words can be a person's name after a title of that kind: not so "General Assembly"."""
    words = [token.text for token in doc[start:end]]
    if any(word in organisation_heads() for word in words) or (words[0].isupper() and len(words[0]) > 1):
        return False
    return kind == "honorific" or not all(word.lower() in common_words() for word in words)
