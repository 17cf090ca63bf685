"""Charts for formats that hold no drawings, or nothing but drawings."""

from __future__ import annotations

import base64
import functools
import struct
from pathlib import Path

import typst

from nlp.errors import ReportError
from nlp.report.values import Picture, PictureKind

FONTS = Path(__file__).parent / "fonts"
_PIXELS_PER_INCH = 220
_PAGE = b'#set page(width: 17cm, height: auto, margin: 0cm)\n#image("picture.svg", width: 100%)\n'
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}"><image width="{0}" height="{1}" href="data:image/png;base64,{2}"/></svg>'  # noqa: E501 - a drawing


def as_png(picture: Picture) -> bytes:
    """The picture's bytes as PNG; a drawing is rasterised for print at the width of the page.

    Raises:
        ReportError: the drawing is broken.
    """
    if picture.kind is PictureKind.PNG:
        return picture.data
    files = {"main.typ": _PAGE, "picture.svg": picture.data}
    try:
        return bytes(
            typst.compile(files, format="png", ppi=_PIXELS_PER_INCH, font_paths=fonts())  # type: ignore[call-overload]
        )
    except typst.TypstError as error:
        raise ReportError(f"The chart “{picture.name}” is no picture that a document can hold: {error}") from error


def as_svg(picture: Picture) -> bytes:
    """The picture's bytes as SVG, which is text: a PNG is put into a drawing, pixel for pixel."""
    if picture.kind is PictureKind.SVG:
        return picture.data
    width, height = struct.unpack(">II", picture.data[16:24])  # PNG, 11.2.2: the header comes first
    return _SVG.format(width, height, base64.b64encode(picture.data).decode("ascii")).encode("ascii")


@functools.cache
def fonts() -> typst.Fonts:
    """The report's own fonts with those of the compiler, and none of the machine's: the same bytes everywhere."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
