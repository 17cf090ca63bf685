"""Dated events: what the timeline plots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from nlp.model import DateBasis, Event, Precision, Span, TimeExpression, TimeType
from nlp.pipeline.clauses import LONGEST_SENTENCE, Reading
from nlp.pipeline.event_anchors import find_anchor
from nlp.pipeline.event_arguments import Placed, clause_tokens, country_tokens, entity_tokens, placed_within
from nlp.pipeline.event_duplicates import merge_duplicates
from nlp.pipeline.event_entries import Entry, find_entries
from nlp.pipeline.event_gaps import Gaps, find_gaps, tell_apart
from nlp.pipeline.event_idle_dates import dates_only_the_text, is_inside_name
from nlp.pipeline.event_labels import Wording
from nlp.pipeline.event_noun_anchors import Anchor
from nlp.pipeline.event_redirections import NEW_DATE
from nlp.pipeline.event_sentences import word_clause, word_sentence, word_stretch
from nlp.pipeline.event_status import status_of
from nlp.pipeline.event_wording import is_no_happening, word_anchor
from nlp.temporal.explanations import NAMED_DAY, UP_TO_DATE
from nlp.temporal.values import read_value

# Under these rules "since" and "until" only lead to the days on which it happens: "put off until 2 May".
_THEN = ("when clause", NEW_DATE)


class EventFinder:
    """spaCy component: one `nlp.model.Event` per dated happening, in `doc._.events`, by calendar."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the parse, the times, the mentions and the places; an undated text has no events."""
        reading = doc._.reading
        if reading is not None:
            doc._.events = tuple(
                sorted(merge_duplicates(list(find_events(reading)), reading), key=lambda event: event.position)
            )
        return doc


@Language.factory(
    "dateline_events",
    requires=["doc._.reading", "doc._.places"],
    assigns=["doc._.events"],
)
def make_event_finder(nlp: Language, name: str) -> EventFinder:
    """The component as spaCy's registry wants it."""
    return EventFinder()


def find_events(reading: Reading) -> Iterator[tuple[Event, Wording]]:
    """One event for each dated happening with its wording, in text order, duplicates included."""
    doc = reading.doc
    times = _times_to_plot(doc._.times)
    if not times:
        return
    entries = find_entries(times, reading)
    people, lands = entity_tokens(doc), country_tokens(doc)
    dates = [(time, list(doc.char_span(time.start, time.end, alignment_mode="expand") or ())) for time in times]
    gaps = find_gaps((tokens for _, tokens in dates if tokens), reading)
    for time, tokens in dates:
        if tokens and not is_inside_name(tokens, reading) and not dates_only_the_text(tokens, reading):
            event = _event(time, tokens, entries.get(time.start), gaps, reading, people, lands)
            if event is not None:
                yield event


def _times_to_plot(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Those with days that happen once and name nothing; of "the three months to December" only the months."""
    kept: list[TimeExpression] = []
    for time in times:
        placed = time.first_day is not None or time.last_day is not None
        if placed and NAMED_DAY not in time.rule and time.type is not TimeType.SET and time.value != "PRESENT_REF":
            before = kept[-1] if kept and UP_TO_DATE in kept[-1].rule else None
            if before is None or (before.first_day, before.last_day) != (time.first_day, time.last_day):
                kept.append(time)
    return kept


def _event(
    time: TimeExpression,
    tokens: list[Token],
    entry: Entry | None,
    gaps: Gaps,
    reading: Reading,
    people: Placed,
    lands: Placed,
) -> tuple[Event, Wording] | None:
    start, end = reading.sentence(tokens[0] if entry is None else reading.doc[entry.start])
    anchor, wording = _anchor_and_wording(tokens, entry, reading)
    if wording is None:
        return None
    if anchor is not None and anchor.rule in _THEN and (days := read_value(time.value)) and days[0] is not None:
        time = replace(time, first_day=days[0].first, last_day=days[0].last, precision=days[1])
    elsewhere: frozenset[int] = frozenset()
    if anchor is not None:
        wording, elsewhere = tell_apart(tokens[0], gaps, anchor, wording, reading)
    inside = clause_tokens(anchor.head, wording.tokens, reading) - elsewhere if anchor else set(wording.tokens)
    middle = wording.trigger.i
    sentence = range(max(start, middle - LONGEST_SENTENCE), min(end, middle + LONGEST_SENTENCE))
    event = Event(
        label=wording.label,
        first_day=time.first_day,
        last_day=time.last_day,
        precision=time.precision or (Precision.DAY if time.first_day == time.last_day else Precision.INTERVAL),
        basis=time.basis or DateBasis.ASSUMED,
        status=status_of(anchor or Anchor(wording.trigger, "fallback"), time, reading),
        sentence=_span(reading.doc[start], reading.doc[end - 1]),
        time=Span(time.start, time.end),
        trigger=_span(wording.trigger, wording.trigger),
        entities=placed_within(people, inside) or placed_within(people, sentence),
        countries=placed_within(lands, inside) or placed_within(lands, sentence),
        rule=wording.rule,
        first_vague=time.first_vague,
        last_vague=time.last_vague,
    )
    return event, wording


def _anchor_and_wording(
    tokens: list[Token], entry: Entry | None, reading: Reading
) -> tuple[Anchor | None, Wording | None]:
    """What a date belongs to and how that is told: by the parse, or else by the whole entry or sentence."""
    if entry is not None:
        return None, word_stretch(entry.start, entry.end, reading, rule="list entry")
    if reading.is_long(tokens[0]):
        return None, word_sentence(tokens, reading, rule="fallback: sentence")
    anchor = find_anchor(tokens, reading)
    if anchor is None or (anchor.rule and is_no_happening(anchor, reading)):
        return None, None
    if not anchor.rule:
        return None, word_sentence(tokens, reading, rule="fragment")
    return anchor, (
        word_anchor(anchor, reading)
        or (word_clause(anchor, reading) if anchor.is_clause else None)
        or (word_sentence(tokens, reading, rule="fallback: sentence") if _is_only_date(tokens, reading) else None)
    )


def _is_only_date(tokens: list[Token], reading: Reading) -> bool:
    """Whether a sentence holds no other date, to which its own words would belong."""
    inside = {token.i for token in tokens}
    return all(i in inside or i not in reading.dated for i in range(*reading.sentence(tokens[0])))


def _span(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last))
