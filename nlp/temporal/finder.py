"""The public entry: the time expressions of a text with their values and days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from nlp.model import TimeExpression, TimeType
from nlp.temporal.atoms import Atom, cut_words
from nlp.temporal.bounds import find_bounds
from nlp.temporal.combinations import combine, is_day
from nlp.temporal.edges import is_possessive, linked
from nlp.temporal.explanations import FROM_TEXT, UP_TO_DATE
from nlp.temporal.expressions import Clock, Length, Months
from nlp.temporal.grammar import Found, scan
from nlp.temporal.lists import give_list_years
from nlp.temporal.national_days import settle_national_days
from nlp.temporal.prose import is_narrative, shows_month_first
from nlp.temporal.ranges import share_parts
from nlp.temporal.resolve import put_in_order, resolve
from nlp.temporal.scene import Reading, Scene
from nlp.temporal.tables import time_cues
from nlp.temporal.vagueness import modifier
from nlp.temporal.words import Word, split_words

_TO_COME = frozenset({"to", "due", "expected", "scheduled", "planned"})
_WILL_REACH = 12  # atoms between "will" and its date
_OPENING = 2  # atoms before a date that opens its sentence
_DID_REACH = 6  # atoms between "did not" and "until"


def find_times(words: Sequence[Word], anchor: date | None, text: str) -> tuple[TimeExpression, ...]:
    """Find and read the time expressions of a text, in text order, none overlapping another.

    Args:
        words: the text's tokens in order.
        anchor: the publication day; without one, relative expressions and dates without a year keep X's in their value
            and have no days.
        text: what the words' offsets point into; expressions are quoted from it.

    The two ends of a range ("from 2 June to 4 July") are two expressions with a value each; both carry the days of the
    whole range. A bound ("since", "until", "by") leaves the other end open (`None`).
    """
    atoms = cut_words(words)
    found = settle_national_days(share_parts(atoms, scan(atoms)), atoms, words)
    found = [item for item in combine(atoms, found) if not _is_told(item, atoms, words)]
    found = give_list_years(_give_days(found, atoms, words), atoms, text, anchor)
    scene = Scene(anchor, is_narrative(found, anchor), shows_month_first(found, atoms))
    readings: list[Reading] = []
    for index, item in enumerate(found):
        before = found[index - 1] if index else None
        ends_range = before is not None and linked(atoms, before, item)
        readings.append(_read(item, before, atoms, words, scene, ends_range=ends_range))
        if before is not None and ends_range:
            ends = before.expression, item.expression
            readings[-2:] = put_in_order(ends, (readings[-2], readings[-1]), scene)
    return tuple(_expression(index, found, readings, atoms, text, anchor) for index in range(len(found)))


def _expression(
    index: int,
    found: Sequence[Found],
    readings: Sequence[Reading],
    atoms: Sequence[Atom],
    text: str,
    published: date | None,
) -> TimeExpression:
    item, reading = found[index], readings[index]
    bounds = find_bounds(index, found, readings, atoms)
    start, end = atoms[item.first].start, atoms[item.stop - 1].end
    return TimeExpression(
        start=start,
        end=end,
        text=text[start:end],
        type=TimeType(reading.type),
        value=reading.value,
        first_day=bounds.first,
        last_day=bounds.last,
        precision=bounds.precision,
        basis=bounds.basis or reading.basis,
        anchor=bounds.anchor or reading.anchor,
        rule=_rule(item, reading, published) + (f": {UP_TO_DATE}" if bounds.anchor is not None else ""),
        mod=modifier(item, atoms),
        first_vague=bounds.first_vague,
        last_vague=bounds.last_vague,
    )


def find_times_in_text(text: str, anchor: date | None) -> tuple[TimeExpression, ...]:
    """`find_times` for a text without a tagger: good for dates, weaker where only grammar tells "may" from May."""
    return find_times(split_words(text), anchor, text)


def _is_told(item: Found, atoms: Sequence[Atom], words: Sequence[Word]) -> bool:
    """Whether "soon" tells a past story, where it means "soon after" and looks at no future."""
    atom = atoms[item.first]
    return atom.text.lower() == "soon" and words[atom.word].tense == "past"


def _give_days(found: Sequence[Found], atoms: Sequence[Atom], words: Sequence[Word]) -> list[Found]:
    """Give a time of day without a day the day that its sentence names after it: "at 06:00 (03:00 GMT) on Sunday"."""
    given: list[Found] = []
    day: Found | None = None
    for item in reversed(found):
        clock = item.expression
        if is_day(clock):
            day = item
        elif isinstance(clock, Clock) and clock.day is not None:
            day = replace(item, expression=clock.day) if is_day(clock.day) else None
        elif isinstance(clock, Clock) and day is not None and _same_sentence(item, day, atoms, words):
            item = replace(item, expression=replace(clock, day=day.expression))
        given.append(item)
    return given[::-1]


def _same_sentence(one: Found, other: Found, atoms: Sequence[Atom], words: Sequence[Word]) -> bool:
    return words[atoms[one.first].word].sentence == words[atoms[other.first].word].sentence


def _rule(item: Found, reading: Reading, anchor: date | None) -> str:
    """The pattern's name, what the resolver adds to it, and whether another day than publication was counted from."""
    origin = FROM_TEXT if reading.anchor is not None and reading.anchor != anchor else ""
    return ": ".join(part for part in (item.rule, reading.rule, origin) if part)


def _read(
    item: Found,
    before: Found | None,
    atoms: Sequence[Atom],
    words: Sequence[Word],
    scene: Scene,
    *,
    ends_range: bool,
) -> Reading:
    word = words[atoms[item.first].word]
    scene.sentence = word.sentence
    cue = "" if ends_range else _cue(item, atoms, word)
    since = before.stop if before is not None else 0
    scene.apart = any(atom.kind == "comma" for atom in atoms[max(since, item.first - _WILL_REACH) : item.first - 1])
    scene.tense = cue or word.tense
    scene.certain = word.certain and cue in {"", "past"}
    scene.possessive = not cue and is_possessive(atoms, item)
    scene.opens = _opens_sentence(item, atoms, words)
    narrative = scene.narrative
    scene.narrative = narrative and not _says_will(item, atoms, words)
    reading = resolve(item.expression, scene)
    scene.narrative = narrative
    scene.remember(reading)
    if _is_long_report(item):
        scene.longer_span = scene.sentence
    if reading.days is not None and _ends_a_quarter(item, atoms):
        scene.note_quarter(reading.days)
    return reading


def _ends_a_quarter(item: Found, atoms: Sequence[Atom]) -> bool:
    """As in "the second quarter ended **30 June**"."""
    before = atoms[max(item.first - 5, 0) : item.first]
    said = [place for place, atom in enumerate(before) if atom.text.lower() in {"ended", "ending"}]
    return bool(said) and any(a.kind == "unit" and a.value == "Q" for a in before[: said[-1]])


def _is_long_report(item: Found) -> bool:
    """As in "for the first nine months", "in the six months to June": what a report sets beside its quarter."""
    expression = item.expression
    if isinstance(expression, Months):
        return True
    return isinstance(expression, Length) and expression.unit == "M" and (expression.amount or 0) in {6, 9, 12}


def _opens_sentence(item: Found, atoms: Sequence[Atom], words: Sequence[Word]) -> bool:
    """Whether at most a preposition and an article stand between the sentence's beginning and the date."""
    at = max(item.first - _OPENING, 0)
    return at == 0 or words[atoms[at - 1].word].sentence != words[atoms[item.first].word].sentence


def _cue(item: Found, atoms: Sequence[Atom], word: Word) -> str:
    """The side that a word right before a date names, whatever the clause's tense: "until", "by", "due", "since"."""
    cues = time_cues()
    if item.first and atoms[item.first - 1].kind == "for" and is_day(item.expression):
        return "future"  # "called a rally for Saturday"
    for place in range(item.first - 1, max(item.first - 4, -1), -1):
        atom = atoms[place]
        if atom.kind in {"until", "before"} and word.tense == "past" and _says_did_not(atoms, place):
            return "past"
        if (side := cues.get(atom.text.lower(), "")) in {"future", "past"}:
            return side
        if (atom.kind == "until" and not atom.capital) or (
            atom.kind == "by" and word.tense != "past" and not is_possessive(atoms, item)
        ):
            return "future"
        if atom.kind == "since" or (
            atom.kind == "from" and place and cues.get(atoms[place - 1].text.lower()) == "document"
        ):
            return "past"  # "footage from Monday"
    return ""


def _says_will(item: Found, atoms: Sequence[Atom], words: Sequence[Word]) -> bool:
    """Whether "will" stands shortly before a date in its sentence: even a history then speaks from its publication."""
    sentence = words[atoms[item.first].word].sentence
    before = [a for a in atoms[max(0, item.first - _WILL_REACH) : item.first] if words[a.word].sentence == sentence]
    text = [a.text.lower() for a in before]
    is_to = any(one in {"is", "are"} and two in _TO_COME for one, two in pairwise(text))
    return is_to or any(a.text.lower() in {"will", "shall"} and a.tag in {"MD", ""} for a in before)


def _says_did_not(atoms: Sequence[Atom], place: int) -> bool:
    """As in "**did not** stop **until** Sunday", which is over: whether "did not" stands before the atom at `place`."""
    words = [atom.text.lower() for atom in atoms[max(0, place - _DID_REACH) : place]]
    return "did" in words and any(word in {"not", "t", "n't"} for word in words)
