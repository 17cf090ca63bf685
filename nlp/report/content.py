"""The report as a value: a pure function of what is on the page."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from nlp.disputes import DisputePolicy
from nlp.frames import Frames, printable
from nlp.kinds import OTHER_GROUP
from nlp.model import Analysis, PublishedBasis
from nlp.report.method import MARKS, limits, method_facts
from nlp.report.safe_text import readable
from nlp.report.telling import Sentences, keys_by
from nlp.report.values import ActItem, Count, CountryItem, EventItem, NameItem, Picture, QuoteItem, Report, SourceItem
from nlp.report.where import country_items, town_items, unmapped_items
from nlp.report.who import country_act_items, name_act_items, name_items, quote_items
from nlp.temporal.day_words import short_date
from nlp.version import dateline_version
from nlp.wording import day_range, event_days

BASIS_WORDS = {
    PublishedBasis.GIVEN: "as given",
    PublishedBasis.DATELINE: "read from the dateline",
    PublishedBasis.TEXT: "read from the text",
    PublishedBasis.ASSUMED: "assumed",
    PublishedBasis.UNKNOWN: "unknown",
}
MOST_CITED = 6
_MOSTLY = 3
_Item = CountryItem | NameItem | EventItem | QuoteItem | ActItem


@dataclass(frozen=True)
class ReportOptions:
    """What the page knows beside its rows.

    `as_of` is the day of the report; `filters` are the filter in words, a phrase each; `settings` are further settings
    in words; `corrections` say what an analyst corrected, a sentence each; `drawn` are the countries that the map shows
    (`None`: all that are named); `most_cited` is how many sentences a country, a name or a pair cites by number: an
    event and a statement cite all of theirs. `pictures` are charts by name (`Picture`): PNG or SVG, and the words for
    those who cannot see it.
    """

    title: str = "News briefing"
    as_of: date | None = None
    prepared_by: str = ""
    filters: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    disputes: DisputePolicy = DisputePolicy.RECOGNISED
    drawn: Collection[str] | None = None
    pictures: Mapping[str, tuple[bytes, str]] = field(default_factory=dict)
    most_cited: int = MOST_CITED


def build_report(
    shown: Frames, everything: Frames, analyses: Sequence[Analysis], options: ReportOptions | None = None
) -> Report:
    """A report of exactly the rows of `shown`.

    Args:
        shown: the narrowed tables.
        everything: the tables before they were narrowed, for "of how many" and for sentences behind an event that a
            filter hides.
        analyses: what `everything` was built from; addresses, hashes and the model are read from them.
        options: title, day, filter in words and the like.
    """
    options = options or ReportOptions()
    sentences, most = Sentences(everything), options.most_cited
    ids = set(shown.articles["article"])
    analyses = [analysis for analysis in analyses if printable(analysis.article.id) in ids]
    countries = country_items(shown, sentences, most)
    towns = town_items(shown, sentences, most)
    unmapped = unmapped_items(shown, sentences, most, options.drawn)
    events = _events(shown, sentences)
    names = name_items(shown, sentences, most)
    groups = [names.get(group, ()) for group in ("People", "Organisations", OTHER_GROUP)]
    quotes = quote_items(shown, sentences)
    country_acts = country_act_items(shown, sentences, most)
    name_acts = name_act_items(shown, sentences, most)
    items: list[tuple[_Item, ...]] = [countries, towns, unmapped, events, *groups, quotes, country_acts, name_acts]
    unpublished = int(shown.articles["published"].isna().sum())
    return Report(
        title=readable(options.title) or ReportOptions.title,
        as_of=options.as_of,
        information=day_range(shown.events["first_day"].min(), shown.events["last_day"].max()),
        published=day_range(shown.articles["published"].min(), shown.articles["published"].max()),
        filters=tuple(map(readable, options.filters)),
        counts=_counts(shown, everything, len(countries), len(groups[0]), len(groups[1])),
        mostly=(_mostly(countries), *map(_mostly, groups[:2])),
        countries=countries,
        country_mentions=len(shown.places),
        towns=towns,
        unmapped=unmapped,
        events=events,
        people=groups[0],
        organisations=groups[1],
        others=groups[2],
        quotes=quotes,
        country_acts=country_acts,
        name_acts=name_acts,
        sources=tuple(_source(analysis, shown) for analysis in analyses),
        method=method_facts(analyses, options.disputes, options.settings, options.corrections, dateline_version()),
        marks=MARKS,
        limits=limits(bool(options.pictures), int(shown.articles["undated"].sum()), unpublished),
        references=sentences.references(item.told for group in items for item in group),
        pictures=tuple(Picture(name, data, readable(alt)) for name, (data, alt) in options.pictures.items()),
        prepared_by=readable(options.prepared_by),
        version=dateline_version(),
    )


def _counts(shown: Frames, everything: Frames, *found: int) -> tuple[Count, ...]:
    """The numbers at the top, each of how many; `found` are the countries, people and organisations that are shown."""
    mentions = everything.mentions.drop_duplicates("entity")["group"]
    countries = len(set(everything.places["country"]) - {""})
    people, organisations = (int((mentions == group).sum()) for group in ("People", "Organisations"))
    return (
        Count(len(shown.articles), len(everything.articles), "article", "articles"),
        Count(len(shown.sentences), len(everything.sentences), "sentence", "sentences"),
        Count(found[0], countries, "country", "countries"),
        Count(len(shown.events), len(everything.events), "dated event", "dated events"),
        Count(found[1], people, "person", "people"),
        Count(found[2], organisations, "organisation", "organisations"),
    )


def _mostly(items: Sequence[CountryItem | NameItem]) -> str:
    return ", ".join(item.name for item in items[:_MOSTLY])


def _events(shown: Frames, sentences: Sentences) -> tuple[EventItem, ...]:
    """The events on the page in calendar order; a date that stands in a heading brings the heading with it."""
    keys = keys_by(shown.tellings, "event")
    for row in shown.tellings.itertuples(index=False):
        keys[row.event].append(sentences.at(row.article, row.time_start))
    return tuple(
        EventItem(
            row.event,
            event_days(row),
            readable(row.label),
            row.status,
            readable(row.why or (f"“{row.time}”" if row.time else "")),
            sentences.told(keys.get(row.event, [])),
        )
        for row in shown.events.itertuples(index=False)
    )


def _source(analysis: Analysis, shown: Frames) -> SourceItem:
    article, key = analysis.article, printable(analysis.article.id)
    titles = shown.articles.loc[shown.articles["article"] == key, "title"]
    return SourceItem(
        key,
        readable(article.title or titles.iat[0]),
        readable(article.source or ""),
        readable(article.url or ""),
        short_date(article.published) if article.published else "",
        BASIS_WORDS[article.published_basis],
        article.sha256,
        int((shown.sentences["article"] == key).sum()),
        len(analysis.sentences),
    )
