"""Sports teams named after a town, a state or a country: they count for the country, and say that they are teams."""

from __future__ import annotations

import functools
from dataclasses import replace

from nlp.gazetteer import candidates, entry_of
from nlp.gazetteer.tables import read_table, word_set
from nlp.pipeline.place_mentions import Mention, PlaceReader

_TOWN = 15_000
_LONGEST, _SHORTEST = 3, 3
_CLUBS = frozenset({"ORG", "GPE", "FAC"})  # what the model takes clubs for


@functools.cache
def _names() -> dict[str, str]:
    """Nickname or club word -> which of the two it is."""
    return {row["name"]: row["sort"] for row in read_table("places_teams.csv")}


def team_mentions(reader: PlaceReader) -> list[Mention]:
    """As in "the **Chicago** Bulls" and "**Leeds** United": the town that a team is named after."""
    found = []
    i = 0
    while i < len(reader.words):
        opens = reader.capital(i) and not reader.taken[i] and reader.word(i).casefold() != "the"
        length = _town_of_team(reader, i) if opens else 0
        if length:
            found.append(replace(reader.mention(i, i + length), use="team"))
            reader.take(i, i + length)
        i += max(1, length)
    return found


def is_national_team(reader: PlaceReader, i: int, j: int) -> bool:
    """Whether a country's name stands for its team: "**Brazil** beat Croatia" in a text about a cup and its matches."""
    if not reader.is_sport:
        return False
    after = reader.word(j).casefold() if j < len(reader.words) and reader.gap(j - 1) in (" ", "'s ", "’s ") else ""
    before = reader.word(i - 1).casefold() if i and reader.gap(i - 1) == " " else ""
    return after in word_set("team_roles") or after in word_set("team_deeds") or before in word_set("team_deeds")


def _town_of_team(reader: PlaceReader, i: int) -> int:
    """How many words from word i on are the town that a team is named after; 0 where there is no team."""
    for n in range(_LONGEST, 0, -1):
        j = i + n
        if j >= len(reader.words) or any(reader.gap(k) != " " for k in range(i, j)) or any(reader.taken[i:j]):
            continue
        if all(reader.capital(k) for k in range(i, j + 1)) and _is_team(reader, i, j) and _is_town(reader.slice(i, j)):
            return n
    return 0


def _is_team(reader: PlaceReader, i: int, j: int) -> bool:
    sort, end = _names().get(reader.word(j)), j + 1
    if sort is None and end < len(reader.words) and reader.gap(j) == " ":
        end = j + 2
        sort = _names().get(reader.slice(j, end))
    if sort is None or _goes_on(reader, end):
        return False
    whole = reader.slice(i, end)
    if sort == "club":
        known = entry_of(whole) is not None or bool(candidates(whole))
        return not known and reader.label(i) in _CLUBS and reader.mention(i, end).whole
    return reader.label(j) not in ("LOC", "GPE") or reader.mention(i, end).whole


def _goes_on(reader: PlaceReader, end: int) -> bool:
    """Whether the name is longer: "Oxford City **Council**"."""
    return end < len(reader.words) and reader.gap(end - 1) == " " and reader.capital(end) and bool(reader.label(end))


def _is_town(name: str) -> bool:
    return len(name) > _SHORTEST and any(c.population >= _TOWN for c in candidates(name))
