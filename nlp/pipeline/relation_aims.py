"""To whom a deed is done that no direct object names: behind a preposition, or as the owner of the object."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.model import Party
from nlp.pipeline.clauses import Reading
from nlp.pipeline.event_cues import is_cue
from nlp.pipeline.parties import Parties
from nlp.pipeline.relation_labels import verb_words
from nlp.pipeline.role_cues import is_deed, is_role_cue
from nlp.pipeline.standing_prepositions import prepositional_role
from nlp.pipeline.standings import ACTOR, AFFECTED

AIMED = ("against", "at", "between", "for", "from", "in", "into", "of", "on", "over", "to", "toward", "towards", "with")


def aimed(head: Token, verb: Token, parties: Parties, thing: Token | None) -> Iterator[tuple[Party, str]]:
    """The parties behind the prepositions of a verb, or of the noun that is its object, that are done something to."""
    reading = parties.reading
    deed = head is verb or (_reaches(verb) and (is_deed(head) or is_role_cue(head, "weapon")))
    for preposition in reading.of(head, "prep"):
        word = preposition.lower_
        given = word == "from" and is_role_cue(verb, "getting")
        if word in AIMED and (given or ((deed or word == "in") and arrives(preposition, thing, reading))):
            for g in reading.of(preposition, "pobj"):
                for party in parties.listed(g, harmed=is_role_cue(head, "affecting" if head is verb else "harm")):
                    yield party, verb_words(verb, reading, thing, word)


def arrives(preposition: Token, thing: Token | None, reading: Reading) -> bool:
    """Whether what is done reaches whom the preposition names; troops reach, and leave, where they are sent."""
    word, role = preposition.lower_, prepositional_role(preposition, reading)
    if role is AFFECTED or (role is ACTOR and (word == "with" or is_role_cue(preposition.head, "yielding"))):
        return True
    return thing is not None and is_role_cue(thing, "forces") and word in ("from", "into", "to")


def _reaches(verb: Token) -> bool:
    """Whether a verb does to others what its object names; who condemns or reports an attack attacks nobody."""
    if is_role_cue(verb, "passing") or is_role_cue(verb, "performing words"):
        return True
    return not (is_role_cue(verb, "attitude") or is_role_cue(verb, "topic") or is_cue(verb, "report"))


def owners_of(verb: Token, thing: Token, parties: Parties) -> Iterator[tuple[Party, str]]:
    """As in "condemned **Russia's** attack": a judgement on a deed is one on who does it."""
    judged = is_role_cue(verb, "attitude") and not is_role_cue(verb, "passing")
    if judged and is_deed(thing) and (owner := parties.owner(thing)) is not None:
        yield owner, verb_words(verb, parties.reading, thing, "by")
