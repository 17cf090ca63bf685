"""The words that a chart carries when it leaves the page, from what is shown: what, where, of how many, from whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from itertools import accumulate

import pandas as pd

from components.figures.country_map import BOUNDARY_NOTE
from components.figures.framing import Caption
from components.figures.map_legend import ALL, UNITS
from components.figures.map_rows import drawable
from components.figures.wording import clean, counted, listed, shortened
from components.wording import days
from nlp.frames import Frames
from nlp.networks import Network
from nlp.summaries import countries_frame, most_mentioned
from nlp.version import dateline_version

_LONGEST_SOURCES = 260  # characters, which are two lines of a slide


@dataclass(frozen=True)
class Shown:
    """What the charts speak of: `frames` as narrowed, out of `everything`, by a filter that `only` puts in words.

    `separately` says that disputed areas do not count for the recognised state.
    """

    frames: Frames
    everything: Frames
    only: tuple[str, ...] = ()
    separately: bool = False


def made_by(day: date | None) -> str:
    """The program with its version, and the day on which a picture was made, where that is to be said."""
    return f"Dateline {dateline_version()}" + (f", {days(day, day)}" if day else "")


def map_caption(shown: Shown, column: str = ALL) -> Caption:
    """Of the map: mentions of countries by what `column` counts, and how many are on no map."""
    countries = countries_frame(shown.frames)
    on_map = countries[countries["country"].isin(drawable(countries))]
    ranked = on_map[on_map[column] > 0].sort_values(column, ascending=False, kind="stable")
    drawn, total = int(on_map[column].sum()), len(shown.everything.places)
    off = len(shown.frames.places) - int(on_map["mentions"].sum())
    role = UNITS[column].removeprefix("mentions").removeprefix(", ")
    what, counts = f"Countries {role or 'named'} most often", f"Mentions of countries and places{role and ', '}{role}"
    unit = f"{counts}: {_of(drawn, total)}, {counted(len(ranked), 'country')}"
    notes = [
        f"Not on the map: {counted(off, 'mention')} of names that count for no country." if off else "",
        "Disputed areas count separately." if shown.separately else "",
    ]
    return _caption(shown, f"{what}{_leading(ranked['name'])}", unit, notes, BOUNDARY_NOTE)


def timeline_caption(shown: Shown) -> Caption:
    """Of the timeline: dated events, their span, and how many dates could not be placed."""
    events, undated = shown.frames.events, int(shown.frames.articles["undated"].sum())
    span = _span(events["first_day"], events["last_day"])
    unit = f"Dated events: {_of(len(events), len(shown.everything.events))}{f', {span}' if span else ''}"
    note = f"{counted(undated, 'date')} could not be placed on a day." if undated else ""
    return _caption(shown, f"What happened when{_about(shown)}", unit, [note])


def entities_caption(shown: Shown, most: int = 12) -> Caption:
    """Of the bars: the mentions of those named most, of how many."""
    entities = most_mentioned(shown.frames)
    found = len(entities)
    some = f"the {most} most named of {found:,}" if found > most else f"all {found:,}" if found else "none"
    unit = f"Mentions of people, organisations, places and others: {some}"
    return _caption(shown, f"Named most{_leading(entities['name'])}", unit)


def network_caption(shown: Shown, found: Network) -> Caption:
    """Of the network: how many names and lines are drawn, and how many more there are."""
    names, lines = len(found.nodes) + found.other_nodes, len(found.ties) + found.other_ties
    unit = (
        f"Names: {_of(len(found.nodes), names)}, lines: {_of(len(found.ties), lines)}; a line is one or more sentences"
    )
    return _caption(shown, f"Who and what is connected{_about(shown)}", unit)


def picture_words(caption: Caption, alt: str) -> str:
    """A picture in words, for those who do not see it: what it shows, then everything that stands around it."""
    texts = [alt, *(getattr(caption, field.name) for field in fields(caption) if field.name != "title")]
    lines = [clean(line) for text in texts for line in text.splitlines()]
    return " ".join(line if line.endswith((".", "!", "?", "…")) else f"{line}." for line in lines if line)


def picture_name(chart: str, day: date | None) -> str:
    """A file's name without its ending.

    >>> picture_name("map", date(2025, 7, 7))
    'dateline-map-2025-07-07'
    """
    return f"dateline-{chart}" + (f"-{day:%Y-%m-%d}" if day else "")


def _caption(shown: Shown, title: str, unit: str, notes: Iterable[str] = (), boundaries: str = "") -> Caption:
    articles, total = shown.frames.articles, len(shown.everything.articles)
    span = _span(articles["published"], articles["published"])
    published = f"published {span}" if span else "without a publication date"
    lines = [f"{unit} · {_of(len(articles), total, 'article')}, {published}"]
    lines += [f"Only {'; '.join(map(clean, shown.only))}"] if shown.only else []
    return Caption(
        title=title,
        subtitle="\n".join(lines),
        note=" ".join(filter(None, notes)),
        sources=_sources(articles),
        boundaries=boundaries,
        version=made_by(None),
    )


def _of(some: int, every: int, noun: str = "") -> str:
    """As in "3 of 4 articles", or "4 articles" for all."""
    number = counted(every, noun) if noun else f"{every:,}"
    return number if some == every else f"{some:,} of {number}"


def _leading(names: pd.Series) -> str:
    first = [clean(name) for name in names.head(3)]
    return f": {listed(first)}" if first else ""


def _about(shown: Shown) -> str:
    """The two countries that the articles are most about."""
    names = [clean(name) for name in countries_frame(shown.frames)["name"].head(2)]
    return f": {listed(names)}" if names else ""


def _span(first: pd.Series, last: pd.Series) -> str:
    known = pd.concat([first, last]).dropna()
    return days(known.min().date(), known.max().date()) if len(known) else ""


def _sources(articles: pd.DataFrame) -> str:
    """Who published, and when; an article without a source goes by its title. Of many only the first."""
    named = articles.assign(who=[_publisher(row) for row in articles.itertuples(index=False)])
    day = _span(articles["published"], articles["published"])
    same = articles["published"].notna().all() and articles["published"].nunique() == 1 and len(articles) > 1
    parts: list[str] = []
    for who, rows in named.groupby("who", sort=False):
        span = "" if same else _span(rows["published"], rows["published"]) or "no date"
        several = counted(len(rows), "article") if len(rows) > 1 else ""
        parts.append(", ".join(filter(None, [str(who), several, span])))
    if not parts:
        return ""
    kept = max(1, sum(total <= _LONGEST_SOURCES for total in accumulate(len(part) + 2 for part in parts)))
    more = [f"{len(parts) - kept} more"] if len(parts) > kept else []
    head = f"Source{'s' if len(parts) > 1 else ''}{f', all of {day}' if same else ''}"
    return f"{head}: {'; '.join([*parts[:kept], *more])}."


def _publisher(row: object) -> str:
    source, title = clean(getattr(row, "source", "")), clean(getattr(row, "title", ""))
    return source or (f"“{shortened(title, 60)}”" if title else "untitled article")
