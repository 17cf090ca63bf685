"""Analyses for tests of corrections: who is named where, written into the text itself."""

from __future__ import annotations

import re
from dataclasses import replace

from nlp.model import (
    Analysis,
    Article,
    Entity,
    Mention,
    ModelInfo,
    Party,
    Place,
    PlaceKind,
    Quote,
    Relation,
    Span,
    SpeakerBasis,
)

_MARKED = re.compile(r"\[(?P<words>[^\]|]+)\|(?P<entity>\w+)\]")
LABELS = {"p": "PERSON", "o": "ORG", "g": "GPE", "n": "NORP"}


def told(marked: str, article_id: str = "a1", **countries: str) -> Analysis:
    """The analysis of a text with its mentions marked, "[Ana Silva|p1] left".

    An entity's first letter says its kind; its longest form is its name. Sentences end at full stops. `countries` gives
    entities of places their country; each of their mentions is a place.
    """
    text, mentions = "", []
    at = 0
    for found in _MARKED.finditer(marked):
        text += marked[at : found.start()]
        words, entity = found["words"], found["entity"]
        mentions.append(Mention(len(text), len(text) + len(words), words, LABELS[entity[0]], entity))
        text += words
        at = found.end()
    text += marked[at:]
    ends = [m.end() for m in re.finditer(r"\.", text)]
    sentences = tuple(Span(start, end) for start, end in zip([0, *(e + 1 for e in ends)], ends, strict=False))
    entities = []
    for entity in dict.fromkeys(m.entity for m in mentions):
        forms = [m.text for m in mentions if m.entity == entity]
        name = max(forms, key=len)
        others = tuple(form for form in dict.fromkeys(forms) if form != name)
        entities.append(
            Entity(entity, LABELS[entity[0]], name, others, len(forms), None, countries.get(entity), 0.1 * len(forms))
        )
    places = [
        Place(m.start, m.end, m.text, PlaceKind.COUNTRY, countries[m.entity], rule="name")
        for m in mentions
        if m.entity in countries
    ]
    bare = Analysis(
        Article(article_id, text), ModelInfo("en_test", "1", "r"), sentences, tuple(mentions), tuple(entities)
    )
    from nlp.country_ranking import rank_countries

    return replace(
        bare, places=tuple(places), countries=rank_countries(places, [sentence.start for sentence in sentences])
    )


def relates(analysis: Analysis, subject: int, verb: str, other: int) -> Analysis:
    """The analysis with a relation more, between two of its mentions by number."""
    ends = [analysis.mentions[i] for i in (subject, other)]
    at = analysis.article.text.index(verb)
    countries = {(p.start, p.end): p.country for p in analysis.places}
    one, two = (Party(m.start, m.end, m.entity, countries.get((m.start, m.end))) for m in ends)
    sentence = analysis.sentence_at(at)
    assert sentence is not None
    more = Relation(one, Span(at, at + len(verb)), two, sentence, verb)
    return replace(analysis, relations=(*analysis.relations, more))


def says(analysis: Analysis, speaker: int | str, words: str) -> Analysis:
    """The analysis with a statement more, by one of its mentions or by words of its text."""
    text = analysis.article.text
    if isinstance(speaker, int):
        mention = analysis.mentions[speaker]
        who, source, basis = mention.entity, Span(mention.start, mention.end), SpeakerBasis.NAMED
    else:
        at = text.index(speaker)
        who, source, basis = None, Span(at, at + len(speaker)), SpeakerBasis.DESCRIBED
    start = text.index(words)
    quote = Quote(start, start + len(words), who, source, None, direct=False, basis=basis)
    return replace(analysis, quotes=(*analysis.quotes, quote))


def names(analysis: Analysis) -> dict[str, int]:
    """What the entities are called, with their mentions."""
    return {entity.name: entity.mentions for entity in analysis.entities}
