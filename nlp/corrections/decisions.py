"""The vocabulary of corrections.

Everywhere, `articles` are the ids of the only articles for which a decision holds; empty for all, also for those that
come later. `spans` are, in a decision for one article, the only places of the text that are meant; empty for all.
Names are compared without regard to case, accents or a leading article.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nlp.model import EventStatus, Span

BY_HAND = "corrected by hand"
RULE = "analyst"  # the rule of what was decided by hand
DATED = "analyst: days"  # the rule of an event whose days were


class Reach(StrEnum):
    """What a decision on names takes hold of: whole entries of the list, single mentions, or words of the text."""

    ENTRIES = "entries"
    MENTIONS = "mentions"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class NameDecision:
    """What some names mean.

    Attributes:
        reach: `ENTRIES` takes entities of these `groups` that are called by one of `names`, with all their mentions;
            `MENTIONS` takes only the mentions of entities of these groups that are written so, and leaves the rest of
            their entities; `WORDS` takes the words wherever the text has them, in these letters, also where no name was
            found, unless they are a part of a longer name.
        names: at least one.
        groups: some of those of `nlp.kinds.group_of`; empty for `WORDS`.
        means: the name of what they mean; `None` says that they are no name of anything.
        label: OntoNotes' label of what they mean; empty where that is nothing.
        apart: what they mean is something of its own, which no rule may take for anything else of a like name.
        articles: as above.
        spans: as above, with `MENTIONS`.
        of_apart: it takes hold of entities that were set apart before, and of no others; else of others only.
        country: the country that is a part of what they mean, as of a ministry; `None` as before.
    """

    reach: Reach
    names: tuple[str, ...]
    groups: tuple[str, ...] = ()
    means: str | None = None
    label: str = ""
    apart: bool = False
    articles: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    of_apart: bool = False
    country: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceDecision:
    """For which country names of places count.

    Attributes:
        names: as the text writes them, at least one.
        country: ISO 3166-1 alpha-3; `None` for none.
        place: `False` says that they name no place and no people at all; then there is no country.
        articles: as above.
        spans: as above.
        instead_of: the country for which they count so far, empty for none: others of that name are not meant; `None`
            for all.
    """

    names: tuple[str, ...]
    country: str | None = None
    place: bool = True
    articles: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    instead_of: str | None = None


@dataclass(frozen=True, slots=True)
class EventDecision:
    """What one event of an article is, or that there is one in a sentence. Only what it says changes.

    Attributes:
        article: its id.
        sentence: the event's own sentence.
        time: the event's date; empty, in the sentence, where that has none.
        trigger: the event's; `None` where it has none.
        words: what the event was called before, to tell decisions apart.
        kept: `False` says that this is no event.
        added: there was no such event before.
        label: what happens; empty as before.
        dated: whether it says which days these are, both of `nlp.model.Event`'s.
        first_day: the first of them.
        last_day: the last of them.
        status: of `nlp.model.Event`; `None` as before.
    """

    article: str
    sentence: Span
    time: Span
    trigger: Span | None = None
    words: str = ""
    kept: bool = True
    added: bool = False
    label: str = ""
    dated: bool = False
    first_day: date | None = None
    last_day: date | None = None
    status: EventStatus | None = None


@dataclass(frozen=True, slots=True)
class StatementDecision:
    """Who made one statement of an article, or that it is none.

    Attributes:
        article: its id.
        start: where the statement begins.
        end: where its first stretch ends, as in `nlp.model.Quote`.
        kept: `False` says that this is no statement.
        speaker: the name of one of the article's entities; `None` for nobody who has a name.
        label: OntoNotes' label of that entity.
        apart: whether it is the one of that name that was set apart.
        words: what is said, or its beginning: to tell decisions apart.
    """

    article: str
    start: int
    end: int
    kept: bool = True
    speaker: str | None = None
    label: str = ""
    words: str = ""
    apart: bool = False


Decision = NameDecision | PlaceDecision | EventDecision | StatementDecision
