"""What two or more do with each other: told once for each pair, in text order; the label's "with" says the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from spacy.tokens import Token

from nlp.model import Party
from nlp.pipeline.clauses import Reading
from nlp.pipeline.event_cues import is_cue
from nlp.pipeline.relation_labels import verb_words
from nlp.pipeline.role_cues import is_role_cue

_SIDES = 4  # a list of more is no account of who deals with whom


def pairs(parties: Sequence[Party]) -> Iterator[tuple[Party, Party]]:
    """Each two of a few parties; none of a long list."""
    if len(parties) <= _SIDES:
        yield from combinations(parties, 2)


def joint_label(verb: Token, reading: Reading) -> str:
    """What several subjects do with each other: "met", "held talks with"; empty where each does it alone."""
    objects = reading.of(verb, "dobj")
    prepositions = [p for head in (verb, *objects) for p in reading.of(head, "prep")]
    if any(p.lower_ in ("against", "with") for p in prepositions):
        return ""  # then the other side stands there
    if not objects:
        word = "" if is_role_cue(verb, "meeting") else "with"
        return verb_words(verb, reading, None, word) if is_role_cue(verb, "joint") else ""
    thing = objects[0]
    if thing.lower_ in ("other", "another"):
        return verb_words(verb, reading)  # "each other", "one another"
    carried = is_role_cue(verb, "joint") or is_cue(verb, "performing") or is_role_cue(verb, "carrying")
    shared = is_role_cue(verb, "swapping") or (is_role_cue(thing, "reciprocal") and carried)
    return verb_words(verb, reading, thing, "with") if shared else ""
