"""The dialog in which the reader says for which country a word counts."""

from __future__ import annotations

import streamlit as st

from components import runtime
from components.correcting import ask_articles, ask_forms, ask_places, confirm
from components.corrections import counted
from components.state import Focus
from components.wording import plain
from nlp.corrections import PlaceDecision
from nlp.corrections.entries import Located, form_counts
from nlp.corrections.making import counted_for
from nlp.gazetteer import countries
from nlp.model import Span
from nlp.wording import count

_NONE, _NO_PLACE = "none", "no place"
_COLUMNS = {"country": "country", "place": "point", "name": "form"}  # of the places, with a choice's key
_WORDS = {_NONE: "no single country", _NO_PLACE: "it is no place"}


@st.dialog("Correct a place", width="medium")
def correct_place(focus: Focus) -> None:
    """Ask which of the words behind a country, a point or a name of no country mean another one, and change it."""
    analyses = counted()
    rows = runtime.frames(analyses).places
    rows = rows[rows[_COLUMNS[focus.kind]] == focus.key]
    places = [Located(r.article, Span(r.start, r.end), " ".join(r.text.split())) for r in rows.itertuples(index=False)]
    st.markdown(f"**{plain(focus.name)}**, {count(len(places), 'mention')}")
    at = f"{focus.kind} {focus.key}"
    forms = ask_forms(form_counts(places), "Which of the words that counted?", f"words {at}")
    if not forms:
        return
    chosen = [place for place in places if place.form in forms]
    articles = tuple(dict.fromkeys(place.article for place in chosen))
    answers = st.container(gap="small")
    only_in = ask_articles(articles, analyses, f"{at} {forms}", one=False)
    with answers:
        here = [place for place in chosen if not only_in or place.article in only_in]
        only = ask_places(here, analyses, f"only {at} {forms} {only_in}")
        names = {country.iso3: country.name for country in sorted(countries(), key=lambda c: c.name)}
        target = st.selectbox(
            "It counts for",
            [_NONE, _NO_PLACE, *names],
            index=None,
            key=f"country {at}",
            format_func=lambda code: _WORDS.get(code) or names[code],
            placeholder="Choose a country, or type a part of its name",
        )
    if target is None or target == focus.key:
        return
    country = target if target in names else None
    decisions: list[PlaceDecision] = counted_for(forms, country, place=target != _NO_PLACE, articles=only_in, only=only)
    confirm(decisions, analyses, "mention")
