"""What an analyst corrected, and analyses as corrected: a pure function of (analyses, decisions).

Decisions name what they are about by its words or by where it stands in its text, not by the number that one analysis
gave it: they hold for the same article analysed anew, and those on names also for articles that come later.
"""

from nlp.corrections.applying import (
    apply_corrections,
    apply_decision,
    corrections_in_words,
    numbers_changed,
    numbers_touched,
    step_by_step,
    take_effect,
)
from nlp.corrections.decisions import (
    Decision,
    EventDecision,
    NameDecision,
    PlaceDecision,
    Reach,
    StatementDecision,
)
from nlp.corrections.entries import Entry, entries, key_of
from nlp.corrections.wording import decision_words

__all__ = [
    "Decision",
    "Entry",
    "EventDecision",
    "NameDecision",
    "PlaceDecision",
    "Reach",
    "StatementDecision",
    "apply_corrections",
    "apply_decision",
    "corrections_in_words",
    "decision_words",
    "entries",
    "key_of",
    "numbers_changed",
    "numbers_touched",
    "step_by_step",
    "take_effect",
]
