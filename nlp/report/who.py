"""People, organisations and other names, who said what, and who acts on whom."""

from __future__ import annotations

from typing import Any

from nlp.country_pairs import pairs_frame
from nlp.frames import Frames
from nlp.links import RELATION
from nlp.model import SpeakerBasis
from nlp.report.safe_text import readable
from nlp.report.telling import Sentences, keys_by
from nlp.report.values import ActItem, NameItem, QuoteItem
from nlp.summaries import entities_frame
from nlp.wording import with_doubt

_PLACES = "Places:"


def name_items(shown: Frames, sentences: Sentences, most: int) -> dict[str, tuple[NameItem, ...]]:
    """The rows of `nlp.summaries.entities_frame` by their group, in its order, with roles as the texts state them."""
    keys = keys_by(shown.mentions, "entity")
    groups: dict[str, list[NameItem]] = {}
    for row in entities_frame(shown).itertuples(index=False):
        told = sentences.told(keys[row.entity], most)
        item = NameItem(row.entity, readable(row.name), readable(row.role), readable(row.aliases), row.mentions, told)
        groups.setdefault(row.group, []).append(item)
    return {group: tuple(items) for group, items in groups.items()}


def quote_items(shown: Frames, sentences: Sentences) -> tuple[QuoteItem, ...]:
    """The rows of the quotes, in their order, with every sentence that holds a part of the statement or its speaker."""
    items = []
    for row in shown.quotes.itertuples(index=False):
        starts = [int(stretch.partition(":")[0]) for stretch in row.stretches.split()]
        ends = [int(stretch.partition(":")[2]) - 1 for stretch in row.stretches.split()]
        keys = [sentences.at(row.article, start) for start in (*starts, *ends)]
        told = sentences.told([*keys, (row.article, row.source_sentence)])
        source = readable(row.source) if row.basis == SpeakerBasis.PRONOUN and row.entity else ""
        items.append(
            QuoteItem(
                row.quote,
                readable(row.speaker),
                " · ".join(part for part in (readable(row.role), f"“{source}”" if source else "") if part),
                readable(row.statement),
                readable(row.cue),
                row.negated,
                told,
            )
        )
    return tuple(items)


def country_act_items(shown: Frames, sentences: Sentences, most: int) -> tuple[ActItem, ...]:
    """The rows of `nlp.country_pairs.pairs_frame`, in its order."""
    keys = keys_by(shown.relations, "pair")
    return tuple(
        ActItem(row.pair, readable(row.name), readable(row.words), row.sentences, sentences.told(keys[row.pair], most))
        for row in pairs_frame(shown).itertuples(index=False)
    )


def name_act_items(shown: Frames, sentences: Sentences, most: int) -> tuple[ActItem, ...]:
    """One item per name that does something to another, as the links tell it, the one that most sentences tell first.

    What one place does to another is told by `country_act_items`.
    """
    groups: dict[tuple[str, str], list[Any]] = {}
    for row in shown.links.itertuples(index=False):
        if row.kind == RELATION and not (row.source.startswith(_PLACES) and row.target.startswith(_PLACES)):
            groups.setdefault((row.source, row.target), []).append(row)
    items = []
    for (source, target), rows in groups.items():
        keys = {(row.article, row.sentence) for row in rows}
        name = f"{rows[0].source_name} → {rows[0].target_name}"
        words = ", ".join(dict.fromkeys(with_doubt(readable(row.words), row) for row in rows))
        items.append(ActItem(f"{source}\n{target}", readable(name), words, len(keys), sentences.told(keys, most)))
    return tuple(sorted(items, key=lambda item: (-item.sentences, item.name)))
