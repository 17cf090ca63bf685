"""People, organisations and other names, who said what, and who acts on whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nlp.country_pairs import pairs_frame
from nlp.frames import Frames, printable
from nlp.links import RELATION
from nlp.model import Analysis, EventStatus, Quote
from nlp.report.safe_text import readable
from nlp.report.telling import Sentences, keys_by
from nlp.report.values import ActItem, NameItem, QuoteItem
from nlp.summaries import entities_frame

_REAL = (EventStatus.OCCURRED.value, EventStatus.ONGOING.value)
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


def quote_items(shown: Frames, analyses: Sequence[Analysis], sentences: Sentences) -> tuple[QuoteItem, ...]:
    """The statements of the analyses that stand in the sentences on the page, article by article in text order.

    Where the frames have a table of statements of their own, its sentences count instead.
    """
    table = getattr(shown, "quotes", None)
    rows = shown.sentences if table is None else table
    kept = set(zip(rows["article"], rows["sentence"], strict=True))
    items = []
    for analysis in analyses:
        article = printable(analysis.article.id)
        names = {entity.id: entity.name for entity in analysis.entities}
        for quote in analysis.quotes:
            key = sentences.at(article, quote.start)
            if key in kept:
                text = analysis.article.text
                words = " … ".join(readable(text[a:b]).strip("\"“”„»«‘’' ") for a, b in _stretches(quote))
                speaker = _speaker(names.get(quote.speaker or "", ""), quote, text)
                negated = bool(getattr(quote, "negated", False))
                items.append(QuoteItem(speaker, words, quote.direct, negated, sentences.told([key])))
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
        words = ", ".join(dict.fromkeys(readable(row.words) + _doubt(row) for row in rows))
        items.append(ActItem(f"{source}\n{target}", readable(name), words, len(keys), sentences.told(keys, most)))
    return tuple(sorted(items, key=lambda item: (-item.sentences, item.name)))


def _stretches(quote: Quote) -> list[tuple[int, int]]:
    """The parts of a statement; where who said it stands in the middle there are several."""
    return [(quote.start, quote.end), *((part.start, part.end) for part in getattr(quote, "rest", ()))]


def _speaker(name: str, quote: Quote, text: str) -> str:
    """The speaker's name, else what the text calls the speaker, else that nobody is named."""
    called = readable(text[quote.source.start : quote.source.end]) if quote.source else ""
    return readable(name) or called or "Speaker not named"


def _doubt(row: Any) -> str:
    if row.negated:
        return f" ({EventStatus.DENIED})"
    return "" if row.status in _REAL else f" ({row.status})"
