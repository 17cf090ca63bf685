"""Colours and type for every figure, in light and dark.

One hue carries a chart; shape and words carry what colour may not carry alone. The groups' hues follow Okabe and Ito
(2008), darkened or lightened until each stands at least 4.5:1 from the page behind it (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", "Helvetica Neue", Arial, sans-serif'


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours, as `#rrggbb`.

    `text` and `muted` are for words; `primary` is the one hue of a chart; `tint` is its pale form, for areas that carry
    words; `scale` runs from few to many; `land` and `border` are the quiet map behind, and `lines` lie across it;
    `people` to `dates` name the groups of entities.
    """

    background: str
    panel: str
    text: str
    muted: str
    grid: str
    primary: str
    tint: str
    land: str
    border: str
    scale: tuple[str, ...]
    lines: str
    people: str
    organisations: str
    places: str
    other: str
    dates: str

    def shade(self, share: float) -> str:
        """The colour at `share` of the scale, 0 to 1, as Plotly interpolates it."""
        place = min(max(share, 0.0), 1.0) * (len(self.scale) - 1)
        step = min(int(place), len(self.scale) - 2)
        pairs = zip(_channels(self.scale[step]), _channels(self.scale[step + 1]), strict=True)
        return "#" + "".join(f"{round(low + (high - low) * (place - step)):02x}" for low, high in pairs)

    @property
    def hover_label(self) -> dict[str, Any]:
        """The words that every chart shows on hover, for Plotly's `layout.hoverlabel`."""
        return {
            "bgcolor": self.panel,
            "bordercolor": self.primary,
            "align": "left",
            "font": {"color": self.text, "family": FONT, "size": 13},
        }

    @property
    def mode_bar(self) -> dict[str, str]:
        """Plotly's own toolbar, legible on a transparent chart, for `layout.modebar`."""
        return {"bgcolor": "rgba(0,0,0,0)", "color": self.muted, "activecolor": self.text}

    @property
    def ground(self) -> dict[str, Any]:
        """What the layouts of the charts that are no map have in common, toolbar and hover included."""
        return {
            "paper_bgcolor": self.background,
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "size": 13, "color": self.text},
            "hoverlabel": self.hover_label,
            "hovermode": "closest",
            "clickmode": "event+select",
            "modebar": self.mode_bar,
        }

    def group(self, name: str) -> str:
        """The colour of a group of entities, in either case; a name that is none of them gets `other`'s."""
        groups = {
            "people": self.people,
            "organisations": self.organisations,
            "places": self.places,
            "dates": self.dates,
        }
        return groups.get(name.casefold(), self.other)


LIGHT = Palette(
    background="#ffffff",
    panel="#f7f7f5",
    text="#1a1f26",
    muted="#5a6472",
    grid="#e4e7eb",
    primary="#1f4e8c",
    tint="#c4d4e8",
    land="#dfe2e7",
    border="#ffffff",
    scale=("#c3d4e9", "#7c9fcd", "#1f4e8c"),
    lines="#a34700",
    people="#0063a0",
    organisations="#9a5200",
    places="#00755a",
    other="#97417c",
    dates="#363d48",
)

DARK = Palette(
    background="#0f1318",
    panel="#161b22",
    text="#e6e9ee",
    muted="#a0aab8",
    grid="#262d37",
    primary="#7fb0ee",
    tint="#274468",
    land="#2a313b",
    border="#0f1318",
    scale=("#2b4a75", "#4f82c2", "#86b5f0"),
    lines="#f0a94a",
    people="#62b5ee",
    organisations="#e6a23c",
    places="#3fc49c",
    other="#dd8fc2",
    dates="#ccd3de",
)


def palette(dark: bool) -> Palette:
    """The colours of the dark or the light theme."""
    return DARK if dark else LIGHT


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio").

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    brighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def _luminance(colour: str) -> float:
    channels = (channel / 255 for channel in _channels(colour))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
