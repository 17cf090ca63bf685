"""Noun phrases and clauses as pieces, so that a label can be made as long as there is room and no longer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from nlp.pipeline.clauses import SUBJECTS, VERBAL, Reading, is_relative
from nlp.pipeline.event_cues import is_cue
from nlp.pipeline.event_kernels import is_after_comma, is_date, kernel, with_per

_WITH_VERB = ("aux", "auxpass", "neg", "prt")
_COMPLEMENTS = ("dobj", "attr", "acomp", "oprd", "dative")
_OPENERS = ("whether", "how", "why", "who", "what", "where")  # without these a clause would say what it only asks
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens that go into a label together, or not at all.

    `tier` 0 is what the label cannot do without; higher tiers come later. `parent` is the place in the list of the
    piece that this one hangs by.
    """

    tier: int
    tokens: frozenset[int]
    parent: int | None = None


def _is_afterthought(clause: Token, noun: Token, reading: Reading) -> bool:
    """Whether a comma parts a participle from its noun: "the vote, postponed from June"."""
    return any(reading.doc[i].text == "," for i in range(noun.i + 1, min(clause.i, noun.i + 12)))


def _others(noun: Token, reading: Reading, skip: int) -> frozenset[int]:
    """The rest of "A, B and C" after A, with the commas and the conjunction: all of them or none."""
    found: set[int] = set()
    last = noun
    for _ in range(_DEEPEST):
        following = [
            c for c in reading.of(last, "conj") if c.pos_ in ("NOUN", "PROPN", "NUM") and c.i not in reading.dated
        ]
        if not following or -1 < skip < following[-1].i or _is_the_same_amount(last, following, reading):
            break
        for child in following:
            found |= kernel(child, reading)
            joints = [c for c in reading.of(last, "cc", "punct") if last.i < c.i < child.i]
            found |= {c.i for c in joints if c.dep_ == "cc"} | {
                c.i for c in joints if c.text == "," and c.nbor(-1).i in found | {noun.i}
            }
        last = following[-1]
    return frozenset(found)


def _is_the_same_amount(noun: Token, others: list[Token], reading: Reading) -> bool:
    """As in "$7.8 million, **or** $1.65 a share"."""
    return others[0].pos_ == "NUM" and any(c.lower_ == "or" for c in reading.of(noun, "cc"))


def noun_pieces(
    noun: Token, reading: Reading, tier: int, parent: int | None, out: list[Piece], depth: int = 0, *, skip: int = -1
) -> None:
    """Add the pieces of a noun phrase: its kernel at `tier`, what follows the noun at later tiers.

    The branch that hangs by the token `skip` is left out.
    """
    out.append(Piece(tier, kernel(noun, reading), parent))
    if depth >= _DEEPEST:
        return
    mine = len(out) - 1
    if others := _others(noun, reading, skip):
        out.append(Piece(tier + 1, others, mine))
        joined = len(out) - 1
        for child in reading.of(reading.doc[max(others)], "prep"):
            preposition_pieces(child, reading, tier + 2, joined, out, depth + 1)
    for child in reading.children[noun.i]:
        if child.i < noun.i or child.i in reading.dated or child.i == skip:
            continue
        if child.dep_ == "prep":
            later = _distance(noun, child, reading)
            preposition_pieces(child, reading, tier + later, mine, out, depth + 1)
        elif (
            child.dep_ == "acl"
            and child.tag_ in ("VB", "VBN", "VBG", "VBD")
            and not _is_afterthought(child, noun, reading)
        ):
            _participle_pieces(child, reading, tier + 3, mine, out, depth + 1)


def _distance(noun: Token, prep: Token, reading: Reading) -> int:
    """How much later than its noun a phrase with a preposition comes into a label."""
    name = reading.names.get(noun.i)
    if prep.lower_ != "of":
        return 2
    if name is not None and name.label == "PERSON":
        return 3
    if noun.pos_ in ("NUM", "DET", "PRON") or is_cue(noun, "quantity"):
        return 0
    return 0 if noun.pos_ == "PROPN" and any(c.pos_ == "PROPN" for c in reading.of(prep, "pobj")) else 1


def _participle_pieces(verb: Token, reading: Reading, tier: int, parent: int, out: list[Piece], depth: int) -> None:
    """Add a participle behind its noun together with its first adjunct: "held by rebels", never "held" alone."""
    place = len(out)
    clause_pieces(verb, reading, tier, parent, out, depth, subject=bool(reading.of(verb, "nsubj")))
    if len(out) > place + 1 and out[place + 1].parent == place and len(out[place].tokens) == 1:
        out[place] = Piece(tier, out[place].tokens | out[place + 1].tokens, parent)
    elif len(out) == place + 1 and len(out[place].tokens) == 1 and is_cue(verb, "slot"):
        del out[place]


def preposition_pieces(
    prep: Token, reading: Reading, tier: int, parent: int | None, out: list[Piece], depth: int = 0
) -> None:
    """Add a preposition with its object as one piece, and what hangs by it; nothing for a date or a source."""
    if prep.lower_ == "according":
        return
    place = len(out)
    for child in reading.children[prep.i]:
        if child.dep_ == "pobj" and not is_date(child, reading) and not is_relative(child):
            noun_pieces(child, reading, tier, parent, out, depth)
        elif child.dep_ == "pcomp" and child.tag_ == "VBG" and depth < _DEEPEST:
            clause_pieces(child, reading, tier, parent, out, depth + 1, subject=bool(reading.of(child, "nsubj")))
        elif child.dep_ == "prep" and depth < _DEEPEST:
            preposition_pieces(child, reading, tier, parent, out, depth + 1)
        else:
            continue
        break
    if len(out) > place and out[place].tokens:
        lead = {c.i for c in reading.of(prep, "advmod") if c.i < prep.i and c.i == prep.i - 1}
        lead |= {c.i for c in reading.of(prep, "pcomp") if c.pos_ == "ADP"}  # "because of"
        out[place] = Piece(tier, out[place].tokens | {prep.i} | lead, parent)
    elif len(out) > place:
        del out[place:]


def clause_pieces(
    verb: Token,
    reading: Reading,
    tier: int,
    parent: int | None,
    out: list[Piece],
    depth: int = 0,
    *,
    subject: bool = False,
    content: int = 1,
) -> None:
    """Add the pieces of a clause: the verb with its auxiliaries and objects at `tier`, adjuncts at later tiers.

    With `subject` its own subject comes too; `content` is how much later the clause that it reports comes.
    """
    core = {verb.i, *(c.i for c in reading.of(verb, *_WITH_VERB))} | _opener(verb, reading, nested=tier > 0 or subject)
    nested: list[Token] = []
    for child in reading.children[verb.i]:
        if (
            child.dep_ in _COMPLEMENTS
            and not is_date(child, reading)
            and child.i > verb.i
            and not is_after_comma(child, reading)
        ):
            core |= _complement(child, reading)
            nested.append(child)
        elif subject and child.dep_ in SUBJECTS:
            core |= kernel(child, reading)
            nested.append(child)
        elif child.dep_ == "xcomp" and child.i > verb.i:
            core |= {child.i, *(c.i for c in reading.of(child, *_WITH_VERB))} if child.pos_ in VERBAL else {child.i}
            core |= _opener(child, reading, nested=True)
    out.append(Piece(tier, frozenset(core - reading.dated), parent))
    mine = len(out) - 1
    if depth >= _DEEPEST:
        return
    for child in nested:
        _tail(child, reading, tier, mine, out, depth)
        for content_of in reading.of(child, "xcomp") if child.pos_ == "ADJ" else ():
            clause_pieces(content_of, reading, tier + 1, mine, out, depth + 1)
    bare = verb.lemma_ == "be" and not [c for c in nested if c.dep_ not in SUBJECTS]
    for child in _adjuncts(verb, reading):
        if child.dep_ in ("prep", "agent"):
            needed = child.dep_ == "agent" or (not nested and child.i == verb.i + 1)
            later = 0 if bare else 1 if needed else 2
            preposition_pieces(child, reading, tier + later, mine, out, depth + 1)
            bare = False
        elif child.dep_ == "xcomp":
            clause_pieces(child, reading, tier + 1, mine, out, depth + 1)
        elif child.dep_ == "advcl" and child.i > verb.i and any(c.tag_ == "TO" for c in reading.of(child, "aux")):
            clause_pieces(child, reading, tier + 2, mine, out, depth + 1)
        elif child.dep_ == "ccomp" and child.i > verb.i:
            clause_pieces(child, reading, tier + content, mine, out, depth + 1, subject=True)
        elif child.dep_ == "npadvmod" and not is_after_comma(child, reading):
            out.append(Piece(tier + 1, with_per(kernel(child, reading), reading), mine))
        elif child.dep_ == "advmod":
            out.append(Piece(tier + (0 if bare else 3), frozenset({child.i}), mine))


def _opener(verb: Token, reading: Reading, *, nested: bool) -> set[int]:
    """The word that opens a question within a clause: "decided **whether** to stay"."""
    opening = reading.of(verb, "mark", "advmod", "dobj", *SUBJECTS) if nested else []
    return {c.i for c in opening if c.i < verb.i and c.lower_ in _OPENERS}


def _complement(token: Token, reading: Reading) -> frozenset[int]:
    if token.dep_ == "dative" and token.pos_ == "ADP":
        return frozenset({token.i}).union(*(kernel(c, reading) for c in reading.of(token, "pobj")))
    if token.pos_ == "ADJ":
        return frozenset({token.i, *(c.i for c in reading.of(token, "advmod", "neg") if c.i < token.i)})
    return kernel(token, reading)


def _tail(noun: Token, reading: Reading, tier: int, parent: int, out: list[Piece], depth: int) -> None:
    """The pieces that follow a noun whose kernel is already in the piece at `parent`."""
    made: list[Piece] = []
    noun_pieces(noun, reading, tier, None, made, depth + 1)
    shift = len(out) - 1
    for piece in made[1:]:
        above = parent if piece.parent in (0, None) else piece.parent + shift
        out.append(Piece(piece.tier, piece.tokens, above))


def _adjuncts(verb: Token, reading: Reading) -> Iterator[Token]:
    """What may follow in a label: nothing that opens the sentence, no fillers, no dates."""
    for child in reading.children[verb.i]:
        if child.i in reading.dated or (child.i < verb.i and child.dep_ != "advmod"):
            continue
        if child.dep_ == "advmod" and (is_cue(child, "filler") or child.tag_ in ("WRB",) or reading.children[child.i]):
            continue
        if child.dep_ == "advmod" and abs(verb.i - child.i) > 1:
            continue
        yield child
