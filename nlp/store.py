"""A workspace, the articles on the page with their analyses, as one JSON file and back."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from nlp.analysis_checks import check_analysis
from nlp.corrections import Decision
from nlp.counting import counted_analyses
from nlp.disputes import DisputePolicy
from nlp.errors import StoreError
from nlp.model import Analysis
from nlp.serial import analysis_from_json, analysis_to_json, decision_from_json, decision_to_json, escape_unsafe

SCHEMA = "dateline/workspace/1"
_SCHEMA_VERSION = re.compile(r"dateline/workspace/(\d{1,9})")


@dataclass(frozen=True, slots=True)
class ChartExport:
    """How charts leave the page, as the reader chose last: format, size and ground by the page's own names.

    `words` are what the reader wrote in the place of a chart's own: pairs of the chart's and the reader's.
    """

    format: str = "png2"
    preset: str = "slide"
    dark: bool = False
    credit: str = ""
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Workspace:
    """What is on the page: the analyses in the order of the list, the ids of the articles that are ticked.

    `disputes` is how disputed areas count on the page, `charts` how its charts leave it; the analyses themselves are as
    they were made. `corrections` are what the analyst decided, in the order in which it was decided, and not yet
    applied to the analyses.
    """

    analyses: tuple[Analysis, ...] = ()
    ticked: frozenset[str] = frozenset()
    disputes: DisputePolicy = DisputePolicy.RECOGNISED
    charts: ChartExport = field(default_factory=ChartExport)
    corrections: tuple[Decision, ...] = ()

    @property
    def counted(self) -> tuple[Analysis, ...]:
        """The analyses as they count: corrected, disputed areas counted as the workspace says."""
        return counted_analyses(self.analyses, self.corrections, self.disputes)


def save_workspace(workspace: Workspace) -> bytes:
    """Write a workspace as JSON in UTF-8; the same workspace gives the same bytes."""
    data = {
        "schema": SCHEMA,
        "ticked": [a.article.id for a in workspace.analyses if a.article.id in workspace.ticked],
        "disputes": workspace.disputes.value,
        "charts": asdict(workspace.charts),
        "corrections": [decision_to_json(decision) for decision in workspace.corrections],
        "analyses": [analysis_to_json(analysis) for analysis in workspace.analyses],
    }
    return escape_unsafe(json.dumps(data, ensure_ascii=False, indent=1)).encode() + b"\n"


def open_workspace(data: bytes) -> Workspace:
    """Read back what `save_workspace` wrote, and trust none of it: spans must lie in their text and quote it.

    Raises:
        StoreError: the file is something else, of another version, incomplete, or contradicts itself.
    """
    content = _parse(data)
    _check_schema(content.get("schema"))
    analyses, ticked = content.get("analyses"), content.get("ticked")
    if not isinstance(analyses, list) or not isinstance(ticked, list):
        raise StoreError(f"This workspace is not complete: it has no list of {_missing(analyses)}.")
    workspace = Workspace(
        tuple(_read_analysis(item, number) for number, item in enumerate(analyses, start=1)),
        frozenset(item for item in ticked if isinstance(item, str)),
        _read_disputes(content.get("disputes", DisputePolicy.RECOGNISED.value)),
        _read_charts(content.get("charts", {})),
        _read_corrections(content.get("corrections", [])),
    )
    ids = [analysis.article.id for analysis in workspace.analyses]
    twice = next((name for name, number in Counter(ids).items() if number > 1), None)
    if twice is not None:
        raise StoreError(f"This workspace holds two articles with the id {twice!r}.")
    unknown = sorted(workspace.ticked.difference(ids))
    if unknown or len(workspace.ticked) != len(ticked):
        raise StoreError(f"This workspace ticks an article that it does not hold: {(unknown or ticked)[0]!r}.")
    return workspace


def _read_disputes(content: object) -> DisputePolicy:
    """How disputed areas count; older files do not say."""
    if not isinstance(content, str) or content not in set(DisputePolicy):
        raise StoreError(f"This workspace counts disputed areas in a way that is not known: {content!r}.")
    return DisputePolicy(content)


def _read_charts(content: object) -> ChartExport:
    """How charts leave the page; older files do not say. What is no such choice is not taken over."""
    if not isinstance(content, dict):
        raise StoreError("This workspace does not say how its charts are to be exported: a table is expected.")
    own = ChartExport()
    words = content.get("words")
    pairs = [pair for pair in words if isinstance(pair, list) and len(pair) == 2] if isinstance(words, list) else []
    if any(not isinstance(word, str) for pair in pairs for word in pair):
        raise StoreError("This workspace holds words for a chart that are no words.")
    return ChartExport(
        **{name: _of_type(content.get(name), getattr(own, name)) for name in ("format", "preset", "dark", "credit")},
        words=tuple((_whole(chart), _whole(reader)) for chart, reader in pairs),
    )


def _read_corrections(content: object) -> tuple[Decision, ...]:
    """What the analyst decided; older files do not say."""
    if not isinstance(content, list):
        raise StoreError("This workspace does not say what was corrected: a list is expected.")
    decisions = []
    for number, item in enumerate(content, start=1):
        try:
            decisions.append(decision_from_json(item, f"correction {number}"))
        except StoreError as error:
            raise StoreError(f"This workspace cannot be opened: {error}") from error
    return tuple(decisions)


def _whole(text: str) -> str:
    """The text with U+FFFD for each half of a character, which no protocol carries."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _of_type(content: Any, own: Any) -> Any:
    if type(content) is not type(own):
        return own
    return _whole(content) if isinstance(content, str) else content


def _missing(analyses: object) -> str:
    return "ticked articles" if isinstance(analyses, list) else "analyses"


def _parse(data: bytes) -> Mapping[str, Any]:
    try:
        content = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise StoreError("This file is not a Dateline workspace: it is not JSON.") from error
    if not isinstance(content, dict):
        raise StoreError("This file is JSON, but not a Dateline workspace.")
    return content


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


def _check_schema(schema: object) -> None:
    if schema == SCHEMA:
        return
    version = _SCHEMA_VERSION.fullmatch(schema) if isinstance(schema, str) else None
    if version:
        raise StoreError(
            f"This workspace is of version {version[1]}, and this Dateline reads version 1. Use a newer Dateline."
        )
    if isinstance(schema, str) and schema.startswith("dateline/analysis/"):
        raise StoreError("This file holds a single analysis, not a workspace.")
    raise StoreError(f"This file is JSON, but not a Dateline workspace: its schema should be {SCHEMA!r}.")


def _read_analysis(item: object, number: int) -> Analysis:
    if not isinstance(item, dict):
        raise StoreError(f"Article {number} of this workspace is not an analysis.")
    try:
        analysis = analysis_from_json(item)
        check_analysis(analysis, item["article"].get("sha256"))
    except StoreError as error:
        raise StoreError(f"Article {number} of this workspace cannot be opened: {error}") from error
    return analysis
