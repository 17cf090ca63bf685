"""A label for an anchor: noun phrase, clause or statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from nlp.pipeline.clauses import SUBJECTS, VERBAL, Reading, is_relative, is_root, subject_of
from nlp.pipeline.event_cues import is_cue, is_eventive, nouns
from nlp.pipeline.event_denials import is_called_off
from nlp.pipeline.event_kernels import dates_alone
from nlp.pipeline.event_labels import (
    AIM,
    Wording,
    render,
    tidy,
    without_auxiliaries,
    worded,
)
from nlp.pipeline.event_modality import is_question
from nlp.pipeline.event_noun_anchors import Anchor, has_other_date
from nlp.pipeline.event_phrases import Piece, clause_pieces, noun_pieces, preposition_pieces
from nlp.pipeline.event_pronoun_objects import is_pronoun
from nlp.pipeline.event_pronouns import antecedent
from nlp.pipeline.event_redirections import NEW_DATE
from nlp.pipeline.event_statements import word_quoted, word_statement
from nlp.pipeline.event_subjects import branch_of, subject_pieces

# Prepositions that bind a gerund to the verb before them: "accused of bribing", "insisted on leaving".
_BOUND = ("of", "in", "on", "to", "for", "from", "with", "at", "by", "into", "about")
_SCENE = ("in", "at", "during")  # "won 2-0 in Tuesday's game" tells more than "game"
# Whoever these are, the text does not say; what they know or want is no happening.
_PARTICIPANTS = ("i", "we", "you")


def word_anchor(anchor: Anchor, reading: Reading) -> Wording | None:
    """The wording for an anchor, or `None` where its words tell nothing."""
    if not anchor.is_clause:
        return _noun(anchor, reading)
    verb = label_head(anchor.head, reading)
    subject = subject_of(verb, reading)
    if subject is not None and (nominal := _nominal(verb, subject, reading)):
        return worded(nominal, (" ",) * len(nominal), subject, anchor.rule, reading)
    if there := [c for c in reading.of(verb, "attr") if reading.of(verb, "expl")]:
        return _noun(replace(anchor, head=there[0], through=None), reading)
    if subject is not None and subject.lower_ == "we" and (quoted := word_quoted(verb, subject, anchor.rule, reading)):
        return quoted
    if is_cue(verb, "report") and (statement := word_statement(verb, subject, reading)):
        return statement
    return _clause(verb, subject, reading, anchor)


def is_no_happening(anchor: Anchor, reading: Reading) -> bool:
    """Whether a clause tells only what an unnamed "I", "we" or "you" knows or wants, or asks "what happens"."""
    if not anchor.is_clause:
        return False
    verb = label_head(anchor.head, reading)
    if reading.of(verb, "expl") and any(_is_bare_time(c, reading) for c in reading.of(verb, "attr")):
        return True
    subject = subject_of(verb, reading)
    if subject is None:
        return any(c.tag_ in ("WP", "WDT") for c in reading.of(verb, *SUBJECTS)) and verb.dep_ not in ("relcl", "acl")
    if verb.lemma_ == "do" and verb.tag_ != "VBG" and not reading.of(verb, "dobj", "prep", "advcl"):
        return True  # "today about 400 people do": what they do is told elsewhere
    if is_question(verb, reading) and not any(c.tag_ == "MD" for c in reading.of(verb, "aux")):
        return True
    stative = subject.lower_ in _PARTICIPANTS and is_cue(verb, "state")
    return stative and antecedent(subject, reading) is None


def _is_bare_time(noun: Token, reading: Reading) -> bool:
    """As in "there was a **night** in October": not what happened in it."""
    told = [c for c in reading.children[noun.i] if c.dep_ in ("amod", "compound", "acl", "relcl")]
    return noun.lemma_.lower() in nouns("thing") and not told


def label_head(verb: Token, reading: Reading) -> Token:
    """The verb that a label is built around: "agreed to extend" is told by "agreed", "expected to visit" by "visit"."""
    for _ in range(8):
        above = verb.head.head if verb.dep_ == "pcomp" and not is_root(verb) else verb.head
        if verb.dep_ == "xcomp" and is_cue(above, "ability") and above.dep_ == "acomp":
            return above.head
        infinitive = any(c.tag_ == "TO" for c in reading.of(verb, "aux"))
        bare = not reading.of(verb, *SUBJECTS, "mark")
        if is_root(verb) or above.pos_ not in VERBAL or not bare:
            return verb
        if is_cue(above, "denial"):
            return verb
        raised = (is_cue(above, "raising") or above.lemma_ == "be") and not reading.of(above, "neg")
        completes = verb.dep_ == "xcomp" and not (infinitive and raised and not reading.of(above, "dobj"))
        if completes or (verb.dep_ == "advcl" and (infinitive or verb.tag_ == "VBG")):
            verb = above
        elif verb.dep_ == "pcomp" and verb.head.lower_ in _BOUND and verb.head.head.pos_ in VERBAL:
            verb = verb.head.head
        else:
            return verb
    return verb


def _noun(anchor: Anchor, reading: Reading) -> Wording | None:
    noun, skip = anchor.head, anchor.through.i if anchor.through is not None else -1
    pieces: list[Piece] = []
    noun_pieces(noun, reading, 0, None, pieces, skip=skip)
    made = worded([pieces], (" ",), noun, anchor.rule, reading)
    if made is not None and " " not in made.label and (fuller := _fuller(anchor, reading, skip)):
        return replace(fuller, trigger=noun)
    telling = [i for i in made.tokens if reading.doc[i].pos_ != "DET"] if made is not None else []
    bare = not is_eventive(noun) and len(telling) < 2 and noun.i not in reading.names
    return None if bare else made


def _fuller(anchor: Anchor, reading: Reading, skip: int) -> Wording | None:
    """What a clause says of a noun that alone would tell little: "talks were cancelled", "strikes killed five"."""
    noun, verb = anchor.head, anchor.head.head
    if anchor.rule == NEW_DATE and anchor.through is not None:
        parts = [[Piece(0, frozenset({token.i}))] for token in (anchor.through, noun)]
        adjective = anchor.through.tag_ in ("VBN", "VBD") and anchor.through.lower_.endswith("ed")
        adjective = adjective and not reading.of(anchor.through, "prt", "advmod")
        return worded(parts, (" ", " "), noun, anchor.rule, reading) if adjective else None
    direct = any(c.i in reading.dated and c.i < noun.i for c in reading.children[noun.i])
    if noun.dep_ == "pobj" and verb.lower_ in _SCENE and direct:
        verb = verb.head
        told = verb.tag_ in ("VBD", "VBN") and not is_cue(verb, "report")
    else:
        told = noun.dep_ in ("nsubj", "nsubjpass") or (noun.dep_ == "dobj" and is_cue(verb, "cancel"))
    if not told or verb.pos_ not in VERBAL:
        return None
    if has_other_date(verb, noun, reading) and not is_called_off(verb, reading):
        return None
    if direct and (noun.lemma_.lower() in nouns("issued") or verb.tag_ not in ("VBD", "VBN")):
        return None  # "the 2015 agreement collapsed" does not say that it did so in 2015
    focus = noun if noun.dep_ == "pobj" else verb
    return _clause(verb, subject_of(verb, reading), reading, Anchor(focus, anchor.rule), skip)


def _nominal(verb: Token, subject: Token, reading: Reading) -> list[list[Piece]] | None:
    """The subject alone, with the verb's adjuncts, where the verb only says that it happens: "talks in Istanbul"."""
    if is_pronoun(subject) or not _only_says_that_it_happens(verb, reading):
        return None
    pieces: list[Piece] = []
    noun_pieces(subject, reading, 0, None, pieces, skip=branch_of(verb, subject))
    places: list[Piece] = []
    for prep in reading.of(verb, "prep"):
        if prep.i > verb.i:
            preposition_pieces(prep, reading, 2, None, places)
    if verb.lemma_ == "be" and places and not is_eventive(subject):
        return None
    if len(pieces) == 1 and len(pieces[0].tokens) < 3 and not places and verb.lemma_ != "be":
        return None
    return [pieces, places]


def _only_says_that_it_happens(verb: Token, reading: Reading) -> bool:
    if verb.lemma_ == "be" and verb.dep_ not in ("aux", "auxpass"):
        return not reading.of(verb, "attr", "acomp", "expl", "oprd", "ccomp", "xcomp", "advcl")
    objects = reading.of(verb, "dobj")
    if verb.lemma_ == "take":
        return any(o.lower_ == "place" for o in objects)
    passive = bool(reading.of(verb, "auxpass", "nsubjpass")) or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    if passive and verb.tag_ == "VBN" and is_cue(verb, "slot") and _only_gives_the_date(verb, reading):
        return True
    return verb.lemma_ in ("happen", "occur") or (
        verb.lemma_ == "hold" and passive and not reading.of(verb, "oprd", "prt")
    )


def _only_gives_the_date(verb: Token, reading: Reading) -> bool:
    """As in "a hearing is set for 10 January", "a ruling is expected in May": the noun and the status tell it all."""
    subject = subject_of(verb, reading)
    rest = reading.of(verb, "prt", "xcomp", "ccomp", "oprd", "advcl", "agent", "dobj", "neg", "conj")
    rest += [c for c in reading.of(verb, "prep") if c.lower_ == "for" and not dates_alone(c, reading)]
    return subject is not None and subject.pos_ == "NOUN" and is_eventive(subject) and not rest


def _clause(verb: Token, subject: Token | None, reading: Reading, anchor: Anchor, skip: int = -1) -> Wording | None:
    predicate: list[Piece] = []
    clause_pieces(verb, reading, 0, None, predicate)
    after = anchor.after
    if verb.dep_ in ("acl", "relcl") and after is not None and after.dep_ == "prep" and after.head.i < verb.i:
        preposition_pieces(after, reading, 2, None, predicate)
    if anchor.head.i != verb.i and not _bring_forward(predicate, anchor.head):
        predicate = []
        clause_pieces(anchor.head, reading, 0, None, predicate)
        if len(render(predicate[0].tokens, reading.doc)) > AIM // 2:
            return worded([predicate], (" ",), anchor.head, anchor.rule, reading)
    agent = subject_pieces(verb, subject, reading, skip)
    parts: list[Sequence[Piece]] = [agent, predicate]
    if verb.dep_ in ("relcl", "acl") and (object_ := _relative_object(verb, subject, reading)):
        pieces: list[Piece] = []
        noun_pieces(object_, reading, 0, None, pieces, skip=verb.i)
        rest = [replace(p, parent=p.parent - 1 if p.parent else None) for p in predicate[1:]]
        parts = [agent, predicate[:1], pieces, rest]
    made = worded(parts, (" ",) * len(parts), anchor.head, anchor.rule, reading)
    if made is not None and anchor.link in ("until", "till") and reading.of(anchor.head, "neg"):
        made = replace(made, label=f"{made.label} until then")
    if made is None or agent:
        return made
    content = [i for i in made.tokens if reading.doc[i].pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or i == verb.i]
    return replace(made, label=tidy(without_auxiliaries(made.label))) if len(content) > 1 else None


def _bring_forward(pieces: list[Piece], token: Token) -> bool:
    """Move the piece that holds `token`, and those that it hangs by, to tier 0; whether there is one."""
    place = next((p for p, piece in enumerate(pieces) if token.i in piece.tokens), None)
    found = place is not None
    while place is not None:
        pieces[place] = replace(pieces[place], tier=0)
        place = pieces[place].parent
    return found


def _relative_object(verb: Token, subject: Token | None, reading: Reading) -> Token | None:
    """As in "the **agreement** that Russia signed": the noun that a relative clause takes as its object."""
    if subject is None or subject.i == verb.head.i or verb.head.pos_ not in ("NOUN", "PROPN"):
        return None
    if any(is_relative(c) for c in reading.of(verb, *SUBJECTS)):
        return None
    objects = [c for c in reading.of(verb, "dobj", "attr", "acomp", "ccomp", "xcomp") if not is_relative(c)]
    adverb = [c for c in reading.of(verb, "advmod", "prep") if c.tag_ == "WRB" or (c.dep_ == "prep" and c.i < verb.i)]
    return None if objects or adverb else verb.head
