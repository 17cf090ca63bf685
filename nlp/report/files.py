"""A report as the bytes of a file, by the ending of its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

from nlp.errors import ReportError
from nlp.frames import build_frames
from nlp.model import Analysis
from nlp.report.content import ReportOptions, build_report
from nlp.report.endings import ENDINGS
from nlp.report.html import html_report
from nlp.report.pdf import pdf_report
from nlp.report.values import Report
from nlp.report.word import word_report
from nlp.temporal.explanations import explain_time

WRITERS: dict[str, Callable[[Report], bytes]] = dict(zip(ENDINGS, (html_report, word_report, pdf_report), strict=True))


def report_file(
    path: Path,
    analyses: Sequence[Analysis],
    as_of: date | None = None,
    pictures: Mapping[str, tuple[bytes, str]] = MappingProxyType({}),
    corrections: Sequence[str] = (),
) -> bytes:
    """A report of everything in these analyses, with `pictures`, in the format that the ending of `path` names.

    `corrections` say what was corrected in the analyses already, a sentence each.

    Raises:
        ReportError: there is no analysis, or two of them cannot be told apart.
    """
    if not analyses:
        raise ReportError("There is no report, for no article could be analysed.")
    ids = Counter(analysis.article.id for analysis in analyses)
    twice = [article for article, n in ids.items() if n > 1]
    if twice:
        raise ReportError(f"Several articles have the id “{twice[0]}”, by which a report tells them apart. Change one.")
    frames = build_frames(analyses, explain_time)
    report = build_report(
        frames, frames, analyses, ReportOptions(as_of=as_of, pictures=pictures, corrections=tuple(corrections))
    )
    return WRITERS[path.suffix.casefold()](report)
