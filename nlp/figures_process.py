"""Charts of analyses, by a program of their own: `nlp` hands it a workspace and knows nothing else of charts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from nlp.errors import FigureError
from nlp.model import Analysis
from nlp.store import Workspace, save_workspace

_PROGRAM = "components.write_figures"
_PROJECT = Path(__file__).parent.parent


def write_figures(analyses: Sequence[Analysis], folder: Path) -> None:
    """Write every chart of `analyses` as PNG, SVG, PDF and HTML into `folder`.

    Raises:
        FigureError: the program refused, for instance for want of a Chromium; says why in its words.
    """
    workspace = save_workspace(Workspace(tuple(analyses), frozenset(a.article.id for a in analyses)))
    command = [sys.executable, "-m", _PROGRAM, str(folder.absolute())]
    done = subprocess.run(command, input=workspace, stderr=subprocess.PIPE, cwd=_PROJECT, check=False)  # noqa: S603
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise FigureError(said[-1] if said else "The charts could not be drawn.")
