"""The article as it was pasted, its entities and dates underlined and clickable, the chosen sentences tinted."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict

from components import state
from components.declared import declared
from components.focus import choose
from components.highlight import Mark
from nlp.evidence import Evidence
from nlp.frames import Frames, printable
from nlp.model import Analysis

_component = declared("article")
_KEY = "article"


def article_view(
    analysis: Analysis,
    frames: Frames,
    marks: Sequence[Mark],
    styles: dict[str, dict[str, str]],
    evidence: list[Evidence],
) -> None:
    """Draw one article; the sentences of `evidence` in it are tinted, the first or chosen one scrolled to."""
    here = [e.sentence for e in evidence if e.article == analysis.article.id]
    page = state.page()
    now = page.sentence if page.sentence is not None else (here[0] if here else None)
    focus = page.focus
    stamp = f"{analysis.article.id}{analysis.article.sha256}{marks}{styles}"
    _component(
        key=_KEY,
        data={
            "text": printable(analysis.article.text),
            "sentences": [{"start": s.start, "end": s.end} for s in analysis.sentences],
            "marks": [asdict(mark) for mark in marks],
            "styles": styles,
            "lit": here,
            "now": now,
            "jump": page.sentence is not None,
            "moment": f"{focus.moment if focus else 0}/{page.sentence}",
            "chosen": f"{focus.kind}:{focus.key}" if focus else None,
            "version": hashlib.sha256(stamp.encode("utf-8", "surrogatepass")).hexdigest(),
        },
        on_clicked_change=lambda: choose(state.clicked(_KEY), frames),
    )
