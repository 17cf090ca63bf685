"""Whose voice a saying is: the words for the speaker, and the entity that they stand for."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from nlp.model import SpeakerBasis
from nlp.pipeline.clauses import SUBJECTS, VERBAL, Name, is_root, subtree
from nlp.pipeline.event_pronoun_objects import is_pronoun
from nlp.pipeline.event_pronouns import antecedent
from nlp.pipeline.quote_cues import is_quote_cue, quote_cues
from nlp.pipeline.quote_scene import Scene

_BEFORE = ("det", "amod", "compound", "poss", "nmod", "nummod", "quantmod", "predet", "advmod", "npadvmod", "case")
_OFFICE = ("of", "for", "at", "from", "with", "in", "to", "on")
_LONGEST = 14  # tokens of an office behind its noun
_PERSONAL = ("he", "she")
_BACK = 6  # sentences that a reader goes back for whom "she" is


@dataclass(frozen=True, slots=True)
class Voice:
    """The speaker's phrase as tokens `[first, last)`, the entity's id where there is one, and how it was found."""

    first: int
    last: int
    entity: str | None
    basis: SpeakerBasis


@dataclass(slots=True)
class Voices:
    """Reads the speakers of one document, in text order: a later pronoun may mean whom an earlier one meant."""

    scene: Scene
    spoken: dict[int, str] = field(default_factory=dict)  # sentence -> the person who spoke last in it
    called: dict[str, str] = field(default_factory=dict)  # person -> "he" or "she"

    def __post_init__(self) -> None:
        for i, name in self.scene.reading.names.items():
            if i == name.start and name.label == "PERSON" and name.entity is not None:
                words = [self.scene.doc[j].lower_.rstrip(".") for j in range(max(0, i - 1), i + 1)]
                for pronoun in _PERSONAL:
                    if any(word in quote_cues(pronoun) for word in words):
                        self.called.setdefault(name.entity, pronoun)

    def of(self, head: Token) -> Voice:
        """The voice of the noun or pronoun that heads a speaker's phrase."""
        if is_pronoun(head):
            entity = self._meant(head)
            voice = Voice(head.i, head.i + 1, entity, SpeakerBasis.PRONOUN)
            if entity is not None and head.lower_ in _PERSONAL:
                self.called.setdefault(entity, head.lower_)
        else:
            voice = self._phrase(head)
        if voice.entity is not None and self._is_person(voice, head):
            self.spoken[self.scene.reading.sentences[head.i]] = voice.entity
        return voice

    def _is_person(self, voice: Voice, head: Token) -> bool:
        names = self.scene.reading.names
        return head.lower_ in _PERSONAL or any(
            (name := names.get(i)) is not None and name.label == "PERSON" for i in range(voice.first, voice.last)
        )

    def _phrase(self, head: Token) -> Voice:
        """A name with the titles before it, or an office with what it is of."""
        reading = self.scene.reading
        name = reading.names.get(head.i)
        first, last = (name.start, max(name.end, head.i + 1)) if name else (head.i, head.i + 1)
        if reading.is_long(head):
            return _voice(first, last, name)
        first = min(first, self._start(head))
        named = name
        if name is None:
            last = self._office_end(head, last)
            for beside in reading.of(head, "appos"):
                other = reading.names.get(beside.i)
                if other is not None and other.label == "PERSON" and other.start - last <= 2:
                    named, last = other, max(last, other.end)
                    break
        joined = [c for c in reading.of(head, "conj") if c.i > head.i and c.i - last < 8 and self.scene.within[c.i] < 0]
        if joined:
            end = joined[0].i
            own = reading.names.get(end)
            return Voice(first, max(last, own.end if own else end + 1), None, SpeakerBasis.DESCRIBED)
        return _voice(first, last, named)

    def _start(self, head: Token) -> int:
        """Where the words begin that lead up to the noun without a gap."""
        reading = self.scene.reading
        found: set[int] = {head.i}
        for child in reading.of(head, *_BEFORE):
            if child.i < head.i:
                found |= subtree(child, reading, without=("relcl", "appos", "acl", "advcl"))
        start, bound = head.i, reading.sentence(head)[0]
        while start - 1 >= bound and self.scene.within[start - 1] < 0:
            token = self.scene.doc[start - 1]
            joint = token.text == "-" and start - 2 in found
            if (start - 1 not in found and not joint) or (token.pos_ == "VERB" and is_quote_cue(token, "say", "utter")):
                break
            start -= 1
        return start

    def _office_end(self, head: Token, last: int) -> int:
        """Behind "a spokesman": "for the ministry", up to a comma."""
        for child in self.scene.reading.of(head, "prep"):
            if child.i == last and child.lower_ in _OFFICE:
                below = subtree(child, self.scene.reading, without=("relcl", "acl", "advcl", "appos", "cc", "conj"))
                while last in below and last - head.i < _LONGEST and not self.scene.doc[last].is_punct:
                    last += 1
        return last

    def _meant(self, pronoun: Token) -> str | None:
        """The entity that a pronoun stands for, where the text leaves no doubt."""
        word, reading = pronoun.lower_, self.scene.reading
        if word in _PERSONAL:
            return self._person(pronoun)
        if word not in ("it", "they") or reading.is_long(pronoun):
            return None
        meant = antecedent(pronoun, reading)
        name = reading.names.get(meant.i) if meant is not None and self.scene.within[meant.i] < 0 else None
        return name.entity if name else None

    def _person(self, pronoun: Token) -> str | None:
        """The one person whom the nearest sentence names that names any, outside quotation marks."""
        reading = self.scene.reading
        number = reading.sentences[pronoun.i]
        for back in range(min(_BACK, number) + 1):
            start, end = reading.bounds[number - back]
            names = self._persons(start, pronoun.i if back == 0 else end, pronoun.lower_)
            entities = {name.entity for name in names}
            if len(entities) == 1:
                return entities.pop()
            if entities:
                heads = {n.entity for n in names if self._is_subject(n)}
                return heads.pop() if len(heads) == 1 else None
            spoke = self.spoken.get(number - back)
            if spoke is not None and self.called.get(spoke, pronoun.lower_) == pronoun.lower_:
                return spoke
        return None

    def _persons(self, start: int, end: int, pronoun: str) -> list[Name]:
        """The names of people who may be called so, outside quotation marks."""
        found: list[Name] = []
        for i in range(max(start, end - 80), end):
            name = self.scene.reading.names.get(i)
            if name is None or name.label != "PERSON" or self.scene.within[i] >= 0 or name in found[-1:]:
                continue
            if name.entity is None or self.called.get(name.entity, pronoun) == pronoun:
                found.append(name)
        return found

    def _is_subject(self, name: Name) -> bool:
        """Whether a name is the subject of its sentence's main verb."""
        head = self.scene.doc[name.end - 1]
        while head.dep_ == "conj" and not is_root(head):
            head = head.head
        return head.dep_ in SUBJECTS and head.head.pos_ in VERBAL and is_root(head.head)


def _voice(first: int, last: int, name: Name | None) -> Voice:
    entity = name.entity if name else None
    return Voice(first, last, entity, SpeakerBasis.NAMED if entity else SpeakerBasis.DESCRIBED)
