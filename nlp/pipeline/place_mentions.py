"""The words and names of a document as the place rules read them, and what they find."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from spacy.symbols import NOUN, PROPN, nsubj, nsubjpass, poss
from spacy.tokens import Doc

from nlp.gazetteer import Entry, alias_key, candidates, fold
from nlp.gazetteer.tables import word_set
from nlp.gazetteer.words import joined, split_words

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LEAST_SPORT = 3  # so many different words of sport make a text one about sport
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
    sentence: int = 0

    @property
    def is_settled(self) -> bool:
        """Whether the name says its country by itself, whatever the text says."""
        return self.entry is not None and self.entry.strong

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
        self.forms = [self.text[start:end] for start, end in self.words]
        self.gaps = [self.text[one[1] : other[0]] for one, other in pairwise(self.words)]
        self.is_sport = len(word_set("sport").intersection(form.casefold() for form in self.forms)) >= LEAST_SPORT
        self.things: set[str] = set()
        self.supported: set[str | None] = set()
        self.chosen: dict[int, Container] = {}
        self.sentences: list[int] = []
        self.nouns: set[int] = set()
        self.subjects: set[int] = set()  # subjects and owners
        for token in doc:  # numbers, not strings: this loop is most of the reading
            if token.is_sent_start:
                self.sentences.append(token.idx)
            if token.pos in (NOUN, PROPN):
                self.nouns.add(token.idx)
                if token.dep in (nsubj, nsubjpass, poss):
                    self.subjects.add(token.idx)

    def word(self, i: int) -> str:
        return self.forms[i]

    def slice(self, i: int, j: int) -> str:
        """The text from word i to before word j."""
        return self.text[self.words[i][0] : self.words[j - 1][1]]

    def capital(self, i: int) -> bool:
        return self.capitals[i]

    def gap(self, i: int) -> str:
        """What stands between word i and the next."""
        if i < 0 or i + 1 >= len(self.words):
            return "\n\n"
        return self.gaps[i]

    def label(self, i: int) -> str:
        number = self.owner[i]
        return "" if number is None else self.entities[number][2]

    def mention(self, i: int, j: int, entries: tuple[Entry, ...] = (), inside: Container | None = None) -> Mention:
        number = self.owner[i]
        start, end = self.words[i][0], self.words[j - 1][1]
        whole = number is not None and fold(self.entities[number][3]) == fold(self.text[start:end])
        locative = i > 0 and self.word(i - 1).casefold() in word_set("locative") and self.gap(i - 1).isspace()
        sentence = bisect_right(self.sentences, start)
        return Mention(
            start, end, self.text[start:end], self.label(i), whole, entries, inside, locative, sentence=sentence
        )

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


def is_free(reader: PlaceReader, i: int, j: int) -> bool:
    """Whether nothing has taken any of the words i to j."""
    return not any(reader.taken[i:j])


def is_name(reader: PlaceReader, i: int, j: int) -> bool:
    """Whether words i to j are one capitalised phrase."""
    return (
        reader.capital(i)
        and reader.capital(j - 1)
        and not (reader.word(i).casefold() == "the" and fold(reader.slice(i, j)) != "hague")
        and all(joined(reader.gap(k)) for k in range(i, j - 1))
        and not reader.word(i).isdigit()
    )
