"""The charts as they leave the page: each with its name, its words and how it is drawn in a given room."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import plotly.graph_objects as go

from components.captions import (
    Shown,
    entities_caption,
    map_caption,
    network_caption,
    picture_words,
    timeline_caption,
)
from components.figures.country_map import MAP_CONFIG, country_map, country_map_alt
from components.figures.entity_bars import ENTITY_CONFIG, entity_bars, entity_bars_alt
from components.figures.framing import SIDE, Caption, Preset, chart_room, framed
from components.figures.map_legend import ALL
from components.figures.map_lines import lines_alt
from components.figures.moved import move
from components.figures.network import NETWORK_CONFIG, network_alt, network_figure
from components.figures.timeline import TIMELINE_CONFIG, timeline, timeline_alt
from components.figures.wording import clean
from nlp.country_pairs import pairs_frame
from nlp.frames import Frames
from nlp.networks import network
from nlp.summaries import cities_frame, countries_frame, most_mentioned

Draw = Callable[[int, int, bool], go.Figure]


@dataclass(frozen=True, slots=True)
class Drawing:
    """How the page's charts are drawn: what shades the map, what else is on it, what the network leaves out."""

    shade: str = ALL
    lines: bool = False
    places: bool = False
    only_relations: bool = False


@dataclass(frozen=True)
class Chart:
    """A chart and what its file says of it.

    `draw` takes width and height in pixels, and whether the page is dark; `shows` says whether there is anything in it;
    `moved` is where the reader has moved it.
    """

    name: str
    caption: Caption
    alt: str
    config: dict[str, Any]
    draw: Draw
    shows: bool
    moved: Mapping[str, Any] | None = None

    def as_moved(self, moved: Mapping[str, Any]) -> Chart:
        """The chart as the reader sees it, which its note says: the numbers are those of the whole."""
        note = f"{self.caption.note} A detail: the numbers count what lies outside it, too.".strip()
        return replace(self, moved=moved, caption=replace(self.caption, note=note))

    def picture(self, caption: Caption, preset: Preset, *, dark: bool) -> go.Figure:
        """The chart in its frame."""
        width, height = chart_room(caption, preset)
        figure = self.draw(width, height, dark)
        if self.moved:
            move(figure, self.moved)
        return framed(figure, caption, preset, dark=dark)

    @property
    def has_shapes(self) -> bool:
        """Whether it is drawn with the countries' shapes."""
        return self.name == "map"

    def words(self, caption: Caption) -> str:
        """The picture in words."""
        return picture_words(caption, self.alt)

    @property
    def title_key(self) -> str:
        """Under what a reader's title is remembered: it is of this chart, of these rows, and of no others."""
        return "\n".join((self.name, "title", self.caption.title, self.caption.subtitle))

    @property
    def note_key(self) -> str:
        """Under what a reader's note is remembered, as `title_key`."""
        return "\n".join((self.name, "note", self.caption.note, self.caption.subtitle))

    def written(self, words: Mapping[str, str], **changes: str) -> Caption:
        """The chart's words but for those that the reader has put in their place (`words`), and for `changes`.

        The reader's are made fit for every format: no control characters, no half of a character.
        """
        own = self.caption
        texts = {"title": words.get(self.title_key, own.title), "note": words.get(self.note_key, own.note)} | changes
        return replace(own, **{name: "\n".join(map(clean, text.split("\n"))) for name, text in texts.items()})


def map_chart(shown: Shown, *, column: str = ALL, lines: bool = False, places: bool = False) -> Chart:
    """The map, shaded by `column`, with or without who acts on whom and all places."""
    frames = shown.frames
    countries, cities, pairs = countries_frame(frames), cities_frame(frames), pairs_frame(frames)

    def draw(width: int, height: int, dark: bool) -> go.Figure:
        return country_map(
            countries, cities, pairs, dark=dark, width=width, height=height, column=column, lines=lines, places=places
        )

    alt = f"{country_map_alt(countries, len(frames.articles), column)} {lines_alt(pairs) if lines else ''}"
    return Chart("map", map_caption(shown, column), alt.strip(), MAP_CONFIG, draw, len(frames.places) > 0)


def timeline_chart(shown: Shown) -> Chart:
    """The timeline of dated events."""
    events, published = shown.frames.events, publication_days(shown.frames)

    def draw(width: int, height: int, dark: bool) -> go.Figure:
        return timeline(events, published, dark=dark, width=width + 2 * SIDE, height=height)

    alt = timeline_alt(events, published)
    return Chart("timeline", timeline_caption(shown), alt, TIMELINE_CONFIG, draw, len(events) > 0)


def entities_chart(shown: Shown) -> Chart:
    """The bars of those mentioned most."""
    ranked = most_mentioned(shown.frames)

    def draw(_: int, height: int, dark: bool) -> go.Figure:
        return entity_bars(ranked, dark=dark, height=height)

    return Chart("entities", entities_caption(shown), entity_bars_alt(ranked), ENTITY_CONFIG, draw, len(ranked) > 0)


def network_chart(shown: Shown, *, only_relations: bool = False) -> Chart:
    """The network of what is connected."""
    found = network(shown.frames, only_relations=only_relations)

    def draw(width: int, height: int, dark: bool) -> go.Figure:
        return network_figure(found.nodes, found.ties, dark=dark, width=width, height=height)

    alt = network_alt(found.nodes, found.ties)
    return Chart("network", network_caption(shown, found), alt, NETWORK_CONFIG, draw, len(found.nodes) > 0)


def all_charts(shown: Shown, drawing: Drawing) -> tuple[Chart, ...]:
    """Every chart, drawn as the page's switches say."""
    return (
        map_chart(shown, column=drawing.shade, lines=drawing.lines, places=drawing.places),
        timeline_chart(shown),
        entities_chart(shown),
        network_chart(shown, only_relations=drawing.only_relations),
    )


def publication_days(frames: Frames) -> Sequence[tuple[str, date]]:
    """(article id, day) of the articles whose publication day is known."""
    dated = frames.articles[frames.articles["published"].notna()]
    return [(row.article, row.published.date()) for row in dated.itertuples(index=False)]
