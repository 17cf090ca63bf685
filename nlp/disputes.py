"""One setting for every disputed area: it counts for the state that its row in the table names, or by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from nlp.model import Analysis, Place
from nlp.place_changes import with_places

_COUNTS_FOR = re.compile(r"; counts? (for|by) [^;]*$")  # how the notes of the table end


class DisputePolicy(StrEnum):
    """How an area counts that states disagree on."""

    RECOGNISED = "recognised"
    SEPARATE = "separate"


def has_choice(analyses: Iterable[Analysis]) -> bool:
    """Whether the policy makes a difference: some area that is named does not count by itself anyway."""
    return any(place.area and place.area != place.country for analysis in analyses for place in analysis.places)


def apply_policy(analysis: Analysis, policy: DisputePolicy) -> Analysis:
    """The analysis with its disputed areas counted as `policy` says.

    An analysis is made with `RECOGNISED` and comes back as it is. With `SEPARATE` each place that names a disputed area
    has the area's own code for a country (`nlp.gazetteer.disputed_areas`), and the countries are counted anew. The ends
    of relations and the countries of events follow where the words in question name no other part of the country.
    """
    if policy is DisputePolicy.RECOGNISED or not has_choice([analysis]):
        return analysis
    return with_places(analysis, {place: _by_itself(place) for place in analysis.places})


def _by_itself(place: Place) -> Place:
    if not place.area or place.area == place.country:
        return place
    note = _COUNTS_FOR.sub("", place.note)
    return replace(place, country=place.area, note=f"{note}; counted separately" if note else "counted separately")
