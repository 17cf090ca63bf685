"""What a date dates: the clause or the noun that it modifies, by the dependency parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from nlp.pipeline.clauses import SUBJECTS, VERBAL, Reading, governors, is_root, subject_of
from nlp.pipeline.event_comparisons import (
    is_benchmark,
    is_comparison,
    is_count,
    is_gapped,
    is_measured_against,
    is_on_period,
)
from nlp.pipeline.event_cues import is_cue, is_eventive
from nlp.pipeline.event_noun_anchors import Anchor, noun_anchor
from nlp.pipeline.event_redirections import redirect, word_before

_DIRECT = ("poss", "compound", "nummod", "amod", "nmod")
_HIGHEST = 30


def find_anchor(time: Sequence[Token], reading: Reading) -> Anchor | None:
    """The anchor of the time expression with the tokens `time`.

    `None` where the date dates no happening; an anchor without a rule, on the date itself, where nothing governs it.
    """
    compared = is_measured_against(time[0], reading) or is_on_period(time, reading)
    if compared or is_count(time, reading) or any(t.lower_ == "than" for t in time):
        return None
    if is_benchmark(time[0], reading):
        return _when_clause(time, reading)
    found = _before_parenthesis(time, reading) or _climb(time, reading)
    if found is None or not found.rule:
        return found
    moved = redirect(found, time, reading)
    if moved is None:
        return None
    doc, leading, last = reading.doc, word_before(time, reading), time[-1].i + 1
    return replace(
        moved,
        after=doc[last] if last < len(doc) else None,
        link=leading.lower_ if leading is not None and leading.pos_ in ("ADP", "SCONJ") else "",
    )


def _when_clause(time: Sequence[Token], reading: Reading) -> Anchor | None:
    """As in "the worst flood since July 1997, **when 50 people died**"."""
    for token in time:
        for child in reading.of(token, "relcl"):
            if any(c.lower_ == "when" for c in reading.of(child, "advmod")):
                return Anchor(child, "when clause")
    return None


def _before_parenthesis(time: Sequence[Token], reading: Reading) -> Anchor | None:
    """The happening before a parenthesis that holds dates alone: "the siege of Vara (12 May – 3 June)"."""
    doc, (start, end) = reading.doc, reading.sentence(time[0])
    opening, closing = time[0].i - 1, time[-1].i + 1
    while opening > start and _joins_dates(doc[opening], reading):
        opening -= 1
    while closing < end - 1 and _joins_dates(doc[closing], reading):
        closing += 1
    if opening <= start or closing >= end or doc[opening].text not in ("(", "[") or doc[closing].text not in (")", "]"):
        return None
    noun = doc[opening - 1]
    for _ in range(8):
        if noun.pos_ in ("NOUN", "PROPN") and is_eventive(noun):
            return Anchor(noun, "parenthesis")
        if is_root(noun) or noun.dep_ not in ("pobj", "prep", "compound", "appos", "conj"):
            return None
        noun = noun.head
    return None


def _joins_dates(token: Token, reading: Reading) -> bool:
    return token.i in reading.dated or token.text in ("-", "–", "—", "to", ",", "and", "until", "from")


def _climb(time: Sequence[Token], reading: Reading) -> Anchor | None:
    node = root = _root_of(time)
    inside = {token.i for token in time}
    before = reading.doc[time[0].i - 1] if time[0].i else None
    if root.dep_ in _DIRECT and root.head.pos_ == "PROPN" and before is not None and before.pos_ == "ADP":
        node = before  # "In 1991 Smith was convicted", read as a Smith numbered 1991
    for _ in range(_HIGHEST):
        if is_root(node):
            return Anchor(root, "")
        above = node.head
        if above.i in inside or above.i in reading.dated:
            node = above
            continue
        if is_comparison(node, above) or is_gapped(node, above) or _ends_period(above, reading):
            return None
        if _only_leads_up(node, above, time, reading):
            node = above
            continue
        if _is_aside(node, above, time, reading):
            return Anchor(above, "noun modifier")
        direct = node.i in inside | reading.dated and node.dep_ in _DIRECT
        if above.pos_ in VERBAL and above.dep_ not in ("prep", "aux", "auxpass", "amod"):
            return _clause(above, node, reading)
        if above.pos_ in ("NOUN", "PROPN", "PRON", "NUM") or (above.tag_ == "VBG" and above.pos_ == "NOUN"):
            of_date = node.dep_ == "prep" and node.lower_ == "of"
            found, final = noun_anchor(above, node, root, reading, direct=direct or of_date)
            if found is not None or final:
                return found
        node = above
    return None


def _only_leads_up(node: Token, above: Token, time: Sequence[Token], reading: Reading) -> bool:
    """Whether what governs a date neither happens nor takes the date from what is above it.

    "faster than **expected** in May", "spent **part** of Sunday", "the year **ended** 30 June", and the name that the
    parser reads a date into though a comma parts them: "Last month, **Canadian Rating** cut its grade".
    """
    if above.pos_ in VERBAL:
        opening = (
            above.lower_ in ("beginning", "starting") and above.dep_ == "advcl" and not reading.of(above, *SUBJECTS)
        )
        compared = above.tag_ == "VBN" and any(c.lower_ in ("than", "as") for c in reading.of(above, "mark"))
        period = above.lower_ in ("ended", "ending") and above.dep_ == "acl" and is_cue(above.head, "period")
        return opening or compared or period
    if is_cue(above, "time part"):
        return True
    behind = time[-1].i + 1
    parted = behind < len(reading.doc) and reading.doc[behind].text == "," and above.i > behind
    return parted and node.dep_ in _DIRECT


def _ends_period(verb: Token, reading: Reading) -> bool:
    """As in "the second quarter **ended** 30 June": the quarter is the date."""
    return verb.lower_ in ("ended", "ending") and verb.dep_ == "acl" and verb.head.i in reading.dated


def _is_aside(node: Token, noun: Token, time: Sequence[Token], reading: Reading) -> bool:
    """As in "the **junta**, in power since 2020, banned it": the date is that of the state between the commas."""
    leading = word_before(time, reading)
    since = leading is not None and leading.lower_ == "since" and leading.i != node.i
    behind = noun.pos_ in ("NOUN", "PROPN") and node.dep_ == "prep" and node.i > noun.i
    return since and behind and reading.doc[node.i - 1].text == ","


def _root_of(time: Sequence[Token]) -> Token:
    """The token by which a date hangs in its sentence; rather a word of the date than an article before it."""
    inside = {token.i for token in time}
    outward = [token for token in time if token.head.i not in inside or is_root(token)]
    return min(outward, key=lambda token: token.dep_ == "det", default=time[-1])


def _clause(verb: Token, below: Token, reading: Reading) -> Anchor | None:
    """The anchor for a date that hangs by a verb, through `below`."""
    if below.i in reading.dated and below.dep_ in ("nsubj", "nsubjpass"):
        return _date_as_subject(verb, reading)
    if below.i in reading.dated and below.dep_ == "dobj" and len(below.text) == 4 and below.is_digit:
        return None  # "declared 2025 a year of peace"
    if below.i in reading.dated and below.dep_ == "attr":
        return _date_as_predicate(verb, reading)
    if verb.lemma_ == "be" and any(c.lower_ == "it" for c in reading.of(verb, "nsubj", "expl")):
        for child in reading.of(verb, "advcl", "ccomp", "relcl"):
            if any(c.lower_ in ("that", "when") for c in reading.of(child, "mark", "advmod")):
                return Anchor(child, "clause")
    return Anchor(_above_hearing(verb, reading), _clause_rule(verb))


def _above_hearing(verb: Token, reading: Reading) -> Token:
    """As in "Asked about it on Tuesday, Peskov **declined** to comment": what was said, not what was asked."""
    if verb.tag_ == "VBN" and is_cue(verb, "question") and not reading.of(verb, "auxpass", *SUBJECTS):
        if verb.dep_ == "advcl" and verb.head.pos_ in VERBAL:
            return verb.head
        if verb.dep_ == "acl" and verb.head.dep_ in SUBJECTS and verb.head.head.pos_ in VERBAL:
            return verb.head.head
    return verb


def _clause_rule(verb: Token) -> str:
    for token in (verb, *(g for g in governors(verb) if verb.dep_ in ("xcomp", "conj"))):
        if token.dep_ == "relcl":
            return "relative clause"
        if token.dep_ == "acl":
            return "participle"
        if token.dep_ not in ("xcomp", "conj"):
            break
    return "clause"


def _date_as_subject(verb: Token, reading: Reading) -> Anchor | None:
    """As in "2 June saw the signing", "Monday is the deadline": the noun behind the verb is dated."""
    for child in reading.of(verb, "dobj", "attr"):
        if child.pos_ in ("NOUN", "PROPN") and (is_cue(verb, "saw") or child.dep_ == "attr"):
            return Anchor(child, "date as subject")
    return Anchor(verb, "date as subject") if verb.pos_ == "VERB" else None


def _date_as_predicate(verb: Token, reading: Reading) -> Anchor | None:
    """As in "The deadline is 2 June", "It was in 2019 that the firm closed"."""
    subject = subject_of(verb, reading)
    if subject is not None and subject.pos_ in ("NOUN", "PROPN"):
        return Anchor(subject, "date as predicate")
    for child in reading.of(verb, "advcl", "ccomp", "relcl"):
        return Anchor(child, "clause")
    return None
