"""What a country does in an article, in a desk editor's words: the same on the page and in the terminal."""

from __future__ import annotations

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
