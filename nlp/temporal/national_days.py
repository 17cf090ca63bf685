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
    """Give each national day its date; where no country tells which it is, it is no date and is left out."""
    settled: list[Found] = []
    for item in found:
        expression = item.expression
        if not isinstance(expression, Calendar) or expression.feast != NATIONAL:
            settled.append(item)
        elif (rule := _rule(item, atoms, words)) is not None:
            settled.append(replace(item, expression=replace(expression, feast=rule)))
    return settled


def _rule(item: Found, atoms: Sequence[Atom], words: Sequence[Word]) -> str | None:
    name = next(atom.text.lower() for atom in atoms[item.first : item.stop] if atom.kind == "feast")
    place = atoms[item.first].word
    beside = [i for i, word in enumerate(words) if word.country and word.sentence == words[place].sentence]
    near = [words[i].country for i in sorted(beside, key=lambda i: abs(i - place))]
    often = Counter(word.country for word in words if word.country)
    for country in (*near, *(country for country, _ in often.most_common())):
        if rule := national_days().get((name, country)):
            return rule
    return None
