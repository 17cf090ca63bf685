"""Whether two reports of one day tell the same happening."""

from __future__ import annotations

from nlp.pipeline.event_forms import taken_up_by
from nlp.pipeline.event_roles import Roles

_SHARE = 0.6  # of the fewer words, that two nouns' reports have in common
_SHARE_REPORTED = 0.8


def tell_the_same(one: Roles, other: Roles, *, vaguely: bool = False) -> bool:
    """Whether two reports name the same happening and agree on who, what and where.

    With `vaguely`, for days that are not the same, both must share who or what as well.
    """
    if other.another or one.bare or other.bare or not _named_alike(one, other) or contradict(one, other):
        return False
    shared_roles = bool(one.agents & other.agents) or bool(one.patients & other.patients)
    if one.is_clause and other.is_clause:
        if one.reported or other.reported:
            return bool(one.agents & other.agents) and _share(one.words, other.words) >= _SHARE_REPORTED
        # "An explosion went off" at one place may be another one than "an explosion went off" at another.
        by_kind = bool(one.about and one.words and other.words) and not one.patients & other.patients
        return shared_roles and (not (vaguely or by_kind) or _share(one.words, other.words) >= _SHARE)
    if not (one.taken_up or other.taken_up or shared_roles):
        return False  # "a strike" is another one
    alike = _share(*(each.words | each.agents | each.patients | each.names for each in (one, other))) >= _SHARE
    return alike and (shared_roles or not vaguely)


def may_take_up(one: Roles, other: Roles) -> bool:
    """Whether the words of `other` point back to the happening of `one`: "the attack" to "a bombing killed 12"."""
    if other.another:
        return False
    if one.form == other.form and one.bare and one.taken_up:
        return True  # "the verdict is expected", and then whose it is
    if not other.taken_up or not other.bare:
        return False
    return other.form == one.form or (one.about or one.form) in {other.form} | taken_up_by(other.lemma)


def _named_alike(one: Roles, other: Roles) -> bool:
    """Whether the triggers name the same sort of happening."""
    if one.form == other.form:
        return True
    if one.is_clause and other.is_clause:
        return False
    clause, noun = (one, other) if one.is_clause else (other, one)
    kinds = {noun.form} | (taken_up_by(noun.lemma) if noun.taken_up else frozenset())
    return (clause.about or clause.form) in kinds


def contradict(one: Roles, other: Roles) -> bool:
    """Whether who, what, where or how many differ; "the two presidents" may be two who are named elsewhere."""
    pairs = [(one.patients, other.patients), (one.names, other.names), (one.numbers, other.numbers)]
    if one.unnamed == other.unnamed or not (one.patients & other.patients):
        pairs.append((one.agents, other.agents))
    if one.is_clause == other.is_clause:
        pairs.append((one.kinds, other.kinds))
    return any(a and b and not a & b for a, b in pairs)


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 1.0
