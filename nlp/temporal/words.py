"""What the temporal layer reads: words with their place in the text and what a tagger knows of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"\S+")
_SENTENCE_END = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Word:
    """One token of a text, `[start, end)` in code points; without a tagger everything after `end` stays empty.

    `tag` is a Penn Treebank tag, `sentence` counts sentences from 0, `tense` ("past", "present", "future" or "") is
    that of the clause that the word stands in, `label` is the OntoNotes label of the name that the word is part of,
    `country` the ISO 3166-1 alpha-3 code of the country that it points to; `opens_line` says that nothing stands before
    it on its line, `certain` that it hangs by a verb of the past itself, with no plan between them.
    """

    text: str
    start: int
    end: int
    tag: str = ""
    sentence: int = 0
    tense: str = ""
    label: str = ""
    country: str = ""
    opens_line: bool = False
    certain: bool = False


def split_words(text: str) -> tuple[Word, ...]:
    """Words between white space, for texts that no tagger has seen; a closing full stop, `!` or `?` ends a sentence.

    >>> [w.text for w in split_words("On Friday.")]
    ['On', 'Friday.']
    """
    words: list[Word] = []
    sentence = 0
    for found in _WORD.finditer(text):
        opens = not words or "\n" in text[words[-1].end : found.start()]
        words.append(Word(found.group(), found.start(), found.end(), sentence=sentence, opens_line=opens))
        if found.group()[-1] in _SENTENCE_END and len(found.group()) > 4:
            sentence += 1
    return tuple(words)
