"""Setting names apart that hold a place's name but mean none: dishes, diseases, papers and agencies.

What a paper is called says nothing of where its news happens, so "the Kyiv Post" does not count for Ukraine. Cues of
where the writer is at home are weighed elsewhere (`nlp.pipeline.place_cues`).
"""

from __future__ import annotations

from nlp.gazetteer import candidates, entry_of, fold
from nlp.gazetteer.tables import word_set
from nlp.gazetteer.things import begins_thing, most_thing_words, thing_length
from nlp.gazetteer.words import joined
from nlp.model import PlaceKind
from nlp.pipeline.place_mentions import PlaceReader

_NAMED_AFTER = (PlaceKind.COUNTRY, PlaceKind.NATIONALITY, PlaceKind.REGION)


def set_things_apart(reader: PlaceReader) -> None:
    """Take the words of such names, so that nothing in them is read as a place; remember the places in them."""
    i = 0
    while i < len(reader.words):
        length = max(_thing(reader, i), _medium(reader, i)) if reader.capital(i) else 0
        if length:
            reader.take(i, i + length)
            reader.things.add(fold(reader.word(i)))
        i += max(1, length)


def _thing(reader: PlaceReader, i: int) -> int:
    entry = entry_of(reader.word(i))
    any_place = entry is not None and entry.kind in _NAMED_AFTER
    if not any_place and not begins_thing(fold(reader.word(i)).partition(" ")[0]):
        return 0
    words: list[str] = []
    for j in range(i, min(i + most_thing_words(), len(reader.words))):
        if j > i and not joined(reader.gap(j - 1)):
            break
        words.extend(fold(reader.word(j)).split())
    return thing_length(tuple(words), any_place=any_place) if words else 0


def _medium(reader: PlaceReader, i: int) -> int:
    """As in "the **Lansing Journal** reported": a place of up to three words and the noun of a paper or a station."""
    for n in (3, 2, 1):
        j = i + n
        if j >= len(reader.words) or not all(reader.capital(k) for k in range(i, j + 1)):
            continue
        if not all(reader.gap(k) == " " for k in range(i, j)):
            continue
        noun = reader.word(j).casefold()
        if noun not in word_set("papers") and f"{noun} {_after(reader, j)}" not in word_set("agencies"):
            continue
        name = reader.slice(i, j)
        if entry_of(name) is not None or candidates(name):
            return n + (1 if noun in word_set("papers") else 2)
    return 0


def _after(reader: PlaceReader, j: int) -> str:
    known = j + 1 < len(reader.words) and reader.gap(j) == " "
    return reader.word(j + 1).casefold() if known else ""
