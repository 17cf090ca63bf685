"""From pieces of the parse to the words of a label."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from nlp.pipeline.clauses import Reading
from nlp.pipeline.event_cues import cues, is_cue
from nlp.pipeline.event_kernels import kernel
from nlp.pipeline.event_phrases import Piece
from nlp.pipeline.event_pronoun_objects import object_antecedent

AIM = 60  # characters, beyond which adjuncts are left out
_NEAR_AIM = 70  # for what stands close to the core: the rest of "A and B", "of" phrases
CAP = 80  # characters, never exceeded
_WORDS = 11
_LEADING = re.compile(
    r"^(?:(?:the|an?|this|that|these|those|its|his|her|their|our|my|your|and|but|or|as|while|although|though|because|whereas)\s+|[^\w\"'“‘$€£#(]+)+",
    re.I,
)
_BARE_VERB = re.compile(
    r"^(?:(?:is|are|am|was|were|be|been|being|has|have|had|to|'re|'m|'s|'ve|’re|’m|’s|’ve)\s+)+", re.I
)
_CONTRACTED = ("'s", "'d", "'ll", "'re", "'ve", "'m")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


def render(tokens: Collection[int], doc: Doc) -> str:
    """Join tokens in text order, with the text's own spacing where they stood side by side."""
    order = sorted(tokens)
    text = ""
    for place, i in enumerate(order):
        text += doc[i].text
        following = order[place + 1] if place + 1 < len(order) else None
        if following is not None and (following != i + 1 or doc[i].whitespace_) and not _clings(doc[following].text):
            text += " "
    return " ".join(text.split())


def _clings(word: str) -> bool:
    return word in (",", "%", ")", "”", "'", "’", "n't", "n’t") or word.replace("’", "'") in _CONTRACTED


def choose(parts: Sequence[Sequence[Piece]], joints: Sequence[str], doc: Doc) -> list[frozenset[int]]:
    """The tokens to take of each part: all of tier 0, then later tiers, nearest first, while there is room.

    A piece is taken only with the one that it hangs by.
    """
    taken: list[set[int]] = [set() for _ in parts]
    done: set[tuple[int, int]] = set()
    order = sorted((piece.tier, part, place) for part, pieces in enumerate(parts) for place, piece in enumerate(pieces))
    for tier, part, place in order:
        piece = parts[part][place]
        if tier and piece.parent is not None and (part, piece.parent) not in done:
            continue
        wider = [*taken[:part], taken[part] | piece.tokens, *taken[part + 1 :]]
        if tier:
            text = compose(wider, joints, doc)
            if len(text) > (_NEAR_AIM if tier == 1 else AIM) or text.count(" ") >= _WORDS:
                continue
        taken = wider
        done.add((part, place))
    return [frozenset(tokens) for tokens in taken]


def compose(parts: Sequence[Collection[int]], joints: Sequence[str], doc: Doc) -> str:
    """The parts' texts joined, each with its joint before it; empty parts leave no trace."""
    text = ""
    for tokens, joint in zip(parts, joints, strict=True):
        if tokens:
            words = render(tokens, doc)
            first = doc[min(tokens)]
            if text and joint == " " and first.is_sent_start and first.pos_ not in ("PROPN", "PRON"):
                words = words[0].lower() + words[1:]
            text += (joint if text and not (joint == " " and _clings(first.text)) else "") + words
    return text


def tidy(text: str) -> str:
    """A label without leading articles, dangling function words and stray punctuation; at most `CAP` characters.

    >>> tidy("The exchange of prisoners on")
    'exchange of prisoners'
    """
    text = _LEADING.sub("", _balanced(" ".join(text.replace("``", '"').replace("''", '"').split())))
    if len(text) > CAP:
        text = text[: CAP - 1].rsplit(" ", 1)[0]
        text = _without_dangling(text) + "…" if text else text
    else:
        text = _without_dangling(text)
    return _balanced(text)


def without_auxiliaries(text: str) -> str:
    """A predicate that lost its subject, as a participle.

    >>> without_auxiliaries("was arrested in Minsk")
    'arrested in Minsk'
    """
    return _BARE_VERB.sub("", text)


def _without_dangling(text: str) -> str:
    while True:
        shorter = text.rstrip(" ,;:–—-…/‘“")
        shorter = shorter.removesuffix(" .")
        head, _, last = shorter.rpartition(" ")
        if last.endswith(".") and len(last) > 5 and last.count(".") == 1:
            shorter = shorter[:-1]
        if head and last.lower() in cues("dangling"):
            shorter = head
        if shorter == text:
            return text
        text = shorter


def _balanced(text: str) -> str:
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return " ".join(text.split())


def tells_something(label: str, tokens: Collection[int], reading: Reading) -> bool:
    """Whether a label holds a word that tells the event: not only pronouns, reporting verbs and forms of "be"."""
    if not any(c.isalpha() for c in label):
        return False
    words = [reading.doc[i] for i in tokens if reading.doc[i].is_alpha or reading.doc[i].pos_ in ("NUM", "PROPN")]
    telling = [
        w for w in words if w.pos_ in ("NOUN", "PROPN", "NUM", "ADJ", "VERB", "X") and not is_cue(w, "weak verb")
    ]
    said = [w for w in telling if not (w.pos_ == "VERB" and is_cue(w, "report"))]
    return (
        len(said) > 1
        or any(w.pos_ in ("NOUN", "X") for w in said)
        or (" " in label and any(w.pos_ == "PROPN" for w in said))
    )


@dataclass(frozen=True, slots=True)
class Wording:
    """A label, the tokens that it was made from, the token that names the happening, and the rule."""

    label: str
    tokens: frozenset[int]
    trigger: Token
    rule: str


def worded(
    parts: Sequence[Sequence[Piece]], joints: Sequence[str], trigger: Token, rule: str, reading: Reading
) -> Wording | None:
    chosen = choose(parts, joints, reading.doc)
    tokens = frozenset().union(*chosen)
    label = tidy(compose(chosen, joints, reading.doc))
    label, tokens = _with_names(label, tokens, reading)
    last = reading.doc[max(max(part) for part in chosen if part)] if any(chosen) else None
    if last is not None and last.dep_ == "prt" and label and len(label) < AIM and not label.endswith(last.text):
        label += f" {last.text}"  # "to be sworn in" ends in no dangling word
    return Wording(label, tokens, trigger, rule) if tells_something(label, tokens, reading) else None


def _with_names(label: str, tokens: frozenset[int], reading: Reading) -> tuple[str, frozenset[int]]:
    """A label whose "it" or "them" gives way to what it stands for, where that is plain and there is room."""
    for i in sorted(tokens):
        token = reading.doc[i]
        if token.lower_ not in ("it", "them") or token.dep_ != "dobj":
            continue
        if (noun := object_antecedent(token, reading)) is None:
            continue
        words = kernel(noun, reading)
        phrase = _definite(render(words, reading.doc))
        named = re.sub(rf"\b{token.text}\b", lambda _: phrase, label, count=1)  # noqa: B023
        if len(named) <= CAP:
            label, tokens = named, tokens | words
    return label, tokens


def _definite(phrase: str) -> str:
    """A noun phrase as it is taken up again: "a bill" becomes "the bill"."""
    return re.sub(r"^(?:an?|the)\s", "the ", phrase, flags=re.I)
