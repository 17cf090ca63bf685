"""What was read -> `Article`: ids, publication dates, and what is refused."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from datetime import date, datetime

from nlp.errors import InputError
from nlp.model import Article, PublishedBasis
from nlp.readers.language import guess_language, language_names
from nlp.readers.material import Material
from nlp.temporal.publication import find_publication_date

MAX_LENGTH = 1_000_000
_READABLE = re.compile(r"[^\W_]")
# A time of day behind a date: 23:30, T23:30:00.000Z, T2330-0500, 23:30 GMT.
_CLOCK = re.compile(r"(?<=\d)[Tt ]\s*\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?\s*(?:[A-Za-z]{1,5}|[+-]\d\d(?::?\d\d)?)?$")


def build_article(material: Material, *, default: date | None = None, taken: Collection[str] = ()) -> Article:
    """Make an article of what was read, whose text is kept as it is.

    The publication date is the first that is known of these: the one that came beside the text; the one that the
    document carries; `default`, which the person gave for everything without one; the one that the text states at its
    top. An id made from the text avoids those that are `taken`; one that came with the article is kept to the letter.

    Raises:
        InputError: the date beside the text is not a date.
    """
    published, basis = _publication(material, default)
    return Article(
        id=material.id if material.id and not material.id.isspace() else text_id(material.text, taken),
        text=material.text,
        title=_line(material.title),
        source=_line(material.source),
        url=_line(material.url),
        published=published,
        published_basis=basis,
        language=guess_language(material.text) or "en",  # too short to tell: read as English
    )


def text_id(text: str, taken: Collection[str] = ()) -> str:
    """A short id that is the same for the same text; with a counter behind it where `taken` holds it already.

    >>> text_id("Talks resumed."), text_id("Talks resumed.", {"ae6351357d3"})
    ('ae6351357d3', 'ae6351357d3-2')
    """
    stem = "a" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def read_day(value: date | str | None) -> date | None:
    """A calendar day from an ISO 8601 date; of a date with a time, the day as it is written. Blank is `None`.

    >>> read_day("2025-07-07T23:30:00-05:00")
    datetime.date(2025, 7, 7)

    Raises:
        InputError: the value is something else.
    """
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    written = value.strip()
    if not written:
        return None
    try:
        return date.fromisoformat(_CLOCK.sub("", written))
    except ValueError as error:
        shown = repr(value if len(value) <= 40 else value[:40] + "…")
        raise InputError(
            f"The publication date {shown} is not a date. Write it as YYYY-MM-DD, like 2025-07-31."
        ) from error


def check_article(article: Article) -> None:
    """Refuse what Dateline cannot read, in one sentence that says what to do.

    Raises:
        InputError: the text is empty, holds neither a letter nor a digit, is too long, or is not English.
    """
    if not article.text.strip():
        raise InputError("There is nothing to read: paste an article of at least a sentence.")
    if not _READABLE.search(article.text):
        raise InputError("There are no words in this text: paste an article of at least a sentence.")
    if len(article.text) > MAX_LENGTH:
        raise InputError(
            f"This text has {len(article.text):,} characters, and Dateline reads up to {MAX_LENGTH:,} at once. "
            "Split it into its articles."
        )
    language = article.language or guess_language(article.text)
    if language not in (None, "en"):
        name = language_names().get(str(language), "unlike English")
        raise InputError(
            f"This text looks {name}. Dateline reads English only; paste an English text or a translation."
        )


def _publication(material: Material, default: date | None) -> tuple[date | None, PublishedBasis]:
    given = read_day(material.published)
    if given is not None:
        return given, PublishedBasis.GIVEN
    if material.stated is not None:
        return material.stated, PublishedBasis.TEXT
    if default is not None:
        return default, PublishedBasis.GIVEN
    return find_publication_date(material.text) or (None, PublishedBasis.UNKNOWN)


def _line(value: str | None) -> str | None:
    """White space made single; blank is unknown."""
    return " ".join(value.split()) or None if value else None
