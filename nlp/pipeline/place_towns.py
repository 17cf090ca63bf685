"""Finding the names that may be towns, divisions or sites: what the model or the gazetteer says is one."""

from __future__ import annotations

import re

from nlp.gazetteer import candidates, capital_of, fold, is_weak_name
from nlp.gazetteer.tables import word_set
from nlp.gazetteer.words import joined
from nlp.pipeline.place_called import called_mentions
from nlp.pipeline.place_containers import addressed_mentions, dotted_states
from nlp.pipeline.place_mentions import (
    KINDS_OF_DIVISION,
    PLACE_LABELS,
    Mention,
    PlaceReader,
    is_free,
    is_name,
)
from nlp.pipeline.place_teams import team_mentions

# A town of this size is believed without the model's word for it, one of the next where its institutions are named.
_CITY = 300_000
_TOWN = 15_000
_STATE = 1_000_000  # a state or province of this size is believed inside an institution's name
_LONGEST_TAIL = 3
NO_PLACE_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"})
_DATELINE = re.compile(r"\s?(?:[—–]|--?(?=\s)|\((?=[A-Z]|$))")


def town_mentions(reader: PlaceReader) -> list[Mention]:
    """Names of possible towns whose words nothing has taken yet, in text order."""
    found = addressed_mentions(reader) + team_mentions(reader) + dotted_states(reader)
    found += called_mentions(reader) + _model_places(reader) + _known_cities(reader)
    found += _repeated(reader, {mention.key for mention in found})
    return sorted(found, key=lambda m: (m.start, m.end))


def _model_places(reader: PlaceReader) -> list[Mention]:
    """The model's places, cut at commas, without the words that others have taken."""
    found: list[Mention] = []
    i = 0
    while i < len(reader.words):
        number = reader.owner[i]
        if number is None or reader.label(i) not in PLACE_LABELS or reader.taken[i]:
            i += 1
            continue
        j = i + 1
        while (
            j < len(reader.words)
            and reader.owner[j] == number
            and not reader.taken[j]
            and "," not in reader.gap(j - 1)
            and "\n" not in reader.gap(j - 1)
        ):
            j += 1
        if reader.word(i).casefold() == "the" and j - i > 1:
            i += 1
        j = _hyphenated(reader, i, j)
        partly = (i and reader.owner[i - 1] == number and reader.taken[i - 1]) or (
            j < len(reader.words) and reader.owner[j] == number and reader.taken[j]
        )
        doubtful = partly and (is_weak_name(reader.slice(i, j)) or not candidates(reader.slice(i, j)))
        if reader.capital(i) and not doubtful and not _person(reader, i, j):
            found.append(reader.mention(i, j))
            reader.take(i, j)
        i = j
    return found


def _hyphenated(reader: PlaceReader, i: int, j: int) -> int:
    """Past the last word of a town that goes on behind a hyphen: "**Stoke-on-Trent**"."""
    end = j
    while end < len(reader.words) and end - j < _LONGEST_TAIL and reader.gap(end - 1) == "-" and not reader.taken[end]:
        end += 1
    return end if end > j and candidates(reader.slice(i, end)) else j


def _person(reader: PlaceReader, i: int, j: int) -> bool:
    """Whether a single word that the model calls a place is a person of the text: "Wilson" after "Michael Wilson"."""
    return j - i == 1 and fold(reader.word(i)) in reader.people and not reader.mention(i, j).locative


def _known_cities(reader: PlaceReader) -> list[Mention]:
    """Large cities outside the model's places, and cities in the names of institutions."""
    found: list[Mention] = []
    i = 0
    while i < len(reader.words):
        step = 1
        if reader.capital(i) and not reader.taken[i]:
            for n in (3, 2, 1):
                j = i + n
                if (
                    j <= len(reader.words)
                    and is_name(reader, i, j)
                    and is_free(reader, i, j)
                    and _is_city(reader, i, j)
                ):
                    found.append(reader.mention(i, j))
                    reader.take(i, j)
                    step = n
                    break
        i += step
    return found


def _is_city(reader: PlaceReader, i: int, j: int) -> bool:
    """Whether the words name a town where they stand, though the model does not say so."""
    name = reader.slice(i, j)
    known = candidates(name)
    if not known or (j - i == 1 and len(name) < 4):
        return False
    if _is_dateline(reader, i, j):
        return True
    if capital_of(name) & reader.supported and fold(name) not in reader.people:
        return reader.label(i) != "PERSON" or reader.mention(i, j).whole
    label, mention = reader.label(i), reader.mention(i, j)
    if label in NO_PLACE_LABELS:
        return False
    if label == "PERSON" or (j - i == 1 and fold(name) in reader.people):
        return mention.locative and (label != "PERSON" or (mention.whole and not is_weak_name(name)))
    if reader.word(j - 1) in KINDS_OF_DIVISION and j - i > 1:
        return True
    before = reader.word(i - 1).casefold() if i and reader.gap(i - 1) == " " else ""
    after = _civic_noun(reader, j)
    size = known[0].population
    starts = not (i and reader.capital(i - 1) and reader.gap(i - 1) == " ") or _starts_sentence(reader, i - 1)
    if before in word_set("of") and label == "ORG":
        return size >= _TOWN
    if known[0].level == "A" and size >= _STATE and not is_weak_name(name):
        return True
    if is_weak_name(name) and j - i == 1:
        return (mention.locative and size >= _CITY and label != "ORG") or (
            after in word_set("surely_civic") and starts and size >= _TOWN
        )
    if after in word_set("civic") and starts:
        return size >= _TOWN
    if label in ("ORG", "FAC", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"):
        return size >= _CITY and mention.whole and label == "ORG"
    ends = not (j < len(reader.words) and reader.capital(j) and joined(reader.gap(j - 1)))
    return starts and ends and size >= (_TOWN if j - i > 1 else _CITY)


def _civic_noun(reader: PlaceReader, j: int) -> str:
    """The word behind a name, or the second one where a possessive parts them: "Joliet's building **inspector**"."""
    if j >= len(reader.words):
        return ""
    if reader.gap(j - 1) in ("'s ", "’s "):
        near = [reader.word(k).casefold() for k in range(j, min(j + 2, len(reader.words)))]
        return next((word for word in near if word in word_set("civic")), "")
    return reader.word(j).casefold() if reader.gap(j - 1) == " " else ""


def _starts_sentence(reader: PlaceReader, i: int) -> bool:
    """Whether word i is capitalised only because a sentence begins with it."""
    return (i == 0 or reader.gap(i - 1) not in (" ", "-")) and reader.word(i).casefold() in word_set("openers")


def _is_dateline(reader: PlaceReader, i: int, j: int) -> bool:
    """Whether the words open a paragraph and a dash or an agency in brackets follows: "LIMA (Reuters) - "."""
    if i and "\n" not in reader.gap(i - 1) and not (reader.slice(i, j).isupper() and reader.gap(i - 1)[:1] in ".!?"):
        return False
    gap = reader.gap(j - 1)
    return bool(_DATELINE.match(gap)) and reader.slice(i, j)[:1].isupper()


def _repeated(reader: PlaceReader, names: set[str]) -> list[Mention]:
    """Further uses of names that were found, whatever the model says of them, but in people's names."""
    found: list[Mention] = []
    longest = max((name.count(" ") + 1 for name in names), default=0)
    firsts = {name.split()[0] for name in names if name} | {"st", "ft", "mt"}
    for i in range(len(reader.words)):
        if not reader.capital(i) or fold(reader.word(i)) not in firsts:
            continue
        for n in range(min(longest, 4), 0, -1):
            j = i + n
            if j > len(reader.words) or not is_name(reader, i, j) or not is_free(reader, i, j):
                continue
            name = fold(reader.slice(i, j))
            if name in names and name not in reader.people and candidates(name) and reader.label(i) != "PERSON":
                found.append(reader.mention(i, j))
                reader.take(i, j)
                break
    return found
