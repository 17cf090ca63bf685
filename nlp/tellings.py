"""Where the text tells each event: every sentence that is evidence of it, with its date and the word that names it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from nlp.model import Precision, TimeExpression
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


def _is_range(left: TimeExpression, right: TimeExpression) -> bool:
    """Whether two neighbours are the first and the last day of the same stretch."""
    if (left.first_day, left.last_day) != (right.first_day, right.last_day):
        return False
    if left.precision is not Precision.INTERVAL or left.first_day is None or left.value == right.value:
        return False
    first, last = read_value(left.value), read_value(right.value)
    return first is not None and last is not None and (first[0].first, last[0].last) == (left.first_day, left.last_day)
