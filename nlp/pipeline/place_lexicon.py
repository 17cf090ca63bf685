"""Finding the phrases of the lexicon in a text: the longest that stands there and is not part of a longer name."""

from __future__ import annotations

from nlp.gazetteer import Entry, candidates, capital_of, entry_of
from nlp.gazetteer.lexicon import most_words
from nlp.gazetteer.tables import word_set
from nlp.gazetteer.words import joined
from nlp.model import PlaceKind
from nlp.pipeline.place_containers import containers_at
from nlp.pipeline.place_mentions import KINDS_OF_DIVISION, PLACE_LABELS, PlaceReader

_LARGE, _LONGEST_NAME = 50_000, 60
_SHARED = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.CITY, PlaceKind.NATIONALITY)


def phrase_mentions(reader: PlaceReader) -> list[tuple[int, int, Entry]]:
    """The longest phrases of the lexicon in the text, as (first word, past the last word, entry)."""
    found = []
    i = 0
    while i < len(reader.words):
        longest = most_words(reader.word(i)) if reader.capital(i) else 0
        step = 1
        for n in range(longest, 0, -1):
            j = i + n
            if j > len(reader.words) or not all(joined(reader.gap(k)) for k in range(i, j - 1)):
                continue
            if not reader.capital(j - 1) and n > 1 and not _lower_case_form(reader.slice(i, j)):
                continue
            entry = entry_of(reader.slice(i, j))
            if entry is not None and not _part_of_longer(reader, i, j, entry):
                found.append((i, j, entry))
                step = n
                break
        i += step
    return found


def _part_of_longer(reader: PlaceReader, i: int, j: int, entry: Entry) -> bool:
    """Whether the phrase is part of a longer name that the gazetteer knows: "Mexico" in "New Mexico"."""
    if reader.gap(j - 1) == "$":
        return True
    if _whole_name(reader, i, j):
        return True
    if j - i > 1 or entry.kind not in _SHARED:
        return False
    before = i > 0 and reader.capital(i - 1) and reader.gap(i - 1) in (" ", "-")
    before = before and reader.word(i - 1).casefold() != "the"
    after = j < len(reader.words) and reader.capital(j) and reader.gap(j - 1) == " "
    if after and any(
        reader.word(j) in KINDS_OF_DIVISION or c.population > _LARGE for c in candidates(reader.slice(i, j + 1))
    ):
        return True
    if i > 1 and reader.word(i - 1) in word_set("of") and capital_of(reader.slice(i - 2, j)):
        return True  # "Port of Spain"
    longer = candidates(reader.slice(i - 1, j)) if before else ()
    return any(c.population > _LARGE for c in longer) or bool(longer and containers_at(reader, j)[1])


def _whole_name(reader: PlaceReader, i: int, j: int) -> bool:
    """Whether the phrase is part of a town's name that the model found as a whole: "Santiago de **Cuba**"."""
    number = reader.owner[i]
    if number is None or reader.label(i) not in PLACE_LABELS or reader.mention(i, j).whole:
        return False
    start, end, _, name = reader.entities[number]
    longer = start <= reader.words[i][0] and reader.words[j - 1][1] <= end and len(name) <= _LONGEST_NAME
    return longer and "," not in name and any(c.population > _LARGE for c in candidates(name))


def _lower_case_form(phrase: str) -> bool:
    entry = entry_of(phrase)
    if entry is None:
        return False
    return entry.kind is PlaceKind.SUPRANATIONAL or entry.form.split()[-1][:1].islower()
