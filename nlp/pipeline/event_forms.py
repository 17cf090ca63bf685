"""Which words name the same sort of happening: "resigned" and "resignation", "bombing" and "the attack"."""

from __future__ import annotations

import functools

from nlp.gazetteer.tables import read_table

# Endings that make a noun of a verb, the longest first, and what is left of the verb behind them.
_ENDINGS = (
    ("ification", "ify"), ("ation", ""), ("ition", ""), ("ment", ""), ("ance", ""), ("ence", ""), ("ate", ""),
    ("ing", ""), ("ure", ""), ("ion", ""), ("val", "v"), ("sal", "s"), ("wal", "w"), ("e", ""),
)  # fmt: skip
_SHORTEST = 3  # letters of a stem


@functools.cache
def form_of(lemma: str) -> str:
    """A key that a verb shares with the nouns made from it.

    >>> form_of("resignation") == form_of("resign"), form_of("explode") == form_of("blast")
    (True, True)
    """
    return lemma if lemma in _apart() else _stem(_forms().get(lemma, lemma))


@functools.cache
def taken_up_by(lemma: str) -> frozenset[str]:
    """The keys of the happenings that a general noun may stand for, besides its own: "attack" for a bombing."""
    rows = (row for row in _rows() if row["kind"] == "general" and row["word"] == lemma)
    return frozenset(form_of(row["stands_for"]) for row in rows)


def _stem(word: str) -> str:
    for ending, rest in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            stem = word[: -len(ending)] + rest
            if ending == "ing" and stem[-1] == stem[-2] and stem[-1] not in "lsz":
                stem = stem[:-1]  # "kidnapping", "bidding"
            return stem.removesuffix("e") if len(stem) > _SHORTEST else stem
    return word


@functools.cache
def _forms() -> dict[str, str]:
    return {row["word"]: row["stands_for"] for row in _rows() if row["kind"] == "form"}


@functools.cache
def _apart() -> frozenset[str]:
    return frozenset(row["word"] for row in _rows() if row["kind"] == "apart")


@functools.cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(read_table("event_forms.csv"))
