"""One statement as a row of `nlp.frames`; its columns stand in `nlp.columns`."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from typing import Any

from nlp.model import Analysis, Entity, Quote, Span
from nlp.quote_wording import cue_words, explain_speaker, speaker_words, statement_words

_NOWHERE = Span(-1, -1)


def quote_row(
    quote: Quote, analysis: Analysis, starts: Sequence[int], keys: Mapping[tuple[str, str], tuple[str, Entity]]
) -> dict[str, Any]:
    """What a statement's row says beside its article and its key.

    Args:
        quote: one of the analysis's.
        analysis: what it belongs to.
        starts: where the analysis's sentences begin.
        keys: (article id, entity id) -> (key over all articles, the entity to name it by).
    """
    text = analysis.article.text
    own = next((e for e in analysis.entities if e.id == quote.speaker), None)
    key, named = keys[analysis.article.id, own.id] if own else ("", None)
    source, cue = quote.source or _NOWHERE, quote.cue or _NOWHERE
    start, end = quote.start, quote.parts[-1].end
    first, last = (bisect.bisect_right(starts, at) - 1 for at in (start, max(start, end - 1)))
    speaker = named.name if named else speaker_words(text, quote)
    words = cue_words(text, quote)
    return {
        "sentence": first, "start": start, "end": end,
        "speaker": speaker, "role": own.role or "" if own else "", "entity": key,
        "source": speaker_words(text, quote) if quote.source else "",
        "statement": statement_words(text, quote), "cue": words, "label": f"{speaker} · {words}" if words else speaker,
        "direct": quote.direct, "partly": quote.partly, "negated": quote.negated,
        "basis": quote.basis.value if quote.basis else "", "why": explain_speaker(text, quote, named),
        "text": text[analysis.sentences[first].start : analysis.sentences[last].end] if first >= 0 else "",
        "stretches": " ".join(f"{part.start}:{part.end}" for part in quote.parts),
        "source_sentence": bisect.bisect_right(starts, source.start) - 1,
        "source_start": source.start, "source_end": source.end, "cue_start": cue.start, "cue_end": cue.end,
    }  # fmt: skip
