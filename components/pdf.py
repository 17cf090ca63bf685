"""A chart's SVG as PDF, with its text as text.

By resvg's converter in `vl-convert-python`: permissive, one wheel, no browser and no network, and it embeds the letters
that are used, whatever their script. In the browser, PDF libraries know Latin only or draw letters as outlines.
"""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree as ET

from pypdf import PdfReader, PdfWriter

from components.figures.framing import INCH
from nlp.errors import InputError

MOST_BYTES = 20_000_000
_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_SHADOW = re.compile(r"text-shadow:[^;]*?(rgba?\([^)]*\)|#[0-9a-fA-F]{3,8})[^;]*;?")
_SIZE = re.compile(r' (width|height)="([0-9.]+)"')
_SIGNED = re.compile("<text(?:(?!</text>).)*?[\u2190-\u2bff].*?</text>", re.DOTALL)
_FAMILY = re.compile(r"font-family:(?:[^;&]|&quot;)*;")
_SIGN_FAMILY = "font-family: DejaVu Sans, Segoe UI Symbol, Apple Symbols, sans-serif;"
_POINTS = 72 / INCH


def svg_to_pdf(svg: str) -> bytes:
    """One page, 120 pixels an inch; the SVG's title and description become the document's.

    Raises:
        InputError: this is not an SVG, or it draws on anything outside itself.
    """
    title, description = _checked(svg)
    import vl_convert  # a large library: not before somebody wants a PDF

    try:
        page = vl_convert.svg_to_pdf(_SIGNED.sub(_in_one_type, with_edges(_in_points(svg))))
    except ValueError as error:
        raise InputError(f"This picture cannot be set as PDF: {error}") from error
    writer = PdfWriter()
    writer.add_page(PdfReader(io.BytesIO(page)).pages[0])
    writer.add_metadata({"/Title": title, "/Subject": description, "/Creator": "Dateline"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_edges(svg: str) -> str:
    """The SVG with the soft edges around its words drawn as strokes, which every program knows."""
    return _SHADOW.sub(_edge, svg)


def _checked(svg: str) -> tuple[str, str]:
    """Title and description of an SVG that stands alone."""
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg:
        raise InputError("This SVG declares entities; only a chart's own SVG becomes a PDF.")
    try:
        root = ET.fromstring(svg)  # noqa: S314 - without a document type there are no entities to expand
    except ET.ParseError as error:
        raise InputError(f"This is not an SVG: {error}.") from error
    if root.tag != f"{_SVG}svg":
        raise InputError("This is not an SVG.")
    for element in root.iter():
        address = element.get("href") or element.get(_HREF) or "#"
        if not address.startswith(("#", "data:")):
            raise InputError(f"This SVG draws on something outside itself: {address[:80]!r}.")
    return root.findtext(f"{_SVG}title") or "", root.findtext(f"{_SVG}desc") or ""


def _in_points(svg: str) -> str:
    """The SVG at its size on paper: the converter takes a pixel for a point."""
    head, end, rest = svg.partition(">")
    return _SIZE.sub(lambda size: f' {size[1]}="{float(size[2]) * _POINTS:g}"', head) + end + rest


def _in_one_type(words: re.Match[str]) -> str:
    """Words with signs in a type that has both: otherwise the converter sets them in whatever it meets, bold or not."""
    return _FAMILY.sub(_SIGN_FAMILY, words[0])


def _edge(match: re.Match[str]) -> str:
    """The soft edge around words as a drawn one, which the converter knows."""
    return f"paint-order: stroke; stroke: {match[1]}; stroke-width: 2.5px; stroke-linejoin: round;"
