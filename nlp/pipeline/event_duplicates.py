"""One happening, one event: reports of the same thing on the same days are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlp.model import REAL, Event, Precision
from nlp.pipeline.clauses import Reading
from nlp.pipeline.event_labels import AIM, Wording
from nlp.pipeline.event_roles import Roles, roles_of
from nlp.pipeline.event_sameness import contradict, may_take_up, tell_the_same

_TELLING = 4  # words of a label that tell one happening from others of its kind
_NEIGHBOURS = 60  # events compared with each other; more would be a table
# A report that is only so exact may tell of a day within: "in June", then "on 4 June".
_VAGUE = (Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.HALF, Precision.YEAR)


@dataclass(frozen=True, slots=True)
class Report:
    """An event with what its words say of it."""

    event: Event
    roles: Roles


def merge_duplicates(found: Sequence[tuple[Event, Wording]], reading: Reading) -> list[Event]:
    """Keep one event, the best worded, of those that tell the same happening; the others' places become evidence of it.

    Two reports tell the same where their days are the same, or one's lie within the other's vaguer ones; their status
    agrees; they name the same happening by the same verb, a noun made from it, or another word for it; and nobody and
    nothing in the one contradicts the other. A report that only points back ("the attack on Tuesday") is joined where
    exactly one happening of its days fits.
    """
    kept: list[Report] = []
    for event, wording in found:
        report = Report(event, roles_of(wording, reading))
        twin = _twin(report, kept[-_NEIGHBOURS:])
        if twin is None:
            kept.append(report)
        else:
            kept[kept.index(twin, max(len(kept) - _NEIGHBOURS, 0))] = _join(twin, report)
    return [report.event for report in kept]


def _twin(report: Report, others: Sequence[Report]) -> Report | None:
    """The report among `others` that tells the same happening as `report`."""
    fitting = [other for other in others if _status_agrees(other.event, report.event)]
    same_days = [other for other in fitting if _days(other.event) == _days(report.event)]
    for other in same_days:
        if _read_alike(other, report) or (tell_the_same(other.roles, report.roles) and not _is_contrast(other, report)):
            return other
    pointed_at = [other for other in same_days if may_take_up(other.roles, report.roles)]
    if len(pointed_at) == 1:
        return pointed_at[0]
    nested = [other for other in fitting if _is_within(other.event, report.event)]
    for other in nested:
        alike = tell_the_same(other.roles, report.roles, vaguely=True) or _read_alike(other, report, fewest=_TELLING)
        if alike and other.event.sentence != report.event.sentence:
            return other
    return None


def _read_alike(one: Report, other: Report, *, fewest: int = 0) -> bool:
    """Whether two events are of one word of the text, or their labels the same words, `fewest` at least."""
    same = one.event.label.lower() == other.event.label.lower() and len(one.event.label.split()) >= fewest
    return one.event.trigger == other.event.trigger or (same and not contradict(one.roles, other.roles))


def _is_contrast(one: Report, other: Report) -> bool:
    """Whether one sentence tells both, with verbs of their own: "he met the king and met the queen"."""
    return one.event.sentence == other.event.sentence and one.event.trigger != other.event.trigger


def _days(event: Event) -> object:
    return event.first_day, event.last_day


def _is_within(one: Event, other: Event) -> bool:
    """Whether the days of one lie within the vaguer days of the other, without being as vague."""
    for inner, outer in ((one, other), (other, one)):
        if None in (inner.first_day, inner.last_day, outer.first_day, outer.last_day):
            continue
        inside = outer.first_day <= inner.first_day and inner.last_day <= outer.last_day  # type: ignore[operator]
        if inside and outer.precision in _VAGUE and inner.precision is not outer.precision:
            return True
    return False


def _status_agrees(one: Event, other: Event) -> bool:
    return one.status is other.status or (one.status in REAL and other.status in REAL)


def _join(one: Report, other: Report) -> Report:
    """The better of two reports, with the other's places as further evidence, one a sentence."""
    best, rest = (other, one) if _worth(other) > _worth(one) else (one, other)
    event = best.event
    further = {e.sentence: e for e in (*rest.event.evidence, *event.also) if e.sentence != event.sentence}
    return replace(best, event=replace(event, also=tuple(further[sentence] for sentence in sorted(further))))


def _worth(report: Report) -> tuple[bool, int, int, bool, int]:
    """Rather a rule's label than a fallback's, exact days, who and what, a finite clause, more words that fit."""
    event, roles = report.event, report.roles
    days = (event.last_day - event.first_day).days if event.first_day and event.last_day else 0
    return (
        not event.rule.startswith("fallback"),
        -days,
        bool(roles.agents) + bool(roles.patients) - roles.taken_up,
        roles.is_clause,
        len(event.label) if len(event.label) <= AIM else 0,
    )
