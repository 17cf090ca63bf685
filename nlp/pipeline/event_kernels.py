"""What a noun in a label brings with it: the words before it, without dates."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.pipeline.clauses import Reading, subtree

_BEFORE_NOUN = ("det", "predet", "amod", "compound", "nummod", "quantmod", "nmod", "poss", "neg", "advmod")


def kernel(noun: Token, reading: Reading) -> frozenset[int]:
    """A noun with what stands before it; a person's name without the titles before it. Dates are left out."""
    name = reading.names.get(noun.i)
    if name is not None and name.label == "PERSON":
        return frozenset(range(name.start, name.end)) - reading.dated
    found = {noun.i} if name is None else set(range(name.start, name.end))
    for child in reading.children[noun.i]:
        between = child.dep_ == "punct" and child.tag_ in ("HYPH", "``") and child.i < noun.i
        if child.tag_ == "WDT" or (child.lower_ == "both" and reading.of(noun, "conj")):
            continue
        if _clings_behind(child, noun):
            found.add(child.i)
        if child.dep_ == "npadvmod" and child.i == noun.i + 2 and reading.doc[noun.i + 1].lower_ in ("a", "an"):
            found |= {noun.i + 1, child.i}  # "$61 a barrel"
        if (child.dep_ in _BEFORE_NOUN and child.i < noun.i) or child.dep_ == "case" or between:
            found |= subtree(child, reading, without=("relcl", "appos", "conj", "cc", "advcl"))
    if name is None:
        found |= _name_beside(noun, reading)
    if all(reading.doc[i].i in reading.dated or reading.doc[i].dep_ == "case" for i in found - {noun.i}):
        found = {noun.i} if name is None else found
    return frozenset(_without_dates(_with_hyphens(found, reading), reading))


def _clings_behind(child: Token, noun: Token) -> bool:
    """As in "magnitude **6.1**", "something **amiss**": a word right behind the noun that belongs to it."""
    return child.i == noun.i + 1 and (child.dep_ == "nummod" or (child.dep_ == "amod" and noun.pos_ == "PRON"))


def _name_beside(noun: Token, reading: Reading) -> set[int]:
    """The person right behind an office: "the chemist **Alan Whitcombe**"."""
    name = reading.names.get(noun.i + 1)
    if name is None or name.label != "PERSON" or name.start != noun.i + 1:
        return set()
    last = reading.doc[name.end - 1]
    return set(range(name.start, name.end)) if last.dep_ == "appos" and last.head.i == noun.i else set()


def _without_dates(found: set[int], reading: Reading) -> set[int]:
    """Drop the tokens of dates, the possessive ending behind one, and what only parts a list."""
    return {
        i for i in found
        if i not in reading.dated
        and not (reading.doc[i].tag_ == "POS" and i - 1 in reading.dated)
        and reading.doc[i].text not in (",", ";", "(", ")")
    }  # fmt: skip


def _with_hyphens(found: set[int], reading: Reading) -> set[int]:
    """Add the rest of a word that the tokenizer cut at its hyphens."""
    doc = reading.doc
    whole = set(found)
    for i in found:
        for step in (-1, 1):
            at = i
            while (
                0 < at + step < len(doc) - 1 and doc[at + step].text in ("-", "–", "/") and not _spaced(doc[at + step])
            ):
                whole |= {at + step, at + 2 * step}
                at += 2 * step
    return whole


def _spaced(hyphen: Token) -> bool:
    return bool(hyphen.whitespace_ or hyphen.nbor(-1).whitespace_)


def with_per(tokens: frozenset[int], reading: Reading) -> frozenset[int]:
    """Tokens with the "per cent" behind a number among them."""
    doc, found = reading.doc, set(tokens)
    for i in tokens:
        if doc[i].tag_ == "CD" and i + 2 < len(doc) and doc[i + 1].lower_ == "per" and doc[i + 2].lower_ == "cent":
            found |= {i + 1, i + 2}
    return frozenset(found)


def is_date(token: Token, reading: Reading) -> bool:
    """Whether a token is a date's, and no name stands before it that the parser ran into it ("met Smith Monday")."""
    return token.i in reading.dated and not any(
        c.i not in reading.dated and c.pos_ == "PROPN" for c in reading.of(token, "compound", "nmod")
    )


def is_after_comma(token: Token, reading: Reading) -> bool:
    """Whether a comma parts a phrase from what stands before it: an afterthought, whatever the parser calls it."""
    first = min(kernel(token, reading), default=token.i)
    return first > 0 and reading.doc[first - 1].text == ","


def dates_alone(prep: Token, reading: Reading) -> bool:
    """Whether a preposition leads to a date."""
    return any(child.i in reading.dated for child in reading.of(prep, "pobj"))
