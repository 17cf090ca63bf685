"""What a selection asks of sentences, in words: the same on the page, on charts and in every file."""

from __future__ import annotations

from nlp.frames import Frames
from nlp.selection import Selection

# Of each field of the selection that holds a key: where the key stands, where its name, and how it is said.
ASKED = {
    "country": ("places", "country", "name", "that name"),
    "place": ("places", "point", "text", "that name"),
    "name": ("places", "form", "text", "that name"),
    "entity": ("mentions", "entity", "name", "that mention"),
    "pair": ("relations", "pair", "pair_name", "with"),
    "link": ("links", "link", "name", "that connect"),
    "quote": ("quotes", "quote", "label", "of the statement"),
}


def sentence_words(selection: Selection, everything: Frames) -> list[str]:
    """Which sentences the selection keeps, a phrase on one line for each thing that it asks for.

    Args:
        selection: its articles, statuses and days are not looked at.
        everything: tables that hold what it asks for; a key that they lack is said as it is.
    """
    words = []
    for field, (table, column, name, phrase) in ASKED.items():
        if (key := getattr(selection, field)) is not None:
            rows = getattr(everything, table)
            names = rows.loc[rows[column] == key, name]
            words.append(f"sentences {phrase} {names.iat[0] if len(names) else key}")
    if selection.search.strip():
        words.append(f"sentences with “{selection.search.strip()}”")
    return [" ".join(phrase.split()) for phrase in words]
