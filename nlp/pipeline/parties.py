"""Whom a noun phrase stands for as one end of a relation: an entity, or the country of its people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from nlp.model import Party
from nlp.pipeline.clauses import Name, Reading, is_relative
from nlp.pipeline.entity_tables import kin_nouns
from nlp.pipeline.event_cues import nouns
from nlp.pipeline.event_pronoun_objects import is_pronoun
from nlp.pipeline.event_pronouns import antecedent
from nlp.pipeline.role_cues import is_acting, is_deed, is_part, is_private, is_publication, is_role_cue

_LABELS = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC")
_OWNERS = ("poss", "amod", "compound", "nmod")
_DEEPEST = 6
_MOST = 8  # conjuncts of one end: a longer list is no sentence


@dataclass(frozen=True, slots=True)
class Parties:
    """The parsed document with what stands for whom in it: countries by token, and by entity."""

    reading: Reading
    lands: Mapping[int, str]
    homes: Mapping[str, str]

    def listed(self, head: Token, *, harmed: bool = False, acts: bool = False) -> list[Party]:
        """The parties of a noun phrase and of what is joined to it by "and", in text order; none twice.

        `acts` says that it is who does it, so that weapons and attacks stand for whose they are; `harmed` that harm is
        done to it, so that any belongings do.
        """
        found: dict[Party, None] = {}
        waiting, seen = [head], 0
        while waiting and seen < _MOST:
            token = waiting.pop(0)
            seen += 1
            if (party := self.of(token, harmed=harmed, acts=acts)) is not None:
                found[party] = None
            waiting.extend(self.reading.of(token, "conj"))
        return list(found)

    def of(self, head: Token, *, harmed: bool = False, acts: bool = False, depth: int = _DEEPEST) -> Party | None:
        """The one party that a noun phrase stands for, conjuncts left aside."""
        reading = self.reading
        if not depth or head.i in reading.timed:
            return None
        if is_pronoun(head):
            meant = None if is_relative(head) else antecedent(head, reading)
            return None if meant is None or is_pronoun(meant) else self.of(meant, depth=depth - 1)
        name = reading.names.get(head.i)
        if name is not None and name.label in _LABELS and name.entity is not None:
            return self._named(name, head)
        if head.i in self.lands:
            return self._placed(head)
        if is_part(head) or is_role_cue(head, "place part"):
            within = [g for p in reading.of(head, "prep") if p.lower_ in ("of", "with") for g in reading.of(p, "pobj")]
            within += reading.of(head, "appos")  # "the regional capital, **Juba**"
            meant = next((self.of(g, harmed=harmed, acts=acts, depth=depth - 1) for g in within), None)
            if meant is not None:
                return meant
        if is_acting(head, reading):
            beside = (self._named(n, c) for c in reading.of(head, "appos") if (n := self._bearer(c)) is not None)
            named = next(beside, None)
            if named is None:
                return None if acts and is_private(head) else self._owner(head, depth)
            home = None if named.country else self._owner(head, depth)
            return replace(named, country=home.country) if home is not None else named
        stands_for = acts and is_role_cue(head, "weapon", "harm")
        if stands_for or (harmed and head.lemma_.lower() not in nouns("event")) or is_role_cue(head, "place part"):
            return self._owner(head, depth)
        return None

    def owner(self, noun: Token) -> Party | None:
        """Whose a deed or a thing is: "**Russia**'s attack", "a **Russian** attack"."""
        return self._owner(noun, _DEEPEST)

    def _owner(self, noun: Token, depth: int) -> Party | None:
        for child in self._owners(noun):
            name = self.reading.names.get(child.i)
            if name is not None and name.label in _LABELS and name.entity is not None:
                if name.label == "PERSON" and noun.lemma_.lower() in kin_nouns():
                    continue  # nobody is his own mother
                if child.dep_ != "poss" and name.start <= noun.i < name.end:
                    continue
                return self._named(name, child)
            if child.i in self.lands:
                return self._placed(child)
            if child.dep_ in ("poss", "pobj", "compound") and is_acting(child, self.reading):
                found = self.of(child, depth=depth - 1)
                if found is not None:
                    return found
        return None

    def _owners(self, noun: Token) -> Iterator[Token]:
        reading = self.reading
        owners = [c for c in reading.of(noun, *_OWNERS) if c.i not in reading.timed]
        owners = [c for c in owners if not _is_beside(c, reading)]
        yield from owners
        for compound in owners:  # "**US** Predator attacks"
            if compound.dep_ == "compound" and (compound.i not in reading.names or compound.i + 1 == noun.i):
                yield from (c for c in reading.of(compound, "compound", "amod") if c.i in self.lands)
        for preposition in reading.of(noun, "prep"):
            within = preposition.lower_ == "in" and is_role_cue(noun, "public")
            origin = preposition.lower_ == "from" and is_acting(noun, reading)
            if within or origin or (preposition.lower_ == "of" and not is_deed(noun)):
                yield from reading.of(preposition, "pobj")

    def _bearer(self, token: Token) -> Name | None:
        """The name beside a common noun: "the press secretary, **Dmitry Peskov**", "the company **Siemens**"."""
        name = self.reading.names.get(token.i)
        return name if name is not None and name.label in ("PERSON", "ORG") and name.entity else None

    def _named(self, name: Name, head: Token) -> Party | None:
        doc = self.reading.doc
        if name.label == "ORG" and is_publication(doc[name.end - 1]):
            country = None
        else:
            placed = (self.lands[i] for i in range(name.start, name.end) if i in self.lands)
            country = next(placed, None) or self.homes.get(name.entity or "") or self._origin(head)
        start, end = doc[name.start].idx, doc[name.end - 1].idx + len(doc[name.end - 1])
        return Party(start, end, name.entity, country)

    def _origin(self, head: Token) -> str | None:
        """The country of an adjective before a person's name: "Russian skater Ivan Orlov"."""
        name = self.reading.names[head.i]
        if name.label != "PERSON":
            return None
        return next((self.lands[c.i] for c in self._owners(head) if c.i in self.lands), None)

    def _placed(self, token: Token) -> Party:
        """A place that no mention covers: its own word is the name."""
        return Party(token.idx, token.idx + len(token), None, self.lands[token.i])


def _is_beside(token: Token, reading: Reading) -> bool:
    """Whether a hyphen turns a name into something else: "**pro-Russian** rebels", "the **Doha-based** bank"."""
    doc, name = reading.doc, reading.names.get(token.i)
    last = token.i if name is None else name.end - 1
    if doc[last + 1 : last + 3].text == "-based":
        return True
    first = token.i if name is None else name.start
    return any(
        i >= 0 and i + 1 < len(doc) and doc[i + 1].text == "-" and is_role_cue(doc[i], "beside")
        for i in (first - 2, first)
    )


def read_parties(doc: Doc, reading: Reading) -> Parties:
    """Prepare the look-ups in time linear in the document's length."""
    lands: dict[int, str] = {}
    for place in doc._.places:
        if place.country:
            span = doc.char_span(place.start, place.end, alignment_mode="expand")
            lands.update(dict.fromkeys((token.i for token in span or ()), place.country))
    homes = {entity.id: entity.country for entity in doc._.entities if entity.country}
    return Parties(reading, lands, homes)
