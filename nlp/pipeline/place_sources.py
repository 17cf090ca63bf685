"""Where an article's source is at home, as far as its name or its address tells."""

from __future__ import annotations

import functools
import re

from nlp.gazetteer import candidates, countries, entry_of
from nlp.model import Article, PlaceKind

# Two-letter domains that are sold to everybody.
_SOLD = frozenset({"ai", "cc", "co", "fm", "gg", "io", "la", "ly", "me", "nu", "sh", "so", "to", "tv", "vc", "ws"})
_HOST = re.compile(r"^(?:[a-z]+://)?(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]+(?:[ '’.-][^\W\d_]+)*")
_LONGEST = 3
_TOWN = 50_000
_DWARFED = 20


def source_country(article: Article) -> str | None:
    """The country (ISO 3166-1 alpha-3) of the article's address or of the place in its source's name, if there is one.

    >>> source_country(Article("a", "", url="https://www.example.co.nz/news/1"))
    'NZL'
    >>> source_country(Article("a", "", source="The Irish Times")), source_country(Article("a", "", source="An agency"))
    ('IRL', None)
    """
    return _of_address(article.url) or _of_name(article.source)


@functools.cache
def _domains() -> dict[str, str]:
    own = {country.iso2.lower(): country.iso3 for country in countries()}
    return {domain: iso3 for domain, iso3 in {**own, "uk": "GBR"}.items() if domain not in _SOLD}


def _of_address(url: str | None) -> str | None:
    host = _HOST.match(url.strip()) if url else None
    return _domains().get(host[1].rsplit(".", 1)[-1].lower()) if host and "." in host[1] else None


def _of_name(source: str | None) -> str | None:
    words = source.split() if source else []
    for length in range(_LONGEST, 0, -1):
        for start in range(len(words) - length + 1):
            found = _country_of(" ".join(words[start : start + length]))
            if found:
                return found
    return None


def _country_of(name: str) -> str | None:
    """The country of a name that is nothing else: a strong entry's, or that of towns which all lie in one country."""
    if not name[:1].isupper() or not _NAME.fullmatch(name):
        return None
    entry = entry_of(name)
    if entry is not None:
        return entry.iso3 if entry.strong and entry.kind is not PlaceKind.INSTITUTION else None
    known = candidates(name)
    large = [c for c in known if c.population >= _TOWN]
    return (
        large[0].iso3
        if large and all(20 * c.population < large[0].population for c in known if c.iso3 != large[0].iso3)
        else None
    )
