"""What a reader found, before it is an article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Material:
    """A text with what is known about it; blank and `None` are unknown.

    `published` is the publication date that came beside the text, as it was written there; `stated` is the one that the
    document itself carries (a web page's metadata, an e-mail's header).
    """

    text: str
    id: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: date | str | None = None
    stated: date | None = None
