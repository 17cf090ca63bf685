"""The model's entity spans, cleaned, relabelled and completed from what the document itself shows."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.pipeline.entity_acronyms import bracketed_acronyms, missed_acronyms
from nlp.pipeline.entity_candidates import as_spans, model_candidates, without_overlaps
from nlp.pipeline.entity_events import event_names
from nlp.pipeline.entity_joining import extended, joined
from nlp.pipeline.entity_labels import vote, without_offices
from nlp.pipeline.entity_places import datelines, missed_places
from nlp.pipeline.entity_propagation import missed_mentions, whole_names
from nlp.pipeline.entity_titled import inside_title, titled_people
from nlp.pipeline.entity_trimming import trim


class SpanCleaner:
    """Rewrites `doc.ents` by rules over the whole document; spans never overlap, labels are OntoNotes'."""

    def __call__(self, doc: Doc) -> Doc:
        """Clean the entities of one document. A document without entities stays without, unless a pattern finds one."""
        found = [name for candidate in model_candidates(doc) for name in trim(doc, candidate)]
        trimmed = [extended(doc, name) for name in found if not inside_title(doc, name)]
        patterns = [*datelines(doc), *event_names(doc), *bracketed_acronyms(doc, trimmed), *titled_people(doc, trimmed)]
        candidates = list(joined(doc, without_overlaps([*patterns, *trimmed])))
        candidates = without_overlaps([*whole_names(doc, candidates), *candidates, *missed_places(doc, candidates)])
        candidates = [*candidates, *missed_acronyms(doc, candidates)]
        candidates = without_offices(doc, vote(doc, candidates))
        candidates = without_overlaps([*candidates, *missed_mentions(doc, candidates)])
        doc.ents = tuple(as_spans(doc, candidates))
        return doc


@Language.factory("dateline_spans", requires=["doc.ents", "token.tag", "token.dep"], assigns=["doc.ents"])
def create_span_cleaner(nlp: Language, name: str) -> SpanCleaner:
    """The component as spaCy asks for it."""
    del nlp, name
    return SpanCleaner()
