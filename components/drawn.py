"""Pictures as a browser has drawn them, the reader's own or one without a window, and the files that they become."""

from __future__ import annotations

import base64
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from components.pdf import svg_to_pdf
from components.server import PLOTLY_FILE
from nlp.errors import InputError

# Where the chart library belongs in a page that the browser has made: it is put in here, not sent to and fro.
PLACE = "/* plotly.js */"


@dataclass(frozen=True, slots=True)
class Drawn:
    """One picture as SVG, and as PNG and as a page of its own where these were asked for."""

    svg: str
    png: bytes = b""
    html: str = ""

    def files(self, name: str) -> Iterator[tuple[str, bytes]]:
        """The picture in every format, each with its file's name.

        Raises:
            InputError: the SVG is none, or draws on anything outside itself.
        """
        yield f"{name}.svg", self.svg.encode()
        if self.png:
            yield f"{name}.png", self.png
        yield f"{name}.pdf", svg_to_pdf(self.svg)
        if self.html:
            yield f"{name}.html", self.html.replace(f"<script>{PLACE}", f"<script>{_library()}", 1).encode()


@functools.cache
def _library() -> str:
    """The chart library as it may stand inside a script."""
    return PLOTLY_FILE.read_text("utf-8").replace("</script", "<\\/script")


def read_drawn(made: Any) -> list[Drawn]:
    """What `pictureMade` of `frontend/picture.js` gives for each picture; a PNG comes in base64.

    Raises:
        InputError: this is something else.
    """
    try:
        return [
            Drawn(str(each["svg"]), base64.b64decode(each["png"], validate=True), str(each["html"])) for each in made
        ]
    except (TypeError, KeyError, ValueError) as error:
        raise InputError("These are not the pictures that were asked for.") from error
