"""Names whose country the words before them say: "the Greek region of Macedonia", "Ukraine's Kherson"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nlp.gazetteer import entries_of
from nlp.gazetteer.tables import word_set
from nlp.model import PlaceKind
from nlp.pipeline.place_mentions import Container, Mention, PlaceReader

_OF = ("of", "called", "named")
_BETWEEN = 2  # adjectives between the nationality and the noun: "the Greek northern port city of"
_OWNERS = (PlaceKind.COUNTRY, PlaceKind.NATIONALITY)


def with_owners(reader: PlaceReader, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, each with the container that a nationality or a country's possessive before it states."""
    at = {start: i for i, (start, _) in enumerate(reader.words)}
    return [_with_owner(reader, mention, at.get(mention.start, 0)) for mention in mentions]


def _with_owner(reader: PlaceReader, mention: Mention, i: int) -> Mention:
    kind = mention.entry.kind if mention.entry is not None else PlaceKind.CITY
    if mention.inside is not None or kind in (PlaceKind.NATIONALITY, PlaceKind.INSTITUTION, PlaceKind.SUPRANATIONAL):
        return mention
    iso3 = _owner_before_noun(reader, i)
    if iso3 is None and not (kind is PlaceKind.COUNTRY and mention.entry is not None and mention.entry.strong):
        iso3 = _possessor(reader, i)
    own = {entry.iso3 for entry in mention.entries if entry.strong}
    return mention if iso3 is None or iso3 in own else replace(mention, inside=Container(iso3))


def _owner_before_noun(reader: PlaceReader, i: int) -> str | None:
    """The country in "the **German** island of" and "the **Belgian** province of", read backwards from word i."""
    k = i - 1
    if k > 0 and reader.word(k) in _OF:
        k -= 1
    if k < 1 or reader.word(k) not in word_set("called") or reader.gap(k) != " ":
        return None
    for _ in range(_BETWEEN + 1):
        k -= 1
        if k < 0 or reader.gap(k) not in (" ", "'s ", "’s "):
            return None
        if reader.capital(k):
            return _country(reader, k)
    return None


def _possessor(reader: PlaceReader, i: int) -> str | None:
    """The country in "**Ukraine**'s Kherson"."""
    if not i or reader.gap(i - 1) not in ("'s ", "’s "):
        return None
    return _country(reader, i - 1)


def _country(reader: PlaceReader, k: int) -> str | None:
    entries = [e for e in entries_of(reader.word(k)) if e.kind in _OWNERS]
    return entries[0].iso3 if len(entries) == 1 and entries[0].strong else None
