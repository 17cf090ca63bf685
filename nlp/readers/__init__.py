"""Pasted text and files -> `nlp.model.Article`."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

from nlp.errors import InputError
from nlp.model import Article
from nlp.readers.articles import build_article, check_article, read_day, text_id
from nlp.readers.files import STANDARD_INPUT, SUFFIXES, Reading, read_stream
from nlp.readers.language import guess_language
from nlp.readers.markup import looks_like_html, read_html
from nlp.readers.material import Material

__all__ = [
    "STANDARD_INPUT",
    "SUFFIXES",
    "Reading",
    "check_article",
    "guess_language",
    "looks_like_html",
    "read_day",
    "read_each",
    "read_file",
    "read_pasted",
    "read_stream",
    "text_id",
]


def read_pasted(
    text: str,
    *,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    published: date | str | None = None,
    article_id: str | None = None,
) -> Article:
    """Make an article of pasted text, which is kept to the letter unless it is HTML: then its article's text is taken.

    What the person gave goes before what the page says about itself. The text is not judged: `check_article` does that.

    Raises:
        InputError: `published` is not a date.
    """
    found = read_html(text) if looks_like_html(text) else Material(text)
    return build_article(
        replace(
            found,
            id=article_id,
            title=title or found.title,
            source=source or found.source,
            url=url or found.url,
            published=published,
        )
    )


def read_file(path: str | Path, data: bytes | None = None, *, published: date | None = None) -> list[Article]:
    """Read all articles of one file.

    Args:
        path: where the file lies or, with `data`, only its name, whose ending tells its kind.
        data: the file's bytes, where they are at hand (an upload).
        published: the publication date of articles that carry none.

    Raises:
        InputError: the file, or a line of it, cannot be read; the sentence begins with the place.
    """
    articles: list[Article] = []
    for reading in read_each(path, data, published=published):
        if reading.article is None:
            raise InputError(f"{reading.place}: {reading.problem}")
        articles.append(reading.article)
    return articles


def read_each(path: str | Path, data: bytes | None = None, *, published: date | None = None) -> list[Reading]:
    """Like `read_file`, but what cannot be read stands in the list with its place and reason, and the rest goes on."""
    name = str(path)
    if data is not None:
        return list(read_stream(name, io.BytesIO(data), default=published))
    try:
        with Path(path).open("rb") as stream:
            return list(read_stream(name, stream, default=published))
    except OSError as error:
        return [Reading(name, problem=f"This file cannot be read: {error.strerror or error}.")]
