"""Forms of people's names that name the same person.

A short form (a surname, a given name, a name without its middle part) belongs to a full name only where exactly one
full name of the document contains it; two people who share a surname stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from nlp.pipeline.alias_forms import Form, generation, person_words
from nlp.pipeline.alias_groups import Groups
from nlp.pipeline.entity_acronyms import acronym_letters, is_acronym
from nlp.pipeline.entity_tables import given_names

_Words = tuple[str, ...]
# Names of the same family that are compared two by two; more in one article would be a register, not news.
_MOST_RELATIVES = 40
_LEAST_INITIALS = 3


def join_people(forms: Sequence[Form], groups: Groups[Form]) -> None:
    """Join the forms of each person's name."""
    _join_initials(forms, groups)
    by_words: dict[_Words, Form] = {}
    forms = _without_juniors(forms)
    for form in forms:
        words = person_words(form.text)
        if words in by_words:
            groups.join(by_words[words], form)
        elif words:
            by_words[words] = form
    full = sorted((words for words in by_words if len(words) > 1), key=lambda words: -len(words))
    for one, other in _same_family(full):
        if _compatible(one, other):
            groups.join(by_words[one], by_words[other])
    holders = _holders(full)
    for words in sorted(by_words, key=lambda words: (-len(words), words)):
        for candidates in holders.get(words, ()):
            roots = {groups.root(by_words[longer]) for longer in candidates}
            roots.discard(groups.root(by_words[words]))
            if len(roots) == 1:
                groups.join(roots.pop(), by_words[words])
            if candidates:
                break


def _join_initials(forms: Sequence[Form], groups: Groups[Form]) -> None:
    """Join initials to the only full name that has them, particles included: "MBS" is "Mohammed bin Salman"."""
    bearers: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        letters = "".join(word[0] for word in form.text.split()).upper()
        if len(letters) >= _LEAST_INITIALS:
            bearers[letters].append(form)
    for form in forms:
        found = bearers.get(acronym_letters(form.text), []) if is_acronym(form.text) else []
        if len(found) == 1 and " " not in form.text:
            groups.join(found[0], form)


def _without_juniors(forms: Sequence[Form]) -> list[Form]:
    """The forms but for "X Jr." where plain "X" came first: a second mention is not longer than the first."""
    plain: set[_Words] = set()
    kept: list[Form] = []
    for form in forms:
        words = person_words(form.text)
        if generation(form.text) and words in plain and len(words) > 1:
            continue
        if not generation(form.text):
            plain.add(words)
        kept.append(form)
    return kept


def _same_family(full: Sequence[_Words]) -> Iterator[tuple[_Words, _Words]]:
    """Pairs of full names with the same last word."""
    families: dict[str, list[_Words]] = defaultdict(list)
    for words in full:
        relatives = families[words[-1]]
        for other in relatives[:_MOST_RELATIVES]:
            yield other, words
        relatives.append(words)


def _compatible(one: _Words, other: _Words) -> bool:
    """Whether full names with the same last word can be one person's: "J. Biden", "Joseph R. Biden", "Joe Biden"."""
    if not _same_given(one[0], other[0]):
        return False
    middle, shorter = one[1:-1], other[1:-1]
    return (
        all(any(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for b in middle) for a in shorter) or not middle
    )


def _same_given(one: str, other: str) -> bool:
    """Whether two given names can be the same person's: equal, an initial, a short form, another spelling.

    >>> _same_given("joe", "joseph"), _same_given("j", "joseph"), _same_given("bob", "rob"), _same_given("joe", "john")
    (True, True, True, False)
    """
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    first, second = given_names().get(one, frozenset()) | {one}, given_names().get(other, frozenset()) | {other}
    return not first.isdisjoint(second)


def _holders(full: Iterable[_Words]) -> dict[_Words, tuple[list[_Words], list[_Words], list[_Words]]]:
    """For each shorter form: the full names that end in it, begin with it, and hold it in between."""
    found: dict[_Words, tuple[list[_Words], list[_Words], list[_Words]]] = {}
    for words in full:
        for length in range(1, min(len(words), 5)):
            for start in range(min(len(words), 8) - length + 1):
                part = words[start : start + length]
                kind = 0 if start + length == len(words) else 1 if start == 0 else 2
                if part != words:
                    found.setdefault(part, ([], [], []))[kind].append(words)
    return found
