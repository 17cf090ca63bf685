"""Words cut into atoms (letters, digits, single signs), each with one kind that the grammar's patterns are made of.

Cutting finer than a tokenizer makes the grammar independent of how one splits "mid-2023", "10p.m." or "1914-18".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nlp.temporal.numbers import join_numbers
from nlp.temporal.tables import PIECES, time_phrases, time_words
from nlp.temporal.words import Word

OTHER = "other"
_SIGNS = {
    ".": "dot", ",": "comma", ":": "colon", "/": "slash", "-": "hyphen", "‐": "hyphen", "‑": "hyphen", "–": "dash",
    "—": "dash", "'": "quote", "’": "quote", "‘": "quote", "(": "open", ")": "close", "[": "open", "]": "close",
    ";": "semicolon", "+": "plus",
}  # fmt: skip
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
# What may stand glued behind digits ("1990s", "5pm", "600BC", "72h") or before them ("Q3", "FY24", "T10").
_AFTER_DIGITS = _ORDINAL_ENDS | {
    "s",
    "am",
    "pm",
    "a",
    "p",
    "hrs",
    "hours",
    "bc",
    "ad",
    "bce",
    "ce",
    "q",
    "h",
    "t",
    "z",
    "gmt",
}
_BEFORE_DIGITS = frozenset({"q", "fy", "h", "t", "cy"})
# Behind "the past", "recent", "current" these make another expression: "the past two months", "the current quarter".
_COUNTED = frozenset(
    [
        "n12",
        "n24",
        "n31",
        "n99",
        "number",
        "cardinal",
        "tens",
        "vague",
        "couple",
        "dozen",
        "unit",
        "units",
        "season",
        "weekday",
        "weekend",
        "month",
        "daypart",
        "fiscal",
    ]
)
_MONEY = frozenset("$£€¥₹#@§№")


class Atom(NamedTuple):
    """A piece of a word with its kind; `value` is what the kind's table says, `number` what a number amounts to.

    `glued` says that no space stands before it, `opens` that it begins a line; `word` is the index of the word that it
    was cut from.
    """

    text: str
    start: int
    end: int
    kind: str
    value: str = ""
    number: float = 0
    glued: bool = False
    word: int = 0
    tag: str = ""
    opens: bool = False

    @property
    def integer(self) -> int:
        """`number` without its fraction."""
        return int(self.number)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def cut_words(words: Sequence[Word]) -> list[Atom]:
    """The atoms of a text, numbers joined ("twenty-four", "2,024") and fixed phrases joined ("Boxing Day")."""
    pieces: list[Atom] = []
    end = -1
    for index, word in enumerate(words):
        if "://" in word.text or "www." in word.text or "@" in word.text:
            pieces.append(Atom(word.text, word.start, word.end, OTHER, word=index))
        else:
            opens = word.opens_line
            for found in PIECES.finditer(word.text):
                start = word.start + found.start()
                kind, value, number = _kind(found.group())
                stop = start + len(found.group())
                pieces.append(
                    Atom(found.group(), start, stop, kind, value, number, start == end, index, word.tag, opens)
                )
                opens = False
                end = stop
        end = pieces[-1].end if pieces else -1
    return _weigh(join_numbers(_join_phrases(_mend_glued(pieces))), words)


def _kind(text: str) -> tuple[str, str, float]:
    if text.isdecimal() and len(text) <= 12:
        return _digits_kind(text), text, int(text)
    if sign := _SIGNS.get(text):
        return sign, "", 0
    kind, value = time_words().get(text.lower(), (OTHER, ""))
    return kind, value, int(value) if value.isdecimal() else 0


def _digits_kind(text: str) -> str:
    number = int(text)
    if len(text) == 4:
        return "year" if 1000 <= number <= 2199 else "number"
    if len(text) > 2:
        return "number"
    return "n12" if 1 <= number <= 12 else "n24" if 1 <= number <= 24 else "n31" if 1 <= number <= 31 else "n99"


def _mend_glued(pieces: list[Atom]) -> list[Atom]:
    """Join "4th"; take the kind from digits that belong to a name or a model number ("F16", "A320", "$DEC",
    "$2024").
    """
    mended: list[Atom] = []
    for index, atom in enumerate(pieces):
        before = mended[-1] if mended and atom.glued else None
        after = pieces[index + 1] if index + 1 < len(pieces) and pieces[index + 1].glued else None
        lower = atom.text.lower()
        if before is not None and before.kind in {"n12", "n24", "n31", "n99"} and lower in _ORDINAL_ENDS:
            mended[-1] = before._replace(text=before.text + atom.text, end=atom.end, kind="ordnum")
        elif before is not None and before.text in _MONEY:
            mended.append(atom._replace(kind="number" if atom.text.isdecimal() else OTHER))
        elif (
            atom.text.isdecimal()
            and (
                (after and after.text.isalpha() and after.text.lower() not in _AFTER_DIGITS)
                or (before and before.text.isalpha() and before.text.lower() not in _BEFORE_DIGITS)
            )
        ) or (
            atom.text.isalpha() and before is not None and before.text[-1:].isdecimal() and lower not in _AFTER_DIGITS
        ):
            mended.append(atom._replace(kind=OTHER))
        else:
            mended.append(atom)
    return mended


def _join_phrases(atoms: list[Atom]) -> list[Atom]:
    phrases = time_phrases()
    joined: list[Atom] = []
    index = 0
    while index < len(atoms):
        for words, kind, value in phrases.get(atoms[index].text.lower(), ()):
            group = atoms[index : index + len(words)]
            if len(group) == len(words) and all(a.text.lower() == w for a, w in zip(group, words, strict=True)):
                following = atoms[index + len(words)].kind if index + len(words) < len(atoms) else ""
                if kind == "feast":
                    fits = any(a.capital or a.text.isdecimal() for a in group)
                elif kind == "name":
                    fits = group[0].capital
                else:
                    fits = kind != "reference" or following not in _COUNTED
                if fits and not (group[0].glued and index and atoms[index - 1].text.isalpha()):
                    text, kind = " ".join(a.text for a in group), OTHER if kind == "name" else kind
                    joined.append(group[0]._replace(text=text, end=group[-1].end, kind=kind, value=value))
                    index += len(words)
                    break
        else:
            joined.append(atoms[index])
            index += 1
    return joined


def _weigh(atoms: list[Atom], words: Sequence[Word]) -> list[Atom]:
    """Settle the words that are only sometimes about time, from their capitals, tags and neighbours."""
    from nlp.temporal.ambiguity import settle

    return [settle(atoms, index, words) for index in range(len(atoms))]
