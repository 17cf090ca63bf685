"""A chart as it leaves the page: the same figure in a frame that says what it shows, of how many, and from where.

A frame is laid out in the screen's own pixels and enlarged as a whole, so that type, lines and marks keep their
proportions; `Preset.zoom` says by how much.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import plotly.graph_objects as go

from components.figures.moved import show_near
from components.figures.palette import Palette, palette
from components.figures.text_lines import LINE_HEIGHT, cut, line_width, text_lines
from components.figures.wording import escaped

# One of these is on every system, and they are equally wide (but for the last).
STILL_FONT = 'Arial, Helvetica, "Liberation Sans", Arimo, "DejaVu Sans", sans-serif'
INCH = 120  # pixels of a picture at its plain size
SIDE, _TOP, _BOTTOM = 24, 20, 16
_TITLE, _SUBTITLE, _FOOT = 20, 13, 10.5
_GAP, _SMALL_GAP = 12, 5
_LEAST_CHART = 0.45  # of the page's height; words give way: sources first, then the note, the unit and the filter
_GIVING, _KEPT = (3, 2, 1), (3, 2, 1, 1, 9, 3)


@dataclass(frozen=True, slots=True)
class Preset:
    """A size of picture: `page` is laid out in pixels of the screen, `width` and `height` are those of the file."""

    name: str
    page: tuple[int, int]
    width: int
    height: int

    @property
    def zoom(self) -> float:
        """How much larger the file is than the page that was laid out."""
        return self.width / self.page[0]


PRESETS = MappingProxyType(
    {
        "slide": Preset("slide", (960, 540), 1600, 900),
        "column": Preset("column", (720, 540), 1000, 750),
        "square": Preset("square", (720, 720), 1200, 1200),
    }
)


def preset_of(name: str) -> Preset:
    """The size of this name; a workspace may come from a Dateline that has others, then it is the slide's."""
    return PRESETS.get(name, PRESETS["slide"])


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a chart; what is empty takes no room. `subtitle` may have several lines.

    `subtitle` holds the unit, how many of how many, the span and the filter; `boundaries` what a map owes its sources;
    `version` the program's name and version, and the day on which the picture was made.
    """

    title: str
    subtitle: str = ""
    note: str = ""
    sources: str = ""
    boundaries: str = ""
    credit: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one size, so far below the page's upper edge or above its lower one."""

    lines: tuple[str, ...]
    size: float
    bold: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LINE_HEIGHT


def chart_room(caption: Caption, preset: Preset) -> tuple[int, int]:
    """The width and height in pixels that `caption` leaves for the chart, its own margins included."""
    above, below = _blocks(caption, preset)
    width, height = preset.page
    return width - 2 * SIDE, round(height - _height(above, _TOP) - _height(below, _BOTTOM))


def framed(figure: go.Figure, caption: Caption, preset: Preset, *, dark: bool) -> go.Figure:
    """`figure` in its frame; it should have been drawn for the size of `chart_room`.

    Everything of the figure stays: traces, axes, legends. Around it stand the caption's words, and what is drawn from
    near only is shown or not, as the page would. Left and right margins of the chart's own count towards the frame's.
    """
    colours = palette(dark)
    above, below = _blocks(caption, preset)
    own = figure.layout.margin
    width, height = preset.page
    margin = {
        "l": max(own.l or 0, SIDE) + _labels(figure),
        "r": max(own.r or 0, SIDE),
        "t": _height(above, _TOP) + (own.t or 0),
        "b": _height(below, _BOTTOM) + (own.b or 0),
    }
    picture = go.Figure(figure)
    picture.update_layout(
        width=width,
        height=height,
        margin={**margin, "autoexpand": False},
        paper_bgcolor=colours.background,
        font={"family": STILL_FONT},
        hoverlabel={"font": {"family": STILL_FONT}},
    )
    words = _words(above, below, caption, preset, margin, colours)
    picture.layout.annotations = [*_shifted(figure, margin["l"]), *words]
    show_near(picture)
    return picture


def _blocks(caption: Caption, preset: Preset) -> tuple[list[_Block], list[_Block]]:
    """The words above and below the chart, in lines; where they would leave it too little room, some give."""
    width = preset.page[0] - 2 * SIDE
    beside = line_width(caption.version, _FOOT) + 2 * _GAP if caption.version else 0
    credit = text_lines(caption.credit, width - beside, _FOOT, most=3)
    texts = [
        (text_lines(caption.title, width, _TITLE, bold=True, most=3), _TITLE),
        (text_lines(caption.subtitle, width, _SUBTITLE, most=6), _SUBTITLE),
        *((text_lines(text, width, _FOOT), _FOOT) for text in (caption.note, caption.sources, caption.boundaries)),
        (credit or ([""] if caption.version else []), _FOOT),
    ]
    while True:
        blocks = [_Block(tuple(lines), size, size == _TITLE) for lines, size in texts if lines]
        above = [block for block in blocks if block.size != _FOOT]
        below = [block for block in blocks if block.size == _FOOT]
        free = preset.page[1] - _height(above, _TOP) - _height(below, _BOTTOM)
        giving = next((i for i in _GIVING if len(texts[i][0]) > _KEPT[i]), None)
        if free >= _LEAST_CHART * preset.page[1] or giving is None:
            return above, below
        lines, size = texts[giving]
        texts[giving] = (cut(lines, len(lines) - 1), size)


def _height(blocks: list[_Block], edge: float) -> float:
    """Pixels from the page's edge to the chart."""
    return edge + sum(block.height for block in blocks) + _SMALL_GAP * max(len(blocks) - 1, 0) + _GAP * bool(blocks)


def _words(
    above: list[_Block],
    below: list[_Block],
    caption: Caption,
    preset: Preset,
    margin: dict[str, float],
    colours: Palette,
) -> list[dict[str, Any]]:
    """The caption as annotations; each is so many pixels from the plot's corner, wherever that is."""
    words, y = [], float(_TOP)
    for block in above:
        colour = colours.text if block.bold else colours.muted
        words.append(_word(block, colour, x=0, xshift=SIDE - margin["l"], y=1, yshift=margin["t"] - y, yanchor="top"))
        y += block.height + _SMALL_GAP
    y = preset.page[1] - _height(below, _BOTTOM) + _GAP
    bottom = preset.page[1] - margin["b"]
    for block in below:
        left = {"x": 0, "xshift": SIDE - margin["l"], "y": 0, "yshift": bottom - y, "yanchor": "top"}
        words += [_word(block, colours.muted, **left)] if any(block.lines) else []
        y += block.height + _SMALL_GAP
    if caption.version:
        line = _Block((caption.version,), _FOOT)
        at = preset.page[1] - _BOTTOM - line.height
        right = {"x": 1, "xshift": margin["r"] - SIDE, "xanchor": "right", "y": 0, "yshift": bottom - at}
        words.append(_word(line, colours.muted, **right, yanchor="top"))
    return words


def _word(block: _Block, colour: str, **where: Any) -> dict[str, Any]:
    text = "<br>".join(map(escaped, block.lines))
    return {
        "text": f"<b>{text}</b>" if block.bold else text,
        "font": {"size": block.size, "color": colour},
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "align": "left",
        "borderpad": 0,
        **where,
    }


def _shifted(figure: go.Figure, left: float) -> list[go.layout.Annotation]:
    """The figure's own annotations; a legend begins where the page's words do, whatever stands beside the chart."""
    notes = [go.layout.Annotation(note) for note in figure.layout.annotations]
    for note in notes:
        if note.name == "legend":
            note.xshift = SIDE - left
    return notes


def _labels(figure: go.Figure) -> float:
    """Pixels for the names beside a chart, which the page's plotly.js measures itself."""
    axis = figure.layout.yaxis
    if not axis.automargin:
        return 0
    return max((line_width(label, figure.layout.font.size) for label in axis.ticktext or ()), default=0)
