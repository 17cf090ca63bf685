"""Who said what: direct and indirect speech, each with its speaker and the word that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nlp.model import Quote, Span, SpeakerBasis
from nlp.pipeline.quote_combining import combine
from nlp.pipeline.quote_indirect import find_reported
from nlp.pipeline.quote_sayings import Saying
from nlp.pipeline.quote_scene import Scene, read_scene
from nlp.pipeline.quote_voices import Voice, Voices


class QuoteFinder:
    """Writes `doc._.quotes`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the quotation marks, the parse and the mentions of one document."""
        if doc._.reading is not None:
            article = doc._.article
            scene = read_scene(doc.text if article is None else article.text, doc._.reading)
            doc._.quotes = tuple(_voiced(combine(scene, list(find_reported(scene))), scene))
        return doc


@Language.factory(
    "dateline_quotes",
    requires=["doc._.reading", "doc._.entities"],
    assigns=["doc._.quotes"],
)
def make_quote_finder(nlp: Language, name: str) -> QuoteFinder:
    """The component as spaCy's registry wants it."""
    return QuoteFinder()


def _voiced(sayings: Sequence[Saying], scene: Scene) -> Iterator[Quote]:
    """The sayings with their speakers, in text order."""
    voices = Voices(scene)
    by_cue = sorted((s for s in sayings if s.speaker is not None), key=lambda s: s.cue or (0, 0))
    found = {id(saying): voices.of(saying.speaker) for saying in by_cue if saying.speaker is not None}
    last: Voice | None = None
    for saying in sayings:
        voice = found.get(id(saying))
        if voice is None and saying.continued and last is not None:
            voice = replace(last, basis=SpeakerBasis.CONTINUED)
        last = voice
        yield _quote(saying, voice, scene)


def _quote(saying: Saying, voice: Voice | None, scene: Scene) -> Quote:
    first, *rest = saying.parts
    return Quote(
        start=first.start,
        end=first.end,
        speaker=voice.entity if voice else None,
        source=_span(voice.first, voice.last, scene) if voice else None,
        cue=_span(*saying.cue, scene) if saying.cue else None,
        direct=saying.direct,
        partly=saying.partly,
        rest=tuple(rest),
        negated=saying.negated,
        basis=voice.basis if voice else None,
    )


def _span(first: int, last: int, scene: Scene) -> Span:
    doc = scene.doc
    return Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
