"""The relations of a noun: "Russia's attack on Ukraine", "talks between Iran and Iraq"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.model import Party
from nlp.pipeline.parties import Parties
from nlp.pipeline.relation_aims import AIMED, arrives
from nlp.pipeline.relation_frames import Frame
from nlp.pipeline.relation_mutual import pairs
from nlp.pipeline.role_cues import is_deed, is_role_cue
from nlp.pipeline.standing_prepositions import prepositional_role
from nlp.pipeline.standings import ACTOR


def noun_frames(noun: Token, parties: Parties) -> Iterator[Frame]:
    """The relations of one noun that names a deed; without an owner and without "between" it has none."""
    reading = parties.reading
    if not is_deed(noun) or noun.i in reading.timed:
        return
    agents = [p for p in [parties.owner(noun)] if p is not None]
    targets: list[tuple[Party, str]] = []
    for preposition in reading.of(noun, "prep", "agent"):
        behind = [p for g in reading.of(preposition, "pobj") for p in parties.listed(g, acts=True)]
        word = preposition.lower_
        if word in ("between", "among"):
            if prepositional_role(preposition, reading) is ACTOR:
                yield from (Frame(one, noun, other, f"{noun.lower_} with") for one, other in pairs(behind))
        elif word in ("by", "from") and prepositional_role(preposition, reading) is ACTOR:
            agents.extend(behind)
        elif word in AIMED and (arrives(preposition, None, reading) or noun.lemma_.lower() == "visit"):
            harmed = is_role_cue(noun, "harm")
            reached = [p for g in reading.of(preposition, "pobj") for p in parties.listed(g, harmed=harmed)]
            targets.extend((party, f"{noun.lower_} {word}") for party in reached)
    for agent in agents:
        for target, label in targets:
            yield Frame(agent, noun, target, label)
