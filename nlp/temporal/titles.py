"""Names that hold a word of time and date nothing: "the Sunday Telegraph", "the Good Friday Agreement"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nlp.temporal.tables import time_cues

if TYPE_CHECKING:
    from nlp.temporal.atoms import Atom

NAMED_BY = frozenset({"weekday", "weekdays", "month", "feast", "frequency"})
_DAYS = frozenset({"n12", "n24", "n31", "ordinal"})
_BETWEEN = 2  # capital words between the word of time and the noun, behind "the": "the Thursday Murder Club"


def is_in_title(atoms: Sequence[Atom], index: int) -> bool:
    """Whether the word of time begins a name: a noun of titles stands behind it with a capital.

    Without "the", the noun must be the very next word and end the name: "Sunday Times Square was closed" names no
    newspaper. A paper's last word counts as well: "Jane's Defence **Weekly**".
    """
    atom = atoms[index]
    if not atom.capital:
        return False
    before = atoms[index - 1] if index else None
    if atom.kind == "frequency" and before is not None and before.capital and before.tag[:3] in {"NNP", ""}:
        return True
    the = before is not None and before.text.lower() == "the"
    place = index + 1
    while atom.kind == "month" and place < len(atoms) and atoms[place].kind in _DAYS:
        place += 1
    for noun in range(place, min(place + 1 + _BETWEEN * the, len(atoms))):
        if not atoms[noun].capital or atoms[noun].text.isupper():
            return False
        if time_cues().get(atoms[noun].text.lower()) == "heading":
            return the or noun + 1 == len(atoms) or not atoms[noun + 1].capital
    return False
