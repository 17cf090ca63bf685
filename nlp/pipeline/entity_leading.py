"""Names whose kind stands at their beginning: "Gulf of Oman", "Parti Keadilan Rakyat", "Wadi Rum"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_tables import leading_heads
from nlp.pipeline.words import words_of

_PROPER = frozenset({"NNP", "NNPS"})
_LONGEST = 7


def leading_names(doc: Doc, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """A name for each head before "of" or before the words of a name, where what is marked there is inside it.

    What already begins with the head, or holds it, is left as it is; its label is the vote's business.
    """
    holder = {i: candidate for candidate in candidates for i in range(candidate.start, candidate.end)}
    heads = leading_heads()
    for i, word in enumerate(words_of(doc)):
        for joint, label in heads.get(word, ()):
            held = holder.get(i)
            if held is not None and (held.start < i or held.end > i + 1):
                continue
            end = _of_end(doc, i) if joint else _run_end(doc, i, holder)
            inside = {holder[j] for j in range(i, end) if j in holder}
            if end > i + 1 and inside and all(i <= c.start and c.end <= end and c.names for c in inside):
                yield Candidate(i, end, label, "leading head")


def leading_label(words: Sequence[str]) -> str | None:
    """The label that the first words of a name give it; `None` where they give none.

    >>> leading_label(["Gulf", "of", "Oman"]), leading_label(["Parti", "Amanah"]), leading_label(["Gulf", "Oil"])
    ('LOC', 'ORG', None)
    """
    joint = "of" if len(words) > 2 and words[1] == "of" else ""
    if len(words) < 2:
        return None
    return next((label for each, label in leading_heads().get(words[0], ()) if each == joint), None)


def _of_end(doc: Doc, start: int) -> int:
    """Where "Head of (the) Name" ends; `start` where it is none."""
    end = start + 2
    if end >= len(doc) or doc[start + 1].text != "of":
        return start
    end += doc[end].lower_ == "the"
    last = end
    while last < len(doc) and last - start < _LONGEST and _is_name_word(doc, last):
        last += 1
    return last if last > end else start


def _run_end(doc: Doc, start: int, holder: dict[int, Candidate]) -> int:
    """Where the capitalised words behind a head end, with the whole of the last name among them."""
    end = start + 1
    while end < len(doc) and end - start < _LONGEST and _is_name_word(doc, end):
        end = holder[end].end if end in holder else end + 1
    return end


def _is_name_word(doc: Doc, i: int) -> bool:
    """Whether a token is a capitalised word of a name."""
    return doc[i].text[:1].isupper() and doc[i].tag_ in _PROPER
