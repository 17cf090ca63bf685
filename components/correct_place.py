"""The dialog in which the reader says for which country a word counts."""

from __future__ import annotations

import streamlit as st

from components import runtime
from components.correct_name import ask_country
from components.correcting import ask_forms, ask_where, confirm
from components.corrections import corrected, counted
from components.focus import rows_behind
from components.state import Focus
from components.wording import plain
from nlp.corrections.entries import Located, form_counts
from nlp.corrections.making import counted_for
from nlp.gazetteer import country_codes
from nlp.model import Span
from nlp.wording import count

_NONE, _NO_PLACE = "none", "no place"
_WORDS = {_NONE: "no single country", _NO_PLACE: "it is no place"}


@st.dialog("Correct a place", width="medium")
def correct_place(focus: Focus, at: str) -> None:
    """Ask which of the words behind a country, a point or a name of no country mean another one, and change it.

    Args:
        focus: what is chosen.
        at: what tells the widgets of one dialog from those of another.
    """
    analyses = corrected()
    rows = rows_behind(focus.kind, focus.key, runtime.frames(counted()))
    places = [Located(r.article, Span(r.start, r.end), " ".join(r.text.split())) for r in rows.itertuples(index=False)]
    st.markdown(f"**{plain(focus.name)}**, {count(len(places), 'mention')}")
    forms = ask_forms(form_counts(places), "Which of the words that counted?", f"words {at}")
    chosen = [place for place in places if place.form in forms]
    if not chosen:
        return
    articles, only = ask_where(chosen, analyses, at, one=False)
    target = ask_country(f"country {at}", _WORDS)
    now = str(rows["country"].iat[0])
    # A disputed area that counts by itself has a code that no analysis knows.
    instead_of = now if not now or now in country_codes() else None
    country = None if target in _WORDS else target
    decisions = counted_for(
        forms, country, place=target != _NO_PLACE, articles=articles, only=only, instead_of=instead_of
    )
    confirm(decisions if target is not None else (), analyses, "mention")
