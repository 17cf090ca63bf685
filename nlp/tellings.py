"""Time expressions as a reader sees them: the ends of a range as one, and those that wait for a date to count from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from nlp.model import Precision, TimeExpression, TimeType
from nlp.temporal.explanations import NO_SUCH_DAY
from nlp.temporal.values import read_value


def whole_times(times: Sequence[TimeExpression], text: str) -> dict[tuple[int, int], TimeExpression]:
    """Each time expression by its span; the two ends of a range are one, "10 to 14 March", as a reader sees it.

    Args:
        times: the expressions of one article, in text order.
        text: what they point into.
    """
    whole = {(time.start, time.end): time for time in times}
    for left, right in pairwise(times):
        if _is_range(left, right):
            both = replace(left, end=right.end, text=text[left.start : right.end])
            whole[left.start, left.end] = whole[right.start, right.end] = both
    return whole


def is_undated(time: TimeExpression) -> bool:
    """Whether a date was found that a publication date, or a year in the text, would place."""
    return (
        time.type in (TimeType.DATE, TimeType.TIME)
        and time.first_day is None
        and time.last_day is None
        and "X" in time.value
        and NO_SUCH_DAY not in time.rule
    )


def _is_range(left: TimeExpression, right: TimeExpression) -> bool:
    """Whether two neighbours are the first and the last day of the same stretch."""
    if (left.first_day, left.last_day) != (right.first_day, right.last_day):
        return False
    if left.precision is not Precision.INTERVAL or left.first_day is None or left.value == right.value:
        return False
    first, last = read_value(left.value), read_value(right.value)
    return first is not None and last is not None and (first[0].first, last[0].last) == (left.first_day, left.last_day)
