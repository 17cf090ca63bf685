"""Where a time expression's days lie from the day of publication."""

from __future__ import annotations

from nlp.model import TimeExpression
from nlp.pipeline.clauses import Reading


def lies_before(time: TimeExpression, reading: Reading) -> bool:
    """Whether the days are over on the day of publication."""
    return reading.published is not None and time.last_day is not None and time.last_day < reading.published


def lies_after(time: TimeExpression, reading: Reading) -> bool:
    """Whether the days begin after the day of publication."""
    return reading.published is not None and time.first_day is not None and time.first_day > reading.published


def says_since(time: TimeExpression, reading: Reading) -> bool:
    """Whether the text says "since" or "from … on" of the time, in its span or right before it."""
    span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
    words = [t.lower_ for t in span or ()] + ([reading.doc[span.start - 1].lower_] if span and span.start else [])
    return "since" in words
