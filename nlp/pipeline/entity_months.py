"""People whose family name is also a month: "Theresa May", of whom the model sees "Theresa" and a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_tables import common_words
from nlp.pipeline.words import words_of

_SURNAME = "May"
_FINITE = ("VBD", "VBZ")


def month_surnames(doc: Doc, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """A given name with the family name behind it that the model took for the month.

    The month has a number behind it or a preposition before it, and in a headline "May" may be the verb: "Putin May
    Visit". At the beginning of a sentence, where the model often sees no name at all, a past tense behind it tells.
    """
    single = {each.start for each in candidates if each.label == "PERSON" and each.end - each.start == 1}
    for i, word in enumerate(words_of(doc)):
        if word != _SURNAME or i == 0 or i + 1 >= len(doc):
            continue
        before, after = doc[i - 1], doc[i + 1]
        if not before.whitespace_ or not before.text.istitle() or after.like_num or after.tag_ == "VB":
            continue
        subject = before.tag_ in ("NNP", "NNPS") and before.lower_ not in common_words() and after.tag_ in _FINITE
        if i - 1 in single or (subject and not any(each.start <= i - 1 < each.end for each in candidates)):
            yield Candidate(i - 1, i + 1, "PERSON", "name")
