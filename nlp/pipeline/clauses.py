"""The parse as the event rules read it: who governs whom, what a token's clause is, who its subject is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Token

from nlp.model import TimeType
from nlp.pipeline.entity_tables import role_nouns
from nlp.pipeline.event_cues import is_cue

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
VERBAL = ("VERB", "AUX")
# A longer "sentence" is a table, a list or a text without full stops: its parse is not worth walking.
LONGEST_SENTENCE = 250
_NOT_NAMES = ("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY")


@dataclass(frozen=True, slots=True)
class Name:
    """A named thing as tokens `[start, end)`, with its label and, where it is a mention, its entity's id."""

    start: int
    end: int
    label: str
    entity: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed document with what the event rules look up again and again.

    `children` holds each token's dependants in text order; `dated` the tokens of all dates and times of day,
    `timed` those of all time expressions;
    `names` maps a token to the name that it belongs to; `sentences` maps a token to its sentence's number and
    `bounds` holds each sentence's `[start, end)` without white space around it, in tokens.
    """

    doc: Doc
    children: tuple[tuple[Token, ...], ...]
    dated: frozenset[int]
    timed: frozenset[int]
    names: Mapping[int, Name]
    sentences: tuple[int, ...]
    bounds: tuple[tuple[int, int], ...]
    published: date | None

    def of(self, token: Token, *deps: str) -> list[Token]:
        """The dependants of `token` with one of the relations `deps`, in text order."""
        return [child for child in self.children[token.i] if child.dep_ in deps]

    def sentence(self, token: Token) -> tuple[int, int]:
        """The bounds of the token's sentence, in tokens."""
        return self.bounds[self.sentences[token.i]]

    def is_long(self, token: Token) -> bool:
        """Whether the token's sentence is too long for its parse to be walked."""
        start, end = self.sentence(token)
        return end - start > LONGEST_SENTENCE


@Language.component(
    "dateline_clauses", requires=["doc._.times", "doc._.mentions", "token.dep", "token.tag"], assigns=["doc._.reading"]
)
def prepare_reading(doc: Doc) -> Doc:
    """Write `doc._.reading`, once for all rules that walk the parse; a document without a parse has none."""
    if len(doc) and doc.has_annotation("DEP"):
        doc._.reading = read_parse(doc)
    return doc


def read_parse(doc: Doc) -> Reading:
    """Prepare `doc` (parsed, with times and mentions) in time linear in its length."""
    children: list[list[Token]] = [[] for _ in range(len(doc))]
    for token in doc:
        above = token.head.i
        if above != token.i:
            children[above].append(token)
    dated: set[int] = set()
    timed: set[int] = set()
    for time in doc._.times:
        tokens = [token.i for token in doc.char_span(time.start, time.end, alignment_mode="expand") or ()]
        timed.update(tokens)
        if time.type in (TimeType.DATE, TimeType.TIME):
            dated.update(tokens)
    sentences: list[int] = []
    bounds: list[tuple[int, int]] = []
    for number, sent in enumerate(doc.sents if len(doc) else ()):
        sentences.extend([number] * len(sent))
        words = [token.i for token in sent if not token.is_space]
        bounds.append((words[0], words[-1] + 1) if words else (sent.start, sent.start))
    article = doc._.article
    return Reading(
        doc=doc,
        children=tuple(tuple(found) for found in children),
        dated=frozenset(dated),
        timed=frozenset(timed),
        names=_names(doc),
        sentences=tuple(sentences),
        bounds=tuple(bounds),
        published=article.published if article is not None else None,
    )


def _names(doc: Doc) -> dict[int, Name]:
    names: dict[int, Name] = {}
    for ent in doc.ents:
        if ent.label_ not in _NOT_NAMES:
            names.update(dict.fromkeys(range(ent.start, ent.end), Name(ent.start, ent.end, ent.label_, None)))
    for mention in doc._.mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and mention.label not in _NOT_NAMES:
            name = Name(span.start, span.end, mention.label, mention.entity)
            names.update(dict.fromkeys(range(span.start, span.end), name))
    return names


def is_root(token: Token) -> bool:
    """Whether nothing governs the token."""
    return bool(token.head.i == token.i)


def governors(token: Token) -> Iterator[Token]:
    """The tokens above `token`, nearest first, up to its sentence's root."""
    while not is_root(token):
        token = token.head
        yield token


def subtree(token: Token, reading: Reading, *, without: tuple[str, ...] = ()) -> set[int]:
    """The indices of `token` and of all below it; branches that hang by a relation in `without` are left out."""
    found: set[int] = set()
    waiting = [token]
    while waiting:
        current = waiting.pop()
        found.add(current.i)
        waiting.extend(c for c in reading.children[current.i] if c.dep_ not in without and c.i not in found)
    return found


def is_relative(token: Token) -> bool:
    """Whether a subject is a relative pronoun (which, who, that), which stands for the noun before it."""
    return token.tag_ in ("WDT", "WP", "WP$") or (token.lower_ == "that" and token.dep_ in SUBJECTS)


def subject_of(verb: Token, reading: Reading) -> Token | None:
    """The noun that a verb is said of: its own subject, the one that it shares, or the noun that it modifies.

    "the talks, which **ended**" and "talks **held** in Minsk" both give "talks".
    """
    for _ in range(12):
        own = sorted(reading.of(verb, *SUBJECTS), key=lambda s: (s.pos_ in VERBAL, abs(verb.i - s.i)))
        if own and not is_relative(own[0]):
            return own[0]
        if verb.dep_ in ("relcl", "acl") and verb.head.pos_ not in VERBAL:
            return _meant(verb.head, own[0] if own else None, reading)
        if is_root(verb) or verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "aux", "auxpass", "ccomp"):
            return None
        if own or (verb.dep_ == "ccomp" and not _is_infinitive(verb, reading)):
            return None
        if verb.dep_ == "xcomp" and verb.head.pos_ in VERBAL and (objects := reading.of(verb.head, "dobj", "dative")):
            return objects[0]
        verb = verb.head
        while verb.pos_ not in VERBAL and not is_root(verb):
            verb = verb.head
    return None


def _meant(noun: Token, pronoun: Token | None, reading: Reading) -> Token:
    """What a relative pronoun stands for: "the **trial** of Ana Reyes, which opened in May" means no person."""
    name = reading.names.get(noun.i)
    human = (
        (name is not None and name.label == "PERSON") or noun.lemma_.lower() in role_nouns() or is_cue(noun, "human")
    )
    if pronoun is None or pronoun.lower_ != "which" or not human:
        return noun
    for above in governors(noun):
        if above.pos_ in ("NOUN", "PROPN") and (name is None or above.i < name.start):
            return above
        if above.pos_ in VERBAL:
            break
    return noun


def _is_infinitive(verb: Token, reading: Reading) -> bool:
    return any(child.tag_ == "TO" for child in reading.of(verb, "aux"))
