"""Colours that can be read and told apart, by computation."""

from __future__ import annotations

import itertools

import pytest

from components.figures.palette import DARK, LIGHT, Palette, contrast, palette

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
GROUPS = ("people", "organisations", "places", "other", "dates")
# Machado, Oliveira and Fernandes (2009), full severity, on linear light.
BLINDNESS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
}


def linear(colour: str) -> list[float]:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def lab(light: list[float]) -> tuple[float, float, float]:
    """CIELAB of linear sRGB, D65."""
    red, green, blue = (min(max(c, 0), 1) for c in light)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def difference(one: str, other: str, blindness: str) -> float:
    """CIE 1976 colour difference as the blind see it; about 2 can just be noticed."""
    seen = []
    for colour in (one, other):
        light = linear(colour)
        rows = BLINDNESS.get(blindness, ((1, 0, 0), (0, 1, 0), (0, 0, 1)))
        seen.append(lab([sum(k * c for k, c in zip(row, light, strict=True)) for row in rows]))
    return sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5


@THEMES
@pytest.mark.parametrize("ground", ["background", "panel"])
@pytest.mark.parametrize("name", ["text", "muted", "primary", *GROUPS])
def test_words_stand_out_from_the_page(colours: Palette, ground: str, name: str) -> None:
    assert contrast(getattr(colours, name), getattr(colours, ground)) >= 4.5


@THEMES
def test_words_stand_out_from_the_tinted_bar(colours: Palette) -> None:
    assert contrast(colours.text, colours.tint) >= 4.5


@THEMES
def test_marks_stand_out_from_page_and_land(colours: Palette) -> None:
    assert contrast(colours.primary, colours.background) >= 3
    assert contrast(colours.primary, colours.land) >= 3, "the outline of a named country"
    assert contrast(colours.lines, colours.background) >= 3, "a line on its casing"


@THEMES
def test_shades_run_in_one_direction(colours: Palette) -> None:
    steps = [contrast(shade, colours.background) for shade in colours.scale]
    assert steps == sorted(steps)
    assert steps[-1] / steps[0] > 3


@THEMES
@pytest.mark.parametrize("blindness", ["none", "protanopia", "deuteranopia"])
def test_groups_are_told_apart(colours: Palette, blindness: str) -> None:
    for one, other in itertools.combinations(GROUPS, 2):
        assert difference(colours.group(one), colours.group(other), blindness) > 10, (one, other)


def test_unknown_group_gets_a_colour() -> None:
    assert LIGHT.group("what") == LIGHT.other


def test_palette_follows_the_theme() -> None:
    assert palette(True) is DARK
    assert palette(False) is LIGHT


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
