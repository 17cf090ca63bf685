"""Countries with what they do, towns, and the names that no map shows."""

from __future__ import annotations

from collections.abc import Collection

from nlp.frames import Frames
from nlp.model import CountryRole
from nlp.report.safe_text import readable
from nlp.report.telling import Sentences, keys_by
from nlp.report.values import CountryItem, NameItem
from nlp.role_wording import ROLE_WORDS, words_by_role
from nlp.summaries import ROLES, cities_frame, countries_frame, words_counted
from nlp.unmapped_names import unmapped_frame

# A country that is named by many of its towns would fill a page with them; the tables of data have them all.
_MOST_FORMS = 10


def country_items(shown: Frames, sentences: Sentences, most: int) -> tuple[CountryItem, ...]:
    """The rows of `nlp.summaries.countries_frame`, in its order."""
    keys = keys_by(shown.places, "country")
    forms = shown.places.groupby("country")["text"].agg(list)
    return tuple(
        CountryItem(
            row.country,
            readable(row.name),
            ROLE_WORDS[CountryRole(row.role)],
            words_by_role({role: getattr(row, role) for role in ROLES}),
            row.mentions,
            row.sentences,
            readable(words_counted(forms[row.country], _MOST_FORMS)),
            readable(row.note),
            sentences.told(keys[row.country], most),
        )
        for row in countries_frame(shown).itertuples(index=False)
    )


def town_items(shown: Frames, sentences: Sentences, most: int) -> tuple[NameItem, ...]:
    """The rows of `nlp.summaries.cities_frame`: cities, regions and sites that have a point on the map."""
    keys = keys_by(shown.places, "point")
    return tuple(
        NameItem(
            row.point, readable(row.place), readable(row.name), "", row.mentions, sentences.told(keys[row.point], most)
        )
        for row in cities_frame(shown).itertuples(index=False)
    )


def unmapped_items(
    shown: Frames, sentences: Sentences, most: int, drawn: Collection[str] | None
) -> tuple[NameItem, ...]:
    """The rows of `nlp.unmapped_names.unmapped_frame`; without `drawn`, every country counts as on the map."""
    named = set(shown.places["country"]) - {""}
    by_form, by_country = keys_by(shown.places, "form"), keys_by(shown.places, "country")
    items = []
    for row in unmapped_frame(shown, named if drawn is None else drawn).itertuples(index=False):
        kind, key = row.key.split(":", 1)
        told = sentences.told((by_country if kind == "country" else by_form)[key], most)
        items.append(NameItem(row.key, readable(row.name), f"{row.kind}, {row.reason}", "", row.mentions, told))
    return tuple(items)
