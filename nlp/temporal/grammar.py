"""The grammar as a whole: every rule, and the scan that finds the basic expressions of a text."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.temporal.atoms import Atom
from nlp.temporal.expressions import Expression
from nlp.temporal.grammar_calendar import CALENDAR_RULES
from nlp.temporal.grammar_clock import CLOCK_RULES
from nlp.temporal.grammar_durations import DURATION_RULES
from nlp.temporal.grammar_periods import PERIOD_RULES
from nlp.temporal.grammar_relative import RELATIVE_RULES
from nlp.temporal.grammar_reports import REPORT_RULES
from nlp.temporal.grammar_years import YEAR_RULES
from nlp.temporal.patterns import Parts, Rule, compile_pattern, encode, first_codes
from nlp.temporal.tables import is_short

RULES: tuple[Rule, ...] = (
    CALENDAR_RULES + PERIOD_RULES + YEAR_RULES + CLOCK_RULES + RELATIVE_RULES + REPORT_RULES + DURATION_RULES
)


@dataclass(frozen=True, slots=True)
class Found:
    """An expression over the atoms `[first, stop)`; `rule` names the pattern."""

    first: int
    stop: int
    expression: Expression
    rule: str


def scan(atoms: Sequence[Atom]) -> list[Found]:
    """The longest expression at each place, left to right, none overlapping another.

    Time is linear in the number of atoms: no pattern repeats without bound, so each place costs at most one bounded
    match per rule.
    """
    codes = encode(atoms)
    by_code = _rules_by_code()
    found: list[Found] = []
    at = 0
    while at < len(codes):
        best = _longest(atoms, codes, at, by_code.get(codes[at], ()))
        if best is None:
            at += 1
        else:
            found.append(best)
            at = best.stop
    return found


def _longest(atoms: Sequence[Atom], codes: str, at: int, rules: Sequence[tuple[Rule, re.Pattern[str]]]) -> Found | None:
    matches = [
        (match.end(), -order, match) for order, (_, pattern) in enumerate(rules) if (match := pattern.match(codes, at))
    ]
    for _, order, match in sorted(matches, key=lambda m: m[:2], reverse=True):
        rule = rules[-order][0]
        parts = Parts(atoms, match)
        said = parts.get("yu")
        if said is not None and said.value != "Y":
            continue
        expression = rule.read(parts)
        if expression is not None:
            return Found(match.start(), _without_full_stop(atoms, match.end()), expression, rule.name)
    return None


def _without_full_stop(atoms: Sequence[Atom], stop: int) -> int:
    """A full stop belongs to an abbreviation ("Sept."), never to a whole word."""
    whole = atoms[stop - 1].kind == "dot" and not is_short(atoms[stop - 2].text)
    return stop - 1 if whole else stop


@functools.cache
def _rules_by_code() -> dict[str, tuple[tuple[Rule, re.Pattern[str]], ...]]:
    """For each character that may begin an expression, the rules to try."""
    table: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
    for rule in RULES:
        for first in sorted(first_codes(rule.pattern)):
            table.setdefault(first, []).append((rule, compile_pattern(rule.pattern)))
    return {first: tuple(rules) for first, rules in table.items()}
