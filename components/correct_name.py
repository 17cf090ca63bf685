"""The dialogs in which the reader says what a name means: one of the list, and one that was missed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import streamlit as st

from components.correcting import LONGEST, ask_articles, ask_forms, ask_places, confirm
from components.corrections import counted
from components.wording import plain
from nlp.corrections import Entry, NameDecision, entries
from nlp.corrections.entries import likely, shares_names
from nlp.corrections.making import called, missed, no_name, part_of, same_as
from nlp.kinds import KIND_WORDS, kind_words
from nlp.wording import count

_SAME, _PART, _CALLED, _NONE = "same", "part", "called", "none"
_WRONG = {
    _SAME: "It is the same as another entry",
    _PART: "Some of it is somebody or something else",
    _CALLED: "Its name or its kind is wrong",
    _NONE: "It is no name",
}
_OWN = ""  # the key of no entry
Answer = tuple[NameDecision, ...]


@st.dialog("Correct a name", width="medium")
def correct_name(key: str) -> None:
    """Ask what is wrong with an entry, say what the answer changes, and change it."""
    analyses = counted()
    known = entries(analyses)
    entry = known[key]
    size = f"{count(len(entry.mentions), 'mention')} in {count(len(entry.articles), 'article')}"
    st.markdown(f"**{plain(entry.name)}**, {kind_words(entry.label)}, {size}")
    wrong = st.radio("What is wrong?", list(_WRONG), index=None, format_func=_WRONG.__getitem__, key=f"wrong {key}")
    if wrong is None:
        return
    answers = st.container(gap="small")
    everywhere = entry.articles if shares_names(entry, known.values()) else ()
    articles = ask_articles(entry.articles, analyses, key, one=wrong == _PART, everywhere=everywhere)
    with answers:
        decisions = _ASK[wrong](entry, known, articles)
    confirm(decisions, analyses, "mention")


@st.dialog("Add a name", width="medium")
def add_name() -> None:
    """Ask for a name that was missed and what it means, say where the articles have it, and add it."""
    analyses = counted()
    known = entries(analyses)
    words = st.text_input("The name, letter by letter as the articles write it", key="missed words", max_chars=LONGEST)
    target = _which("It is", known.values(), "missed means", own="a new entry")
    if target is None or not words.strip():
        return
    own = target == _OWN
    name, label = (words, _kind("ORG", "missed kind")) if own else (known[target].name, known[target].label)
    confirm((missed(words, name, label),), analyses, "mention")


def _same(entry: Entry, known: Mapping[str, Entry], articles: Sequence[str]) -> Answer:
    other = _which("Which one?", likely(entry, known.values()), f"other {entry.key}")
    if not other:
        return ()
    both = {_listed(each): each for each in (known[other], entry)}
    target = both[st.radio("List both as", list(both), key=f"first {other} {entry.key}", format_func=plain)]
    return (same_as(entry if target is not entry else known[other], target, articles),)


def _part(entry: Entry, known: Mapping[str, Entry], articles: Sequence[str]) -> Answer:
    forms = ask_forms(entry.forms, "Which of its names?", f"forms {entry.key}")
    if not forms:
        return ()
    here = [m for m in entry.mentions if m.form in forms and (not articles or m.article in articles)]
    only = ask_places(here, counted(), f"only {entry.key}")
    target = _which("It is", likely(entry, known.values()), f"target {entry.key}", own="something of its own")
    if target is None:
        return ()
    own = target == _OWN
    name, label = _called_what(forms[0], entry) if own else (known[target].name, known[target].label)
    return part_of(entry, forms, name, label, apart=own, articles=articles, only=only) if name else ()


def _called(entry: Entry, known: Mapping[str, Entry], articles: Sequence[str]) -> Answer:
    del known
    name, label = _called_what(entry.name, entry)
    if not name or (name, label) == (entry.name, entry.label):
        return ()
    return (called(entry, name, label, articles),)


def _none(entry: Entry, known: Mapping[str, Entry], articles: Sequence[str]) -> Answer:
    del known
    return (no_name(entry, articles),)


_ASK: dict[str, Callable[[Entry, Mapping[str, Entry], Sequence[str]], Answer]] = {
    _SAME: _same,
    _PART: _part,
    _CALLED: _called,
    _NONE: _none,
}


def _which(label: str, among: Iterable[Entry], key: str, own: str = "") -> str | None:
    """The key of the entry that is chosen from a list that can be searched; `_OWN` for `own`, `None` for none."""
    known = {entry.key: entry for entry in among}
    return st.selectbox(
        label,
        [*([_OWN] if own else []), *known],
        index=None,
        key=key,
        format_func=lambda k: _listed(known[k]) if k in known else own,
        placeholder="Choose, or type a part of its name",
    )


def _listed(entry: Entry) -> str:
    return f"{entry.name} · {kind_words(entry.label)} · {count(len(entry.mentions), 'mention')}"


def _called_what(name: str, entry: Entry) -> tuple[str, str]:
    """A name and a label, as the reader writes and chooses them."""
    written = st.text_input("Name", name[:LONGEST], key=f"name {name} {entry.key}", max_chars=LONGEST)
    return " ".join(written.split()), _kind(entry.label, f"kind {entry.key}")


def _kind(label: str, key: str) -> str:
    kinds = list(KIND_WORDS)
    own = kinds.index(label) if label in kinds else None
    chosen = st.selectbox("Kind", kinds, index=own, key=key, format_func=KIND_WORDS.__getitem__)
    return chosen or label
