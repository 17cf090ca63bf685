"""Quotation marks and reported clauses put together, so that what is said once is told once."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from nlp.model import Span
from nlp.pipeline.clauses import SUBJECTS, VERBAL
from nlp.pipeline.quote_cues import is_quote_cue
from nlp.pipeline.quote_direct import said_before, said_behind
from nlp.pipeline.quote_sayings import Saying
from nlp.pipeline.quote_scene import Region, Scene

_SCARE = 3  # so many words in quotation marks are a quotation only where somebody says them
_LONGEST_TITLE, _SMALL = 7, 3  # words of a title, letters of those that it writes small
_NEAR = 25  # words between two quotations of one speaker in one paragraph


def combine(scene: Scene, reported: list[Saying]) -> list[Saying]:
    """All sayings in text order: each quotation with its own cue, in its clause, or going on from the one before."""
    direct: list[Saying] = []
    around = _clauses_around(scene, reported)
    for region in scene.regions:
        last = direct[-1] if direct else None
        if last is not None and last.covers(region.start, region.end):
            continue
        behind = said_behind(region, scene)
        if last is not None and behind is None and _goes_on(last, region, scene):
            direct[-1] = replace(last, parts=(*last.parts, Span(region.start, region.end)))
            continue
        found = _attributed(region, scene, around.get(region.number), behind)
        if found is None:
            continue
        if last is not None and last.cue is not None and found.cue == last.cue:
            direct[-1] = _joined(last, found)
        else:
            direct.append(found)
    claimed = {saying.cue for saying in direct if saying.cue is not None}
    whole = sorted((*direct, *(s for s in reported if s.cue not in claimed)), key=lambda s: (s.start, s.cue or (0, 0)))
    for n, (before, saying) in enumerate(pairwise(whole), start=1):
        if saying.speaker is None and _follows(before, saying, scene):
            whole[n] = replace(saying, continued=True)
    return whole


def _clauses_around(scene: Scene, reported: list[Saying]) -> dict[int, Saying]:
    """For each quotation that stands in a reported clause, by its number, the outermost such clause."""
    found: dict[int, Saying] = {}
    for saying in reported:
        for part in saying.parts:
            for i in range(scene.token_at(part.start), scene.token_at(part.end)):
                if (number := scene.within[i]) >= 0 and number not in found:
                    region = scene.regions[number]
                    if saying.covers(region.start, region.end):
                        found[number] = saying
    return found


def _attributed(region: Region, scene: Scene, around: Saying | None, behind: Saying | None) -> Saying | None:
    """The saying of one quotation, if it is one: of what stands `behind` it, `around` it or before it."""
    if _is_title(region, scene):
        return None
    if behind is not None:
        return _with_lead(behind, region, scene)
    if around is not None:
        whole = all(region.start <= part.start and part.end <= region.end for part in around.parts)
        return replace(around, direct=True, partly=not whole)
    whole = _is_whole(region, scene)
    found = said_before(region, scene, fragment=not whole)
    if found is not None:
        return found
    if not whole or len(scene.inner(region).split()) <= _SCARE or not _is_sentence(region, scene):
        return None
    return Saying((Span(region.start, region.end),), True)


def _with_lead(saying: Saying, region: Region, scene: Scene) -> Saying:
    """As in "The line was cut “by a state”, Silva said": the words before the quotation are said, too."""
    words = scene.before(region)
    while words and words[0].is_punct:
        words = words[1:]
    verbs = [t for t in words if t.pos_ in VERBAL]
    if not words or (not verbs and scene.inner(region)[:1].isupper()):
        return saying  # a dateline, or "On Monday"
    if any(t.text == ":" for t in words) or any(is_quote_cue(t, "say", "utter", "name") for t in verbs):
        return saying
    return replace(saying, parts=(Span(words[0].idx, region.end),), partly=True)


def _is_whole(region: Region, scene: Scene) -> bool:
    """Whether a quotation is a sentence of its own rather than some words of one."""
    inner = scene.inner(region)
    return inner[:1].isupper() and (inner[-1:] in tuple(".!?…,") or not scene.before(region))


def _is_title(region: Region, scene: Scene) -> bool:
    """Whether a quotation inside a sentence is the title of a work or a name: on NBC's "Meet the Press"."""
    words = [t.text for t in scene.doc[region.first : region.last] if t.is_alpha or t.like_num]
    before = scene.doc[region.first - 1] if region.first else None
    if not words or len(words) > _LONGEST_TITLE or before is None or before.is_space or before.text in (",", ":"):
        return False
    large = all(word[:1].isupper() or word[:1].isdigit() or len(word) <= _SMALL for word in words)
    verbal = before.pos_ in VERBAL and is_quote_cue(before, "say", "utter", "name")
    return large and words[-1][:1].isupper() and words[0][:1].isupper() and not verbal


def _is_sentence(region: Region, scene: Scene) -> bool:
    """Whether a quotation that nobody says is one at all: not the title of a work, not a name."""
    words = [t for t in scene.doc[region.first : region.last] if t.is_alpha]
    return any(t.pos_ in VERBAL for t in words) and sum(t.is_lower for t in words) * 2 > len(words)


def _joined(one: Saying, other: Saying) -> Saying:
    new = tuple(part for part in other.parts if part.start >= one.parts[-1].end)
    return replace(one, parts=(*one.parts, *new), partly=one.partly or other.partly)


def _goes_on(last: Saying, region: Region, scene: Scene) -> bool:
    """Whether nothing but who said it stands between two quotations: "“We won,” she said. “We go on.”"."""
    if last.cue is None:
        return False
    first = scene.token_at(last.parts[-1].end)
    between = [t for t in scene.doc[first : region.first] if not t.is_space]
    if any(scene.breaks[i] for i in range(first, region.first)) or any(scene.within[t.i] >= 0 for t in between):
        return False
    if not any(t.is_alpha for t in between):
        return True
    stops = [t for t in between if t.text in (".", "!", "?")]
    here = any(t.i == last.cue[0] for t in between)
    return here and len(stops) == 1 and stops[0].i == between[-1].i and _is_whole(region, scene)


def _follows(before: Saying, saying: Saying, scene: Scene) -> bool:
    """Whether a quotation that nobody is said to have said is plainly by whoever spoke before it."""
    if before.speaker is None and not before.continued:
        return False
    first = max(scene.token_at(before.parts[-1].end), before.cue[1] if before.cue else 0)
    last = scene.token_at(saying.start)
    breaks = sum(scene.breaks[i] for i in range(first, last))
    between = [t for t in scene.doc[first:last] if t.is_alpha and scene.within[t.i] < 0]
    names = [scene.reading.names.get(t.i) for t in between if t.dep_ in SUBJECTS]
    others = any(name is not None and name.label in ("PERSON", "ORG") for name in names)
    if breaks == 0:
        return len(between) <= _NEAR and not others
    ends = scene.token_at(saying.parts[-1].end)
    alone = scene.is_break(last - 1) and (scene.is_break(ends) or ends >= len(scene.doc))
    return breaks == 1 and alone and len(between) <= _NEAR // 2 and not others
