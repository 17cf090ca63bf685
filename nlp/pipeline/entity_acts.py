"""Acts by their titles, small words included: "the Violence Against Women Act", "the CHIPS and Science Act"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from nlp.gazetteer.lexicon import entry_of
from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_tables import event_heads, known_organisations, organisation_heads, role_nouns, titles
from nlp.pipeline.words import words_of

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
# What joins whoever acts, or another law, to an act; the other small words only join the words of a title.
_JOINING = frozenset({"and", "or", "in", "on", "to", "by"})
_SMALL = _JOINING | {"of", "for", "from", "against", "with", "at", "through"}
_BEFORE_THE = frozenset({"of", "with", "to"})
_HYPHENS = frozenset({"-", "–"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "its", "their", "our", "his", "her"})
_OPENING = _DETERMINERS | {"'s", "’s", "new", "under"}
_OTHERS = frozenset({"PERSON", "GPE", "NORP", "LAW", "EVENT", "LOC"})
_OTHER_LAWS = frozenset({"Constitution", "Convention", "Amendment", "Charter", "Code", "Law", "Laws", "Act"})
_ACTING = frozenset({"PERSON", "GPE", "NORP", "ORG"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_MODALS = frozenset({"must", "should", "will", "can", "could", "may", "might", "would", "shall", "to", "not", "n't"})
# What is done with acts, as headlines have it: there the model takes every word for a name.
_IN_HEADLINES = frozenset(
    {"passes", "signs", "backs", "renews", "blocks", "approves", "repeals", "rejects", "revives", "invokes", "amends"}
)
_IN_HEADLINES |= {"extends", "introduces", "unveils", "opposes", "supports", "defends", "vetoes", "upholds", "uses"}
_LONGEST = 14


def act_names(doc: Doc) -> Iterator[Candidate]:
    """Every act that its title names, in text order, with its year where one follows directly."""
    words = words_of(doc)
    for head, word in enumerate(words):
        if word != "Act" or not _is_head(doc, head):
            continue
        start = _start(doc, head)
        if start < head:
            dated = head + 1 < len(words) and _YEAR.match(words[head + 1]) is not None
            yield Candidate(start, head + 1 + dated, "LAW", "document")


def _is_head(doc: Doc, i: int) -> bool:
    """Whether "Act" ends a title: no verb, and no word of a longer name behind it."""
    following = doc[i + 1] if i + 1 < len(doc) else None
    longer = following is not None and following.text[:1].isupper() and following.pos_ in ("PROPN", "NOUN", "ADJ")
    return doc[i].pos_ != "VERB" and not longer and (i == 0 or doc[i - 1].lower_ not in _MODALS)


def _start(doc: Doc, head: int) -> int:
    """Where the title that ends in `head` begins; `head` where there is none."""
    start = best = _run(doc, head)
    while start < head:
        joint = _joint(doc, start)
        before = _run(doc, joint, listed=True)
        if before == joint or joint == start or head - before > _LONGEST or _is_other(doc, before, joint):
            break
        start = before
        if _is_opened(doc, start, doc[joint]):
            best = start
    return best


def _joint(doc: Doc, start: int) -> int:
    """Where the small words before `start` begin that may stand inside a title: "of the", ", and"; else `start`."""
    words = words_of(doc)
    the = start - 1 if start and words[start - 1] == "the" else start
    small = the - 1
    if small < 1 or words[small] not in (_SMALL if the == start else _BEFORE_THE):
        return start
    return small - 1 if words[small] == "and" and words[small - 1] == "," else small


def _run(doc: Doc, end: int, *, listed: bool = False) -> int:
    """Where the capitalised words that end at `end` begin: brackets, hyphens and, where `listed`, commas among them."""
    words = words_of(doc)
    start = end
    while start > 0 and end - start < _LONGEST and not _is_outside(doc, start - 1):
        if words[start - 1][:1].isupper():
            start -= 1
        elif _is_capital(words, start - 2) and (words[start - 1] in _HYPHENS or (listed and words[start - 1] == ",")):
            start -= 2
        elif words[start - 1] == ")" and _is_capital(words, start - 2) and words[start - 3] == "(":
            start -= 3
        else:
            break
    return start


def _is_capital(words: Sequence[str], i: int) -> bool:
    return i >= 0 and words[i][:1].isupper()


def _is_outside(doc: Doc, i: int) -> bool:
    """Whether a word belongs to the sentence rather than to the title: "The", "Under", the verb of a headline."""
    token = doc[i]
    opens = bool(token.is_sent_start) and token.pos_ not in ("PROPN", "NOUN", "ADJ", "X") and "-" not in token.text
    told = i > 0 and (doc[i - 1].ent_type_ in _ACTING or doc[i - 1].text[:1].isupper())
    tells = told and (token.tag_ in _FINITE or token.lower_ in _IN_HEADLINES)
    return token.lower_ in _OPENING or (opens and token.tag_ not in ("NNP", "NNPS")) or tells


def _is_opened(doc: Doc, start: int, joint: Token) -> bool:
    """Whether a determiner stands before `start`, with an adjective or a year or without; or the sentence begins."""
    if start == 0 or doc[start].is_sent_start:
        return joint.lower_ not in _JOINING or joint.lower_ == "to"
    before = doc[start - 1]
    described = start > 1 and (before.pos_ == "ADJ" or _YEAR.match(before.text) is not None)
    return before.lower_ in _OPENING or (described and doc[start - 2].lower_ in _OPENING)


def _is_other(doc: Doc, start: int, joint: int) -> bool:
    """Whether words before a joint are no part of the title: somebody who acts, an office, another law.

    What the model has seen as one name with the joint is.
    """
    words = words_of(doc)[start:joint]
    last, small = doc[joint - 1], doc[joint].text
    if not _OTHER_LAWS.isdisjoint(words) and words[-1] in _OTHER_LAWS:
        return True
    if words[0].lower() in role_nouns() or titles().get(tuple(words)) == "office":
        return True
    if small not in _JOINING and small != ",":
        return False
    if last.ent_type_ and doc[joint].ent_iob_ == "I":
        return False
    if last.ent_type_ in _OTHERS or words[-1] in event_heads():
        return True
    text = doc[start:joint].text
    acronym = len(words) == 1 and words[0].isupper()
    known = text in known_organisations() or entry_of(text) is not None or not organisation_heads().isdisjoint(words)
    return known or (last.ent_type_ == "ORG" and len(words) == 1 and not acronym)
