"""A small pattern language over the kinds of atoms, compiled to regular expressions over one character per atom.

A pattern is made of kinds in capitals (`MONTH`), choices (`MONTH|SEASON`), names (`m=MONTH`), groups, `?` and `|`.
There is
no unbounded repetition, so matching at one place takes bounded time whatever the text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nlp.temporal.atoms import Atom
from nlp.temporal.expressions import Expression

# Names for sets of kinds that stand in the same places.
_CLASSES = {
    "INT": ("n12", "n24", "n31", "n99"),
    "DAY": ("n12", "n24", "n31", "ordnum"),
    "DAYWORD": ("n12", "n24", "n31", "ordnum", "ordinal"),
    "COUNT": ("n12", "n24", "n31", "n99", "number", "cardinal"),
    "ORD": ("ordnum", "ordinal"),
    "BOTH": ("unit", "units"),
    "DET": ("the", "its"),
}
_FIRST_CODE = 0xE000
_NAME = re.compile(r"(?:([a-z]\w*)=)?([A-Z][A-Z_0-9]*(?:\|[A-Z][A-Z_0-9]*)*)")
_codes: dict[str, str] = {}


def code(kind: str) -> str:
    """The character that stands for a kind."""
    return _codes.setdefault(kind, chr(_FIRST_CODE + len(_codes)))


def encode(atoms: Sequence[Atom]) -> str:
    """One character per atom."""
    return "".join(code(atom.kind) for atom in atoms)


@functools.cache
def compile_pattern(pattern: str, *, at_end: bool = False) -> re.Pattern[str]:
    """A pattern as a regular expression over `encode`'s characters; `at_end` ties it to the end of the searched
    part.
    """

    def characters(found: re.Match[str]) -> str:
        kinds = [kind for name in found[2].lower().split("|") for kind in _CLASSES.get(name.upper(), (name,))]
        chars = "[" + "".join(code(kind) for kind in kinds) + "]"
        return f"(?P<{found[1]}>{chars})" if found[1] else chars

    body = _NAME.sub(characters, pattern).replace(" ", "")
    return re.compile(f"(?:{body})\\Z" if at_end else body)


def first_codes(pattern: str) -> frozenset[str]:
    """The characters with which something that matches the pattern may begin."""
    regex = compile_pattern(pattern).pattern
    codes, _, _ = _firsts(regex, 0)
    return frozenset(codes)


def _firsts(regex: str, at: int) -> tuple[set[str], bool, int]:
    """First characters of the alternatives from `at` up to the closing bracket, whether all may be empty, where it
    ends.
    """
    firsts: set[str] = set()
    empty_seen, open_front = False, True
    while at < len(regex) and regex[at] != ")":
        if regex[at] == "|":
            empty_seen, open_front, at = empty_seen or open_front, True, at + 1
            continue
        if regex[at] == "[":
            end = regex.index("]", at)
            group, empty, at = set(regex[at + 1 : end]), False, end + 1
        else:  # "(" with or without a name
            inner = regex.index(">", at) + 1 if regex.startswith("(?P<", at) else at + 1
            group, empty, end = _firsts(regex, inner)
            at = end + 1
        if regex.startswith("?", at):
            empty, at = True, at + 1
        if open_front:
            firsts |= group
            open_front = empty
    return firsts, empty_seen or open_front, at


@dataclass(frozen=True, slots=True)
class Parts:
    """The atoms that a pattern matched: by name, and where they stand in the whole text."""

    atoms: Sequence[Atom]
    match: re.Match[str]
    offset: int = 0

    def get(self, name: str) -> Atom | None:
        """The atom under a name, or `None` where that part of the pattern was left out."""
        at = self.match.start(name) if name in self.match.re.groupindex else -1
        return None if at < 0 else self.atoms[at + self.offset]

    def __getitem__(self, name: str) -> Atom:
        """The atom under a name that the pattern always fills."""
        atom = self.get(name)
        if atom is None:
            raise KeyError(name)
        return atom

    @property
    def first(self) -> int:
        """Index of the first matched atom."""
        return self.match.start() + self.offset

    @property
    def stop(self) -> int:
        """Index after the last matched atom."""
        return self.match.end() + self.offset

    @property
    def matched(self) -> Sequence[Atom]:
        """All matched atoms."""
        return self.atoms[self.first : self.stop]

    def around(self, distance: int) -> Atom | None:
        """The atom `distance` before (-1 is next to it) or after (1) what matched."""
        at = self.first + distance if distance < 0 else self.stop + distance - 1
        return self.atoms[at] if 0 <= at < len(self.atoms) else None


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with a name that travels to the page, and what it means; `read` gives `None` where it does not
    apply.
    """

    name: str
    pattern: str
    read: Callable[[Parts], Expression | None]
