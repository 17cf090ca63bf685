"""What a found role holds, and which words are roles."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from nlp.pipeline.entity_tables import role_nouns

# What may stand in a role's phrase before its noun, and what may link its parts.
MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
SINCE = frozenset({"then", "now", "currently", "formerly", "once", "later", "former", "acting", "ex", "deputy"})
LINKS = frozenset(
    {"of", "for", "at", "to", "in", "from", "with", "and", "the", "&", "-", "/", "'s", "’s", "on", "a", "an"}
)
# What may hang on a role's noun by a hyphen: "president-elect".
ELECT = frozenset({"designate", "elect"})


@dataclass(frozen=True, slots=True)
class Role:
    """A role `text`, the tokens `[start, end)` that state it, the rule that read it; the lower `rank`, the fuller."""

    text: str
    start: int
    end: int
    rule: str
    rank: int


def is_role(token: Token) -> bool:
    """Whether a token is a noun for what a person is or does."""
    lower = token.lower_
    return (lower in role_nouns() or lower.removeprefix("ex-") in role_nouns()) and token.pos_ in (
        "NOUN",
        "PROPN",
        "ADJ",
        "X",
    )
