"""The form of an expression without its particulars: "5 May 2021" and "30 June 1999" are both `N MONTH YEAR`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|'s\b|[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*|[^\w\s]")
_WORD = re.compile(r"[A-Za-z]+")
_HALF_OF_DAY = re.compile(r"\b([apAP])\.\s?[mM]\b\.?")
_HALVES = frozenset({"am", "pm"})
_MONTH = re.compile("january|february|march|april|may|june|july|august|september|october|november|december")
_SHORT_MONTH = re.compile("jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec")
_WEEKDAY = re.compile("monday|tuesday|wednesday|thursday|friday|saturday|sunday")
_SHORT_WEEKDAY = re.compile("mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun")
_FEAST = re.compile("christmas|easter|halloween|hanukkah|ramadan|thanksgiving")
_NAMES = {"MONTH": _MONTH, "MTH": _SHORT_MONTH, "WEEKDAY": _WEEKDAY, "WKD": _SHORT_WEEKDAY}
_NUMBER = re.compile(
    r"one|two|three|five|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand"
    r"|(?:four|six|seven|eight|nine)(?:teen|ty)?|thirteen|fifteen|eighteen|eighty"
)
_ORDINAL = re.compile(
    r"first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen)th|(?:twen|thir)tieth"
)
# Words that may stand around any number: "from 3 to 5" has the form of a score as much as of two days.
_TELLS_NOTHING = frozenset(
    {
        "a", "about", "after", "an", "and", "around", "as", "at", "before", "between", "by", "during", "for", "from",
        "in", "of", "on", "or", "since", "than", "the", "through", "till", "to", "until", "with",
        "BIG", "DECIMAL", "N", "NUM", "ORD",
        "last", "next", "that", "these", "this", "those",
    }
)  # fmt: skip


def skeleton(text: str) -> str:
    """The form of an expression, its tokens parted by blanks.

    Names of months and weekdays with a capital, in full or cut short (`MTH`, `WKD`), number words and ordinals become
    their class, digits a class by their shape; a run of number words counts once. What stood without a blank between a
    number and letters is joined by `+`. Units and all other words stay, in small letters but for words in capitals
    ("ATM" is no "atm").

    >>> skeleton("Sept. 3, at 5:30pm")
    'MTH N , at CLOCK+pm'
    """
    return " ".join(_tokens(text))


def capitalise_names(text: str, start: int, end: int) -> str:
    """The text, as long as before, with months, weekdays and feasts capitalised in `[start, end)`, as in news.

    >>> capitalise_names("may we meet on fri. 3 may", 12, 25)
    'may we meet on Fri. 3 May'
    """
    return text[:start] + _WORD.sub(_as_name, text[start:end]) + text[end:]


def _as_name(word: re.Match[str]) -> str:
    lower = word[0].lower()
    return word[0].title() if any(names.fullmatch(lower) for names in (*_NAMES.values(), _FEAST)) else word[0]


def tells_time(form: str) -> bool:
    """Whether a form holds more than numbers, signs and words that stand around any number.

    >>> tells_time("from N to N"), tells_time("N / N / N"), tells_time("in YEAR")
    (False, True, True)
    """
    if form in {"N / N / N", "N - N - N"}:
        return True
    return any(part.strip("+").isalpha() and part not in _TELLS_NOTHING for part in re.split(r"[ +]", form))


def count_forms(forms: Iterable[str], texts: Iterable[str]) -> Counter[str]:
    """How often each of the forms occurs in the texts, as whole tokens; a form that does not occur counts 0."""
    wanted = {tuple(form.split()) for form in forms if form}
    lengths: dict[str, set[int]] = {}
    for parts in wanted:
        lengths.setdefault(parts[0], set()).add(len(parts))
    counts: Counter[str] = Counter()
    for text in texts:
        tokens = list(_tokens(text))
        for place, token in enumerate(tokens):
            for length in lengths.get(token, ()):
                parts = tuple(tokens[place : place + length])
                if parts in wanted:
                    counts[" ".join(parts)] += 1
    return counts


def _tokens(text: str) -> Iterator[str]:
    text = re.sub("[‘’]", "'", re.sub("[‐-―]", "-", text))
    text = _HALF_OF_DAY.sub(r"\1m", text)
    last, end = "", -1
    for found in _TOKEN.finditer(text):
        kind = _class_of(found[0])
        glued = found.start() == end and found[0][0].isalnum() and last[-1:].isalnum()
        if glued and last == "N" and kind in {"st", "nd", "rd", "th"}:
            last = "ORD"
        elif glued:
            last = f"{last}+{kind}"
        elif not (kind == "NUM" == last or (kind == "." and last in _NAMES)):
            if last:
                yield last
            last = kind
        end = found.end()
    if last:
        yield last


def _class_of(token: str) -> str:
    if token[0].isdigit():
        return _class_of_digits(token)
    lower = token.lower()
    if token[0].isupper():
        name = next((name for name, names in _NAMES.items() if names.fullmatch(lower)), "")
        if name or (token.isupper() and len(token) > 1 and lower not in _HALVES):
            return name or token
    return next((name for name, words in (("NUM", _NUMBER), ("ORD", _ORDINAL)) if words.fullmatch(lower)), lower)


def _class_of_digits(token: str) -> str:
    if ":" in token:
        return "CLOCK"
    if token.isdigit():
        return "N" if len(token) <= 2 else "YEAR" if len(token) == 4 and "1000" <= token < "2200" else "BIG"
    return "DECIMAL" if token.count(".") == 1 and "," not in token else "BIG"
