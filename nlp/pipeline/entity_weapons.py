"""Weapons, vehicles, aircraft and ships by their names: "T-72B3", "Shahed-136", "MQ-9 Reaper", "HMS Ocean"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from nlp.pipeline.entity_candidates import Candidate
from nlp.pipeline.entity_tables import particles, role_nouns, title_starts, weapon_nouns, weapon_starts, weapons
from nlp.pipeline.words import words_of

# "F-16", with the letters and digits of a variant or the plural: "F-16C", "T-72B3", "S-300PMU2", "F-35s".
_DESIGNATION = re.compile(r"([A-Z][A-Za-z/]{0,3}-\d{1,4})(?:[A-Z]{1,4}\d{0,2}(?:/[A-Z])?)?s?\Z")
_TEAM = re.compile(r"U-(?:1[3-9]|2[0-3])s?\Z")
_MARK = re.compile(r"-?\d{1,4}[A-Z]{0,2}\d?\Z|[A-Z]{1,2}\d{0,2}\Z")
_ROUND = frozenset({"visa", "visas", "road", "highway", "motorway", "flight", "route", "form", "question"})
_BEFORE = frozenset({"flight", "flights", "highway", "motorway", "route", "road", "form", "interstate", "bus"})
_SHIPS = frozenset({"ship", "weak ship"})
_LONGEST_SHIP = 4


def weapon_names(doc: Doc) -> Iterator[Candidate]:
    """Every weapon, vehicle, aircraft and ship that the table or its own form names, in text order."""
    done = 0
    for i, text in enumerate(words_of(doc)):
        stem = text.partition("-")[0]
        hopeful = text in weapon_starts() or (stem != text and (stem in weapon_starts() or _DESIGNATION.match(text)))
        end = (_ship_end(doc, i) or _weapon_end(doc, i)) if hopeful and i >= done else 0
        if end:
            yield Candidate(i, end, "PRODUCT", "weapon")
            done = end


def _weapon_end(doc: Doc, i: int) -> int:
    """Where the name that begins at `i` ends; 0 where there is none."""
    designated = _DESIGNATION.match(doc[i].text)
    if designated is not None:
        known = weapons().get(designated[1]) == "designation"
        if not is_elsewhere(doc, i) and (known or _armed(doc, i + 1)):
            return _nickname_end(doc, i + 1)
        return 0
    for size in (2, 1):
        text = doc[i : i + size].text
        stem, _, mark = text.partition("-")
        kind = weapons().get(text) or (weapons().get(stem) if mark and _MARK.match(mark) else None)
        if kind not in ("name", "weak name"):
            continue
        end = _marked_end(doc, i + size)
        if kind == "name" or mark or _armed(doc, end) or (end > i + size and doc[i].ent_type_ != "PERSON"):
            return end if _stands_alone(doc, i, end) else 0
    return 0


def _marked_end(doc: Doc, end: int) -> int:
    """Past the mark behind a name: "Iskander" + "-M", "Leopard" + "2A6", "Bayraktar" + "TB2"."""
    if end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and _MARK.match(doc[end + 1].text):
        return end + 2
    mark = doc[end].text if end < len(doc) else ""
    return end + 1 if any(c.isdigit() for c in mark) and _MARK.match(mark) and _variant(doc, end) else end


def _variant(doc: Doc, i: int) -> bool:
    """Whether a number behind a weapon's name is its mark: "Leopard 2 tanks", not "Patriots 2" of a score."""
    text = doc[i].text
    return not text.isdigit() or (len(text) == 1 and (i + 1 == len(doc) or doc[i + 1].text not in "-–:,"))


def _nickname_end(doc: Doc, end: int) -> int:
    """Past the nickname behind a designation: "MQ-9" + "Reaper", "F-16" + "Fighting Falcons"."""
    last = end
    while last < len(doc) and last - end < 2 and doc[last].tag_.startswith("NN") and doc[last].text.istitle():
        last += 1
    plain = any(each.lower_ in role_nouns() | weapon_nouns() or each.is_sent_start for each in doc[end:last])
    return end if plain else last


def _armed(doc: Doc, i: int) -> bool:
    """Whether one of the next words, in one noun phrase, is a noun for a weapon: "Z-10 attack helicopters"."""
    for token in doc[i : i + 4]:
        if token.lower_ in weapon_nouns():
            return True
        if token.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM") and token.text not in ("-", "/"):
            return False
    return False


def is_designation(text: str) -> bool:
    """Whether a word has the form of a designation.

    >>> is_designation("T-72B3"), is_designation("COVID-19")
    (True, False)
    """
    return _DESIGNATION.match(text) is not None


def is_elsewhere(doc: Doc, i: int) -> bool:
    """Whether a designation is a youth team's, or the words beside it make it a road's, a flight's, a visa's."""
    if _TEAM.match(doc[i].text):
        return True
    before, after = doc[i - 1].lower_ if i else "", doc[i + 1].lower_ if i + 1 < len(doc) else ""
    return before in _BEFORE or after in _ROUND


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are no part of a longer capitalised name: not so "Patriot Act", "Hugo Grad"."""
    beside = [doc[i] for i in (start - 1, end) if 0 <= i < len(doc)]
    return not any(t.tag_ in ("NNP", "NNPS") and t.text[:1].isupper() and t.ent_type_ == "PERSON" for t in beside)


def _ship_end(doc: Doc, i: int) -> int:
    """Where a ship's name behind its prefix ends: "USS Dwight D. Eisenhower"; 0 where there is none."""
    kind = weapons().get(doc[i].text)
    if kind not in _SHIPS or i + 1 >= len(doc) or not doc[i + 1].text[:1].isupper():
        return 0
    first = doc[i + 1]
    office = first.text in title_starts() or first.lower_ in role_nouns()
    if first.text.isupper() or (office and kind == "weak ship"):
        return 0
    end = i + 1
    while end < len(doc) and end - i <= _LONGEST_SHIP and _continues(doc, end):
        end += 1
    while end > i + 1 and not doc[end - 1].text[:1].isupper():
        end -= 1
    return end


def _continues(doc: Doc, i: int) -> bool:
    """Whether a word carries on a ship's name."""
    token = doc[i]
    joins = token.lower_ in particles() or token.text == "of"
    return (token.text[:1].isupper() and token.tag_ in ("NNP", "NNPS", "JJ", "NN")) or joins
