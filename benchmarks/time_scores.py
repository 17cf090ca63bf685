"""How right time expressions are against labels of people: TempEval-3's measures, and dates by their days.

After UzZaman et al. 2013 (SemEval Task 1): an expression is found *strictly* where both of its ends are right,
*relaxed* where it overlaps; its *value* is right where it overlaps one with the same TIMEX3 value. A *date* is a DATE
whose value names calendar days; it is right where one of ours overlaps it and names exactly the same days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.time_pairs import Expression, Pair, has_same_value, overlap, pair_up
from benchmarks.value_days import value_days


@dataclass(slots=True)
class Tally:
    """Counts behind a precision and a recall; `recalled` of the labelled and `right` of the found are the good ones.

    The two are equal over all expressions. By kind they may differ, where the words that we found are of another kind
    than those that were labelled.
    """

    labelled: int = 0
    found: int = 0
    recalled: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Per cent of the found that are right; 0 where nothing was found."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Per cent of the labelled that were recalled; 0 where nothing is labelled."""
        return 100 * self.recalled / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def count(self, labelled: Sequence[Expression], found: Sequence[Expression], right: Iterable[Pair]) -> None:
        """Add one text's expressions, with the pairs of them that are right."""
        pairs = list(right)
        self.labelled += len(labelled)
        self.found += len(found)
        self.recalled += len(pairs)
        self.right += len(pairs)


@dataclass(slots=True)
class Scores:
    """Everything that is counted over the texts of a corpus.

    `values` and `dates` hold the counts of the measures of those names by kind of expression. `missed`, `spurious` and
    `wrong` count what went wrong, one line each.
    """

    strict: Tally = field(default_factory=Tally)
    relaxed: Tally = field(default_factory=Tally)
    value: Tally = field(default_factory=Tally)
    date: Tally = field(default_factory=Tally)
    values: dict[str, Tally] = field(default_factory=dict)
    dates: dict[str, Tally] = field(default_factory=dict)
    missed: Counter[str] = field(default_factory=Counter)
    spurious: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def add(self, labelled: Sequence[Expression], found: Sequence[Expression], told: str = "") -> None:
        """Score one text. `told` is added to the lines of wrong values, like the day of publication."""
        found = sorted({(one.start, one.end): one for one in found}.values(), key=lambda one: one.start)
        pairs = pair_up(labelled, found)
        self.strict.count(labelled, found, [p for p in pairs if (p[0].start, p[0].end) == (p[1].start, p[1].end)])
        self.relaxed.count(labelled, found, pairs)
        right = [pair for pair in pairs if has_same_value(*pair)]
        self.value.count(labelled, found, right)
        _count_kinds(self.values, labelled, found, right)
        self._add_dates(labelled, found)
        for want, have in pairs:
            if not has_same_value(want, have):
                self.wrong[f"{_line(want)} | ours {_line(have)}{told}"] += 1
        wanted, had = {want for want, _ in pairs}, {have for _, have in pairs}
        self.missed.update(_line(one) for one in labelled if one not in wanted)
        self.spurious.update(_line(one) for one in found if one not in had)

    def _add_dates(self, labelled: Sequence[Expression], found: Sequence[Expression]) -> None:
        """Dates alone. What we found on a labelled TIME counts neither for nor against us."""
        times = [one for one in labelled if one.type == "TIME"]
        want = [one for one in labelled if one.type == "DATE" and value_days(one.value)]
        have = [
            one
            for one in found
            if one.type in {"DATE", "TIME"} and value_days(one.value) and not any(overlap(one, time) for time in times)
        ]
        right = [pair for pair in pair_up(want, have) if value_days(pair[0].value) == value_days(pair[1].value)]
        self.date.count(want, have, right)
        _count_kinds(self.dates, want, have, right)


def _count_kinds(
    tallies: dict[str, Tally], labelled: Sequence[Expression], found: Sequence[Expression], right: Sequence[Pair]
) -> None:
    """Add to each kind's counts: a pair is recalled for the kind of the labelled words, right for that of ours."""
    for one in labelled:
        tallies.setdefault(one.kind, Tally()).labelled += 1
    for one in found:
        tallies.setdefault(one.kind, Tally()).found += 1
    for want, have in right:
        tallies[want.kind].recalled += 1
        tallies[have.kind].right += 1


def _line(one: Expression) -> str:
    return f"{' '.join(one.text.split())} | {one.type} {one.value}"
