"""Acronyms in brackets, joined to what they stand for: "International Atomic Energy Agency (IAEA)".

After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (PSB 2003).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_tables import acronyms, common_words, no_names
from nlp.pipeline.words import words_of

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "des", "du", "la", "le", "to", "&", "-"})
_ACRONYM = re.compile(r"[A-Z]{4,7}\Z")
# What an acronym can name when the words before it carry no label of their own.
_NAMED = frozenset({"ORG", "GPE", "LOC", "FAC", "EVENT", "LAW", "PRODUCT"})


def is_acronym(text: str) -> bool:
    """Whether a word looks like an acronym.

    >>> [is_acronym(word) for word in ("IAEA", "MpS", "U.N.", "Paris", "2024", "I")]
    [True, True, True, False, False, False]
    """
    letters = [character for character in text if character.isalpha()]
    if not 2 <= len(letters) <= 8 or len(text) > 10 or not letters[0].isupper():
        return False
    capitals = sum(character.isupper() for character in letters)
    return capitals >= 2 and capitals * 2 >= len(letters)


def initials(words: Sequence[str]) -> set[str]:
    """The acronyms that words can have: all their initials, and those of the words with a capital.

    >>> sorted(initials(["Organization", "of", "American", "States"]))
    ['OAS', 'OOAS']
    """
    parts = [part for word in words for part in word.replace("-", " ").split()]
    every = "".join(part[0] for part in parts if part[0].isalpha()).upper()
    large = "".join(part[0] for part in parts if part[0].isupper())
    return {acronym for acronym in (every, large) if len(acronym) > 1}


def is_clipping(short: str, words: Sequence[str]) -> bool:
    """Whether a short word is made of the beginnings of all the words, in their own case.

    >>> is_clipping("BofA", ["Bank", "of", "America"]), is_clipping("AmEx", ["American", "Express"])
    (True, True)
    >>> is_clipping("AmEx", ["American", "Airlines"]), is_clipping("America", ["American"])
    (False, False)
    """
    if len(words) < 2 or len(short) > 8 or sum(character.isupper() for character in short) < 2 or short.isupper():
        return False
    rests = {short}
    for word in words:
        rests = {rest[n:] for rest in rests for n in range(1, len(rest) + 1) if word.startswith(rest[:n])}
    return "" in rests


def abbreviates(one: str, other: str) -> bool:
    """Whether one of two names ends in a full stop and has, in order, only letters of the other.

    >>> abbreviates("Calif.", "California"), abbreviates("New Jersey", "N.J."), abbreviates("Va.", "Prince William")
    (True, True, False)
    """
    short, long = sorted((one, other), key=len)
    letters = iter(long.lower())
    return short.endswith(".") and short[0] == long[0] and all(c in letters for c in short.lower() if c.isalpha())


def acronym_letters(text: str) -> str:
    """The letters of an acronym in capitals, without its full stops."""
    return "".join(character for character in text if character.isalpha()).upper()


def bracketed_acronyms(doc: Doc, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """For each acronym in brackets after a name: the acronym, and the name where the model missed it or its start."""
    ending = {candidate.end: candidate for candidate in candidates}
    words = words_of(doc)
    for i in range(2, len(doc) - 1):
        if words[i - 1] != "(" or not is_acronym(words[i]) or words[i + 1] not in (")", ",", ";", "/"):
            continue
        end = i - 1 - (words[i - 2] in ("'s", "’s"))
        start = _long_form(doc, end, doc[i].text)
        named = ending.get(end)
        if start is not None:
            label = named.label if named and named.label in _NAMED else "ORG"
            yield Candidate(start, end, label, "acronym")
            yield Candidate(i, i + 1, label, "acronym")
        elif named is not None and named.label in _NAMED and named.end - named.start > 1:
            yield Candidate(i, i + 1, named.label, "acronym")


def missed_acronyms(doc: Doc, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Words in capitals that stand as proper nouns where nothing is marked: "the army, the FARDC, has lost"."""
    taken = {i for candidate in candidates for i in range(candidate.start, candidate.end)}
    for i, text in enumerate(words_of(doc)):
        if i in taken or not _ACRONYM.match(text) or doc[i].tag_ not in ("NNP", "NNPS"):
            continue
        if text.casefold() in no_names() or text.lower() in common_words() or text in acronyms():
            continue
        beside = [doc[j] for j in (i - 1, i + 1) if 0 <= j < len(doc)]
        if not any(t.text[:1].isupper() or t.like_num or t.text in "-–/&(" for t in beside if t.tag_ != "."):
            yield Candidate(i, i + 1, "ORG", "acronym")


def _long_form(doc: Doc, end: int, acronym: str) -> int | None:
    """Where the words before `end` whose initials are the acronym begin, or `None`."""
    letters = sum(character.isalpha() for character in acronym)
    words: list[str] = []
    for start in range(end - 1, max(-1, end - 2 * letters - 3), -1):
        word = doc[start].text
        if not word[:1].isalpha() and word not in ("&", "-", "'s", "’s"):
            return None
        if word[:1].isalpha():
            words.insert(0, word)
        large = [word for word in words if word.lower() not in _SMALL]
        if (
            doc[start].text[:1].isupper()
            and len(large) > 1
            and acronym_letters(acronym) in initials(words) | initials(large)
        ):
            return start
    return None
