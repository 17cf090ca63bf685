"""How dates bound what they date: which two make one stretch of time, and which leave one side open."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from nlp.temporal.atoms import Atom
from nlp.temporal.expressions import Calendar, Clock, Expression, Portion, Unit, Weekday
from nlp.temporal.grammar import Found
from nlp.temporal.ranges import LINKS
from nlp.temporal.tables import time_cues


class Edge(StrEnum):
    """How a date bounds what it dates: since (open end), until (open start), and so on; `at` bounds nothing."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


def linked(atoms: Sequence[Atom], left: Found, right: Found) -> bool:
    """Whether two expressions are the ends of one stretch: "from … to …", "between … and …", "1991-95"."""
    between = [a.kind for a in atoms[left.stop : right.first] if a.kind not in {"the", "approx"}]
    if len(between) != 1:
        return False
    ahead = atoms[max(left.first - 3, 0) : left.first]
    before = next((a.kind for a in reversed(ahead) if a.kind not in {"the", "approx"}), "")
    one, two = _core(left.expression), _core(right.expression)
    alike = type(one) is type(two) and isinstance(one, Calendar | Weekday)
    if between[0] == "and":
        return before == "between" and alike
    if between[0] == "slash":
        return right.rule == "shared century"  # "2024/25"
    if before == "from" and _source_cue(atoms, left) in {"move", "future"}:
        return False
    mixed = before == "from" and all(isinstance(end, Calendar | Weekday | Unit) for end in (one, two))
    return (alike or mixed) and between[0] in LINKS


def _source_cue(atoms: Sequence[Atom], left: Found) -> str:
    """What the word before "from" says: "moved from Friday" (`move`), "footage from Monday" (`document`)."""
    ahead = [atom for atom in atoms[max(left.first - 4, 0) : left.first] if atom.kind not in {"the", "approx"}]
    return time_cues().get(ahead[-2].text.lower(), "") if len(ahead) > 1 and ahead[-1].kind == "from" else ""


def _is_source(atoms: Sequence[Atom], place: int) -> bool:
    """Whether "from" at a place names a day that something was moved from, or was made on."""
    return place > 0 and time_cues().get(atoms[place - 1].text.lower()) in {"move", "future", "document"}


def _core(expression: Expression) -> Expression:
    """What a part is a part of, or the day of a time: June for "early June", Friday for "9 p.m. on Friday"."""
    if isinstance(expression, Clock) and expression.day is not None:
        return expression.day
    return expression.whole if isinstance(expression, Portion) else expression


def edge_of(atoms: Sequence[Atom], item: Found) -> Edge:
    """The bound that the word before a date makes of it; none where the date only modifies a noun."""
    at = item.first - 1
    while at >= 0 and atoms[at].kind in {"the", "approx", "at", "least"}:
        at -= 1
    if at < 0:
        return Edge.AT
    after = atoms[item.stop] if item.stop < len(atoms) else None
    if after is not None and after.tag in {"NN", "NNS", "NNP", "NNPS"} and not after.glued:
        return Edge.AT
    if after is not None and after.tag == "JJ" and "the" in {atoms[item.first].kind, atoms[item.first - 1].kind}:
        return Edge.AT  # "after the 8 November presidential election"
    kind = atoms[at].kind
    if kind != "since" and is_possessive(atoms, item):
        return Edge.AT  # "after Monday's vote", "triggered by Monday's rain": the day is the vote's, and the rain's
    if kind in {"before", "after"} and isinstance(item.expression, Clock):
        return Edge.AT  # "shortly before 23:00 on Tuesday": still on that day
    if kind == "from" and (_is_source(atoms, at) or not isinstance(item.expression, Calendar | Weekday | Clock)):
        return Edge.AT  # "up from a year earlier", "moved from Friday", "footage from Monday"
    return {
        "since": Edge.SINCE,
        "until": Edge.UNTIL,
        "by": Edge.UNTIL,
        "before": Edge.BEFORE,
        "after": Edge.AFTER,
        "from": Edge.SINCE,
    }.get(kind, Edge.AT)


def is_possessive(atoms: Sequence[Atom], item: Found) -> bool:
    """As in "**Tuesday's** ruling": a date that marks out a thing, whatever the clause around it tells."""
    behind = atoms[item.stop : item.stop + 2]
    return [a.kind for a in behind] == ["quote", "s"] and all(a.glued for a in behind)
