"""Which names count for a country by convention only, in words: names of the past and of disputed areas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from nlp.model import PlaceStatus


class Named(Protocol):
    """A place of an analysis or a row of the places: its words, its status, if any, and what the table says of it."""

    @property
    def text(self) -> str: ...
    @property
    def status(self) -> str | None: ...
    @property
    def note(self) -> str: ...


_SAID = {PlaceStatus.DISPUTED.value: "disputed", PlaceStatus.HISTORICAL.value: "a name of the past"}
_MOST_FORMS = 4


def explain_conventions(places: Iterable[Named]) -> str:
    """One clause per reason, with the names that it is about; empty where no name counts by convention only.

    For example: “Crimea”, “Sevastopol” (disputed): annexed by Russia in 2014; counts for Ukraine.
    """
    groups: dict[tuple[str, str], dict[str, None]] = {}
    for place in places:
        if place.status:
            forms = groups.setdefault((str(place.status), place.note), {})
            forms[" ".join(place.text.split())] = None
    return " · ".join(_clause(list(forms), status, note) for (status, note), forms in groups.items())


def _clause(forms: list[str], status: str, note: str) -> str:
    names = ", ".join(f"“{form}”" for form in forms[:_MOST_FORMS])
    more = f" and {len(forms) - _MOST_FORMS} more" if len(forms) > _MOST_FORMS else ""
    return f"{names}{more} ({_SAID.get(status, status)})" + (f": {note}" if note else "")
