"""Telling two places of one name apart within an article: by what the sentence of each mention names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from nlp.model import PlaceKind
from nlp.pipeline.place_evidence import Evidence
from nlp.pipeline.place_mentions import Mention
from nlp.pipeline.place_scoring import Decision
from nlp.pipeline.place_senses import Sense

_KNOWN = 5.3  # a place of two hundred thousand people; smaller namesakes need a container of their own
_WIDE = (PlaceKind.COUNTRY, PlaceKind.REGION)
_CONFIDENCE = 0.9


def readings_by_sentence(
    mentions: Sequence[Mention],
    readings: Mapping[str, Sequence[Sense]],
    answers: Mapping[str, Decision | None],
    evidence: Evidence,
) -> dict[int, Decision]:
    """Start of a mention -> its reading, where it is another than the one that the article as a whole suggests.

    Only names of two or more countries are asked that the article knows from other names, "Georgia" in a text on
    Tbilisi and Atlanta; and the sentence must name just one of these countries.
    """
    named: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for mention in mentions:
        answer = answers.get(mention.key)
        if answer is not None and answer.sense.iso3 and answer.rule in ("name", "only_country"):
            named[mention.sentence][answer.sense.iso3].add(mention.key)
    found: dict[int, Decision] = {}
    for mention in mentions:
        answer = answers.get(mention.key)
        if answer is None or mention.inside is not None or answer.rule not in ("population", "context"):
            continue
        known = [s for s in readings[mention.key] if _may_be(s) and evidence.knows(s.iso3, mention.key)]
        beside = {s.iso3 for s in known if named[mention.sentence].get(s.iso3 or "", set()) - {mention.key}}
        if len({s.iso3 for s in known}) > 1 and len(beside) == 1 and answer.sense.iso3 not in beside:
            sense = max((s for s in known if s.iso3 in beside), key=lambda s: evidence.score(mention.key, s))
            found[mention.start] = Decision(sense, "context", _CONFIDENCE, ((answer.sense, 1 - _CONFIDENCE),))
    return found


def _may_be(sense: Sense) -> bool:
    return sense.kind in _WIDE or sense.prior >= _KNOWN
