"""Numbers written as words or with signs, joined into one atom: "twenty-four", "nineteen ninety-six", "2,024", "2
1/2".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nlp.temporal.atoms import Atom

_DIGITS = frozenset({"n12", "n24", "n31", "n99", "number", "year"})
_WORDS = frozenset({"cardinal", "tens", "scale"})


def join_numbers(atoms: list[Atom]) -> list[Atom]:
    """One atom for every number; spelt-out years become kind `year`, other word numbers `cardinal`."""
    joined: list[Atom] = []
    index = 0
    while index < len(atoms):
        kind = atoms[index].kind
        length, atom = 0, None
        if kind in _DIGITS:
            length, atom = _digits(atoms, index)
        elif kind in _WORDS or (kind == "a" and index + 1 < len(atoms) and atoms[index + 1].kind == "scale"):
            length, atom = _words(atoms, index)
        if atom is None:
            joined.append(atoms[index])
            index += 1
        else:
            joined.append(atom)
            index += length
    return joined


def _digits(atoms: list[Atom], index: int) -> tuple[int, Atom | None]:
    """Thousands ("2,024,000"), decimals ("1.5") and fractions ("2 1/2")."""
    first, at = atoms[index], index + 1
    text = first.text
    while (
        len(first.text) <= 3
        and at + 1 < len(atoms)
        and atoms[at].kind == "comma"
        and atoms[at].glued
        and atoms[at + 1].glued
        and atoms[at + 1].text.isdecimal()
        and len(atoms[at + 1].text) == 3
    ):
        text += atoms[at + 1].text
        at += 2
    number = float(text) if len(text) <= 15 else 0.0
    if at - index > 1:
        return at - index, _merge(atoms, index, at, "number", number)
    glued = [a.glued for a in atoms[at : at + 2]]
    if glued == [True, True] and atoms[at].kind == "dot" and atoms[at + 1].kind in _DIGITS:
        clock = at + 2 < len(atoms) and atoms[at + 2].kind in {"am", "pm", "zone"}
        if clock:
            return 0, None  # "9.30am", "17.30 GMT"
        more = at + 2 < len(atoms) and atoms[at + 2].glued and atoms[at + 2].kind in {"dot", "colon", "slash"}
        dotted_before = index and atoms[index].glued and atoms[index - 1].kind == "dot"
        if not more and not dotted_before:
            decimal = float(f"{text}.{atoms[at + 1].text}")
            return 3, _merge(atoms, index, at + 2, "number", decimal)
    fraction = atoms[at : at + 3]
    if [a.kind for a in fraction[1:2]] == ["slash"] and [a.text for a in fraction] in (
        ["1", "/", "2"],
        ["1", "/", "4"],
        ["3", "/", "4"],
    ):
        return 4, _merge(atoms, index, at + 3, "number", number + int(fraction[0].text) / int(fraction[2].text))
    return 0, None


def _words(atoms: list[Atom], index: int) -> tuple[int, Atom | None]:
    """Number words; a decade's century is said in its own word: nineteen ninety-six, twenty twenty-four."""
    total, current, at = 0, 0, index
    groups: list[int] = []
    while at < len(atoms):
        atom = atoms[at]
        if atom.kind == "a" and at == index:
            current = 1
        elif (atom.kind == "tens" and current % 100 == 0) or (
            atom.kind == "cardinal"
            and (current % 10 == 0 and (current % 100 >= 20 or current % 100 == 0))
            and (atom.integer < 10 or current % 100 == 0)
        ):
            current += atom.integer
        elif atom.kind == "scale" and atom.integer == 100 and 0 < current < 100:
            current *= 100
        elif atom.kind == "scale" and atom.integer == 1000 and 0 < current < 1000 and total == 0:
            total, current = current * 1000, 0
        elif atom.kind in {"tens", "cardinal"} and not groups and total == 0 and 10 <= current <= 20:
            groups.append(current)
            current = atom.integer
        elif (
            atom.kind == "ordinal"
            and at > index
            and current
            and current % 10 == 0
            and current % 100 >= 20
            and atom.integer < 10
        ):
            return at - index + 1, _merge(atoms, index, at + 1, "ordinal", total + current + atom.integer)
        elif atom.kind in {"hyphen", "and"} and at > index and _goes_on(atoms, at):
            pass
        else:
            break
        at += 1
    if groups:
        year = groups[0] * 100 + current
        return at - index, _merge(
            atoms, index, at, "year" if 1000 <= year <= 2199 and current >= 10 else "cardinal", year
        )
    amount = total + current
    kind = "year" if 1900 <= amount <= 2199 and atoms[index].kind != "a" and total == 2000 else "cardinal"
    return (at - index, _merge(atoms, index, at, kind, amount)) if amount else (0, None)


def _goes_on(atoms: list[Atom], at: int) -> bool:
    """Whether a hyphen or "and" stands inside a number: "twenty-four", "five hundred and twelve"."""
    before, after = atoms[at - 1], atoms[at + 1] if at + 1 < len(atoms) else None
    if after is None:
        return False
    if atoms[at].kind == "hyphen":
        return before.kind == "tens" and after.kind in {"cardinal", "ordinal"} and after.integer < 10
    return before.kind == "scale" and after.kind in {"tens", "cardinal"}


def _merge(atoms: list[Atom], first: int, stop: int, kind: str, number: float) -> Atom:
    group = atoms[first:stop]
    return group[0]._replace(
        text=" ".join(a.text for a in group), end=group[-1].end, kind=kind, value="", number=number
    )
