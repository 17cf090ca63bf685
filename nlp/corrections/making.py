"""Decisions on entries of the list and on words of the texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nlp.corrections.decisions import NameDecision, PlaceDecision, Reach
from nlp.corrections.entries import Entry, Located
from nlp.model import Span


def same_as(entry: Entry, other: Entry, articles: Sequence[str] = ()) -> NameDecision:
    """Two entries are one; by the name and kind of `other` it is listed."""
    return NameDecision(
        Reach.ENTRIES,
        tuple(dict.fromkeys((*entry.names, *other.names))),
        tuple(dict.fromkeys((entry.group, other.group))),
        other.name,
        other.label,
        articles=tuple(articles),
    )


def called(entry: Entry, name: str, label: str, articles: Sequence[str] = ()) -> NameDecision:
    """An entry has another name or is of another kind."""
    return NameDecision(Reach.ENTRIES, entry.names, (entry.group,), _clean(name), label, articles=tuple(articles))


def no_name(entry: Entry, articles: Sequence[str] = ()) -> NameDecision:
    """An entry is no name of anything."""
    return NameDecision(Reach.ENTRIES, entry.names, (entry.group,), articles=tuple(articles))


def part_of(
    entry: Entry,
    forms: Iterable[str],
    means: str,
    label: str,
    *,
    apart: bool,
    articles: Sequence[str] = (),
    only: Iterable[Located] = (),
) -> tuple[NameDecision, ...]:
    """Some mentions of an entry are something else; with `only`, some of `Entry.mentions`, an article a decision."""
    if not (chosen := list(only)):
        names = tuple(forms)
        return (
            NameDecision(Reach.MENTIONS, names, (entry.group,), _clean(means), label, apart, articles=tuple(articles)),
        )
    return tuple(
        NameDecision(Reach.MENTIONS, names, (entry.group,), _clean(means), label, apart, (article,), spans)
        for article, names, spans in _by_article(chosen)
    )


def missed(words: str, means: str, label: str, articles: Sequence[str] = ()) -> NameDecision:
    """Words of the texts are a name that was not found, or that was found in part."""
    return NameDecision(Reach.WORDS, (_clean(words),), means=_clean(means), label=label, articles=tuple(articles))


def counted_for(
    forms: Iterable[str],
    country: str | None,
    *,
    place: bool = True,
    articles: Sequence[str] = (),
    only: Iterable[Located] = (),
) -> list[PlaceDecision]:
    """Words count for another country, or for none; with `only`, at some places, an article a decision."""
    if not (chosen := list(only)):
        return [PlaceDecision(tuple(forms), country, place, tuple(articles))]
    return [PlaceDecision(names, country, place, (article,), spans) for article, names, spans in _by_article(chosen)]


def _by_article(places: Iterable[Located]) -> Iterator[tuple[str, tuple[str, ...], tuple[Span, ...]]]:
    """Of each article its id, the words at these places, and the places."""
    found: dict[str, list[Located]] = {}
    for place in places:
        found.setdefault(place.article, []).append(place)
    for article, here in found.items():
        yield article, tuple(dict.fromkeys(p.form for p in here)), tuple(p.span for p in here)


def _clean(words: str) -> str:
    return " ".join(words.split())
