"""Saved or pasted HTML -> the article's text, its title and its date. Nothing is ever fetched."""

from __future__ import annotations

import csv
import functools
import re
from datetime import date
from importlib import resources
from itertools import islice

from nlp.readers.material import Material

_TAG = "p|div|article|section|main|header|h[1-6]|ul|ol|li|blockquote|table|tbody|tr|td|figure|pre|body|html|head|title"
_STARTS = re.compile(rf"\s*(?:<!--.{{0,2000}}?-->\s*)?<(?:!doctype\s+html|\?xml|{_TAG})\b[^<>]{{0,2000}}>", re.I | re.S)
_CLOSES = re.compile(rf"</(?:{_TAG})\s*>", re.I)
_WHOLE_PAGE = re.compile(r"<(?:html|body|head)\b", re.I)
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
# What parts an element from its neighbours.
_EDGES = {"inline": "", "line": "\n", "block": "\n\n", "silent": "\n\n"}
# The clock is not asked whether a page's date lies in the future: the same page must read the same next year.
_DATES = {"original_date": True, "extensive_search": False, "min_date": "1850-01-01", "max_date": "2199-12-31"}


def looks_like_html(text: str) -> bool:
    """Whether a text is markup: it begins with a block's tag, or closes at least two.

    >>> looks_like_html("<p>Talks resumed."), looks_like_html("Shares of Acme <ACM> rose; x < y > z.")
    (True, False)
    """
    if _STARTS.match(text):
        return True
    return sum(1 for _ in islice(_CLOSES.finditer(text), 2)) == 2


def read_html(markup: str) -> Material:
    """Read a web page or a piece of one. A whole page is freed of menus and notices; a piece is taken as it is.

    Text without any tag comes back as one text; an empty page gives an empty text.
    """
    markup = _UNREADABLE.sub(" ", markup)
    if _WHOLE_PAGE.search(markup):
        page = _main_article(markup)
        if page is not None:
            return page
    return Material(strip_tags(markup))


def strip_tags(markup: str) -> str:
    r"""The readable text of any markup: blocks become paragraphs, white space is that of a browser.

    >>> strip_tags("<p>Talks <b>resumed</b>.</p><p>Then they<br>stopped.</p>")
    'Talks resumed.\n\nThen they\nstopped.'
    """
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(markup.encode(), parser=parser)
    except (etree.ParserError, ValueError):  # nothing but blanks or comments
        return ""
    pieces: list[str] = []
    kinds = _tag_kinds()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        kind = kinds.get(element.tag, "block")
        if event == "start" and kind == "silent":
            walk.skip_subtree()
        elif event == "start":
            pieces += [_EDGES[kind], _BLANKS.sub(" ", element.text or "")]
        else:
            pieces += ["" if element.tag == "br" else _EDGES[kind], _BLANKS.sub(" ", element.tail or "")]
    return _tidy("".join(pieces))


@functools.cache
def _tag_kinds() -> dict[str, str]:
    """Tag -> inline, line or silent; all others are blocks."""
    with (resources.files("nlp") / "resources" / "readers_html_tags.csv").open(encoding="utf-8") as table:
        return {row["tag"]: row["kind"] for row in csv.DictReader(table)}


def _tidy(text: str) -> str:
    """Trim every line, and let no more than one blank line stand."""
    text = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _main_article(markup: str) -> Material | None:
    """The article of a whole page with what the page says about it, or `None` where no article can be told."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        markup, include_comments=False, include_tables=True, with_metadata=True, date_extraction_params=dict(_DATES)
    )
    text = _tidy((found.text or "").replace("\n", "\n\n")) if found is not None and not isinstance(found, dict) else ""
    if not text:
        return None
    return Material(
        text,
        title=_clean(found.title),
        source=_clean(found.sitename or found.hostname),
        url=found.url or None,
        stated=_day(found.date),
    )


def _clean(value: str | None) -> str | None:
    return " ".join((value or "").split()) or None


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
