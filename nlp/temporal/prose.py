"""What kind of prose a text is: news, which counts from its publication, or a history, which counts from itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nlp.temporal.atoms import Atom
from nlp.temporal.expressions import Calendar, Numeric, Unit, Weekday
from nlp.temporal.grammar import Found

_ENOUGH_YEARS = 5
_DISTANT = 2


def is_narrative(found: Sequence[Found], published: date | None) -> bool:
    """Whether a text is a history: many written years, most of them long past, and hardly a "yesterday" or a bare
    weekday.
    """
    written = [e.year for e in (f.expression for f in found) if isinstance(e, Calendar) and isinstance(e.year, int)]
    if len(written) < (_ENOUGH_YEARS if published is not None else 2 * _ENOUGH_YEARS):
        return False
    today = published.year if published is not None else max(written) + _DISTANT
    distant = sum(year <= today - _DISTANT for year in written)
    newsy = sum(_is_newsy(f) for f in found)
    return distant >= 0.6 * len(written) and newsy * 4 <= distant


def _is_newsy(item: Found) -> bool:
    expression = item.expression
    if isinstance(expression, Weekday):
        return True
    return (
        isinstance(expression, Unit)
        and expression.origin.value == "publication"
        and expression.unit in {"D", "W", "WE"}
    )


def shows_month_first(found: Sequence[Found], atoms: Sequence[Atom]) -> bool | None:
    """Whether the text writes the month before the day: from numeric dates that can be read one way only, else from
    written ones ("July 4" or "4 July"); `None` where it shows neither or both alike.
    """
    numeric = [f.expression for f in found if isinstance(f.expression, Numeric)]
    day_first = sum(n.first > 12 for n in numeric)
    month_first = sum(n.second > 12 for n in numeric)
    if day_first != month_first:
        return month_first > day_first
    for item in found:
        if item.rule in {"full date", "day and month"}:
            kinds = [
                a.kind for a in atoms[item.first : item.stop] if a.kind in {"month", "n12", "n24", "n31", "ordnum"}
            ]
            if kinds:
                month_first, day_first = month_first + (kinds[0] == "month"), day_first + (kinds[0] != "month")
    return None if month_first == day_first else month_first > day_first
