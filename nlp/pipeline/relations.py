"""Who does what to whom, and what each country does: a party, or only the stage."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from nlp.country_ranking import rank_countries
from nlp.model import EventStatus, Relation, Span, TimeExpression, TimeType
from nlp.pipeline.clauses import VERBAL, Reading
from nlp.pipeline.event_denials import is_negated
from nlp.pipeline.event_noun_anchors import Anchor
from nlp.pipeline.event_status import status_of
from nlp.pipeline.parties import read_parties
from nlp.pipeline.place_roles import with_roles
from nlp.pipeline.places import title_countries
from nlp.pipeline.relation_frames import Frame
from nlp.pipeline.relation_nouns import noun_frames
from nlp.pipeline.relation_verbs import verb_frames
from nlp.pipeline.role_cues import is_role_cue

# Stands in where the clause has no date of its own: then the words alone decide.
_UNDATED = TimeExpression(0, 0, "", TimeType.DATE, "")


class RelationFinder:
    """Writes `doc._.relations`, the roles in `doc._.places`, and `doc._.countries`, counted with their roles."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the parse, the times, the mentions and the places of one document."""
        article = doc._.article
        reading = doc._.reading
        if reading is not None:
            doc._.places = with_roles(doc._.places, doc.text if article is None else article.text, reading)
            doc._.relations = tuple(find_relations(doc, reading))
        starts = [sent.start_char for sent in doc.sents] if len(doc) and doc.has_annotation("SENT_START") else [0]
        title = None if article is None else article.title
        doc._.countries = rank_countries(doc._.places, starts, title_countries(title, doc.vocab))
        return doc


@Language.factory(
    "dateline_relations",
    requires=["doc._.reading", "doc._.entities", "doc._.places"],
    assigns=["doc._.relations", "doc._.places", "doc._.countries"],
)
def make_relation_finder(nlp: Language, name: str) -> RelationFinder:
    """The component as spaCy's registry wants it."""
    return RelationFinder()


def find_relations(doc: Doc, reading: Reading) -> Iterator[Relation]:
    """The relations in text order of their verbs; in one verb, each pair of parties once."""
    parties = read_parties(doc, reading)
    dates = _dates(doc)
    for token in doc:
        if token.pos_ not in (*VERBAL, "NOUN", "PROPN") or reading.is_long(token):
            continue
        seen = set()
        frames = verb_frames(token, parties) if token.pos_ in VERBAL else noun_frames(token, parties)
        for frame in frames:
            pair = (frame.subject, frame.object)
            if pair not in seen and _are_two(frame):
                seen.add(pair)
                yield _relation(frame, reading, dates)


def _are_two(frame: Frame) -> bool:
    """Whether the ends are different parties; two people of one country are."""
    one, other = frame.subject, frame.object
    if one.entity is None or other.entity is None:
        return one.country != other.country
    return one.entity != other.entity


def _dates(doc: Doc) -> dict[int, TimeExpression]:
    found = {}
    for time in doc._.times:
        if time.type in (TimeType.DATE, TimeType.TIME):
            span = doc.char_span(time.start, time.end, alignment_mode="expand")
            found.update(dict.fromkeys((token.i for token in span or ()), time))
    return found


def _relation(frame: Frame, reading: Reading, dates: dict[int, TimeExpression]) -> Relation:
    trigger = frame.trigger
    start, end = reading.sentence(trigger)
    doc = reading.doc
    clause = trigger.pos_ in VERBAL
    negated = is_negated(trigger, reading) if clause else any(c.lower_ == "no" for c in reading.of(trigger, "det"))
    return Relation(
        subject=frame.subject,
        verb=Span(trigger.idx, trigger.idx + len(trigger)),
        object=frame.object,
        sentence=Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1])),
        label=frame.label,
        negated=negated,
        status=_status(trigger, reading, dates),
    )


def _status(trigger: Token, reading: Reading, dates: dict[int, TimeExpression]) -> EventStatus:
    """The status of what the clause tells, on the clause's own date if it has one."""
    own = [
        trigger,
        *reading.children[trigger.i],
        *(g for p in reading.of(trigger, "prep") for g in reading.of(p, "pobj")),
    ]
    above = trigger.head
    if trigger.dep_ in ("acl", "xcomp") and is_role_cue(above, "refusing") and not is_negated(above, reading):
        return EventStatus.DENIED
    time = next((dates[token.i] for token in own if token.i in dates), _UNDATED)
    return status_of(Anchor(trigger, ""), time, reading)
