"""The model's entity spans, cleaned, relabelled and completed from what the document itself shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from types import MappingProxyType

from spacy.language import Language
from spacy.tokens import Doc

from nlp.pipeline.entity_acronyms import bracketed_acronyms, missed_acronyms
from nlp.pipeline.entity_acts import act_names
from nlp.pipeline.entity_candidates import Candidate, as_spans, model_candidates, without_overlaps
from nlp.pipeline.entity_documents import document_names
from nlp.pipeline.entity_events import event_names
from nlp.pipeline.entity_evidence import EVIDENCE
from nlp.pipeline.entity_joining import extended, joined
from nlp.pipeline.entity_junk import without_junk
from nlp.pipeline.entity_known import missed_organisations
from nlp.pipeline.entity_labels import OF_NAMES, vote, without_offices
from nlp.pipeline.entity_leading import leading_names
from nlp.pipeline.entity_months import month_surnames
from nlp.pipeline.entity_places import compound_places, datelines, missed_places
from nlp.pipeline.entity_propagation import missed_mentions, whole_names
from nlp.pipeline.entity_splitting import split_all
from nlp.pipeline.entity_titled import inside_title, titled_people
from nlp.pipeline.entity_trimming import trim
from nlp.pipeline.entity_units import unit_names
from nlp.pipeline.entity_weapons import weapon_names

Step = Callable[[Doc, list[Candidate]], list[Candidate]]
_Finder = Callable[[Doc, list[Candidate]], Iterable[Candidate]]


def _first(finder: _Finder) -> Step:
    """The step whose findings displace the candidates that they overlap."""
    return lambda doc, candidates: without_overlaps([*finder(doc, candidates), *candidates])


def _last(finder: _Finder) -> Step:
    """The step whose findings only fill what the candidates leave free."""
    return lambda doc, candidates: without_overlaps([*candidates, *finder(doc, candidates)])


# In this order; the later of two that displace has the last word.
STEPS: Mapping[str, Step] = MappingProxyType(
    {
        "trimming": lambda doc, candidates: [name for each in candidates for name in trim(doc, each)],
        "splitting": split_all,
        "titles' beginnings": lambda doc, candidates: [each for each in candidates if not inside_title(doc, each)],
        "unfinished names": lambda doc, candidates: without_overlaps(extended(doc, each) for each in candidates),
        "surnames of months": _first(month_surnames),
        "titled people": _first(titled_people),
        "bracketed acronyms": _first(bracketed_acronyms),
        "events": _first(lambda doc, _: event_names(doc)),
        "military units": _first(lambda doc, _: unit_names(doc)),
        "weapons": _first(lambda doc, _: weapon_names(doc)),
        "documents": _first(lambda doc, _: (*document_names(doc), *act_names(doc))),
        "compound places": _first(lambda doc, _: compound_places(doc)),
        "datelines": _first(lambda doc, _: datelines(doc)),
        "leading heads": _first(leading_names),
        "missed places": _last(missed_places),
        "missed organisations": _last(missed_organisations),
        "joining": lambda doc, candidates: list(joined(doc, candidates)),
        "whole names": _first(whole_names),
        "missed acronyms": _last(missed_acronyms),
        "vote": vote,
        "bare offices": without_offices,
        "known names": _last(missed_mentions),
        "junk": without_junk,
    }
)
# Everything that can be switched off: the steps, and each kind of evidence in the vote.
RULES = (*STEPS, *EVIDENCE, *OF_NAMES)


class SpanCleaner:
    """Rewrites `doc.ents` by rules over the whole document; spans never overlap, labels are OntoNotes'."""

    def __init__(self, without: Collection[str] = ()) -> None:
        """All rules but those in `without`, which are of `RULES`.

        Raises:
            ValueError: `without` names a rule that there is not.
        """
        unknown = sorted(set(without) - set(RULES))
        if unknown:
            raise ValueError(f"There is no rule {unknown[0]!r}; the rules are: {', '.join(RULES)}.")
        steps = dict(STEPS) | {"vote": partial(vote, without=frozenset(without))}
        self._steps = [step for name, step in steps.items() if name not in without]

    def __call__(self, doc: Doc) -> Doc:
        """Clean the entities of one document. A document without entities stays without, unless a pattern finds one."""
        candidates = model_candidates(doc)
        for step in self._steps:
            candidates = step(doc, candidates)
        doc.ents = tuple(as_spans(doc, candidates))
        return doc


@Language.factory("dateline_spans", requires=["doc.ents", "token.tag", "token.dep"], assigns=["doc.ents"])
def create_span_cleaner(nlp: Language, name: str) -> SpanCleaner:
    """The component as spaCy asks for it."""
    del nlp, name
    return SpanCleaner()
