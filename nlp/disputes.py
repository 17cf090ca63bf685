"""One setting for every disputed area: it counts for the state that its row in the table names, or by itself."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from nlp.country_ranking import rank_countries
from nlp.model import Analysis, Place


class DisputePolicy(StrEnum):
    """How an area counts that states disagree on."""

    RECOGNISED = "recognised"
    SEPARATE = "separate"


def apply_policy(analysis: Analysis, policy: DisputePolicy) -> Analysis:
    """The analysis with its disputed areas counted as `policy` says.

    An analysis is made with `RECOGNISED` and comes back as it is. With `SEPARATE` each place that names a disputed area
    has the area's own code for a country (`nlp.gazetteer.disputed_areas`), and the countries are counted anew.
    """
    if policy is DisputePolicy.RECOGNISED or not any(place.area for place in analysis.places):
        return analysis
    places = tuple(_by_itself(place) for place in analysis.places)
    starts = [sentence.start for sentence in analysis.sentences]
    return replace(analysis, places=places, countries=rank_countries(places, starts))


def _by_itself(place: Place) -> Place:
    return replace(place, country=place.area) if place.area else place
