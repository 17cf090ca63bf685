"""What a date dates: the clause or the noun that it modifies, by the dependency parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from nlp.pipeline.clauses import VERBAL, Reading, governors, is_root, subject_of
from nlp.pipeline.event_comparisons import is_benchmark, is_comparison, is_measured_against
from nlp.pipeline.event_cues import is_cue, is_eventive
from nlp.pipeline.event_noun_anchors import Anchor, clause_above, noun_anchor

_DIRECT = ("poss", "compound", "nummod", "amod", "nmod")
_HIGHEST = 30


def find_anchor(time: Sequence[Token], reading: Reading) -> Anchor | None:
    """The anchor of the time expression with the tokens `time`.

    `None` where the date dates no happening; an anchor without a rule, on the date itself, where nothing governs it.
    """
    if is_measured_against(time[0], reading):
        return None
    if is_benchmark(time[0], reading):
        return _when_clause(time, reading)
    found = _before_parenthesis(time, reading) or _climb(time, reading)
    if found is None or not found.rule:
        return found
    doc = reading.doc
    last = time[-1].i + 1
    first = time[0].i - 1
    before = doc[first].lower_ if first >= 0 else ""
    if before == "the" and first:
        before = doc[first - 1].lower_
    if before == "for" and _is_content_period(doc[first], reading):
        return None
    return replace(
        _called_noun(_planned_noun(found, before, reading), before if _is_one_day(time) else "", reading),
        after=doc[last] if last < len(doc) else None,
        link=doc[first].lower_ if first >= 0 and doc[first].pos_ in ("ADP", "SCONJ") else "",
    )


def _is_one_day(time: Sequence[Token]) -> bool:
    return any(t.ent_type_ == "DATE" and (t.like_num or t.lower_.endswith("day")) for t in time) or any(
        t.lower_.endswith("day") or t.lower_ == "weekend" for t in time
    )


def _is_content_period(before: Token, reading: Reading) -> bool:
    """Whether a date says what figures or plans are about: "a forecast **for the second quarter**"."""
    i = before.i - 1
    while i >= 0 and reading.doc[i].lower_ in ("for", "the", "its"):
        i -= 1
    return i >= 0 and is_cue(reading.doc[i], "content")


def _when_clause(time: Sequence[Token], reading: Reading) -> Anchor | None:
    """As in "the worst flood since July 1997, **when 50 people died**"."""
    for token in time:
        for child in reading.of(token, "relcl"):
            if any(c.lower_ == "when" for c in reading.of(child, "advmod")):
                return Anchor(child, "when clause")
    return None


def _called_noun(anchor: Anchor, link: str, reading: Reading) -> Anchor:
    """As in "called a **rally** for Saturday": the date behind "for" is that of what was called."""
    if link != "for" or not anchor.is_clause or anchor.head.tag_ not in ("VBD", "VBN"):
        return anchor
    objects = [c for c in reading.of(anchor.head, "dobj", "nsubjpass") if c.pos_ == "NOUN" and is_eventive(c)]
    return Anchor(objects[0], "noun modifier") if objects else anchor


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


def _planned_noun(anchor: Anchor, before: str, reading: Reading) -> Anchor:
    """As in "talks **scheduled** for Friday", "a vote **due** in May": the date is the noun's own."""
    verb = anchor.head
    if (
        verb.dep_ in ("acl", "relcl")
        and verb.pos_ in VERBAL
        and verb.tag_ in ("VBN", "VBD")
        and (verb.dep_ == "acl" or reading.of(verb, "auxpass", "nsubjpass"))
        and not reading.of(verb, "prt")
        and verb.head.pos_ in ("NOUN", "PROPN")
    ):
        if is_cue(verb.head, "vehicle") and (ruling := clause_above(verb.head)) is not None:
            return Anchor(ruling, "clause")
        if is_cue(verb, "slot") and before in ("for", "in", "on", "next", "this", "later", "to"):
            return Anchor(verb.head, "noun modifier", through=verb)
    return anchor


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
        if is_comparison(node, above):
            return None
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


def _root_of(time: Sequence[Token]) -> Token:
    inside = {token.i for token in time}
    for token in time:
        if token.head.i not in inside or is_root(token):
            return token
    return time[-1]


def _clause(verb: Token, below: Token, reading: Reading) -> Anchor | None:
    """The anchor for a date that hangs by a verb, through `below`."""
    if below.i in reading.dated and below.dep_ in ("nsubj", "nsubjpass"):
        return _date_as_subject(verb, reading)
    if below.i in reading.dated and below.dep_ == "attr":
        return _date_as_predicate(verb, reading)
    if verb.lemma_ == "be" and any(c.lower_ == "it" for c in reading.of(verb, "nsubj", "expl")):
        for child in reading.of(verb, "advcl", "ccomp", "relcl"):
            if any(c.lower_ in ("that", "when") for c in reading.of(child, "mark", "advmod")):
                return Anchor(child, "clause")
    return Anchor(verb, _clause_rule(verb))


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
