"""Dates that share a part: days and years that borrow month, century or year from the date beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlp.temporal.atoms import Atom
from nlp.temporal.expressions import Calendar, Side, Weekday
from nlp.temporal.grammar import Found

LINKS = frozenset({"hyphen", "dash", "to", "until", "through"})
_LISTS = LINKS | {"and", "or", "comma", "slash"}
# What may stand between the dates of a list besides its commas: "from June to about mid-July 2024".
_PARTS = frozenset({"the", "early", "late", "mid", "middle", "start", "end", "of", "approx"})
_BEFORE_DAY = frozenset(
    {"on", "the", "between", "from", "of", "open", "comma", "and", "hyphen", "dash", "to", "month", "by", "until"}
)


def share_parts(atoms: Sequence[Atom], found: Sequence[Found]) -> list[Found]:
    """Add the days and years that borrow their month or century from the date beside them."""
    shared: list[Found] = []
    for index, item in enumerate(found):
        floor = shared[-1].stop if shared else 0
        if item.first < floor:
            continue
        shared.extend(_days_before(atoms, item, floor))
        ceiling = found[index + 1].first if index + 1 < len(found) else len(atoms)
        after = _days_after(atoms, item, ceiling) or _year_after(atoms, item, ceiling)
        shared.append(_with_year_of(item, after))
        if after is not None:
            shared.append(after)
    return _share_years(atoms, shared)


def _with_year_of(item: Found, after: Found | None) -> Found:
    """July 4 with the year that only its continuation "-6, 2025" has."""
    one, two = item.expression, after.expression if after is not None else None
    if isinstance(one, Calendar) and isinstance(two, Calendar) and one.year is None and two.year is not None:
        return replace(item, expression=replace(one, year=two.year))
    return item


def _is_day(item: Found) -> bool:
    return (
        isinstance(item.expression, Calendar)
        and len(item.expression.part) == 6
        and item.rule in {"full date", "day and month"}
    )


def _days_before(atoms: Sequence[Atom], item: Found, floor: int) -> list[Found]:
    """As in "22-" in "22-25 April", "5, 6 and" in "5, 6 and 7 May"; only where the day stands first."""
    expression = item.expression
    if (
        not _is_day(item)
        or not isinstance(expression, Calendar)
        or atoms[item.first].kind not in {"n12", "n24", "n31", "ordnum", "the"}
    ):
        return []
    days: list[Found] = []
    at, last = item.first, int(expression.part[-2:])
    while at - 2 >= floor and atoms[at - 1].kind in _LISTS and atoms[at - 2].kind in {"n12", "n24", "n31", "ordnum"}:
        day, link = atoms[at - 2], atoms[at - 1].kind
        before = atoms[at - 3] if at >= 3 else None
        placed = before is None or before.kind in _BEFORE_DAY
        if day.integer >= last or not (placed or day.kind == "ordnum" or link in {"hyphen", "dash"}):
            break
        first = at - 3 if before is not None and before.kind == "the" and at - 3 >= floor else at - 2
        part = expression.part[:-2] + f"{day.integer:02}"
        days.append(Found(first, at - 1, replace(expression, part=part, weekday=None), "shared month"))
        at, last = first, day.integer
    return days[::-1]


def _days_after(atoms: Sequence[Atom], item: Found, ceiling: int) -> Found | None:
    """As in "-6" in "July 4-6", "and 5, 2025" in "July 4 and 5, 2025"; only where the month stands first."""
    expression = item.expression
    if not _is_day(item) or not isinstance(expression, Calendar) or item.stop + 1 >= ceiling:
        return None
    if not any(a.kind == "month" for a in atoms[item.first : item.stop - 1]) or expression.year is not None:
        return None
    link, day = atoms[item.stop], atoms[item.stop + 1]
    if (
        link.kind not in LINKS | {"and", "or"}
        or day.kind not in {"n12", "n24", "n31", "ordnum"}
        or not 1 <= day.integer <= 31
    ):
        return None
    if day.integer <= int(expression.part[-2:]):
        return None
    stop = item.stop + 2
    year = None
    if stop + 1 < len(atoms) and atoms[stop].kind == "comma" and atoms[stop + 1].kind == "year":
        year, stop = atoms[stop + 1].integer, stop + 2
    elif stop < len(atoms) and (
        atoms[stop].kind in {"unit", "units", "month", "colon"}
        or (link.kind in {"and", "or", "to"} and atoms[stop].tag[:2] in {"NN", "JJ"})
    ):
        return None
    part = expression.part[:-2] + f"{day.integer:02}"
    return Found(item.stop + 1, stop, replace(expression, part=part, year=year, weekday=None), "shared month")


def _year_after(atoms: Sequence[Atom], item: Found, ceiling: int) -> Found | None:
    """As in "-18" in "1914-18"."""
    expression = item.expression
    if (
        not isinstance(expression, Calendar)
        or expression.part
        or not isinstance(expression.year, int)
        or item.stop + 1 >= len(atoms)
    ):
        return None
    link, year = atoms[item.stop], atoms[item.stop + 1]
    if (
        link.kind not in {"hyphen", "dash", "slash"}
        or not (link.glued and year.glued)
        or len(year.text) != 2
        or not year.text.isdecimal()
    ):
        return None
    number = expression.year // 100 * 100 + year.integer
    if (
        number <= expression.year
        or item.stop + 2 > ceiling
        or (
            item.stop + 2 < len(atoms)
            and atoms[item.stop + 2].glued
            and atoms[item.stop + 2].kind in {"hyphen", "slash"}
        )
    ):
        return None
    return Found(item.stop + 1, item.stop + 2, replace(expression, year=number), "shared century")


def _share_years(atoms: Sequence[Atom], found: Sequence[Found]) -> list[Found]:
    """As in "June 2 to July 4, 2025", "January and February 1937": the year of the last holds for those before it."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        item, following = shared[index], shared[index + 1]
        one, two = item.expression, following.expression
        between = [a.kind for a in atoms[item.stop : following.first]]
        if not between or any(kind not in _LISTS | _PARTS for kind in between):
            continue
        if isinstance(one, Weekday) and isinstance(two, Weekday) and one.side is Side.NEAREST and one.week is None:
            shared[index] = replace(item, expression=replace(one, week=two.week))
        if (
            isinstance(one, Calendar)
            and isinstance(two, Calendar)
            and one.year is None
            and two.year is not None
            and one.part
            and not one.feast
        ):
            year = (
                two.year - 1
                if isinstance(two.year, int)
                and one.part[:3] > two.part[:3]
                and len(two.part) >= 3
                and two.part[1].isdigit()
                and one.part[1].isdigit()
                else two.year
            )
            shared[index] = replace(item, expression=replace(one, year=year))
    return shared
