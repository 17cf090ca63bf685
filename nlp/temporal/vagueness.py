"""How exactly an expression is meant: TIMEX3's modifier, and which edges of its days the text leaves to judgement."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.temporal.atoms import Atom
from nlp.temporal.expressions import Expression, Length, Portion, Stretch
from nlp.temporal.grammar import Found

_PORTIONS = {"early": "START", "start": "START", "mid": "MID", "middle": "MID", "late": "END", "end": "END"}
# TIMEX3's modifiers for amounts, by the phrases before them; single words have theirs in the vocabulary.
_PHRASES = {
    "not more than": "EQUAL_OR_LESS", "more than": "MORE_THAN", "over": "MORE_THAN", "less than": "LESS_THAN",
    "under": "LESS_THAN", "at least": "EQUAL_OR_MORE", "up to": "EQUAL_OR_LESS",
}  # fmt: skip
# For each modifier, whether the first and whether the last day is vague.
_VAGUE = {"START": (False, True), "MID": (True, True), "END": (True, False), "APPROX": (True, True)}


def modifier(item: Found, atoms: Sequence[Atom]) -> str | None:
    """TIMEX3's `mod`: from the expression's own shape, else from the words in it or right before it."""
    if isinstance(item.expression, Portion):
        return _PORTIONS.get(item.expression.part)
    near = atoms[max(item.first - 1, 0) : item.first + 1]
    said = next((atom.value for atom in near if atom.kind == "approx" and atom.value), None)
    if said is not None or not isinstance(item.expression, Length):
        return said if said in {"APPROX", None} or isinstance(item.expression, Length) else None
    start = next((i for i in range(item.first, item.stop) if atoms[i].number), item.first)
    before = " ".join(a.text.lower() for a in atoms[max(start - 3, 0) : start])
    return next((mod for phrase, mod in _PHRASES.items() if f" {before}".endswith(f" {phrase}")), None)


def vague_edges(expression: Expression, mod: str | None) -> tuple[bool, bool]:
    """Whether the first and whether the last day is an estimate, where the expression has days at all."""
    if isinstance(expression, Stretch):
        return expression.sign < 0, expression.sign > 0
    return _VAGUE.get(mod or "", (False, False))
