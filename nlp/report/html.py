"""The report as one web page: no script, no request, everything inside."""

from __future__ import annotations

import base64
import functools
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from nlp.model import EventStatus
from nlp.report.layout import lay_out
from nlp.report.style import house_style
from nlp.report.values import Picture, PictureKind, Report

_TYPES = {PictureKind.PNG: "image/png", PictureKind.SVG: "image/svg+xml"}
# What a reader must not take for a fact: the same words in every format.
DOUBTFUL = frozenset({EventStatus.PLANNED.value, EventStatus.HYPOTHETICAL.value, EventStatus.DENIED.value})


def html_report(report: Report) -> bytes:
    """A page in UTF-8; the same report gives the same bytes."""
    page = _template().render(document=lay_out(report), doubtful=DOUBTFUL, style=house_style())
    return page.encode("utf-8") + b"\n"


def data_address(picture: Picture) -> str:
    r"""The picture as an address that holds it; a browser runs no script in it and asks nobody for it.

    >>> data_address(Picture("map", b"\x89PNG", "A map."))
    'data:image/png;base64,iVBORw=='
    """
    return f"data:{_TYPES[picture.kind]};base64,{base64.b64encode(picture.data).decode('ascii')}"


def _families(names: Sequence[str]) -> str:
    """Families of type as CSS has them; a generic one, as sans-serif, has no capital."""
    return ", ".join(f'"{name}"' if name != name.lower() else name for name in names)


@functools.cache
def _template() -> Template:
    """The page; whatever it is given is escaped."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
    )
    environment.filters["data_address"] = data_address
    environment.filters["families"] = _families
    return environment.get_template("report.html.j2")
