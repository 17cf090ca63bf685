"""How much an article is about each of its entities."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

# Weights of the parts; they add up to 1, so that salience stays within 0 and 1.
_COUNT, _POSITION, _SPREAD, _SUBJECT, _TITLE = 0.35, 0.2, 0.15, 0.1, 0.2
_PARTS = 10
# What a single mention counts beside the logarithm of several.
_ONE = 0.35
# A nationality mostly describes another entity; a place mostly locates one.
_KIND = {
    "NATIONALITY": 0.45,
    "NORP": 0.6,
    "LOC": 0.8,
    "FAC": 0.8,
    "LANGUAGE": 0.5,
    "LAW": 0.8,
    "PRODUCT": 0.8,
    "WORK_OF_ART": 0.7,
}
# Who reports, and what only frames the article, unless the title names it.
_REPORTER, _FRAME, _STAGE = 0.5, 0.3, 0.85


@dataclass(frozen=True, slots=True)
class Appearance:
    """One mention: where it begins in the article (0 to 1), whether it is a subject, and whether it only frames."""

    position: float
    subject: bool
    aside: bool = False


def salience(
    appearances: Sequence[Appearance], label: str, most: int, *, in_title: bool, reporter: bool = False
) -> float:
    """How much the article is about one entity, 0 to 1.

    The sum of: 0.35 for the number of mentions, on a logarithmic scale on which the article's most mentioned entity has
    1; 0.2 for an early first mention, falling linearly from the first word to the last; 0.15 for the share of the
    article's ten equal parts in which it is mentioned; 0.1 for the share of its mentions that are subjects; 0.2 for
    being in the title. Nationalities, places and works count for a part of that, and so do a place that does nothing,
    an agency or a paper, and what stands only in datelines, bylines and credits, where the title does not name them.
    Frequency, first position and spread are the features that Dunietz and Gillick, "A New Entity Salience Task"
    (EACL 2014), found to carry most.

    Args:
        appearances: the entity's mentions; none gives 0. Asides count only where there is nothing else.
        label: the entity's label, or NATIONALITY where it is a country's people.
        most: the number of mentions of the article's most mentioned entity, at least 1.
        in_title: whether the article's title names the entity.
        reporter: whether the entity is one that reports the news.

    >>> salience([Appearance(0.0, True)], "PERSON", 1, in_title=True)
    0.865
    """
    if not appearances:
        return 0.0
    told = [each for each in appearances if not each.aside]
    counted = told or appearances
    count = (math.log(len(counted)) + _ONE) / (math.log(max(most, len(counted))) + _ONE)
    first = 1.0 - min(each.position for each in counted)
    spread = len({min(int(each.position * _PARTS), _PARTS - 1) for each in counted}) / _PARTS
    subject = sum(each.subject for each in counted) / len(counted)
    total = _COUNT * count + _POSITION * first + _SPREAD * spread + _SUBJECT * subject + _TITLE * in_title
    if not in_title:
        total *= _REPORTER if reporter else 1.0
        total *= 1.0 if told else _FRAME
        total *= _STAGE if label == "GPE" and not subject else 1.0
    return round(total * _KIND.get(label, 1.0), 4)
