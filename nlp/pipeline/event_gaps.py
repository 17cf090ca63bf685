"""Verbs told once for several dates: "met Putin on Monday and **Xi on Tuesday**", "to Rome in May and to Oslo in June".

The parse hangs what stands between two dates by the first, so that both would be told alike. Which words the second
date replaces is read from the text's order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from nlp.pipeline.clauses import VERBAL, Reading, subject_of, subtree
from nlp.pipeline.event_cues import is_eventive
from nlp.pipeline.event_labels import Wording, render, tidy, without_auxiliaries
from nlp.pipeline.event_noun_anchors import Anchor

_LONGEST = 8  # words of a conjunct without its verb
_JOINTS = ("and", "but", "or")
_BEFORE_DATES = ("on", "in", "at", "by", "during", "from", "since", "until")
_TELLING = ("NOUN", "PROPN", "NUM")


@dataclass(frozen=True, slots=True)
class Gap:
    """What a date has of its own behind another date.

    `words` are its tokens, `joint` the conjunction or comma before them, `origin` the first token of the first date in
    the row, with its preposition: what the words replace stands before it.
    """

    words: frozenset[int]
    joint: int
    origin: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """What dates have of their own: by a date's first token, and all of one row by the row's origin."""

    own: Mapping[int, Gap]
    rows: Mapping[int, Sequence[Gap]]


def find_gaps(dates: Iterable[Sequence[Token]], reading: Reading) -> Gaps:
    """What each date that shares another's verb has of its own.

    Args:
        dates: the tokens of each date, in text order.
        reading: the parsed text.
    """
    own: dict[int, Gap] = {}
    rows: dict[int, list[Gap]] = {}
    ends: dict[int, int] = {}  # last token of a date -> the first
    for tokens in dates:
        ends[tokens[-1].i] = tokens[0].i
        if (gap := _find(tokens, ends, own, reading)) is not None:
            own[tokens[0].i] = gap
            rows.setdefault(gap.origin, []).append(gap)
    return Gaps(own, rows)


def _find(tokens: Sequence[Token], ends: Mapping[int, int], gaps: Mapping[int, Gap], reading: Reading) -> Gap | None:
    doc, floor = reading.doc, reading.sentence(tokens[0])[0]
    words: list[Token] = []
    place = _date_start(tokens[0], reading) - 1
    while place > floor and doc[place].lower_ not in _JOINTS and doc[place].text != ",":
        word = doc[place]
        if place in reading.timed or word.pos_ in (*VERBAL, "PRON", "SCONJ", "PUNCT") or len(words) == _LONGEST:
            return None
        if word.pos_ != "ADV":
            words.append(word)
        place -= 1
    if place <= floor or not any(word.pos_ in _TELLING for word in words):
        return None
    if doc[place].text == "," and not _goes_on(tokens[-1], reading):
        return None
    before = place - 1 if doc[place - 1].text != "," else place - 2
    clause = doc[place].text != "," and before < place - 1 and _is_finite(tokens[-1].i + 1, reading)
    if before not in ends or clause:
        return None
    first = ends[before]
    earlier = gaps.get(first)
    origin = earlier.origin if earlier is not None else _date_start(doc[first], reading)
    return Gap(frozenset(word.i for word in words), place, origin)


def _goes_on(last: Token, reading: Reading) -> bool:
    """Whether the row goes on to its conjunction: "Kharkiv on Monday, Odesa **on Tuesday and** Sumy on Friday"."""
    following = [token.lower_ for token in reading.doc[last.i + 1 : last.i + 3]]
    return following[:1] == ["and"] or following == [",", "and"]


def _is_finite(place: int, reading: Reading) -> bool:
    """Whether a finite verb follows, whose subject the words before the date are: ", and homes on Friday **were**"."""
    return place < len(reading.doc) and reading.doc[place].tag_ in ("VBD", "VBZ", "VBP", "MD")


def _date_start(first: Token, reading: Reading) -> int:
    """Where a date begins, with the preposition before it."""
    before = reading.doc[first.i - 1] if first.i else None
    return first.i - 1 if before is not None and before.lower_ in _BEFORE_DATES else first.i


def tell_apart(
    date: Token, gaps: Gaps, anchor: Anchor, made: Wording, reading: Reading
) -> tuple[Wording, frozenset[int]]:
    """The wording of one of several dates of a verb, and the tokens that belong to the others.

    Args:
        date: the date's first token.
        gaps: what `find_gaps` found.
        anchor: the verb or noun that the date belongs to.
        made: how its happening would be told if it were alone.
        reading: the parsed text.
    """
    own = gaps.own.get(date.i)
    row = gaps.rows.get(own.origin if own is not None else _date_start(date, reading), ())
    others = frozenset().union(*(gap.words | {gap.joint} for gap in row if gap is not own))
    if own is None:
        return _without(made, others, reading), others
    found = _word(own, anchor, made, reading)
    return (made, frozenset()) if found is None else (found[0], others | found[1])


def _word(gap: Gap, anchor: Anchor, made: Wording, reading: Reading) -> tuple[Wording, frozenset[int]] | None:
    """The wording of a date's own conjunct, and the tokens that its words replace, or `None` if it is no part of it."""
    doc, head = reading.doc, anchor.head
    if head.i > gap.origin and anchor.is_clause:
        # "attacks in Kabul on Monday and **Herat on Tuesday** killed dozens"
        noun = subject_of(head, reading)
        head = noun if noun is not None and is_eventive(noun) else head
    if not head.i < gap.origin or head.i in gap.words:
        return None
    between = [doc[i] for i in range(head.i + 1, gap.origin)]
    if any(token.i in reading.dated for token in between):
        return None  # a longer list, whose first date stands further back
    last = max((place for place, token in enumerate(between) if token.pos_ in VERBAL), default=-1)
    lead, shared = between[: last + 1], between[last + 1 :]  # "has been expanded **to include** Greece"
    while shared and (shared[0].dep_ == "prt" or shared[0].pos_ == "ADV"):
        shared = shared[1:]
    subject = subject_of(head, reading) if head.pos_ in VERBAL else None
    own = [doc[i] for i in sorted(gap.words)]
    if subject is not None and subject.i < head.i and not lead and _takes_the_subject(own, shared, subject, reading):
        replaced = frozenset(subtree(subject, reading)) & frozenset(range(head.i))
        rest = {i for i in made.tokens - replaced if i < gap.origin}
        label = tidy(f"{render(gap.words, doc)} {render(rest, doc)}")
        return replace(made, label=label, tokens=frozenset(rest) | gap.words), replaced
    kept = _kept(own, shared, reading)
    replaced = frozenset(token.i for token in shared) - kept
    tokens = frozenset(i for i in made.tokens if i <= head.i or (i < gap.origin and i not in replaced))
    tokens |= kept | gap.words | _verb(lead)
    label = tidy(render(tokens, doc))
    if subject is None or subject.i not in tokens:
        label = without_auxiliaries(label)
    return replace(made, label=label, tokens=tokens), replaced


def _without(made: Wording, others: frozenset[int], reading: Reading) -> Wording:
    """A wording without what later dates have of their own: "met Putin and Xi" where Xi came on another day."""
    tokens = made.tokens - others
    return replace(made, label=tidy(render(tokens, reading.doc)), tokens=tokens) if tokens != made.tokens else made


def _takes_the_subject(own: list[Token], shared: list[Token], subject: Token, reading: Reading) -> bool:
    """As in "Putin arrived on Monday and **Xi** on Tuesday": what acts is another one."""
    if own[0].pos_ == "ADP":
        return False
    if not shared:
        return True
    if shared[0].pos_ != "ADP":
        return False
    labels = [_labels(tokens, reading) for tokens in (own, [subject], shared)]
    return bool(labels[0] & labels[1]) and not labels[0] & labels[2]


def _labels(tokens: Iterable[Token], reading: Reading) -> set[str]:
    return {reading.names[token.i].label for token in tokens if token.i in reading.names}


def _verb(lead: list[Token]) -> frozenset[int]:
    """The last verb between the first and the dates, with its "to"."""
    return frozenset(token.i for token in lead[-2:] if token.tag_ == "TO" or token is lead[-1])


def _kept(own: list[Token], shared: list[Token], reading: Reading) -> frozenset[int]:
    """Of what stands between the verb and the first date, the tokens that hold for the other date as well."""
    places = [place for place, token in enumerate(shared) if token.pos_ == "ADP"]
    if own[0].pos_ == "ADP":
        same = [place for place in places if shared[place].lower_ == own[0].lower_] or places
        until = same[0] if same else len(shared)
    elif any(token.pos_ == "ADP" for token in own):
        until = 1 if places[:1] == [0] else 0
    else:
        # A name takes the place of the last name of its kind: "from Kyiv to Berlin in 2014 and **London** in 2016".
        starts = [place + 1 for place in places] if places[:1] == [0] else [0, *(place + 1 for place in places)]
        stretches = [(start, shared[start:end]) for start, end in zip(starts, [*starts[1:], len(shared)], strict=True)]
        kinds = _labels(own, reading)
        alike = [start for start, tokens in stretches if kinds & _labels(tokens, reading)]
        alike = alike or [start for start, tokens in stretches if _is_name(own) and _is_name(tokens)]
        until = (alike or starts[:1] or [0])[-1]
    return frozenset(token.i for token in shared[:until])


def _is_name(tokens: Iterable[Token]) -> bool:
    return any(token.pos_ == "PROPN" for token in tokens)
