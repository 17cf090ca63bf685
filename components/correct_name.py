"""The dialogs in which the reader says what a name means: one of the list, and one that was missed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import streamlit as st

from components.correcting import LONGEST, ask_articles, ask_forms, ask_where, confirm
from components.corrections import corrected
from components.wording import plain
from nlp.corrections import Decision, Entry, entries, numbers_touched
from nlp.corrections.entries import likely
from nlp.corrections.making import called, in_country, missed, no_name, part_of, same_as
from nlp.gazetteer import countries, country_name
from nlp.kinds import KIND_WORDS, PLACE_GROUPS, kind_words
from nlp.model import Analysis
from nlp.wording import count

_SAME, _PART, _CALLED, _COUNTRY, _NONE = "same", "part", "called", "country", "none"
_WRONG = {
    _SAME: "It is the same as another entry",
    _PART: "Some of it is somebody or something else",
    _CALLED: "Its name or its kind is wrong",
    _COUNTRY: "It is in another country",
    _NONE: "It is no name",
}
_OWN = ""  # the key of no entry
Answer = tuple[Decision, ...]


@st.dialog("Correct a name", width="medium")
def correct_name(key: str, at: str) -> None:
    """Ask what is wrong with an entry, say what the answer changes, and change it.

    Args:
        key: the entry's.
        at: what tells the widgets of one dialog from those of another.
    """
    analyses = corrected()
    known = entries(analyses)
    entry = known[key]
    size = f"{count(len(entry.mentions), 'mention')} in {count(len(entry.articles), 'article')}"
    st.markdown(f"**{plain(entry.name)}**, {plain(_what(entry))}, {size}")
    offered = [wrong for wrong in _WRONG if wrong != _COUNTRY or entry.group in PLACE_GROUPS]
    wrong = st.radio("What is wrong?", offered, index=None, format_func=_WRONG.__getitem__, key=f"wrong {at}")
    if wrong is not None:
        confirm(_ASK[wrong](entry, known, analyses, at), analyses, "mention")


@st.dialog("Add a name", width="medium")
def add_name(at: str) -> None:
    """Ask for a name that was missed and what it means, say where the articles have it, and add it."""
    analyses = corrected()
    known = entries(analyses)
    words = " ".join(
        st.text_input(
            "The name, letter by letter as the articles write it", key=f"missed words {at}", max_chars=LONGEST
        ).split()
    )
    listed = [entry for entry in known.values() if words and words in entry.forms]
    for entry in listed[:3]:
        st.caption(plain(f"“{words}” is already a name of {_listed(entry)}."))
    target = _which("It is", known.values(), f"missed means {at}", own="a new entry")
    label = _kind("", f"missed kind {at}") if target == _OWN else ""
    if not words:
        confirm((), analyses, "mention", "Write the name first.")
        return
    found = numbers_touched(analyses, missed(words, (words, "ORG"))[0])
    if not found:
        st.caption("The articles do not have these words as a name of their own. Check the letters and the capitals.")
    articles = ask_articles(list(found), analyses, f"missed where {at}", one=False)
    decided = target is not None and (target != _OWN or label)
    to = known.get(target or "", (words, label))
    confirm(missed(words, to, articles) if decided else (), analyses, "mention")


def _same(entry: Entry, known: Mapping[str, Entry], analyses: Sequence[Analysis], at: str) -> Answer:
    other = _which("Which one?", likely(entry, known.values()), f"other {at}")
    if not other:
        return ()
    both = {other: known[other], entry.key: entry}
    chosen = st.radio(
        "List both as", list(both), key=f"first {other} {at}", format_func=lambda k: plain(_listed(both[k]))
    )
    one, target = (entry, both[chosen]) if chosen == other else (known[other], entry)
    articles = ask_articles(one.articles, analyses, at, one=False)
    return same_as(one, target, known.values(), articles)


def _part(entry: Entry, known: Mapping[str, Entry], analyses: Sequence[Analysis], at: str) -> Answer:
    forms = ask_forms(entry.forms, "Which of its names?", f"forms {at}")
    here = [mention for mention in entry.mentions if mention.form in forms]
    if not here:
        return ()
    articles, only = ask_where(here, analyses, at, one=True)
    target = _which("It is", likely(entry, known.values()), f"target {at}", own="something of its own")
    if target is None:
        return ()
    to = _called_what(forms[0], entry, at) if target == _OWN else known[target]
    if not isinstance(to, Entry) and any(other.apart and other.name == to[0] for other in known.values()):
        st.caption(
            plain(f"It joins the entry {to[0]} that was set apart before. Give it another name if it is not that.")
        )
    return part_of(entry, forms, to, known.values(), articles, only) if isinstance(to, Entry) or to[0] else ()


def _called(entry: Entry, known: Mapping[str, Entry], analyses: Sequence[Analysis], at: str) -> Answer:
    name, label = _called_what(entry.name, entry, at)
    articles = ask_articles(entry.articles, analyses, at, one=False)
    return called(entry, name, label, known.values(), articles) if name else ()


def _country(entry: Entry, known: Mapping[str, Entry], analyses: Sequence[Analysis], at: str) -> Answer:
    country = ask_country(f"country {at}", {})
    articles = ask_articles(entry.articles, analyses, at, one=False)
    return in_country(entry, country, known.values(), articles) if country else ()


def _none(entry: Entry, known: Mapping[str, Entry], analyses: Sequence[Analysis], at: str) -> Answer:
    return no_name(entry, known.values(), ask_articles(entry.articles, analyses, at, one=False))


_ASK: dict[str, Callable[[Entry, Mapping[str, Entry], Sequence[Analysis], str], Answer]] = {
    _SAME: _same,
    _PART: _part,
    _CALLED: _called,
    _COUNTRY: _country,
    _NONE: _none,
}


def ask_country(key: str, others: Mapping[str, str]) -> str | None:
    """A country's code, or the key of one of `others`, which stand before the countries with their words."""
    names = dict(others) | {country.iso3: country.name for country in sorted(countries(), key=lambda c: c.name)}
    return st.selectbox(
        "It counts for",
        list(names),
        index=None,
        key=key,
        format_func=names.__getitem__,
        placeholder="Choose a country, or type a part of its name",
    )


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
    return f"{entry.name} · {_what(entry)} · {count(len(entry.mentions), 'mention')}"


def _what(entry: Entry) -> str:
    """An entry's kind, with the country that tells it from others of its name."""
    country = country_name(entry.country) if entry.country else ""
    apart = ", set apart" if entry.apart else ""
    return kind_words(entry.label) + (f" ({country})" if country and country != entry.name else "") + apart


def _called_what(name: str, entry: Entry, at: str) -> tuple[str, str]:
    """A name and a label, as the reader writes and chooses them."""
    written = st.text_input("Name", name, key=f"name {at}", max_chars=max(LONGEST, len(name)))
    return " ".join(written.split()), _kind(entry.label, f"kind {at}")


def _kind(label: str, key: str) -> str:
    kinds = list(KIND_WORDS)
    own = kinds.index(label) if label in kinds else None
    chosen = st.selectbox(
        "Kind", kinds, index=own, key=key, format_func=KIND_WORDS.__getitem__, placeholder="Choose what it is"
    )
    return chosen or label
