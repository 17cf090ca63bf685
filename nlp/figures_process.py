"""Charts of analyses, by a program of their own: `nlp` hands it a workspace and knows nothing else of charts."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from nlp.errors import FigureError
from nlp.model import Analysis
from nlp.store import Workspace, save_workspace

_PROJECT = Path(__file__).parent.parent


def require_chromium() -> None:
    """Find out whether charts can be drawn, before anything else is done.

    Raises:
        FigureError: there is no Chromium; says what to do.
    """
    _run("components.chromium")


def write_figures(analyses: Sequence[Analysis], folder: Path) -> Mapping[str, tuple[bytes, str]]:
    """Write every chart of `analyses` as PNG, SVG, PDF and HTML into `folder`.

    Returns:
        The charts as a report takes them (`nlp.report.content.ReportOptions.pictures`): name -> SVG and its words.

    Raises:
        FigureError: the program refused, for instance for want of a Chromium; says why in its words.
    """
    workspace = save_workspace(Workspace(tuple(analyses), frozenset(a.article.id for a in analyses)))
    with tempfile.TemporaryDirectory(prefix="dateline-") as place:
        _run("components.write_figures", str(folder.absolute()), "--report-pictures", place, given=workspace)
        return {
            drawing.stem: (drawing.read_bytes(), drawing.with_suffix(".txt").read_text("utf-8"))
            for drawing in sorted(Path(place).glob("*.svg"))
        }


def _run(program: str, *arguments: str, given: bytes = b"") -> None:
    command = [sys.executable, "-m", program, *arguments]
    done = subprocess.run(command, input=given, stderr=subprocess.PIPE, cwd=_PROJECT, check=False)  # noqa: S603
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise FigureError(said[-1] if said else "The charts could not be drawn.")
