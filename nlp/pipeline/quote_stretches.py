"""From tokens to the stretches of text that are shown as a statement."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.model import Span
from nlp.pipeline.clauses import subtree
from nlp.pipeline.quote_scene import Scene

_EDGES = frozenset(",;:–—-()[]'\"")
_PARTS = 3  # stretches that a clause is broken into by who said it


def said_stretches(content: set[int], verb: Token, speaker: Token, scene: Scene) -> tuple[Span, ...]:
    """What is said, without who says it: one stretch, or several where the speaker stands in the middle."""
    reading = scene.reading
    own = {verb.i, *(a.i for a in reading.of(verb, "aux", "auxpass", "neg"))}
    own |= subtree(speaker, reading) - content
    if min(content) < verb.i:
        own |= subtree(verb, reading) - content
    return stretches(content, own, scene)


def stretches(content: set[int], without: set[int], scene: Scene) -> tuple[Span, ...]:
    """The stretches of text from the first to the last token, cut where `without` stands, bare of punctuation."""
    doc = scene.doc
    runs: list[list[int]] = [[]]
    for i in range(min(content, default=0), max(content, default=-1) + 1):
        if i in without:
            runs.append([])
        else:
            runs[-1].append(i)
    trimmed = [run for run in (_trimmed(run, scene) for run in runs) if any(doc[i].is_alpha for i in run)]
    found: list[tuple[int, int]] = []
    for run in trimmed[:_PARTS]:
        first, last = scene.snapped(run[0], run[-1] + 1)
        if not found or first >= found[-1][1]:
            found.append((first, last))
    return tuple(Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1])) for first, last in found)


def _trimmed(run: list[int], scene: Scene) -> list[int]:
    """Without punctuation at the edges, marks of quotations apart, and without "that"."""
    doc = scene.doc

    def loose(i: int) -> bool:
        token = doc[i]
        return token.is_space or (scene.within[i] < 0 and (token.text in _EDGES or token.text == "."))

    while run and (loose(run[0]) or _only_joins(doc[run[0]])):
        run = run[1:]
    while run and (loose(run[-1]) or doc[run[-1]].dep_ == "cc"):
        run = run[:-1]
    return run


def _only_joins(token: Token) -> bool:
    """Whether a word only links what is said to what stands before it: "that", "but"."""
    return (token.lower_ == "that" and token.dep_ == "mark") or token.dep_ == "cc"
