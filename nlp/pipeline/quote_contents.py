"""What a reporting verb governs: the tokens of the clause, or of the charge, that is said."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.pipeline.clauses import SUBJECTS, VERBAL, is_relative, is_root, subtree
from nlp.pipeline.quote_cues import is_quote_cue, quote_cues
from nlp.pipeline.quote_scene import Scene

CHARGES = ("of", "for", "about", "against")
_DASHES = (",", "–", "—", "--", "-")


def said_by(verb: Token, scene: Scene) -> set[int]:
    """The tokens of what is said."""
    reading = scene.reading
    if is_saying(verb, scene) and not _is_aside(verb, scene):
        clauses = [c for c in reading.of(verb, "ccomp") if c.i > verb.i or not _is_apart(c, verb, scene)]
        clauses = [c for c in clauses if not _is_infinitive(c, scene)]
        behind = [c for c in clauses if c.i > verb.i]
        for clause in behind or clauses:
            return set() if _is_question(clause, scene) else subtree(clause, reading)
        if found := _around(verb, scene):
            return found
    if is_quote_cue(verb, "promise"):
        for clause in reading.of(verb, "xcomp", "ccomp"):
            if clause.i > verb.i and _is_infinitive(clause, scene):
                return subtree(clause, reading)
    if is_quote_cue(verb, "urge"):
        for clause in reading.of(verb, "xcomp", "ccomp"):
            hearers = [*reading.of(verb, "dobj"), *reading.of(clause, "nsubj")]
            if clause.i > verb.i and _is_infinitive(clause, scene) and hearers:
                return subtree(clause, reading).union(*(subtree(h, reading) for h in hearers if h.i > verb.i))
    if is_quote_cue(verb, "deny"):
        for denied in reading.of(verb, "xcomp", "ccomp", "dobj"):
            if denied.i > verb.i and not _is_question(denied, scene):
                return subtree(denied, reading)
    return _charge(verb, scene)


def _charge(verb: Token, scene: Scene) -> set[int]:
    """As in "accused **Peru of fraud**" and "warned **of floods**"."""
    reading = scene.reading
    for preposition in CHARGES:
        if not is_quote_cue(verb, f"charge {preposition}"):
            continue
        objects = [o for o in reading.of(verb, "dobj") if o.i > verb.i]
        for holder in (verb, *objects):
            for child in reading.of(holder, "prep"):
                if child.lower_ == preposition and child.i > verb.i:
                    charge = subtree(child, reading).union(*(subtree(o, reading) for o in objects))
                    return {i for i in charge if not _is_beyond(reading.doc[i], child)}
    return set()


def _is_beyond(token: Token, preposition: Token) -> bool:
    """As in "accused Peru of breaking it and **left Lima**": below a finite verb that the parse joins by mistake."""
    while token.i != preposition.i and not is_root(token):
        if token.dep_ == "conj" and token.tag_ in ("VBD", "VBZ", "VBP") and token.head.tag_ == "VBG":
            return True
        token = token.head
    return False


def _around(verb: Token, scene: Scene) -> set[int]:
    """The clause that a verb stands in or behind: "The bridge is closed, **officials said**"."""
    reading = scene.reading
    above = verb.head
    if verb.dep_ in ("parataxis", "ccomp") and above.pos_ in VERBAL and not reading.of(verb, "dobj", "mark", "xcomp"):
        subjects = reading.of(verb, "nsubj")
        if subjects and scene.within[above.i] < 0 and not any(map(is_relative, subjects)):
            own = subtree(verb, reading)
            start, end = reading.sentence(verb)
            edges = min(own), max(own) + 1
            behind = edges[1] >= end - 1 or any(reading.doc[i].is_punct for i in (edges[1] - 1, edges[1]))
            if behind and (edges[0] == start or any(reading.doc[i].text in _DASHES for i in (edges[0], edges[0] - 1))):
                return subtree(above, reading, without=("mark",)) - own
    return _before(verb, scene)


def _before(verb: Token, scene: Scene) -> set[int]:
    """All of a sentence before its last words, where the parse joins these by mistake: "…, **Silva told The Post**"."""
    reading, doc = scene.reading, scene.doc
    subjects = [s for s in reading.of(verb, "nsubj") if s.i < verb.i and not is_relative(s)]
    start, end = reading.sentence(verb)
    if not subjects or reading.of(verb, "ccomp", "xcomp", "mark") or verb.dep_ in ("relcl", "acl", "advcl"):
        return set()
    first = min(subtree(subjects[0], reading))
    if first - 2 <= start or doc[first - 1].text not in _DASHES or any(t.pos_ in VERBAL for t in doc[verb.i + 1 : end]):
        return set()
    if reading.of(verb, "dobj") and not is_quote_cue(verb, "tell"):
        return set()
    said = doc[start : first - 1]
    stated = any(t.pos_ in VERBAL and reading.of(t, *SUBJECTS) for t in said)
    return {t.i for t in said} if stated and all(scene.within[t.i] < 0 for t in doc[first - 1 : end]) else set()


def is_saying(verb: Token, scene: Scene) -> bool:
    """Whether a verb reports what is said, with its particle: "pointed out that", not "ruled out that"."""
    particles = scene.reading.of(verb, "prt")
    if not particles:
        return is_quote_cue(verb, "say")
    return any(f"{verb.lemma_.lower()}_{p.lower_}" in quote_cues("say") for p in particles)


def _is_aside(verb: Token, scene: Scene) -> bool:
    """As in "the money that he **says** he raised": the clause is not whole without the noun that it modifies."""
    own = scene.reading.of(verb, "nsubj")
    clauses = scene.reading.of(verb, "ccomp")
    return (
        verb.dep_ == "relcl"
        and bool(own)
        and not any(map(is_relative, own))
        and not any(scene.reading.of(clause, "mark") for clause in clauses)
    )


def _is_apart(clause: Token, verb: Token, scene: Scene) -> bool:
    """Whether a clause before the verb is another one: "She had left; he **said** so"."""
    between = scene.doc[clause.i : verb.i]
    return any(t.text == ";" for t in between) or bool(scene.reading.of(verb, "mark"))


def _is_question(clause: Token, scene: Scene) -> bool:
    """Whether a clause asks rather than states: "whether it was", "why he left"."""
    words = [c for c in scene.reading.children[clause.i] if c.i < clause.i and not c.is_punct]
    words += [c for w in words if w.pos_ not in VERBAL for c in scene.reading.children[w.i] if c.i < w.i]
    return any(
        w.lower_ in quote_cues("question") and w.dep_ in ("mark", "advmod", "nsubj", "nsubjpass", "dobj", "pobj", "det")
        and w.tag_ in ("WRB", "WP", "WDT", "IN")
        for w in words
    )  # fmt: skip


def _is_infinitive(clause: Token, scene: Scene) -> bool:
    return any(aux.tag_ == "TO" for aux in scene.reading.of(clause, "aux"))
