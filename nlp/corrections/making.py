"""Decisions on entries of the list and on words of the texts, such that they take hold of nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nlp.corrections.decisions import Decision, NameDecision, PlaceDecision, Reach
from nlp.corrections.entries import Entry, Located, in_articles
from nlp.entity_key_rules import folded
from nlp.kinds import PLACE_GROUPS
from nlp.model import Span


def same_as(
    entry: Entry, other: Entry, everything: Iterable[Entry], articles: Sequence[str] = ()
) -> tuple[Decision, ...]:
    """Two entries are one; by the name and kind of `other` it is listed.

    Places of the same kind that count for another country than `other` count for its country.
    """
    known = list(everything)
    if entry.group == other.group and entry.apart == other.apart:
        names = tuple(dict.fromkeys((*entry.names, *other.names)))
        decisions = [_entries(names, entry, other, _held(known, articles, entry, other))]
    else:
        decisions = [_entries(entry.names, entry, other, _held(known, articles, entry))]
        if other.names != (other.name,):
            decisions.append(_entries(other.names, other, other, _held(known, articles, other)))
    if entry.group == other.group and entry.group in PLACE_GROUPS and entry.country != other.country:
        forms, where = tuple(entry.forms), _held(known, articles, entry)
        return (*decisions, PlaceDecision(forms, other.country, articles=where, instead_of=entry.country or ""))
    return tuple(decisions)


def called(
    entry: Entry, name: str, label: str, everything: Iterable[Entry], articles: Sequence[str] = ()
) -> tuple[Decision, ...]:
    """An entry has another name or is of another kind."""
    held = _held(everything, articles, entry)
    return (
        NameDecision(
            Reach.ENTRIES, entry.names, (entry.group,), _clean(name), label, entry.apart, held, of_apart=entry.apart
        ),
    )


def no_name(entry: Entry, everything: Iterable[Entry], articles: Sequence[str] = ()) -> tuple[Decision, ...]:
    """An entry is no name of anything."""
    held = _held(everything, articles, entry)
    return (NameDecision(Reach.ENTRIES, entry.names, (entry.group,), articles=held, of_apart=entry.apart),)


def part_of(
    entry: Entry,
    forms: Iterable[str],
    to: Entry | tuple[str, str],
    everything: Iterable[Entry],
    articles: Sequence[str] = (),
    only: Iterable[Located] = (),
) -> tuple[Decision, ...]:
    """Some mentions of an entry are something else.

    Args:
        entry: whose mentions they are.
        forms: which of its forms.
        to: what they are: another entry, or the name and the label of something of its own.
        everything: all entries.
        articles: the only ones in which they are; empty for all.
        only: of `Entry.mentions` the only ones that are meant; empty for all of these forms.
    """
    names = tuple(forms)
    name, label, apart = (to.name, to.label, to.apart) if isinstance(to, Entry) else (*to, True)
    chosen = list(only)
    if not chosen and _share_forms(names, entry, everything):
        chosen = [mention for mention in in_articles(entry.mentions, articles) if mention.form in names]
    if not chosen:
        return (
            NameDecision(
                Reach.MENTIONS, names, (entry.group,), _clean(name), label, apart, tuple(articles), (), entry.apart
            ),
        )
    return tuple(
        NameDecision(
            Reach.MENTIONS, written, (entry.group,), _clean(name), label, apart, (article,), spans, entry.apart
        )
        for article, written, spans in _by_article(chosen)
    )


def missed(words: str, to: Entry | tuple[str, str], articles: Sequence[str] = ()) -> tuple[Decision, ...]:
    """Words of the texts are a name that was not found, or that was found in part: of an entry, or of a new one."""
    name, label, apart = (to.name, to.label, to.apart) if isinstance(to, Entry) else (*to, False)
    return (
        NameDecision(
            Reach.WORDS, (_clean(words),), means=_clean(name), label=label, apart=apart, articles=tuple(articles)
        ),
    )


def counted_for(
    forms: Iterable[str],
    country: str | None,
    *,
    place: bool = True,
    articles: Sequence[str] = (),
    only: Iterable[Located] = (),
    instead_of: str | None = None,
) -> tuple[Decision, ...]:
    """Words count for another country, or for none; with `only`, at some places, an article a decision."""
    if not (chosen := list(only)):
        return (PlaceDecision(tuple(forms), country, place, tuple(articles), instead_of=instead_of),)
    return tuple(
        PlaceDecision(names, country, place, (article,), spans, instead_of)
        for article, names, spans in _by_article(chosen)
    )


def in_country(
    entry: Entry, country: str, everything: Iterable[Entry], articles: Sequence[str] = ()
) -> tuple[Decision, ...]:
    """A place, or a people, is of another country; one of its name that is of another country than it is not meant."""
    others = [other for other in everything if (other.country or "") == (entry.country or "")]
    only = in_articles(entry.mentions, articles) if _share_forms(entry.forms, entry, others) else []
    held = () if only else tuple(articles)
    return counted_for(entry.forms, country, articles=held, only=only, instead_of=entry.country or "")


def _entries(names: tuple[str, ...], of: Entry, to: Entry, articles: tuple[str, ...]) -> NameDecision:
    return NameDecision(
        Reach.ENTRIES, names, (of.group,), to.name, to.label, to.apart, articles, of_apart=of.apart, country=to.country
    )


def _held(everything: Iterable[Entry], articles: Sequence[str], *entries: Entry) -> tuple[str, ...]:
    """The articles that a decision must name: those asked for, else none unless it would take another entry, too."""
    if articles:
        return tuple(articles)
    keys = {entry.key for entry in entries}
    names = {(entry.group, entry.apart, folded(name)) for entry in entries for name in entry.names}
    shared = any(
        (other.group, other.apart, folded(name)) in names
        for other in everything
        if other.key not in keys
        for name in other.names
    )
    return tuple(dict.fromkeys(a for entry in entries for a in entry.articles)) if shared else ()


def _share_forms(forms: Iterable[str], entry: Entry, everything: Iterable[Entry]) -> bool:
    written = {folded(form) for form in forms}
    return any(
        other.key != entry.key and other.group == entry.group and not written.isdisjoint(map(folded, other.forms))
        for other in everything
    )


def _by_article(places: Iterable[Located]) -> Iterator[tuple[str, tuple[str, ...], tuple[Span, ...]]]:
    """Of each article its id, the words at these places, and the places."""
    found: dict[str, list[Located]] = {}
    for place in places:
        found.setdefault(place.article, []).append(place)
    for article, here in found.items():
        yield article, tuple(dict.fromkeys(p.form for p in here)), tuple(p.span for p in here)


def _clean(words: str) -> str:
    return " ".join(words.split())
