"""Finding the spans that may point to places: phrases that name a country, and names that may be towns."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from nlp.gazetteer import Entry, abbreviations, alias_key, candidates, capital_of, division, entries_of, entry_of, fold
from nlp.gazetteer.lexicon import most_words
from nlp.gazetteer.tables import word_set
from nlp.gazetteer.words import joined, split_words
from nlp.model import PlaceKind

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
DWARFED = 50
_LARGE, _LONGEST_NAME = 50_000, 60
_SHARED = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.CITY, PlaceKind.NATIONALITY)
KINDS_OF_DIVISION = word_set("divisions")


@dataclass(frozen=True, slots=True)
class Container:
    """What a name says that it lies in: "Georgia" in "Athens, Georgia". `admin1` is empty for a whole country."""

    iso3: str
    admin1: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the text that may be a place, before it is decided which.

    `entries` are the lexicon's, likeliest first; `label` is the model's for the entity around it, or empty; `whole`
    tells whether the span is that whole entity; `inside` is the container that the text gives with the name, and
    `chosen` the container that the mention itself turned out to be ("Georgia" after "Tbilisi"). `use` is the rule to
    name where it says more than how the name was resolved: of a team, of a people beyond its state, of a seat.
    """

    start: int
    end: int
    text: str
    label: str
    whole: bool
    entries: tuple[Entry, ...] = ()
    inside: Container | None = None
    locative: bool = False
    chosen: Container | None = None
    use: str = ""

    @property
    def entry(self) -> Entry | None:
        """The likeliest entry, if the lexicon has the phrase."""
        return self.entries[0] if self.entries else None

    @property
    def key(self) -> str:
        """The name, folded: mentions with one key have one sense in an article."""
        return alias_key(self.entries[0].form) + "*" if self.entries else fold(self.text)


class PlaceReader:
    """The words and entities of one document, and the mentions found so far."""

    def __init__(self, doc: Doc) -> None:
        self.text: str = doc.text
        self.words = [_with_its_s(word, self.text) for word in split_words(self.text)]
        self.has_case = any(c.isupper() for c in self.text)
        self.capitals = [self.text[start].isupper() or not self.has_case for start, _ in self.words]
        self.entities = [(e.start_char, e.end_char, e.label_, e.text) for e in doc.ents]
        self.owner: list[int | None] = [None] * len(self.words)
        at = 0
        for number, (start, end, _, _) in enumerate(self.entities):
            while at < len(self.words) and self.words[at][1] <= start:
                at += 1
            while at < len(self.words) and self.words[at][0] < end:
                self.owner[at] = number
                at += 1
        self.taken = [False] * len(self.words)
        self.people = self._people()
        self.things: set[str] = set()
        self.supported: set[str | None] = set()
        self.subjects = {
            t.idx for t in doc if t.dep_ in ("nsubj", "nsubjpass") or (t.dep_ == "poss" and t.pos_ == "PROPN")
        }
        self.chosen: dict[int, Container] = {}

    def word(self, i: int) -> str:
        start, end = self.words[i]
        return self.text[start:end]

    def slice(self, i: int, j: int) -> str:
        """The text from word i to before word j."""
        return self.text[self.words[i][0] : self.words[j - 1][1]]

    def capital(self, i: int) -> bool:
        return self.capitals[i]

    def gap(self, i: int) -> str:
        """What stands between word i and the next."""
        if i < 0 or i + 1 >= len(self.words):
            return "\n\n"
        return self.text[self.words[i][1] : self.words[i + 1][0]]

    def label(self, i: int) -> str:
        number = self.owner[i]
        return "" if number is None else self.entities[number][2]

    def mention(self, i: int, j: int, entries: tuple[Entry, ...] = (), inside: Container | None = None) -> Mention:
        number = self.owner[i]
        start, end = self.words[i][0], self.words[j - 1][1]
        whole = number is not None and fold(self.entities[number][3]) == fold(self.text[start:end])
        locative = i > 0 and self.word(i - 1).casefold() in word_set("locative") and self.gap(i - 1).isspace()
        return Mention(start, end, self.text[start:end], self.label(i), whole, entries, inside, locative)

    def take(self, i: int, j: int) -> None:
        for k in range(i, j):
            self.taken[k] = True

    def _people(self) -> frozenset[str]:
        """The words of people's full names."""
        names = (text.split() for _, _, label, text in self.entities if label == "PERSON")
        return frozenset(fold(part) for name in names if len(name) > 1 for part in name)


def _with_its_s(word: tuple[int, int], text: str) -> tuple[int, int]:
    """A saint's town with the s that belongs to its name: "St. **John's**", where such a town is the larger one."""
    start, end = word
    if text[end : end + 2] not in ("'s", "’s") or not text[max(0, start - 4) : start].endswith(("St. ", "St ")):
        return word
    names = (text[start - 4 if text[start - 2] == "." else start - 3 : stop] for stop in (end, end + 2))
    without, with_it = (max((c.population for c in candidates(name)), default=0) for name in names)
    return (start, end + 2) if with_it and 3 * with_it > without else word


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
    return entry is not None and entry.form.split()[-1][:1].islower()


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
    return max(inside) * DWARFED >= max(c.population for c in known)
