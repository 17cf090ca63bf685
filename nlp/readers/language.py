"""Is this English? First a cheap look at letters and small words; a language model only where that leaves doubt."""

from __future__ import annotations

import csv
import functools
import re
import unicodedata
from collections import Counter
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 6_000
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_ENGLISH = 0.12
_FEW_ENGLISH = 0.03
# Below so many letters a guess about a text in Latin script is a coin toss: names decide, not the language.
_ENOUGH_LETTERS = 40
# Measured over news and over lists of names: English text never fell so low, other languages never rose so high.
_ENGLISH_DENIED = 0.001
_OTHER_CERTAIN = 0.4  # Danish and Norwegian, Indonesian and Malay share what is left
# German prose, which gives every noun a capital, has half of its words in small letters; a list of names has a sixth.
_FEW_SMALL_LETTERS = 0.33
_SCRIPTS = {
    "CYRILLIC": "ru", "ARABIC": "ar", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "GREEK": "el",
    "HEBREW": "he", "DEVANAGARI": "hi", "BENGALI": "bn", "THAI": "th", "GEORGIAN": "ka", "ARMENIAN": "hy",
}  # fmt: skip


def guess_language(text: str) -> str | None:
    """The ISO 639 code of the language that a text is in, `None` where it is too short to tell.

    >>> guess_language("The talks will resume in the coming days, said the minister.")
    'en'
    >>> guess_language("Putin") is None
    True
    """
    sample = _sample(text)
    words = _WORD.findall(unicodedata.normalize("NFKC", sample).lower())  # letters in fancy dress are letters
    letters = sum(map(len, words))
    if not letters:
        return None
    script, share = _foreign_script("".join(words))
    if script and share > 0.5:
        return _ask_model(sample)[0] if letters >= _ENOUGH_LETTERS else _SCRIPTS.get(script, "und")
    small = sum(word in _english_words() for word in words) / len(words)
    if small >= _ENOUGH_ENGLISH:
        return "en"
    if letters < _ENOUGH_LETTERS:
        return None
    language, certain, english = _ask_model(sample)
    if language == "en":
        return "en"
    doubtful = english >= _ENGLISH_DENIED or certain < _OTHER_CERTAIN or small >= _FEW_ENGLISH or _only_names(sample)
    return None if doubtful or language not in language_names() else language


def _only_names(sample: str) -> bool:
    """Whether a text is a list of names, which has no language: few of its words are in small letters."""
    words = _WORD.findall(sample)
    return not sample.isupper() and sum(word[0].islower() for word in words) < _FEW_SMALL_LETTERS * len(words)


@functools.cache
def language_names() -> dict[str, str]:
    """ISO 639 code -> English name, for the languages that the model can tell apart."""
    return {row["code"]: row["name"] for row in _rows("readers_languages.csv")}


@functools.cache
def _english_words() -> frozenset[str]:
    """Small words of English that are none of its neighbours' small words ("in", "die", "was", "on" and "an" are)."""
    return frozenset(row["word"] for row in _rows("readers_english_words.csv"))


def _rows(name: str) -> list[dict[str, str]]:
    with (resources.files("nlp") / "resources" / name).open(encoding="utf-8") as table:
        return list(csv.DictReader(table))


def _sample(text: str) -> str:
    """The beginning and the middle: an article's head may be a list of names, its tail a list of links."""
    if len(text) <= _SAMPLE:
        return text
    half, middle = _SAMPLE // 2, len(text) // 2
    return text[:half] + "\n" + text[middle : middle + half]


def _foreign_script(letters: str) -> tuple[str | None, float]:
    """The most frequent script other than Latin and the share of the letters that are not Latin."""
    counts: Counter[str] = Counter()
    for letter, times in Counter(letters).items():
        counts[unicodedata.name(letter, "UNKNOWN").split(" ")[0]] += times
    latin = counts.pop("LATIN", 0)
    if not counts:
        return None, 0.0
    total = latin + counts.total()
    return counts.most_common(1)[0][0], 1 - latin / total


def _ask_model(sample: str) -> tuple[str, float, float]:
    """The most likely language, its probability, and that of English."""
    ranking = _model().rank(sample)
    return ranking[0][0], ranking[0][1], dict(ranking)["en"]


@functools.cache
def _model() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a second to load: only where it is needed

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
