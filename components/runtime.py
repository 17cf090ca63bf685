"""The one place that loads the language model and keeps analyses: shared by all sessions of this process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

import streamlit as st

from nlp.corrections import Decision, corrections_in_words, take_effect
from nlp.counting import counted_analyses
from nlp.disputes import DisputePolicy
from nlp.model import Analysis, Article

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go
    from spacy.language import Language

    from nlp.frames import Frames

_lock = threading.Lock()
_warming = threading.Event()
_notes: list[str] = []
_DECIDED: dict[str | type[Any], Callable[[Any], Any]] = {Analysis: hash, **dict.fromkeys(get_args(Decision), hash)}


@st.cache_resource(show_spinner=False)
def _pipeline() -> Language:
    from nlp.pipeline import build_pipeline  # spaCy takes seconds to import: not before it is needed
    from nlp.pipeline.language_model import model_warning

    nlp = build_pipeline()
    _notes[:] = [note for note in [model_warning(nlp)] if note]
    return nlp


def model_notes() -> list[str]:
    """What the reader should know of the model, once it is loaded: its files are not the ones that were measured."""
    return list(_notes)


@st.cache_resource(show_spinner=False, max_entries=300, hash_funcs={Article: repr})
def _analysis(article: Article) -> Analysis:
    from nlp.analyze import analyze

    with _lock:  # spaCy's pipeline is shared by all sessions
        return analyze(article, _pipeline())


def analyse(articles: Sequence[Article], progress: Callable[[int, Article], None] | None = None) -> list[Analysis]:
    """Analyse articles one after the other.

    Args:
        articles: what to analyse, in order.
        progress: called before each article with its position (from 0) and the article.

    Raises:
        nlp.errors.ModelError: the language model is missing or cannot be used.
    """
    analyses = []
    for i, article in enumerate(articles):
        if progress:
            progress(i, article)
        analyses.append(_analysis(article))
    return analyses


@st.cache_resource(show_spinner=False, max_entries=20, hash_funcs=_DECIDED)
def counted(
    analyses: tuple[Analysis, ...],
    corrections: tuple[Decision, ...] = (),
    disputes: DisputePolicy = DisputePolicy.RECOGNISED,
) -> tuple[Analysis, ...]:
    """`counted_analyses`, once for the same decisions."""
    return counted_analyses(analyses, corrections, disputes)


@st.cache_resource(show_spinner=False, max_entries=20, hash_funcs=_DECIDED)
def effects(analyses: tuple[Analysis, ...], corrections: tuple[Decision, ...]) -> tuple[bool, ...]:
    """`take_effect`, once for the same decisions."""
    return take_effect(analyses, corrections)


@st.cache_resource(show_spinner=False, max_entries=20, hash_funcs=_DECIDED)
def correction_words(analyses: tuple[Analysis, ...], corrections: tuple[Decision, ...]) -> tuple[str, ...]:
    """What was corrected in these analyses, a sentence each."""
    from nlp.frames import display_title

    titles = {analysis.article.id: display_title(analysis.article, 60) for analysis in analyses}
    return corrections_in_words(analyses, corrections, titles)


@st.cache_resource(show_spinner=False, max_entries=20, hash_funcs={Analysis: hash})
def frames(analyses: tuple[Analysis, ...]) -> Frames:
    """The tables of these analyses; the same analyses, the same tables."""
    from nlp.frames import build_frames
    from nlp.temporal.explanations import explain_time

    return build_frames(analyses, explain_time)


@st.cache_resource(show_spinner=False, max_entries=40)
def drawn_map(
    countries: pd.DataFrame,
    cities: pd.DataFrame,
    pairs: pd.DataFrame,
    *,
    column: str,
    lines: bool,
    places: bool,
    dark: bool,
    width: int,
) -> go.Figure:
    """`country_map`, drawn once for the same rows: most clicks leave the chart as it is."""
    from components.figures.country_map import country_map  # Plotly, too, is not imported before it is needed

    return country_map(countries, cities, pairs, column=column, lines=lines, places=places, dark=dark, width=width)


@st.cache_resource(show_spinner=False, max_entries=40)
def drawn_bars(entities: pd.DataFrame, *, dark: bool) -> go.Figure:
    """`entity_bars`, drawn once for the same rows."""
    from components.figures.entity_bars import entity_bars

    return entity_bars(entities, dark=dark)


@st.cache_resource(show_spinner=False, max_entries=40)
def drawn_timeline(events: pd.DataFrame, published: Sequence[tuple[str, date]], *, dark: bool, width: int) -> go.Figure:
    """`timeline`, drawn once for the same rows."""
    from components.figures.timeline import timeline

    return timeline(events, published, dark=dark, width=width)


@st.cache_resource(show_spinner=False, max_entries=40)
def drawn_network(nodes: pd.DataFrame, ties: pd.DataFrame, *, dark: bool, width: int) -> go.Figure:
    """`network_figure`, drawn once for the same rows."""
    from components.figures.network import network_figure

    return network_figure(nodes, ties, dark=dark, width=width)


def warm_up() -> None:
    """Load the model and the chart library in the background, once, while the reader pastes."""
    if not _warming.is_set():
        _warming.set()
        threading.Thread(target=_warm, name="warm-up", daemon=True).start()


def _warm() -> None:
    import components.figures.country_map
    import components.figures.timeline  # noqa: F401
    from nlp.errors import ModelError

    try:
        nlp = _pipeline()
        with _lock:
            nlp("The first sentence is the slowest.")
    except ModelError:
        return  # said in words when somebody presses Analyse
