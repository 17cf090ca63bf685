"""What the map's shade counts: its unit, its colour bar, and what to say where there is nothing to count."""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import Any

from components.figures.palette import Palette
from nlp.model import CountryRole
from nlp.role_wording import ROLE_WORDS

ALL = "mentions"  # the column of all mentions; each role is a column, too
UNITS = MappingProxyType({ALL: "mentions", **{role.value: f"mentions, {words}" for role, words in ROLE_WORDS.items()}})
NOTHING = {
    ALL: "No country is named in what is shown.",
    CountryRole.ACTOR.value: "No country is acting in what is shown.",
    CountryRole.AFFECTED.value: "No country is acted on in what is shown.",
    CountryRole.VENUE.value: "Nothing is said to happen in a country in what is shown.",
    CountryRole.MENTIONED.value: "No country is only named in what is shown.",
}
_CALM = 4  # so many mentions reach the darkest shade at the least: a single one stays pale


def darkest(counts: list[int]) -> int:
    """The number of mentions that the darkest shade stands for."""
    return max([_CALM, *counts])


def colour_axis(column: str, top: int, colours: Palette, *, shown: bool) -> dict[str, Any]:
    """The scale from 0 to `top` with its bar at the map's foot, named after what is counted."""
    steps = len(colours.scale) - 1
    ticks = _ticks(top)
    return {
        "colorscale": [[i / steps, colour] for i, colour in enumerate(colours.scale)],
        "cmin": 0,
        "cmax": top,
        "showscale": shown,
        "colorbar": {
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": 0,
            "yanchor": "bottom",
            "len": 150,
            "lenmode": "pixels",
            "thickness": 8,
            "outlinewidth": 0,
            "bgcolor": colours.background,
            "xpad": 8,
            "ypad": 6,
            "ticks": "",
            "tickvals": ticks,
            "ticktext": [f"{tick:,}" for tick in ticks],
            "tickfont": {"size": 11, "color": colours.muted},
            "title": {"text": UNITS[column], "side": "top", "font": {"size": 12, "color": colours.muted}},
        },
    }


def nothing_to_shade(column: str, colours: Palette) -> dict[str, Any]:
    """A sentence in the map's corner, where it moves nothing on the page and is part of a downloaded picture."""
    return {
        "text": NOTHING[column],
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "bottom",
        "xshift": 8,
        "yshift": 8,
        "showarrow": False,
        "align": "left",
        "bgcolor": colours.background,
        "font": {"size": 13, "color": colours.text},
    }


def _ticks(top: int) -> list[int]:
    """A few whole numbers from 0 to `top`, both among them.

    >>> _ticks(1), _ticks(14), _ticks(230)
    ([0, 1], [0, 5, 10, 14], [0, 100, 230])
    """
    if top <= 3:
        return list(range(top + 1))
    rough = top / 4
    power = 10 ** math.floor(math.log10(rough))
    step = max(1, next(int(m * power) for m in (1, 2, 5, 10) if m * power >= rough))
    inner = [tick for tick in range(0, top, step) if top - tick > step * 0.75]
    return [*inner, top]
