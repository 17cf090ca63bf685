"""The entries of a list of entities over all articles, as an analyst corrects them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nlp.corrections.decisions import NameDecision
from nlp.entity_key_rules import folded
from nlp.entity_keys import entity_keys
from nlp.kinds import group_of
from nlp.model import Analysis, Mention, Span


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
        names: what its articles' entities are called, each once.
        mentions: in the order of the articles and of the text.
    """

    key: str
    name: str
    label: str
    names: tuple[str, ...]
    mentions: tuple[Located, ...]

    @property
    def group(self) -> str:
        """The group under which it is listed."""
        return group_of(self.label)

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of its articles, in their order."""
        return tuple(dict.fromkeys(mention.article for mention in self.mentions))

    @property
    def forms(self) -> dict[str, int]:
        """How the texts write it, with the number of mentions, the most frequent first."""
        return form_counts(self.mentions)


def form_counts(places: Iterable[Located]) -> dict[str, int]:
    """How the texts write what stands at these places, with its number, the most frequent first."""
    return dict(Counter(place.form for place in places).most_common())


def entries(analyses: Sequence[Analysis]) -> dict[str, Entry]:
    """Every entry by its key; ids of the articles must differ."""
    keys = entity_keys(analyses)
    names: dict[str, dict[str, None]] = {}
    mentions: dict[str, list[Located]] = {}
    heads = {}
    for analysis in analyses:
        article = analysis.article.id
        for entity in analysis.entities:
            key, head = keys[article, entity.id]
            heads[key] = head
            names.setdefault(key, {})[entity.name] = None
        for mention in analysis.mentions:
            mentions.setdefault(keys[article, mention.entity][0], []).append(_located(article, mention))
    return {
        key: Entry(key, head.name, head.label, tuple(names[key]), tuple(mentions.get(key, ())))
        for key, head in heads.items()
    }


def key_of(analyses: Sequence[Analysis], decision: NameDecision) -> str | None:
    """The key of what a decision made, in analyses that it was applied to; `None` where that is nothing."""
    keys = entity_keys(analyses) if decision.means is not None else {}
    return next(
        (
            keys[analysis.article.id, entity.id][0]
            for analysis in analyses
            for entity in analysis.entities
            if keys and entity.decided and entity.name == decision.means and entity.label == decision.label
        ),
        None,
    )


def _located(article: str, mention: Mention) -> Located:
    return Located(article, Span(mention.start, mention.end), " ".join(mention.text.split()))


def likely(entry: Entry, everything: Iterable[Entry]) -> list[Entry]:
    """All other entries, those that `entry` may be the same as first: of its kind, with a word in common."""
    words = _words(entry)
    others = [other for other in everything if other.key != entry.key]
    return sorted(
        others, key=lambda o: (not words & _words(o), o.group != entry.group, -len(o.mentions), folded(o.name))
    )


def shares_names(entry: Entry, everything: Iterable[Entry]) -> bool:
    """Whether another entry of its group has a name of this one's: a decision must then say in which articles."""
    names = {folded(name) for name in entry.names}
    return any(
        other.key != entry.key and other.group == entry.group and not names.isdisjoint(map(folded, other.names))
        for other in everything
    )


def _words(entry: Entry) -> set[str]:
    return {word for name in (entry.name, *entry.forms) for word in folded(name).split()}
