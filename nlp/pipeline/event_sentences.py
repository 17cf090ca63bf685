"""Labels from a whole sentence or clause, where no rule could tell what a date belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from nlp.pipeline.clauses import VERBAL, Reading, is_root, subject_of, subtree
from nlp.pipeline.event_cues import is_cue
from nlp.pipeline.event_labels import AIM, Wording, render, tells_something, tidy, without_auxiliaries
from nlp.pipeline.event_noun_anchors import Anchor
from nlp.pipeline.event_wording import word_anchor

_FEW_WORDS = 4
_SHORTEST = 3  # letters
_MOST_WORDS = 30  # tokens that a label from a whole sentence is made of


def word_stretch(start: int, end: int, reading: Reading, *, rule: str) -> Wording | None:
    """A label from the tokens `[start, end)` of a sentence: by its main verb or noun, else its first words.

    `None` where they tell nothing.
    """
    doc = reading.doc
    if not reading.is_long(doc[start]):
        tops = [i for i in range(start, end) if i not in reading.dated and _is_top(doc[i], start, end, reading)]
        for top in sorted(tops, key=lambda i: doc[i].pos_ not in VERBAL):
            if doc[top].pos_ in (*VERBAL, "NOUN", "PROPN"):
                wording = word_anchor(Anchor(doc[top], rule), reading)
                if wording is not None and (doc[top].pos_ != "PROPN" or len(wording.tokens) > 1):
                    return wording
    line = next((i for i in range(start, min(end, start + _MOST_WORDS)) if "\n" in doc[i].text), end)
    stretch = range(start, min(line if reading.is_long(doc[start]) else end, start + _MOST_WORDS))
    words = [i for i in stretch if i not in reading.dated and not doc[i].is_space]
    words = [i for i in words if not _leads_to_date(doc[i], reading)]
    while words and len(render(words, doc)) > AIM:
        words.pop()
    headless = bool(words) and doc[words[0]].tag_ == "PRP"
    words = words[1:] if headless else words
    content = [i for i in words if doc[i].pos_ in ("NOUN", "PROPN", "VERB", "ADJ")]
    label = tidy(without_auxiliaries(render(words, doc)) if headless else render(words, doc))
    if len(content) < 2 or not tells_something(label, words, reading):
        return None
    return Wording(label, frozenset(words), doc[content[0]], "fallback: sentence")


def _leads_to_date(token: Token, reading: Reading) -> bool:
    """Whether a preposition stands before a date, without which it would say nothing."""
    return token.pos_ in ("ADP", "SCONJ") and token.i + 1 in reading.dated


def word_clause(anchor: Anchor, reading: Reading) -> Wording | None:
    """A label from the words of an anchor's own clause, where its parts alone told nothing."""
    inside = subtree(anchor.head, reading, without=("conj", "parataxis", "relcl", "ccomp")) - reading.dated
    start, end = reading.sentence(anchor.head)
    first = next((i for i in sorted(inside) if start <= i), anchor.head.i)
    last = next((i for i in range(first, end) if i not in inside and i not in reading.dated), end)
    if last <= anchor.head.i:
        return None
    told = word_stretch(first, last, reading, rule="fallback: sentence")
    return told or _bare_predicate(anchor.head, range(first, last), reading)


def _bare_predicate(verb: Token, clause: range, reading: Reading) -> Wording | None:
    """As in "dismissed", "finished second": a telling verb whose subject is a pronoun that no name was found for."""
    passive = verb.tag_ == "VBN" and bool(reading.of(verb, "auxpass") or verb.dep_ == "conj")
    if is_cue(verb, "weak verb") or verb.tag_ not in ("VBD", "VBN") or (is_cue(verb, "report") and not passive):
        return None
    subject = subject_of(verb, reading)
    if subject is None or subject.lower_ not in ("he", "she", "it", "they"):
        return None
    behind = [i for i in clause if verb.i < i and not _leads_to_date(reading.doc[i], reading)]
    words = [i for i in behind if i not in reading.dated and reading.doc[i].is_alpha]
    if not words and not passive and is_cue(verb, "state"):
        return None
    denied = [c.i for c in reading.of(verb, "neg")]
    tokens = frozenset({verb.i, *words[:_FEW_WORDS], *denied})
    label = tidy(render(tokens, reading.doc))
    return Wording(label, tokens, verb, "fallback: clause") if len(label) >= _SHORTEST else None


def _is_top(token: Token, start: int, end: int, reading: Reading) -> bool:
    head = token.head.i
    return is_root(token) or head in reading.dated or not start <= head < end


def word_sentence(tokens: Sequence[Token], reading: Reading, *, rule: str) -> Wording | None:
    """A label from a date's own sentence, where no rule could anchor it; of a long one, from around the date."""
    start, end = reading.sentence(tokens[0])
    if reading.is_long(tokens[0]):
        start, end = max(start, tokens[0].i - 12), min(end, tokens[-1].i + 24)
    return word_stretch(start, end, reading, rule=rule)
