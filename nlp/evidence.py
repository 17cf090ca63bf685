"""Says who? The sentences behind a country, a place, an entity, an event and the like, with the words that count."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from nlp.frames import Frames
from nlp.links import link_key

_ENDS = {"subject": "who acts", "verb": "what is done", "object": "to whom"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence and the spans of it that count: code points of `text`, each with a reason."""

    article: str
    title: str
    sentence: int
    text: str
    spans: tuple[tuple[int, int, str], ...]


def country_evidence(frames: Frames, country: str) -> list[Evidence]:
    """The sentences that name a country (ISO 3166-1 alpha-3), its people, cities or institutions, in text order."""
    return _sentences(frames.sentences, frames.places[frames.places["country"] == country])


def place_evidence(frames: Frames, point: str) -> list[Evidence]:
    """The sentences that name one city, region or site (a `point` of `nlp.summaries.cities_frame`), in text order."""
    return _sentences(frames.sentences, frames.places[frames.places["point"] == point])


def name_evidence(frames: Frames, form: str) -> list[Evidence]:
    """The sentences with a name that counts for no country (a `form` of the places), in text order."""
    return _sentences(frames.sentences, frames.places[frames.places["form"] == form])


def pair_evidence(frames: Frames, pair: str) -> list[Evidence]:
    """The sentences in which one country acts on another ("RUS>UKR"): who does it, what is done, and to whom."""
    relations = frames.relations[frames.relations["pair"] == pair]
    common = ["article", "title", "sentence"]
    parts = [
        relations[[*common, f"{end}_start", f"{end}_end"]].set_axis([*common, "start", "end"], axis=1).assign(why=why)
        for end, why in _ENDS.items()
    ]
    return _sentences(frames.sentences, pd.concat(parts))


def link_evidence(frames: Frames, link: str) -> list[Evidence]:
    """The sentences that connect two entities (a `link` of the links): both names, and what one does to the other."""
    common = ["article", "title", "sentence"]
    sentences = frames.links.loc[frames.links["link"] == link, common[::2]].drop_duplicates()
    mentions = frames.mentions[frames.mentions["entity"].isin(link.split("\n"))].merge(sentences, on=common[::2])
    ends = zip(frames.relations["subject_entity"], frames.relations["object_entity"], strict=True)
    told = [link_key(*pair) == link for pair in ends]
    verbs = frames.relations.loc[told, [*common, "verb_start", "verb_end"]].set_axis([*common, "start", "end"], axis=1)
    spans = [mentions.assign(why=mentions["name"])[[*common, "start", "end", "why"]], verbs.assign(why=_ENDS["verb"])]
    return _sentences(frames.sentences, pd.concat(spans))


def quote_evidence(frames: Frames, quote: str) -> list[Evidence]:
    """The sentences of one statement: what is said, the word that says so, and who, in text order.

    A "sentence" that is nothing but a quotation mark tells nobody anything and is left out.
    """
    spans: list[tuple[str, int, int, str]] = []
    for row in frames.quotes[frames.quotes["quote"] == quote].itertuples(index=False):
        said = [tuple(map(int, stretch.split(":"))) for stretch in row.stretches.split()]
        spans += [(row.article, start, end, "what is said") for start, end in said]
        spans += [(row.article, row.cue_start, row.cue_end, "the word that says so")]
        spans += [(row.article, row.source_start, row.source_end, row.why or "who says it")]
    sentences = frames.sentences[frames.sentences["article"].isin({article for article, *_ in spans})]
    parts = [
        (row.article, row.title, row.sentence, start, end, why)
        for row in sentences.itertuples(index=False)
        for article, start, end, why in spans
        if article == row.article and start < row.end and row.start < end and any(map(str.isalnum, row.text))
    ]
    return _sentences(sentences, pd.DataFrame(parts, columns=["article", "title", "sentence", "start", "end", "why"]))


def entity_evidence(frames: Frames, entity: str) -> list[Evidence]:
    """The sentences that mention an entity (a key of `nlp.summaries.entities_frame`), in text order."""
    mentions = frames.mentions[frames.mentions["entity"] == entity]
    return _sentences(frames.sentences, mentions.assign(why=mentions["name"]))


def event_evidence(frames: Frames, event: str) -> list[Evidence]:
    """Every sentence that tells an event, each with its date and the word that names what happened, in text order.

    In a list the date stands in a heading of its own: then the heading is evidence, too, where it is among the
    sentences of `frames`.
    """
    told = frames.tellings[frames.tellings["event"] == event]
    common = ["article", "title", "sentence"]
    times = told[[*common, "time_start", "time_end", "why"]].set_axis([*common, "start", "end", "why"], axis=1)
    own = [*common, "start", "text"]
    sentences = frames.sentences[frames.sentences["article"].isin(told["article"])][own]
    sentences = pd.concat([told[own], sentences]).drop_duplicates(["article", "sentence"]).sort_values("sentence")
    times["sentence"] = [_sentence_at(sentences, start) for start in times["start"]]
    triggers = told[told["trigger_start"] >= 0][[*common, "trigger_start", "trigger_end"]]
    words = triggers.set_axis([*common, "start", "end"], axis=1).assign(why="the word that names what happened")
    return _sentences(sentences, pd.concat([times, words]))


def _sentence_at(sentences: pd.DataFrame, start: int) -> int:
    """The index of the one of an article's sentences that holds the code point `start`; -1 where none does."""
    ends = sentences["start"] + sentences["text"].str.len()
    holding = sentences.loc[(sentences["start"] <= start) & (start < ends), "sentence"]
    return int(holding.iat[-1]) if len(holding) else -1


def _sentences(sentences: pd.DataFrame, spans: pd.DataFrame) -> list[Evidence]:
    """One piece of evidence per sentence that holds a span, in the order of `sentences`."""
    grouped = dict(iter(spans.groupby(["article", "sentence"], sort=False)))
    found = []
    for row in sentences.itertuples(index=False):
        group = grouped.get((row.article, row.sentence))
        if group is None:
            continue
        inside = (
            (max(int(start) - row.start, 0), min(int(end) - row.start, len(row.text)), str(why))
            for start, end, why in zip(group["start"], group["end"], group["why"], strict=True)
        )
        clipped = tuple(sorted(span for span in inside if span[0] < span[1]))
        found.append(Evidence(row.article, row.title, int(row.sentence), row.text, clipped))
    return found
