"""Labels of statements: who said what."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.pipeline.clauses import LONGEST_SENTENCE, VERBAL, Reading, subject_of
from nlp.pipeline.event_cues import is_cue
from nlp.pipeline.event_kernels import kernel
from nlp.pipeline.event_labels import Wording, worded
from nlp.pipeline.event_phrases import Piece, clause_pieces
from nlp.pipeline.event_pronoun_objects import is_pronoun
from nlp.pipeline.event_pronouns import antecedent, speaker_of
from nlp.pipeline.event_subjects import subject_pieces


def word_statement(verb: Token, subject: Token | None, reading: Reading) -> Wording | None:
    """Who said what: "Peskov noted that …", or "minister told reporters: …" where the words come first."""
    contents = [c for c in reading.of(verb, "ccomp") if c.pos_ in VERBAL or c.i < verb.i]
    content = contents[0] if contents else None
    if (
        content is None
        and verb.dep_ in ("parataxis", "ccomp")
        and verb.head.pos_ in VERBAL
        and not reading.of(verb, "dobj", "mark")
    ):
        content = verb.head
    if content is None or _is_parted(verb, content, reading):
        return None
    speaker = subject_pieces(verb, subject, reading)
    predicate: list[Piece] = []
    clause_pieces(verb, reading, 0, None, predicate, content=0)
    said: list[Piece] = []
    if content.i < verb.i or content.i == verb.head.i:
        own = subject_of(content, reading)
        said_subject = subject_pieces(content, own, reading) if own is not None and is_pronoun(own) else []
        clause_pieces(content, reading, 0, None, said, subject=not said_subject)
        said = [p for p in said if verb.i not in p.tokens]
        if not speaker or (said and speaker[0].tokens & said[0].tokens):
            heard = _saying(verb, reading) if not speaker and subject is not None else []
            joints = (" ", ": ", " " if said_subject else ": ")
            return worded([heard, said_subject, said], joints, verb, "statement", reading)
        return worded(
            [speaker, _saying(verb, reading), said_subject, said],
            (" ", " ", ": ", " " if said_subject else ": "),
            verb,
            "statement",
            reading,
        )
    if not speaker:
        clause_pieces(content, reading, 0, None, said, subject=True)
        return worded([said], (" ",), verb, "statement", reading)
    return worded([speaker, predicate], (" ", " "), verb, "statement", reading)


def word_quoted(verb: Token, subject: Token, rule: str, reading: Reading) -> Wording | None:
    """As in "Amal Haddad: We buried my brother", where nobody else can be put for "we"."""
    speaker = speaker_of(subject, reading)
    if speaker is None or is_pronoun(speaker) or antecedent(subject, reading) is not None:
        return None
    said: list[Piece] = []
    clause_pieces(verb, reading, 0, None, said, subject=True)
    return worded([subject_pieces(verb, speaker, reading), said], (" ", ": "), verb, rule, reading)


def _is_parted(verb: Token, content: Token, reading: Reading) -> bool:
    """As in "The jury found him guilty; he will be sentenced": another clause, which nobody said."""
    first, last = sorted((verb.i, content.i))
    return any(reading.doc[i].text == ";" for i in range(first, min(last, first + LONGEST_SENTENCE)))


def _saying(verb: Token, reading: Reading) -> list[Piece]:
    """The reporting verb with whom it addresses: "told reporters"."""
    tokens = {verb.i, *(c.i for c in reading.of(verb, "aux", "auxpass", "neg"))}
    if is_cue(verb, "address"):
        tokens |= {i for c in reading.of(verb, "dobj") for i in kernel(c, reading)}
    return [Piece(0, frozenset(tokens))]
