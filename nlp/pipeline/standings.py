"""What a clause makes of whom a noun phrase names: does it act, is it acted on, or is it where things happen?

The way goes up the parse: from the noun to its verb or preposition, from a modifier to its noun.
"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.model import CountryRole
from nlp.pipeline.clauses import VERBAL, Reading, is_root
from nlp.pipeline.role_cues import is_acting, is_deed, is_part, is_private, is_role_cue
from nlp.pipeline.standing_prepositions import crosses_in_arms, prepositional_role

ACTOR, AFFECTED, VENUE, MENTIONED = CountryRole
_LONGEST_CLIMB = 25


def role_of(noun: Token, reading: Reading, *, town: bool = False, left: int = _LONGEST_CLIMB) -> CountryRole:
    """The role of what `noun` heads; `town` says that it names a town, which may host what others do."""
    above = noun.head
    if not left or is_root(noun):
        return MENTIONED
    dep = noun.dep_
    if dep in ("nsubj", "nsubjpass"):
        return subject_role(above, reading, town=town)
    if dep == "dobj":
        return _object_role(above, reading)
    if dep == "dative":
        return AFFECTED
    if dep == "pobj":
        return _behind_preposition(noun, reading, town=town, left=left - 1)
    if dep == "conj":
        return role_of(above, reading, town=town, left=left - 1)
    if dep == "appos":
        described = is_acting(noun, reading) and noun.i not in reading.names and not is_role_cue(noun, "official")
        return MENTIONED if described else role_of(above, reading, town=town, left=left - 1)
    if dep in ("poss", "compound", "nmod", "amod"):
        return owner_role(noun, above, reading, town=town, left=left - 1)
    if dep == "npadvmod" and above.pos_ in (*VERBAL, "ADJ") and is_role_cue(above, "by them"):
        return ACTOR  # "Russian-backed"
    return MENTIONED


def subject_role(verb: Token, reading: Reading, *, town: bool = False) -> CountryRole:
    """What a verb makes of its subject."""
    passive = bool(reading.of(verb, "auxpass", "nsubjpass"))
    beyond = next((c for c in reading.of(verb, "xcomp") if c.pos_ in VERBAL), None)
    if beyond is not None and (is_role_cue(verb, "state") or (passive and is_role_cue(verb, "seeming"))):
        return subject_role(beyond, reading, town=town) if beyond.i > verb.i else ACTOR
    if passive:
        return ACTOR if is_role_cue(verb, "joining in") else AFFECTED
    if verb.lemma_ == "be":
        return _complement_role(verb, reading, town=town)
    if town and is_role_cue(verb, "hosting"):
        return VENUE
    if is_role_cue(verb, "undergoing"):
        return AFFECTED
    if is_role_cue(verb, "state"):
        deeds = any(is_deed(c) for c in reading.of(verb, "dobj"))
        return ACTOR if deeds and verb.lemma_ in ("have", "share") else MENTIONED
    return ACTOR


def _complement_role(verb: Token, reading: Reading, *, town: bool) -> CountryRole:
    """What "be" makes of its subject: "is ready to talk", "is under attack", "is the venue"."""
    for child in reading.of(verb, "acomp", "attr", "prep"):
        beyond = next((c for c in reading.of(child, "xcomp") if c.pos_ in VERBAL), None)
        if child.dep_ == "acomp" and beyond is not None:
            return subject_role(beyond, reading, town=town) if is_role_cue(child, "seeming") else ACTOR
        if child.dep_ == "attr" and is_role_cue(child, "undergoing"):
            return AFFECTED
        if child.dep_ == "attr" and is_role_cue(child, "hosting"):
            return VENUE
        deeds = child.dep_ == "prep" and any(is_deed(c) for c in reading.of(child, "pobj"))
        if deeds and child.lower_ in ("at", "in", "under"):
            return AFFECTED if child.lower_ == "under" else ACTOR
    return MENTIONED


def _object_role(verb: Token, reading: Reading) -> CountryRole:
    if is_role_cue(verb, "meeting"):
        return ACTOR
    if crosses_in_arms(verb, reading):
        return AFFECTED
    if is_role_cue(verb, "place object"):
        return VENUE
    return MENTIONED if is_role_cue(verb, "state", "topic") else AFFECTED


def _behind_preposition(noun: Token, reading: Reading, *, town: bool, left: int) -> CountryRole:
    """The role of a preposition's noun; of, from, for and with may only tell whose the noun above is."""
    preposition, above = noun.head, noun.head.head
    such = preposition.lower_ == "as" and reading.doc[preposition.i - 1].lower_ == "such"
    if such or preposition.lower_ == "including":
        return role_of(above, reading, town=town, left=left)
    if preposition.lower_ == "of" and reading.doc[preposition.i - 1].text == ",":
        return MENTIONED  # "Ana Silva, of Lima, won"
    if above.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and preposition.lower_ in ("of", "from", "for", "with"):
        same = preposition.lower_ == "with" and any(
            c.lower_ in ("along", "together") for c in reading.children[preposition.i]
        )
        if same or (preposition.lower_ == "of" and is_part(above)):
            return role_of(above, reading, town=town, left=left)
        if preposition.lower_ == "of" and not is_deed(above):
            return owner_role(noun, above, reading, town=town, left=left)
        if preposition.lower_ in ("from", "for") and is_acting(above, reading):
            return role_of(above, reading, left=left)
    if preposition.lower_ == "with" and is_role_cue(above, "place part"):
        return owner_role(noun, above, reading, town=town, left=left)  # "the border with Peru"
    if preposition.lower_ == "in" and is_role_cue(above, "public") and not _has_owner(above, reading):
        return role_of(above, reading, left=left)  # "police in Manila"
    return prepositional_role(preposition, reading)


def _has_owner(noun: Token, reading: Reading) -> bool:
    return any(c.i in reading.names for c in reading.of(noun, "poss", "amod", "compound"))


def owner_role(
    owner: Token, noun: Token, reading: Reading, *, town: bool = False, left: int = _LONGEST_CLIMB
) -> CountryRole:
    """The role of what `owner` names, which modifies `noun`: "Russian troops", "Ukraine's ports", "Swiss watches"."""
    if is_role_cue(noun, "mention of"):
        return MENTIONED
    if is_acting(noun, reading) or is_part(noun) or is_role_cue(noun, "weapon"):
        found = role_of(noun, reading, town=town, left=left)
        return MENTIONED if found is ACTOR and is_private(noun) else found
    if is_role_cue(noun, "place part"):
        found = role_of(noun, reading, town=town, left=left)
        return MENTIONED if found is ACTOR and not is_role_cue(noun, "community") else found
    if is_deed(noun):
        return _deed_role(owner, noun, reading, town=town)
    if noun.dep_ in ("poss", "compound", "nmod"):
        return owner_role(owner, noun.head, reading, town=town, left=left - 1) if left else MENTIONED
    return AFFECTED if _is_affected(noun, reading) else MENTIONED


def _deed_role(owner: Token, deed: Token, reading: Reading, *, town: bool) -> CountryRole:
    """Whose deed it is, on whom, or where: "Russia's attack", "Kuwait's liberation", "the Istanbul talks"."""
    undone = not any(c.lower_ == "of" for c in reading.of(deed, "prep"))
    if is_role_cue(deed, "domestic"):
        return VENUE
    if owner.dep_ == "poss":
        return AFFECTED if undone and is_role_cue(deed, "suffered") else ACTOR
    if town or is_role_cue(deed, "strife"):
        paired = any(c.text == "-" for c in reading.children[owner.i]) and not town
        return ACTOR if paired else VENUE
    if deed.dep_ == "appos":
        return MENTIONED
    name = reading.names.get(owner.i)
    adjective = owner.dep_ == "amod" or owner.tag_.startswith("JJ") or (name is not None and name.label == "NORP")
    initials = owner.text.isupper() or "." in owner.text
    paired = any(t.text in ("-", "–") for t in owner.doc[max(0, owner.i - 1) : owner.i + 2])
    body = is_acting(owner, reading) if name is None else name.label == "ORG"  # "a U.S. **government** decision"
    if adjective or body or initials or paired:
        return ACTOR
    return AFFECTED


def _is_affected(thing: Token, reading: Reading) -> bool:
    """Whether something is done to a thing that does harm to its owner: "struck **Ukrainian ports**"."""
    if thing.dep_ in ("dobj", "nsubjpass"):
        return is_role_cue(thing.head, "affecting")
    if thing.dep_ == "conj":
        return _is_affected(thing.head, reading) if thing.head.i != thing.i else False
    if thing.dep_ != "pobj" or thing.head.lower_ not in ("on", "against", "at", "of"):
        return False
    return is_role_cue(thing.head.head, "affecting" if thing.head.head.pos_ in VERBAL else "harm")
