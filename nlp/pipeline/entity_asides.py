"""Mentions that frame an article rather than belong to what it tells: datelines, bylines, picture credits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from nlp.pipeline.alias_forms import folded
from nlp.pipeline.datelines import dateline_at
from nlp.pipeline.entity_mentions import Named
from nlp.pipeline.entity_tables import newsrooms

# Signs that part words in a headline.
_SIGNS = re.compile(r"[\"“”‘()!?;:–—]+|(?<=\s)'|'(?=\s)|\s’|’(?=\s)")
_DASHES = ("-", "–", "—", "_")
# How many signs a headline may have that is the text's own first line.
_LONGEST_HEADLINE = 100


def asides(doc: Doc, named: Sequence[Named]) -> set[int]:
    """The positions, in `named`, of the mentions that stand in a dateline, a byline or a credit."""
    text = doc.text  # spaCy puts it together anew each time it is asked
    framed = [span for place in doc._.places if (span := dateline_at(text, place)) is not None]
    found: set[int] = set()
    at = 0
    for i, mention in enumerate(named):
        start = doc[mention.start].idx
        while at < len(framed) and framed[at].end <= start:
            at += 1
        in_dateline = at < len(framed) and framed[at].start <= start
        if in_dateline or _is_signed(doc, mention) or _is_credit(doc, mention):
            found.add(i)
    return found


def headline(text: str, title: str | None) -> str:
    """The article's title, else its first line where that is short enough to be one; else an empty string."""
    first, _, rest = text.lstrip().partition("\n")
    first = first.rstrip()
    framing = first.endswith(_DASHES) or first.lower().startswith("by ")
    return title or ("" if framing or not rest.strip() or len(first) > _LONGEST_HEADLINE else first)


def names_in(title: str, named: Sequence[Named]) -> set[str]:
    """The names, folded, that a headline holds as whole words; of one inside another only the longer."""
    rest = f" {folded(_SIGNS.sub(' ', title))} ".replace("'s ", " ")
    found: set[str] = set()
    for name in sorted({folded(mention.form.text) for mention in named} if title else (), key=len, reverse=True):
        if f" {name} " in rest:
            found.add(name)
            rest = rest.replace(f" {name} ", " | ")
    return found


def is_newsroom(names: Iterable[str]) -> bool:
    """Whether one of an entity's names is that of an agency, a paper or a network, which mostly report the news."""
    return any(name.removeprefix("the ") in newsrooms() for name in names)


def _is_signed(doc: Doc, mention: Named) -> bool:
    """Whether "by" stands before a person at the beginning of a line or a sentence."""
    if mention.form.group != "PERSON" or not mention.start or doc[mention.start - 1].lower_ != "by":
        return False
    by = doc[mention.start - 1]
    before = doc[by.i - 1] if by.i else None
    return before is None or bool(by.is_sent_start) or before.is_space or by.text.isupper()


def _is_credit(doc: Doc, mention: Named) -> bool:
    """Whether a name is one of two with a stroke between them, or an agency's alone in brackets."""
    before = doc[mention.start - 1].text if mention.start else ""
    after = doc[mention.end].text if mention.end < len(doc) else ""
    return "/" in (before, after) or (before == "(" and after == ")" and is_newsroom([mention.form.text.lower()]))
