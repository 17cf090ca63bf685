"""What a country does in an article, in a desk editor's words: the same on the page and in the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from nlp.model import CountryRole

ROLE_WORDS = MappingProxyType(
    {
        CountryRole.ACTOR: "acting",
        CountryRole.AFFECTED: "acted on",
        CountryRole.VENUE: "where it happens",
        CountryRole.MENTIONED: "only named",
    }
)


def words_by_role(counts: Mapping[str, int]) -> str:
    r"""Mentions by role in words, the strongest role first; empty where all of them only name the country.

    A number keeps to its words' line.

    >>> words_by_role({"actor": 4, "venue": 1, "mentioned": 2}).replace("\u00a0", " "), words_by_role({"mentioned": 3})
    ('acting 4 · where it happens 1 · only named 2', '')
    """
    present = {role: counts.get(role.value, 0) for role in ROLE_WORDS}
    if not any(n for role, n in present.items() if role is not CountryRole.MENTIONED):
        return ""
    return " · ".join(f"{ROLE_WORDS[role]}\u00a0{n}" for role, n in present.items() if n)
