"""What was corrected by hand in a saved workspace, for other articles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from nlp.corrections import decision_words, step_by_step
from nlp.errors import StoreError
from nlp.frames import display_title
from nlp.model import Analysis
from nlp.store import open_workspace


class SavedCorrections:
    """Corrects one analysis after the other and remembers which corrections took effect."""

    def __init__(self, path: Path) -> None:
        """Read the workspace at `path`.

        Raises:
            StoreError: it cannot be read, or is no workspace.
        """
        self._taken: set[int] = set()
        try:
            self._decisions = open_workspace(path.read_bytes()).corrections
        except OSError as error:
            raise StoreError(f"{path}: This workspace cannot be opened: {error.strerror or error}.") from error
        except StoreError as error:
            raise StoreError(f"{path}: {error}") from error

    def correct(self, analysis: Analysis) -> Analysis:
        """One analysis as the workspace's analyst would have it."""
        steps = [step for (step,) in step_by_step([analysis], self._decisions)]
        self._taken |= {number for number, (one, other) in enumerate(pairwise(steps)) if one != other}
        return steps[-1]

    def words(self, analyses: Sequence[Analysis]) -> tuple[str, ...]:
        """What has been corrected so far, a sentence each; `analyses` have the titles of the articles."""
        titles = {analysis.article.id: display_title(analysis.article) for analysis in analyses}
        return tuple(decision_words(self._decisions[number], titles) for number in sorted(self._taken))
