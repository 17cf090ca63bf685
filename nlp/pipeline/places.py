"""Places and the countries that they point to."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlp.model import Place
from nlp.pipeline.place_belonging import with_owners
from nlp.pipeline.place_cues import country_cues
from nlp.pipeline.place_findings import place_of
from nlp.pipeline.place_mentions import PlaceReader
from nlp.pipeline.place_phrases import lexicon_mentions
from nlp.pipeline.place_resolution import resolve
from nlp.pipeline.place_sources import source_country
from nlp.pipeline.place_things import set_things_apart
from nlp.pipeline.place_towns import town_mentions
from nlp.pipeline.surface import analysable

HOME = 2.0  # the source's country weighs as much as so many cues


class PlaceFinder:
    """Writes `doc._.places` from the model's entities and the gazetteer."""

    def __call__(self, doc: Doc) -> Doc:
        """Find and resolve the places of one document; `dateline_relations` gives them roles and counts them."""
        article = doc._.article
        text = doc.text if article is None else article.text
        doc._.places = find_places(doc, text, source_country(article) if article is not None else None)
        return doc


def title_countries(title: str | None, vocab: Vocab) -> frozenset[str]:
    """The countries that a title names, as far as the gazetteer alone can tell."""
    words = analysable(title or "").split()
    return frozenset(p.country for p in find_places(Doc(vocab, words=words), " ".join(words)) if p.country)


def find_places(doc: Doc, text: str, home: str | None = None) -> tuple[Place, ...]:
    """The places of a document in text order, quoting `text`; they do not overlap. `home` is the source's country."""
    if not len(doc):
        return ()
    reader = PlaceReader(doc)
    set_things_apart(reader)
    mentions = lexicon_mentions(reader)
    mentions = with_owners(reader, mentions + town_mentions(reader))
    mentions = sorted(mentions, key=lambda m: (m.start, m.end))
    mentions = [replace(m, chosen=reader.chosen.get(m.start)) for m in mentions]
    cues = country_cues(text)
    if home is not None:
        cues[home] = cues.get(home, 0.0) + HOME
    decisions = resolve(mentions, cues)
    pairs = zip(mentions, decisions, strict=True)
    return tuple(place_of(m, decision, text[m.start : m.end]) for m, decision in pairs)


@Language.factory("dateline_places", requires=["doc.ents", "token.dep"], assigns=["doc._.places"])
def make_places(nlp: Language, name: str) -> PlaceFinder:
    """The component for a pipeline; it has no settings."""
    return PlaceFinder()
