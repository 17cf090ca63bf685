"""The places of an article after names turned out to mean something else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nlp.corrections.decisions import RULE, NameDecision
from nlp.corrections.touched import written
from nlp.entity_key_rules import folded
from nlp.gazetteer import CountryAlias, country_alias, nationality
from nlp.model import Analysis, Mention, Place, PlaceKind, PlaceStatus
from nlp.place_changes import with_places

_BODIES = (PlaceKind.INSTITUTION, PlaceKind.SUPRANATIONAL)
_STATES = (PlaceKind.COUNTRY, PlaceKind.NATIONALITY)
_KNOWN = {"GPE": country_alias, "NORP": nationality}


def alias_of(name: str, label: str) -> CountryAlias | None:
    """The country, or the people, that a name of this kind is."""
    known = _KNOWN.get(label)
    return known(name) if known else None


def convention_of(alias: CountryAlias) -> dict[str, Any]:
    """What a place says of its country's being a matter of convention, as fields of `nlp.model.Place`."""
    status = PlaceStatus(alias.status) if alias.status else None
    return {"status": status, "note": alias.note, "area": alias.area or None}


def with_meaning(
    analysis: Analysis, decision: NameDecision, mentions: Sequence[Mention], added: Sequence[Mention]
) -> Analysis:
    """The analysis without the places that the decision's mentions are not, and with those that they now are.

    What means a person, a thing or nothing points to no country; a body such as the White House keeps pointing to its
    state as an organisation. What has the name of a country or a people counts for that country; a town is not looked
    up, since its name alone does not say which.

    Args:
        analysis: with its mentions as the decision has made them.
        decision: what was decided.
        mentions: those that were there before.
        added: those that were not; they take the place of what was found inside them.
    """
    alias = alias_of(str(decision.means), decision.label)
    changes: dict[Place, Place | None] = {}
    new = []
    for mention in (*mentions, *added):
        inside = [p for p in analysis.places if mention.span.contains(p.span)]
        own = [p for p in inside if _are_the_same(mention, p)]
        if alias is not None and own and written(mention.text) == folded(str(decision.means)):
            continue  # which of the places of that name it is, the text has said
        if alias is not None:
            gone = inside if mention in added else own
            if any(p.country == alias.iso3 and _are_the_same(mention, p) for p in gone):
                continue
            changes |= dict.fromkeys(gone)
            if gone or not _overlapped(analysis, mention):
                new.append(_country_place(mention, alias, people=decision.label == "NORP"))
        else:
            changes |= dict.fromkeys(p for p in inside if _is_gone(p, decision, own=p in own, added=mention in added))
    return with_places(analysis, changes, new)


def _is_gone(place: Place, decision: NameDecision, *, own: bool, added: bool) -> bool:
    """Whether a place inside a mention that means something else now is none any more."""
    if decision.means is None:
        return own
    if decision.label in ("GPE", "NORP"):
        return False
    if decision.label in ("LOC", "FAC"):
        return own and place.kind in _STATES  # the river, not the country
    if decision.label == "ORG":
        # The Kenya Red Cross is of Kenya, the Washington Post of no town.
        return (own and place.kind not in _BODIES) or (added and place.kind not in (*_BODIES, *_STATES))
    return own or decision.label == "PERSON" or added


def _are_the_same(mention: Mention, place: Place) -> bool:
    """Whether a mention is a place and no more than an article before it and a possessive behind it."""
    return written(mention.text).removesuffix("'s") == written(place.text).removesuffix("'s")


def _overlapped(analysis: Analysis, mention: Mention) -> bool:
    return any(mention.span.overlaps(place.span) for place in analysis.places)


def _country_place(mention: Mention, alias: CountryAlias, *, people: bool) -> Place:
    return Place(
        mention.start,
        mention.end,
        mention.text,
        PlaceKind.NATIONALITY if people else PlaceKind.COUNTRY,
        alias.iso3,
        rule=RULE,
        **convention_of(alias),
    )
