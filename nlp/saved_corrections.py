"""What was corrected by hand in a saved workspace, for other articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nlp.corrections import Decision, apply_decision, decision_words
from nlp.errors import StoreError
from nlp.frames import display_title
from nlp.model import Analysis
from nlp.store import open_workspace


class SavedCorrections:
    """Corrects one analysis after the other and remembers which corrections took effect."""

    def __init__(self, path: Path | None) -> None:
        """Read the workspace at `path`; without one nothing is corrected.

        Raises:
            StoreError: it cannot be read, or is no workspace.
        """
        self._decisions: tuple[Decision, ...] = ()
        self._taken: set[int] = set()
        if path is not None:
            try:
                self._decisions = open_workspace(path.read_bytes()).corrections
            except OSError as error:
                raise StoreError(f"{path}: This workspace cannot be opened: {error.strerror or error}.") from error
            except StoreError as error:
                raise StoreError(f"{path}: {error}") from error

    def correct(self, analysis: Analysis) -> Analysis:
        """One analysis as the workspace's analyst would have it."""
        for number, decision in enumerate(self._decisions):
            corrected = apply_decision(analysis, decision)
            if corrected != analysis:
                self._taken.add(number)
            analysis = corrected
        return analysis

    def words(self, analyses: Sequence[Analysis]) -> tuple[str, ...]:
        """What has been corrected so far, a sentence each; `analyses` have the titles of the articles."""
        titles = {analysis.article.id: display_title(analysis.article) for analysis in analyses}
        return tuple(decision_words(self._decisions[number], titles) for number in sorted(self._taken))
