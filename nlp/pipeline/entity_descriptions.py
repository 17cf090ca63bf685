"""Public bodies that the text names by their kind alone: "the Ministry", where one ministry was named before.

Only in capitals, and only where exactly one body of that kind stands before it in the same paragraph: further away or
in small letters such descriptions are right hardly more often than wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from nlp.pipeline.alias_forms import Form
from nlp.pipeline.entity_mentions import Named
from nlp.pipeline.entity_tables import organisation_heads
from nlp.pipeline.words import words_of

RULE = "only such body before in the paragraph"


def with_descriptions(doc: Doc, named: Sequence[Named]) -> tuple[list[Named], dict[int, int]]:
    """The mentions with resolved descriptions among them, and for each description the position of what it means.

    Positions are those in the returned list. A description that the model marked itself gives way to the resolved one.
    """
    starts = {mention.start: mention for mention in named}
    taken = {i for mention in named for i in range(mention.start, mention.end)}
    found: dict[int, tuple[Named, Named]] = {}  # by first token: the description, and what it means
    bodies: list[tuple[Named, str]] = []
    heads = organisation_heads()
    for i, word in enumerate(words_of(doc)):
        if "\n" in word and word.isspace():
            bodies.clear()
        own = starts.get(i)
        if own is not None and own.form.group == "THING" and "," not in own.form.text:
            bodies.extend((own, head) for head in _heads(own.form.text))
        if word not in heads or not _is_description(doc, i):
            continue
        if i in taken and (own is None or own.end > i + 1):
            continue
        same = {body.form: body for body, head in bodies if head == word}
        if len(same) == 1:
            body = next(iter(same.values()))
            form = Form(word, body.form.label, owner=body.form.owner)
            subject = doc[i].dep_ in ("nsubj", "nsubjpass")
            found[i] = Named(i, i + 1, form, body.country, subject, rule=RULE), body
    kept = [mention for mention in named if mention.start not in found]
    everything = sorted([*kept, *(description for description, _ in found.values())], key=lambda each: each.start)
    place = {mention.start: i for i, mention in enumerate(everything)}
    return everything, {place[start]: place[body.start] for start, (_, body) in found.items()}


def _heads(name: str) -> Iterator[str]:
    """The words of a body's name that tell its kind: "Ministry" of "Ministry of Water", "Court" of "High Court"."""
    words = name.split()
    if len(words) > 1:
        yield from dict.fromkeys([words[-1], *(one for one, next_ in pairwise(words) if next_ in ("of", "for"))])


def _is_description(doc: Doc, i: int) -> bool:
    """Whether "the" stands before a word and no further part of a name after it."""
    if not i or doc[i - 1].lower_ != "the":
        return False
    after = doc[i + 1] if i + 1 < len(doc) else None
    return after is None or not (after.text[:1].isupper() or after.lower_ in ("of", "for") or after.text in "-&")
