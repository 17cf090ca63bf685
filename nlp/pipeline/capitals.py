"""Stretches in capitals (headlines, datelines, whole articles) made mixed case, one code point for one.

A statistical model has learned names by their capitals, so a line that has nothing but capitals hides them. How the
rest of the article writes the same word decides first; then a table of acronyms; then a list of common English words.
Lita et al., "tRuEcasIng" (ACL 2003), describe the task; this is its simplest form, by evidence within the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from nlp.pipeline.entity_gazetteer import is_named
from nlp.pipeline.entity_tables import acronyms, common_words

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_LINE = re.compile(r"[^\n]+")
# "KUALA LUMPUR, July 3 —", "PARIS (Reuters) -", "GENEVA:"; at most four words of at most thirty letters.
_DATELINE = re.compile(
    r"[ \t]*([^\W\d_]{2,30}(?:[ .’'-]{1,2}[^\W\d_]{2,30}){0,3})(?=[ \t]?(?:,|\(|:|/|[—–]|--|-[ \t]))"
)
_SENTENCE_END = ".!?:"
# Letters that a line must have before its case says anything.
_LEAST_LETTERS = 6
# A run of capitals inside a line of mixed case is shouting, not a row of acronyms, from this many long words on.
_LEAST_RUN = 2
_LONGEST_NAME = 5
# Acronyms that in a line of capitals are nearly always the small word.
_PRONOUNS = frozenset({"A", "IT"})
# Verbs in this form ask something of somebody: "LET US IN".
_BEFORE_US = frozenset({"FORGET", "GIVE", "JOIN", "LET", "TELL"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la"})


def recased(text: str) -> str:
    r"""`text` with its stretches of capitals in mixed case; length and offsets are unchanged.

    >>> recased("PEACE TALKS WITH NATO BEGIN IN GENEVA\nThe talks in Geneva began.")
    'Peace talks with NATO begin in Geneva\nThe talks in Geneva began.'
    """
    stretches = sorted(set(_stretches(text)))
    if not stretches:
        return text
    usual = _usual_forms(text, stretches)
    pieces: list[str] = []
    done = 0
    for start, end in stretches:
        if start < done:
            continue
        pieces += (text[done:start], _recase(text[start:end], usual))
        done = end
    return "".join(pieces) + text[done:]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of what is written in capitals without being an acronym."""
    for line in _LINE.finditer(text):
        words = [match for match in _WORD.finditer(text, *line.span()) if len(match.group()) > 1]
        shouted = [match for match in words if match.group().isupper()]
        letters = sum(len(match.group()) for match in shouted)
        if not shouted or letters < _LEAST_LETTERS // 2:
            continue
        if letters >= _LEAST_LETTERS and letters >= 0.8 * sum(len(match.group()) for match in words):
            if any(_is_shouted(match.group()) for match in shouted):
                yield line.span()
            continue
        dateline = _DATELINE.match(text, *line.span())
        if dateline and dateline[1].isupper() and any(_is_shouted(word) for word in _WORD.findall(dateline[1])):
            yield dateline.span(1)
        yield from _runs(words)


def _runs(words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Runs of capitals inside a line of mixed case that are too long to be acronyms."""
    run: list[re.Match[str]] = []
    for match in [*words, None]:
        if match is not None and match.group().isupper():
            run.append(match)
            continue
        if sum(_is_shouted(each.group()) for each in run) >= _LEAST_RUN:
            yield run[0].start(), run[-1].end()
        run = []


def _is_shouted(word: str) -> bool:
    """Whether a word in capitals is a word rather than an acronym."""
    return len(word) >= 4 and word not in acronyms()


def _usual_forms(text: str, stretches: list[tuple[int, int]]) -> dict[str, str]:
    """For each word, by its lower-case form, how the rest of the text mostly writes it inside its sentences."""
    forms: dict[str, Counter[str]] = {}
    done = 0
    for start, end in [*stretches, (len(text), len(text))]:
        for match in _WORD.finditer(text, done, max(start, done)):
            if not _opens_sentence(text, match.start()):
                forms.setdefault(_lower(match.group()), Counter())[match.group()] += 1
        done = max(done, end)
    return {word: max(counts, key=lambda form: (counts[form], form)) for word, counts in forms.items()}


def _opens_sentence(text: str, at: int) -> bool:
    """Whether the word at `at` would have a capital whatever it is."""
    while at and text[at - 1] in " \t\"“‘'(":
        at -= 1
    return at == 0 or text[at - 1] in ".!?:\n"


def _recase(stretch: str, usual: dict[str, str]) -> str:
    """One stretch of capitals in mixed case."""
    pieces: list[str] = []
    done = 0
    words = list(_WORD.finditer(stretch))
    named = _in_names(stretch, words)
    for number, match in enumerate(words):
        between = stretch[done : match.start()]
        word = match.group()
        ended = between if number == 0 or len(words[number - 1].group()) > 1 else between.lstrip(".")
        opens = not pieces or any(mark in _SENTENCE_END for mark in ended)
        following = (
            words[number + 1].group()
            if number + 1 < len(words) and stretch[match.end() : match.end() + 1] == " "
            else ""
        )
        if word == "WHO" and "," in between:
            form = "who"
        elif word == "US" and number and words[number - 1].group() in _BEFORE_US:
            form = "us"
        elif word in acronyms() and number in named:
            form = word
        elif (number in named and _lower(word) not in _SMALL) or _begins_name(word, following, usual):
            form = _with_capitals(word, _lower(word))
        else:
            form = _recase_word(word, usual, opens, abbreviated=stretch[match.end() : match.end() + 1] == ".")
        pieces += (between, form)
        done = match.end()
    return "".join(pieces) + stretch[done:]


def _begins_name(word: str, following: str, usual: dict[str, str]) -> bool:
    """Whether a word of two or three letters is a name's before another of its words: "GUO JIAKUN"."""
    known = any(_lower(each) in usual or _is_common(_lower(each)) or each in acronyms() for each in (word, following))
    return not known and word.isupper() and 1 < len(word) < 4 <= len(following)


def _in_names(stretch: str, words: list[re.Match[str]]) -> set[int]:
    """The numbers of the words that are part of a name of several words in the gazetteer: "UNITED STATES"."""
    found: set[int] = set()
    start = 0
    while start < len(words):
        step = 1
        for end in range(min(start + _LONGEST_NAME, len(words)), start + 1, -1):
            text = stretch[words[start].start() : words[end - 1].end()]
            if text.isupper() and is_named(" ".join(_with_capitals(word, _lower(word)) for word in text.split())):
                found.update(range(start, end))
                step = end - start
                break
        start += step
    return found


def _recase_word(word: str, usual: dict[str, str], opens: bool, *, abbreviated: bool) -> str:
    """One word of a stretch in capitals; `opens` where it begins a sentence, `abbreviated` before a full stop."""
    lower = _lower(word)
    if not word.isupper() or (len(word) == 1 and (abbreviated or lower not in {"a"})):
        return word
    form = usual.get(lower)
    if word in _PRONOUNS:
        form = lower
    if form is None:
        if word in acronyms() or (len(word) < 4 and lower not in common_words()):
            return word
        form = lower if _is_common(lower) else _with_capitals(word, lower)
    return word[0] + form[1:] if opens and form.islower() else form


def _is_common(word: str) -> bool:
    """Whether a lower-case word, without a possessive or another ending after an apostrophe, is a common one."""
    stem = re.split("[’']", word, maxsplit=1)[0]
    return word in common_words() or stem in common_words()


def _with_capitals(word: str, lower: str) -> str:
    """A name's word with its first letter as it was, and that after an apostrophe too: "O’Brien", but "Finland’s"."""
    cased = [word[0], *lower[1:]]
    mark = max(word.find("’"), word.find("'"))
    if mark >= 0 and len(word) - mark > 3:
        cased[mark + 1] = word[mark + 1]
    return "".join(cased)


def _lower(word: str) -> str:
    """`word` in lower case; of the one letter whose lower case takes two code points, "İ", the first is taken."""
    return word.lower() if len(word.lower()) == len(word) else "".join(c.lower()[0] for c in word)
