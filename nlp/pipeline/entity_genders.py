"""Whether the words around a person's name speak of a woman or a man: "Mrs Clinton", "Clinton … she"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from nlp.pipeline.entity_mentions import Named
from nlp.pipeline.entity_tables import genders

_QUOTES = frozenset('"“”')
# How far a pronoun may stand behind the name, in tokens.
_REACH = 40


def opposite(gender: str) -> str:
    """The other one of "f" and "m"."""
    return "m" if gender == "f" else "f"


def title_gender(doc: Doc, mention: Named) -> str:
    """What a title directly before the mention says, "f" or "m"; an empty string where there is none."""
    word = doc[mention.start - 1].text.rstrip(".") if mention.start else ""
    return genders().get(word, "") if word[:1].isupper() else ""


def pronoun_genders(doc: Doc, named: Sequence[Named], sentences: Sequence[int]) -> list[str]:
    """For each mention "f" or "m" where a pronoun speaks of it, else an empty string.

    The mention must be the only person of its sentence and the subject there; the pronoun is a subject too, later in
    that sentence or opening the next. What stands in quotation marks is another's word.
    """
    people = Counter(sentences[each.start] for each in named if sentences and each.form.group == "PERSON")
    found: list[str] = []
    for mention in named:
        alone = sentences and mention.subject and people.get(sentences[mention.start]) == 1
        found.append(_pronoun_after(doc, mention, sentences) if alone and mention.form.group == "PERSON" else "")
    return found


def _pronoun_after(doc: Doc, mention: Named, sentences: Sequence[int]) -> str:
    sentence = sentences[mention.start]
    for token in doc[mention.end : mention.end + _REACH]:
        if token.text in _QUOTES or sentences[token.i] > sentence + 1:
            break
        opening = sentences[token.i] == sentence or token.is_sent_start
        if opening and _is_subject(token):
            return genders()[token.lower_]
        if sentences[token.i] > sentence:
            break
    return ""


def _is_subject(token: Token) -> bool:
    return token.lower_ in genders() and token.tag_ == "PRP" and token.dep_ in ("nsubj", "nsubjpass")
