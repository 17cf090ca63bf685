"""The spaCy pipeline: the language model, then Dateline's own components, each behind those whose findings it reads."""

from __future__ import annotations

from spacy.language import Language

from nlp.pipeline import (  # noqa: F401  (registers the factories)
    attributes,
    clauses,
    entities,
    events,
    paragraphs,
    places,
    quotes,
    relations,
    spans,
    times,
)
from nlp.pipeline.language_model import load_model

# Before the parser: a paragraph's end is a sentence's end.
BEFORE_PARSER = "dateline_paragraphs"
# After the model, in this order: each reads what the ones before it wrote.
COMPONENTS = (
    "dateline_spans",
    "dateline_places",
    "dateline_entities",
    "dateline_times",
    "dateline_clauses",
    "dateline_relations",
    "dateline_quotes",
    "dateline_events",
)


def build_pipeline(name: str | None = None) -> Language:
    """Load the model `name` (default: `nlp.pipeline.language_model.model_name()`) and add Dateline's components.

    Raises:
        nlp.errors.ModelError: the model is missing or cannot be used.
    """
    nlp = load_model(name)
    nlp.add_pipe(BEFORE_PARSER, before="parser")
    for component in COMPONENTS:
        nlp.add_pipe(component)
    return nlp
