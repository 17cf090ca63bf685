"""Days that each country has of its own: "Independence Day" is the one of the country that the text speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from nlp.temporal.atoms import Atom
from nlp.temporal.expressions import Calendar
from nlp.temporal.grammar import Found
from nlp.temporal.tables import national_days
from nlp.temporal.words import Word

NATIONAL = "national"


def settle_national_days(found: Sequence[Found], atoms: Sequence[Atom], words: Sequence[Word]) -> list[Found]:
    """Give each national day its date; where no country tells which it is, it is no date and is left out.

    The country is the nearest one that the sentence names; where it names none, the one that the text names most.
    """
    if not any(_is_national(item) for item in found):
        return list(found)
    sentences: dict[int, list[int]] = {}
    for place, word in enumerate(words):
        if word.country:
            sentences.setdefault(word.sentence, []).append(place)
    often = Counter(word.country for word in words if word.country).most_common(1)
    settled: list[Found] = []
    for item in found:
        if not _is_national(item):
            settled.append(item)
            continue
        place = atoms[item.first].word
        beside = sentences.get(words[place].sentence, [])
        nearest = min(beside, key=lambda i: (abs(i - place), i), default=None)
        country = words[nearest].country if nearest is not None else often[0][0] if often else ""
        rule = None if _is_another_day(item, atoms) else national_days().get((_name(item, atoms), country))
        if rule is not None and isinstance(item.expression, Calendar):
            settled.append(replace(item, expression=replace(item.expression, feast=rule)))
    return settled


def _is_national(item: Found) -> bool:
    return isinstance(item.expression, Calendar) and item.expression.feast == NATIONAL


def _name(item: Found, atoms: Sequence[Atom]) -> str:
    return next(atom.text.lower() for atom in atoms[item.first : item.stop] if atom.kind == "feast")


def _is_another_day(item: Found, atoms: Sequence[Atom]) -> bool:
    """As in "a National Day **of** Mourning": the name goes on."""
    after = atoms[item.stop] if item.stop < len(atoms) else None
    return after is not None and (after.kind in {"of", "for"} or (after.capital and after.tag[:2] == "NN"))
