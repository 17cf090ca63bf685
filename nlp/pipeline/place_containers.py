"""What a text says that a place lies in: "Athens, Ga.", "London (Ontario)", "Gold Coast, in Queensland"."""

from __future__ import annotations

from nlp.gazetteer import Entry, abbreviations, candidates, capital_of, division, entries_of
from nlp.gazetteer.words import joined
from nlp.model import PlaceKind
from nlp.pipeline.place_mentions import PLACE_LABELS, Container, Mention, PlaceReader, is_free, is_name

_CITY = 300_000  # a town of this size is famous beyond its country
_DWARFED = 50


def addressed_mentions(reader: PlaceReader) -> list[Mention]:
    """Capitalised names that a comma and a container follow: "Athens, Ga.", "London, Ontario"."""
    found: list[Mention] = []
    for j in range(1, len(reader.words)):
        at = container_place(reader, j)
        end, containers = containers_at(reader, at) if at else (j, [])
        if not containers or reader.gap(end - 1)[:2] in ("'s", "’s"):
            continue
        for n in (4, 3, 2, 1):
            i = j - n
            if i < 0 or not is_name(reader, i, j) or not is_free(reader, i, j):
                continue
            name = reader.slice(i, j)
            known = next((c for c in containers if lies_in(name, c)), None)
            inside = known or containers[0]
            label = reader.label(j - 1)
            whole = reader.mention(i, j).whole
            famous = any(c.population >= _CITY for c in candidates(name))
            new = label in PLACE_LABELS or (label == "ORG" and inside.admin1 and n <= 2)
            stated = bool(inside.admin1) and reader.mention(i, j).locative and _ends_address(reader, end)
            if known or (whole and new and at == j and (stated or not famous)):
                found.append(reader.mention(i, j, inside=inside))
                reader.take(i, j)
                reader.chosen[reader.words[at][0]] = inside
                found += [m for m in [abbreviation_at(reader, at, end)] if m is not None]
                break
    return found


def _ends_address(reader: PlaceReader, end: int) -> bool:
    """Whether a container that ends before word `end` ends an address, rather than being one of a list."""
    gap = reader.gap(end - 1)
    return gap[:1] in (".", ";", ")") or (gap[:1] == "," and not reader.capital(end))


def dotted_states(reader: PlaceReader) -> list[Mention]:
    """States in initials that stand alone: "the S.C. Highway Patrol"."""
    pairs = [
        (i, i + 1) for i in range(len(reader.words)) if reader.word(i).count(".") == 2 and reader.word(i) != "B.C."
    ]
    return [m for m in (abbreviation_at(reader, i, j) for i, j in pairs) if m is not None]


def containers_at(reader: PlaceReader, i: int) -> tuple[int, list[Container]]:
    """The states, provinces or countries that the words from i on may name, with the place past the last word."""
    for n in (3, 2, 1):
        j = i + n
        if j > len(reader.words) or not all(joined(reader.gap(k)) for k in range(i, j - 1)):
            continue
        phrase = reader.slice(i, j)
        if not reader.capital(i):
            return i, []
        dotted = phrase + "." if reader.text[reader.words[j - 1][1] : reader.words[j - 1][1] + 1] == "." else phrase
        short = abbreviations().get(dotted) or abbreviations().get(phrase)
        if short is not None:
            return j, [Container(short.iso3, short.admin1)]
        entries = [e for e in entries_of(phrase) if e.iso3 and e.kind in ("country", "region")]
        states = [c for c in candidates(phrase) if c.level == "A"][:2]
        if any(e.strong for e in entries):
            states = [s for s in states if s.iso3 == entries[0].iso3]
        found = [Container(s.iso3, s.admin1) for s in states]
        found += [Container(e.iso3) for e in entries if e.iso3 and not any(s.iso3 == e.iso3 for s in states)]
        if found:
            return j, found
    return i, []


def container_place(reader: PlaceReader, j: int) -> int:
    """Where the container of a name that ends before word j may stand: behind a comma, a bracket or ", in"; or 0."""
    gap = reader.gap(j - 1)
    if gap.strip() not in (",", "(") or len(gap) > 3:
        return 0
    return j + 1 if gap == ", " and reader.word(j) == "in" and reader.gap(j) == " " else j


def abbreviation_at(reader: PlaceReader, i: int, j: int) -> Mention | None:
    """The mention of a state or province whose abbreviation words i to j are."""
    phrase = reader.slice(i, j)
    short = abbreviations().get(phrase) or abbreviations().get(phrase + ".")
    if short is None or any(reader.taken[i:j]):
        return None
    where = division(short.iso3, short.admin1)
    latitude, longitude = (where.latitude, where.longitude) if where else (None, None)
    entry = Entry(phrase, PlaceKind.REGION, short.iso3, strong=True, latitude=latitude, longitude=longitude)
    reader.take(i, j)
    return reader.mention(i, j, (entry,))


def lies_in(name: str, container: Container) -> bool:
    """Whether the gazetteer knows a place of that name in the container.

    In a whole country it must not be dwarfed by a namesake elsewhere: "Moscow, Ukraine" is two items of a list.
    """
    if not container.admin1 and container.iso3 in capital_of(name):
        return True
    known = candidates(name)
    inside = [c.population for c in known if c.iso3 == container.iso3 and container.admin1 in ("", c.admin1)]
    if not inside or container.admin1:
        return bool(inside)
    return max(inside) * _DWARFED >= max(c.population for c in known)
