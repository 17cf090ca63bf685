"""Surface forms of names, and what two spellings of the same form have in common."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass, field

from nlp.pipeline.entity_tables import legal_suffixes, particles, spellings, titles

_DROPPED = str.maketrans(
    {"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", ".": None, ",": None, '"': None, "“": None, "”": None}
)
_PLACES = frozenset({"GPE", "LOC", "FAC"})
# A nickname between quotation marks: Jorge "Tuto" Quiroga.
_NICKNAME = re.compile(r"[\"“'‘][^\"“”'’ ]{1,20}[\"”'’]\s")
# Endings that are one and the same in the alphabets that they are transliterated from: Zelenskiy, Zelenskyy, Zelensky.
_ENDINGS = ("iy", "yy", "yi", "ij")
_LEAST_STEM = 4
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a document names something.

    `country` is set where the form is a country or a nationality; `owner` is the country whose public body it is, where
    the words beside the name say so ("the Russian Senate", "the Senate of Chile"), and `stated` the name with them.
    """

    text: str
    label: str
    country: str | None = None
    owner: str | None = None
    stated: str = field(default="", compare=False)

    @property
    def group(self) -> str:
        """The family of labels inside which names are compared: people, peoples, places, or all other things."""
        if self.label in ("PERSON", "NORP"):
            return self.label
        return "PLACE" if self.label in _PLACES else "THING"


@functools.lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """A name without case, accents, full stops, a leading article or a possessive; spellings made one.

    >>> folded("The U.S.'s"), folded("Médecins Sans Frontières"), folded("Centre for Defence Studies")
    ('us', 'medecins sans frontieres', 'center for defense studies')
    """
    plain = unicodedata.normalize("NFKD", text.translate(_DROPPED)).casefold()
    words = "".join(c for c in plain if not unicodedata.combining(c)).replace("&", " and ").split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if words and words[-1].endswith("'s"):
        words[-1] = words[-1][:-2]
    return " ".join(spellings().get(word, word) for word in words)


def agree_in_case(one: str, other: str) -> bool:
    """Whether two names with the same letters can be the same: a short one in capitals is an acronym, not a word.

    >>> agree_in_case("WHO", "Who"), agree_in_case("UN", "U.N."), agree_in_case("KREMLIN", "Kremlin")
    (False, True, True)
    """
    return len(folded(one)) > 3 or one.isupper() == other.isupper()


@functools.lru_cache(maxsize=8192)
def person_words(text: str) -> tuple[str, ...]:
    """The words of a person's name that tell people apart: no title, no generation, no particle, hyphens opened.

    >>> person_words("Gen. Mark A. Milley"), person_words("Bashar al-Assad"), person_words("Ban Ki-moon")
    (('mark', 'a', 'milley'), ('bashar', 'assad'), ('ban', 'ki', 'moon'))
    """
    plain = _NICKNAME.sub("", text).replace(".", "").split()
    for length in range(min(3, len(plain) - 1), 0, -1):
        if tuple(plain[:length]) in titles():
            plain = plain[length:]
            break
    words = folded(" ".join(plain)).replace("-", " ").split()
    kept = [_transliterated(word) for word in words if word not in particles() and word not in _GENERATIONS]
    return tuple(kept or words)


def generation(text: str) -> bool:
    """Whether a name ends in what tells a son from his father: "Donald Trump Jr."."""
    words = text.replace(".", "").replace(",", " ").lower().split()
    return len(words) > 2 and words[-1] in _GENERATIONS


def _transliterated(word: str) -> str:
    """A word with one of several transliterated endings in the shortest form.

    >>> _transliterated("zelenskiy"), _transliterated("levi")
    ('zelensky', 'levi')
    """
    return word[:-2] + "y" if word.endswith(_ENDINGS) and len(word) - 2 >= _LEAST_STEM else word


@functools.lru_cache(maxsize=8192)
def organisation_words(text: str) -> tuple[str, ...]:
    """The words of an organisation's name without what says only its legal form.

    >>> organisation_words("Exxon Mobil Corp."), organisation_words("Petronas Holdings Sdn. Bhd.")
    (('exxon', 'mobil'), ('petronas',))
    """
    return tuple(folded(" ".join(plain_words(text))).split())


def plain_words(text: str) -> list[str]:
    """The words of an organisation's name as they are written, without its legal form."""
    plain = text.replace(",", " ").split()
    while len(plain) > 1 and (plain[-1] in legal_suffixes() or plain[-1].rstrip(".") in legal_suffixes()):
        plain.pop()
    return plain
