"""The entries of a list of entities over all articles, as an analyst corrects them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nlp.corrections.decisions import NameDecision
from nlp.entity_key_rules import folded
from nlp.entity_keys import entity_keys
from nlp.kinds import group_of
from nlp.model import Analysis, Decided, Entity, Mention, Span


@dataclass(frozen=True, slots=True)
class Located:
    """Words at a place in an article, given by its id; `form` is the words on one line."""

    article: str
    span: Span
    form: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing over all articles.

    Attributes:
        key: as in `nlp.frames`.
        name: what it is called in the list.
        label: OntoNotes' label.
        country: the country that it is or that its role implies; `None` where that is unknown or differs.
        apart: whether an analyst set it apart.
        names: what its articles' entities are called, each once.
        mentions: in the order of the articles and of the text.
    """

    key: str
    name: str
    label: str
    country: str | None
    apart: bool
    names: tuple[str, ...]
    mentions: tuple[Located, ...]

    @property
    def group(self) -> str:
        """The group under which it is listed."""
        return group_of(self.label)

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of its articles, in their order."""
        return articles_of(self.mentions)

    @property
    def forms(self) -> dict[str, int]:
        """How the texts write it, with the number of mentions, the most frequent first."""
        return form_counts(self.mentions)


def articles_of(places: Iterable[Located]) -> tuple[str, ...]:
    """The ids of the articles of these places, each once."""
    return tuple(dict.fromkeys(place.article for place in places))


def in_articles(places: Iterable[Located], articles: Sequence[str]) -> list[Located]:
    """Those of the places that stand in these articles; all of them where none is given."""
    return [place for place in places if not articles or place.article in articles]


def form_counts(places: Iterable[Located]) -> dict[str, int]:
    """How the texts write what stands at these places, with its number, the most frequent first."""
    return dict(Counter(place.form for place in places).most_common())


def entries(analyses: Sequence[Analysis]) -> dict[str, Entry]:
    """Every entry by its key; ids of the articles must differ."""
    keys = entity_keys(analyses)
    members: dict[str, list[Entity]] = {}
    mentions: dict[str, list[Located]] = {}
    heads = {}
    for analysis in analyses:
        article = analysis.article.id
        for entity in analysis.entities:
            key, head = keys[article, entity.id]
            heads[key] = head
            members.setdefault(key, []).append(entity)
        for mention in analysis.mentions:
            mentions.setdefault(keys[article, mention.entity][0], []).append(_located(article, mention))
    return {key: _entry(key, head, members[key], mentions.get(key, [])) for key, head in heads.items()}


def _entry(key: str, head: Entity, members: Sequence[Entity], mentions: Sequence[Located]) -> Entry:
    countries = {entity.country for entity in members if entity.country}
    return Entry(
        key,
        head.name,
        head.label,
        countries.pop() if len(countries) == 1 else None,
        head.decided is Decided.APART,
        tuple(dict.fromkeys(entity.name for entity in members)),
        tuple(mentions),
    )


def key_of(analyses: Sequence[Analysis], decision: NameDecision) -> str | None:
    """The key of what a decision made, in analyses that it was applied to; `None` where that is nothing."""
    if decision.means is None:
        return None
    keys = entity_keys(analyses)
    return next(
        (
            keys[analysis.article.id, entity.id][0]
            for analysis in analyses
            if not decision.articles or analysis.article.id in decision.articles
            for entity in analysis.entities
            if entity.decided is (Decided.APART if decision.apart else Decided.NAMED)
            and (entity.name, entity.label) == (decision.means, decision.label)
        ),
        None,
    )


def likely(entry: Entry, everything: Iterable[Entry]) -> list[Entry]:
    """All other entries, those that `entry` may be the same as first: of its kind, with a word in common."""
    words = _words(entry)
    others = [other for other in everything if other.key != entry.key]
    return sorted(
        others, key=lambda o: (not words & _words(o), o.group != entry.group, -len(o.mentions), folded(o.name))
    )


def _words(entry: Entry) -> set[str]:
    return {word for name in (entry.name, *entry.forms) for word in folded(name).split()}


def _located(article: str, mention: Mention) -> Located:
    return Located(article, mention.span, " ".join(mention.text.split()))
