"""The report as one web page: no script, no request, everything inside."""

from __future__ import annotations

import base64
import functools
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from nlp.model import EventStatus
from nlp.report.layout import lay_out
from nlp.report.values import Picture, PictureKind, Report

_TYPES = {PictureKind.PNG: "image/png", PictureKind.SVG: "image/svg+xml"}
# What a reader must not take for a fact: the same words in every format.
DOUBTFUL = frozenset({EventStatus.PLANNED.value, EventStatus.HYPOTHETICAL.value, EventStatus.DENIED.value})


def html_report(report: Report) -> bytes:
    """A page in UTF-8; the same report gives the same bytes."""
    page = _template().render(document=lay_out(report), doubtful=DOUBTFUL)
    return page.encode("utf-8") + b"\n"


def data_address(picture: Picture) -> str:
    r"""The picture as an address that holds it; a browser runs no script in it and asks nobody for it.

    >>> data_address(Picture("map", b"\x89PNG", "A map."))
    'data:image/png;base64,iVBORw=='
    """
    return f"data:{_TYPES[picture.kind]};base64,{base64.b64encode(picture.data).decode('ascii')}"


@functools.cache
def _template() -> Template:
    """The house style; whatever it is given is escaped."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
    )
    environment.filters["data_address"] = data_address
    return environment.get_template("report.html.j2")
