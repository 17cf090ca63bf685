"""The places of an article after names turned out to mean something else."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.corrections.countries import with_places
from nlp.corrections.decisions import RULE, NameDecision
from nlp.gazetteer import CountryAlias, country_alias, nationality
from nlp.kinds import group_of
from nlp.model import Analysis, Mention, Place, PlaceKind, PlaceStatus, Span

_BODIES = (PlaceKind.INSTITUTION, PlaceKind.SUPRANATIONAL)
# Groups whose names are places, or people who point to one.
_PLACES = frozenset({group_of("GPE"), group_of("NORP")})


def with_meaning(analysis: Analysis, decision: NameDecision, mentions: Sequence[Mention]) -> Analysis:
    """The analysis without the places that the decision's mentions are not, and with those that they now are.

    What means a person or nothing points to no country; a body such as the White House keeps pointing to its state as
    an organisation. What is a place or a people now counts for its country where the name is that of one; a town is
    not looked up, since its name alone does not say which.
    """
    group = group_of(decision.label) if decision.means is not None else ""
    if group in _PLACES:
        return with_places(analysis, {}, _new(analysis, decision, mentions))
    spans = {(m.start, m.end) for m in mentions}
    gone = [p for p in analysis.places if (p.start, p.end) in spans]
    return with_places(analysis, {p: None for p in gone if group != group_of("ORG") or p.kind not in _BODIES})


def _new(analysis: Analysis, decision: NameDecision, mentions: Sequence[Mention]) -> list[Place]:
    alias = (nationality if decision.label == "NORP" else country_alias)(str(decision.means))
    if alias is None:
        return []
    taken = [Span(p.start, p.end) for p in analysis.places]
    free = [m for m in mentions if not any(m.start < span.end and span.start < m.end for span in taken)]
    return [country_place(m, alias, people=decision.label == "NORP") for m in free]


def country_place(mention: Mention, alias: CountryAlias, *, people: bool) -> Place:
    """The place that a mention of a country, or of its people, is."""
    return Place(
        mention.start,
        mention.end,
        mention.text,
        PlaceKind.NATIONALITY if people else PlaceKind.COUNTRY,
        alias.iso3,
        rule=RULE,
        status=PlaceStatus(alias.status) if alias.status else None,
        note=alias.note,
        area=alias.area or None,
    )
