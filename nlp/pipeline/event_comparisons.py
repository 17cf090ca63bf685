"""Dates that only say what an amount is compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from nlp.pipeline.clauses import VERBAL, Reading
from nlp.pipeline.event_cues import is_cue, nouns

_RECORD_REACH = 9  # tokens between "worst" and "since"
_MONTH_OR_YEAR = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|\d{4}", re.I)
_COUNTED = ("attr", "appos")


def is_comparison(node: Token, above: Token) -> bool:
    """Whether a date only says what something is measured against: "than a year earlier", "compared with May"."""
    return any(t.lower_ in ("than", "versus", "compared") for t in (node, above))


def is_measured_against(first: Token, reading: Reading) -> bool:
    """Whether an amount that something is compared with stands before the date: "from $93 million a year earlier"."""
    doc, amounts = reading.doc, 0
    for i in range(first.i - 1, max(first.i - 12, -1), -1):
        token, before = doc[i], doc[i - 1] if i else None
        if i == first.i - 1 and token.lower_ in ("in", "on"):
            continue
        if token.lower_ == "than" and before is not None and before.lower_ in ("more", "less", "fewer"):
            continue  # "fewer than 100" is an amount
        if token.pos_ in ("NUM", "SYM") or token.tag_ in ("CD", "$"):
            amounts += 1
        elif token.lower_ in ("from", "than", "against", "versus"):
            return amounts > 0
        elif token.lower_ in ("with", "to") and before is not None and before.lower_ == "compared":
            return True
        elif not (_joins_amounts(token, amounts) or _is_counted(token, reading)):
            return False
    return False


def is_gapped(node: Token, above: Token) -> bool:
    """Whether a date stands with an amount whose verb is left out: "rose 5% in May and **3%** in June"."""
    amount = node.pos_ in ("NUM", "SYM") or node.text == "%" or is_cue(node, "unit")
    return node.dep_ == "conj" and amount and above.pos_ in VERBAL


def _joins_amounts(token: Token, amounts: int) -> bool:
    """As in "a **profit of** $12 million", "2.3 **per cent**"."""
    if is_cue(token, "unit") or token.pos_ in ("DET", "PUNCT") or token.lower_ in ("more", "less", "fewer"):
        return True
    return amounts > 0 and (token.lower_ == "of" or token.lemma_.lower() in nouns("figure"))


def _is_counted(noun: Token, reading: Reading) -> bool:
    """As in "fell from 40 **deaths** in May": a noun with its number, where the verb measures."""
    from_ = noun.head
    counted = noun.dep_ == "pobj" and from_.lower_ in ("from", "against") and bool(reading.of(noun, "nummod"))
    return counted and (is_cue(from_.head, "measure") or from_.head.lower_ in ("up", "down"))


def is_on_period(time: Sequence[Token], reading: Reading) -> bool:
    """Whether "on" stands before a month or a year, which is what something is compared with: "up 4% on June 2024"."""
    before = reading.doc[time[0].i - 1] if time[0].i else None
    return before is not None and before.lower_ == "on" and all(_MONTH_OR_YEAR.fullmatch(t.text) for t in time)


def is_count(time: Sequence[Token], reading: Reading) -> bool:
    """Whether a period only says what is counted or compared: "the crash was the **third** in the county this year"."""
    if time[0].lower_ not in ("this", "so"):
        return False
    for i in range(time[0].i - 1, max(time[0].i - _RECORD_REACH, -1), -1):
        token = reading.doc[i]
        if token.pos_ in VERBAL or token.is_sent_start or token.text in (",", ";", ":"):
            return False
        if token.ent_type_ == "ORDINAL" or token.tag_ in ("JJS", "RBS"):
            counted = token if token.dep_ in _COUNTED else token.head
            return counted.dep_ in _COUNTED
    return False


def is_benchmark(first: Token, reading: Reading) -> bool:
    """Whether a date only says how far back a record reaches: "its worst day since 4 April", "first since 2019"."""
    since = first.i - 1
    while since >= 0 and reading.doc[since].lower_ in ("the", "early", "late", "mid", "-"):
        since -= 1
    if since < 1 or reading.doc[since].lower_ != "since":
        return False
    for i in range(since - 1, max(since - _RECORD_REACH, -1), -1):
        token = reading.doc[i]
        if token.tag_ in ("JJS", "RBS") or token.lower_ in ("first", "lowest", "only", "second"):
            return True
        if token.pos_ in ("VERB", "AUX") or token.is_sent_start or token.text in (",", ";", ":"):
            return False
    return False
