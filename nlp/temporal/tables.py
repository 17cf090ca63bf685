"""The vocabulary tables of the temporal layer, read once."""

from __future__ import annotations

import csv
import functools
import re
from importlib import resources

Phrase = tuple[str, ...]

# Runs of letters, runs of digits, and everything else sign by sign: each alternative consumes, none overlaps another.
PIECES = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")


@functools.cache
def time_words() -> dict[str, tuple[str, str]]:
    """Lower-case word -> (kind, value)."""
    return {row["word"]: (row["kind"], row["value"]) for row in _rows("time_words.csv")}


def is_short(word: str) -> bool:
    """Whether a word is written with a full stop when it is cut: "Sept", "Mon", but not "May"."""
    return time_words().get(word.lower(), ("",))[0].endswith("_short")


@functools.cache
def time_phrases() -> dict[str, tuple[tuple[Phrase, str, str], ...]]:
    """First atom -> (all atoms, kind, value) of the phrases that begin with it, longest first.

    Kinds are `feast` (value: a rule of `time_feasts.csv`), `reference` (value: a TIMEX3 value), `name` (no date), and
    those of the words written with full stops ("p.m.").
    """
    phrases = [(row["name"], "feast", row["rule"]) for row in _rows("time_feasts.csv")]
    phrases += [(row["phrase"], "reference", row["value"]) for row in _rows("time_references.csv")]
    phrases += [(row["name"], "name", "") for row in _rows("time_names.csv")]
    phrases += [(row["word"], row["kind"], row["value"]) for row in _rows("time_words.csv") if "." in row["word"]]
    found: dict[str, list[tuple[Phrase, str, str]]] = {}
    for text, kind, value in phrases:
        atoms = split_phrase(text)
        found.setdefault(atoms[0], []).append((atoms, kind, value))
    return {first: tuple(sorted(group, key=lambda p: (-len(p[0]), p[0]))) for first, group in found.items()}


@functools.cache
def national_days() -> dict[tuple[str, str], str]:
    """(Lower-case name, ISO 3166-1 alpha-3 code) -> month and day, as `08-24`."""
    return {(row["name"], row["country"]): row["rule"] for row in _rows("time_national_days.csv")}


@functools.cache
def time_cues() -> dict[str, str]:
    """Lower-case word -> what it says of a date near it.

    `future` and `past` name its side, `move` and `document` what "from" means behind them; behind or before a `name`,
    a `title` or a `count` a number is no year; a `label` stands before the article's own date; a `heading` makes a name
    of the word of time before it.
    """
    return {row["word"]: row["cue"] for row in _rows("time_cues.csv")}


def split_phrase(text: str) -> Phrase:
    """A phrase as the atoms that the lexer makes of it: letters, digits and single signs.

    >>> split_phrase("St. Patrick's")
    ('St', '.', 'Patrick', "'", 's')
    """
    return tuple(PIECES.findall(text))


def _rows(name: str) -> list[dict[str, str]]:
    with (resources.files("nlp") / "resources" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))
