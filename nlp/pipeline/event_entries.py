"""Dates that no parse explains: list entries, headings, datelines, dates in names; and labels from a whole sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from nlp.model import TimeExpression
from nlp.pipeline.clauses import VERBAL, Reading, is_root, subject_of, subtree
from nlp.pipeline.event_cues import cues, is_cue
from nlp.pipeline.event_labels import AIM, Wording, render, tells_something, tidy, without_auxiliaries
from nlp.pipeline.event_noun_anchors import Anchor
from nlp.pipeline.event_wording import word_anchor

_ENTRY_MARKS = (":", "–", "—", "-", "--", "|", "−")
_NAMES_WITH_DATES = ("EVENT", "LAW", "ORG", "FAC", "PRODUCT", "WORK_OF_ART")
_DATELINE_REACH = 9
_FEW_WORDS = 4
_SHORTEST = 3  # letters
_MOST_WORDS = 30  # tokens that a label from a whole sentence is made of
_DASHES = ("-", "–", "—", "--", "_", "−")


@dataclass(frozen=True, slots=True)
class Entry:
    """The tokens `[start, end)` that tell what happened on the date before them; all in one sentence."""

    start: int
    end: int


def find_entries(times: Sequence[TimeExpression], reading: Reading) -> dict[int, Entry]:
    """The entry behind each date that opens one, by the date's start.

    "2 June: agreements signed" is an entry; so is the paragraph under a line that holds a date alone, where a text has
    several such lines (a single one is the article's own date).
    """
    found: dict[int, Entry] = {}
    headings: dict[int, Entry] = {}
    for time in times:
        span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
        if not span or not _opens_its_line(span[0], reading):
            continue
        after = span.end
        while after < len(reading.doc) and reading.doc[after].text in (",", ".") and after - span.end < 2:
            after += 1
        if after >= len(reading.doc):
            continue
        mark = reading.doc[after]
        if mark.text in _ENTRY_MARKS and (entry := _entry_at(after + 1, reading)):
            found[time.start] = entry
        elif mark.is_space and "\n" in mark.text and (entry := _entry_at(after, reading)):
            headings[time.start] = entry
    return found | headings if len(headings) > 1 else found


def _opens_its_line(token: Token, reading: Reading) -> bool:
    for i in range(token.i - 1, max(token.i - 8, -1), -1):
        before = reading.doc[i]
        if before.is_space and "\n" in before.text:
            return True
        if not before.is_punct and before.pos_ != "SYM" and not before.is_space and i not in reading.dated:
            return False
    return token.i < 8


def _entry_at(place: int, reading: Reading) -> Entry | None:
    """The entry whose words begin at `place` or, where white space stands there, behind it."""
    while place < len(reading.doc) and reading.doc[place].is_space:
        place += 1
    if place >= len(reading.doc):
        return None
    end = reading.sentence(reading.doc[place])[1]
    return Entry(place, end) if end > place else None


def is_inside_name(tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether a date is part of a name ("September 11 attacks", "Agenda 2030") or of a person's years of life."""
    first, last = tokens[0], tokens[-1]
    name = reading.names.get(first.i)
    if name is not None and name.label in _NAMES_WITH_DATES and (name.start < first.i or name.end > last.i + 1):
        return True
    words = " ".join(t.lower_ for t in tokens)
    following = reading.doc[last.i + 1] if last.i + 1 < len(reading.doc) else None
    if words in cues("named day") and following is not None and following.pos_ in ("NOUN", "PROPN"):
        return True
    return _is_lifespan(first, last, reading)


def _is_lifespan(first: Token, last: Token, reading: Reading) -> bool:
    """As in "Vladimir Ivanov (1870–1924)", "Ivanov (born 12 May 1950)"."""
    opening = next((i for i in range(first.i - 1, max(first.i - 4, -1), -1) if reading.doc[i].text == "("), None)
    if not opening:
        return False
    name = reading.names.get(opening - 1)
    return name is not None and name.label == "PERSON"


def dates_only_the_text(tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether a date belongs to the article, not to a happening: a dateline, "Updated 3 May", a byline."""
    doc = reading.doc
    number = reading.sentences[tokens[0].i]
    start, end = reading.bounds[number]
    start = max((i + 1 for i in range(max(start, tokens[0].i - 40), tokens[0].i) if "\n" in doc[i].text), default=start)
    while start < tokens[0].i and doc[start].is_punct:
        start += 1
    first = doc[start]
    if first.lower_ in cues("metadata") and not any(
        doc[i].dep_ in ("nsubj", "nsubjpass", "dobj") for i in range(start, min(end, start + 30))
    ):
        return True
    if tokens[0].i - start > 2 * _DATELINE_REACH:
        return False
    before = [doc[i] for i in range(start, tokens[0].i) if not doc[i].is_space]
    named = all(
        t.is_punct or t.pos_ == "PROPN" or t.is_upper or t.i in reading.dated or t.lower_ == "by" for t in before
    )
    if not named or len(before) > _DATELINE_REACH:
        return False
    after = [doc[i] for i in range(tokens[-1].i + 1, min(end, tokens[-1].i + 1 + _DATELINE_REACH))]
    dash = next((place for place, t in enumerate(after) if t.text in _DASHES and t.nbor(-1).whitespace_), None)
    if before and dash is not None and all(t.is_punct or t.pos_ == "PROPN" or t.is_upper for t in after[:dash]):
        return True
    return bool(before) and not after and before[0].lower_ == "by"


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
