"""Words that are only sometimes about time: settled from capitals, tags and neighbours before the grammar sees them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nlp.temporal.short_names import NUMBERS, settle_short
from nlp.temporal.titles import NAMED_BY, is_in_title
from nlp.temporal.words import Word

if TYPE_CHECKING:
    from nlp.temporal.atoms import Atom

# What may stand before a month that stands alone.
_MONTH_PLACES = frozenset(
    [
        "in",
        "of",
        "by",
        "since",
        "until",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "from",
        "to",
        "between",
        "and",
        "through",
        "during",
        "before",
        "after",
        "end",
        "start",
        "or",
        "previous",
        "following",
        "late",
        "coming",
        "past",
        "every",
        "on",
        "hyphen",
        "dash",
        "open",
        "slash",
        "comma",
    ]
)
# Months and seasons that are words or names as well, and the tags that make them so.
_VERBS = frozenset({"MD", "VB", "VBP", "VBD", "VBZ", "VBN"})
_SEASON_PLACES = frozenset(
    [
        "in",
        "of",
        "by",
        "since",
        "until",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "from",
        "during",
        "before",
        "after",
        "end",
        "start",
        "the",
        "past",
        "coming",
        "following",
        "previous",
        "every",
        "that",
        "same",
        "its",
        "middle",
        "over",
        "through",
        "each",
        "s",
        "hyphen",
    ]
)
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC"})
_SEASON_YEARS = frozenset({"year", "last", "next", "this", "that", "same", "quote"})
_IN = frozenset({"in", "during", "by", "until", "since", "through", "early", "late"})


def settle(atoms: Sequence[Atom], index: int, words: Sequence[Word]) -> Atom:
    """The atom with its final kind: `other` where the word is not about time here."""
    atom = atoms[index]
    before = atoms[index - 1] if index else None
    after = atoms[index + 1] if index + 1 < len(atoms) else None
    if atom.kind in NAMED_BY and is_in_title(atoms, index):
        keep = False
    elif atom.kind == "month":
        second = atoms[index + 2] if index + 2 < len(atoms) else None
        of_year = after is not None and after.kind == "of" and second is not None and second.kind == "year"
        keep = of_year or _is_month(atom, before, after, words[atom.word])
    elif atom.kind in {"month_short", "weekday_short"}:
        return settle_short(atom, atoms[max(index - 2, 0) : index], atoms[index + 1 : index + 4])
    elif atom.kind == "season":
        keep = _is_season(atoms, index)
    elif atom.kind in {"weekday", "weekdays"}:
        keep = (atom.capital or atom.tag[:2] == "NN" or not atom.tag) and not _is_in_name(words, atom.word)
    elif atom.kind == "last" and not atom.capital:
        keep = not (atom.tag in _VERBS or (before is not None and before.tag == "MD") or _is_to(before))
    elif atom.kind == "that":
        beyond = atoms[index + 2].kind if index + 2 < len(atoms) else "dot"
        dated = after is not None and after.kind in {"month", "season", "weekday"} and beyond in {"comma", "dot"}
        keep = atom.tag != "IN" or dated  # "that August," but "expected that Monday's vote will fail"
    elif atom.kind == "reference" and " " not in atom.text:
        keep = _is_reference(atom, before, after)
    elif atom.kind == "ordinal" and atom.text.lower() == "second":
        count = before is not None and (
            before.kind in {"cardinal", "n12", "n24", "n31", "n99", "number"}
            or (
                before.kind == "hyphen"
                and index > 1
                and atoms[index - 2].kind in {"cardinal", "n12", "n24", "n31", "n99", "number"}
            )
        )
        return atom._replace(kind="unit", value="S") if count else atom
    else:
        return atom
    return atom if keep else atom._replace(kind="other")


def _is_in_name(words: Sequence[Word], index: int) -> bool:
    """As in "Wednesday Addams", "the Sunday Times": a capital beside it belongs to the same person or title."""
    label = words[index].label
    if label not in _NAMES:
        return False
    beside = [words[place] for place in (index - 1, index + 1) if 0 <= place < len(words)]
    return any(word.label == label and word.text[:1].isupper() for word in beside)


def _is_to(before: Atom | None) -> bool:
    """As in "expected **to** last three weeks"."""
    return before is not None and before.kind == "to" and before.tag == "TO"


def _is_month(atom: Atom, before: Atom | None, after: Atom | None, word: Word) -> bool:
    beside_number = (before is not None and before.kind in NUMBERS | {"of"}) or (
        after is not None and after.kind in NUMBERS
    )
    doubtful = atom.value in {"3", "5", "8", "4", "6"} or atom.text.islower()
    if not doubtful:
        return word.label != "PERSON"
    if not (atom.capital or beside_number or (before is not None and before.kind in {"last", "next", "this", "in"})):
        return False
    if beside_number:
        return not (atom.text.islower() and atom.tag in _VERBS)
    if word.label == "PERSON" or atom.tag in {"MD"}:
        return False
    if atom.value in {"3", "5"} and (atom.tag in _VERBS or atom.text.islower()):
        return False
    first_in_text = before is None or (before.kind in {"dot", "other"} and not before.text.isalnum())
    in_place = before is not None and (before.kind in _MONTH_PLACES or (before.kind == "month"))
    return (
        in_place
        or (not first_in_text and atom.value in {"4", "6", "8"})
        or (atom.value in {"4", "6", "8"} and word.label == "DATE")
    )


def _is_season(atoms: Sequence[Atom], index: int) -> bool:
    atom = atoms[index]
    before, after = atoms[index - 1] if index else None, atoms[index + 1] if index + 1 < len(atoms) else None
    second = atoms[index + 2] if index + 2 < len(atoms) else None
    if atom.tag in _VERBS:
        return after is not None and after.kind == "year" and atom.capital
    if after is not None and (
        after.kind == "year" or (after.kind == "of" and second is not None and second.kind in _SEASON_YEARS)
    ):
        return True
    if after is not None and (after.kind == "of" or (after.kind == "other" and after.text.isalpha() and after.capital)):
        return False  # the fall of Saigon, the Spring Offensive
    if before is not None and before.kind == "year":
        return True
    if before is None or before.kind not in _SEASON_PLACES | {"and"}:
        return False
    earlier = atoms[index - 2].kind if index > 1 else ""
    if before.kind == "and":
        return earlier == "season"
    if atom.text.lower() == "fall" and before.kind in {"the", "its", "s", "of", "a", "after", "before", "to"}:
        return earlier in _IN
    return True


def _is_reference(atom: Atom, before: Atom | None, after: Atom | None) -> bool:
    if atom.text.lower() == "soon" and after is not None and after.kind in {"after", "afterwards"}:
        return False
    if atom.text.lower() in {"recent", "current"}:
        return after is None or after.kind not in {"year"}
    return True
