"""Time expressions: the Doc as the temporal layer's words, and what it finds in them."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from nlp.pipeline.tenses import clause_tenses, hangs_by_the_past
from nlp.temporal.finder import find_times
from nlp.temporal.words import Word

_MONTHS_OR_VERBS = frozenset({"may", "march"})
_BEFORE_MONTHS = frozenset({"in", "since", "until", "by", "last", "next", "early", "late", "mid", "of", "during"})


class TimeFinder:
    """spaCy component: time expressions against the article's publication day, in `doc._.times`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the Doc; without an article, or without its publication day, nothing is counted from a day."""
        article = doc._.article
        text = doc.text if article is None else article.text
        doc._.times = find_times(read_words(doc), None if article is None else article.published, text)
        return doc


@Language.factory(
    "dateline_times",
    requires=["doc._.places", "token.tag", "token.dep", "token.ent_type", "token.is_sent_start"],
    assigns=["doc._.times"],
)
def make_time_finder(nlp: Language, name: str) -> TimeFinder:
    """The component as spaCy's registry wants it."""
    return TimeFinder()


def read_words(doc: Doc) -> list[Word]:
    """The Doc's tokens, white space left out, each with its sentence, its clause's tense and its country."""
    tenses = clause_tenses(doc)
    countries = _countries(doc)
    words: list[Word] = []
    sentence = -1
    opens = True
    for token in doc:
        if token.is_sent_start or sentence < 0:
            sentence += 1
        if token.is_space:
            opens = opens or "\n" in token.text
        else:
            month = _is_recased_month(token)
            words.append(
                Word(
                    token.text.title() if month else token.text, token.idx, token.idx + len(token.text),
                    "NNP" if month else token.tag_, sentence,
                    tenses[token.i], token.ent_type_, countries.get(token.idx, ""), opens,
                    tenses[token.i] == "past" and hangs_by_the_past(token),
                )
            )  # fmt: skip
            opens = False
    return words


def _countries(doc: Doc) -> dict[int, str]:
    """The country that each place's first token points to, by the token's start."""
    return {place.start: place.country for place in doc._.places if place.country}


def _is_recased_month(token: Token) -> bool:
    """Whether "may" or "march" stands for a month that an article of capitals wrote "IN MAY"."""
    if token.text not in _MONTHS_OR_VERBS or not token.i or token.nbor(-1).lower_ not in _BEFORE_MONTHS:
        return False
    article = token.doc._.article
    return article is not None and article.text[token.idx : token.idx + len(token.text)].isupper()
