"""Analyses as they count on the page, in exports and in reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nlp.corrections import Decision, apply_corrections
from nlp.disputes import DisputePolicy, apply_policy
from nlp.model import Analysis


def counted_analyses(
    analyses: Iterable[Analysis], corrections: Sequence[Decision], disputes: DisputePolicy
) -> tuple[Analysis, ...]:
    """What an analyst decided is applied first, then how disputed areas count; the order stays."""
    return tuple(apply_policy(analysis, disputes) for analysis in apply_corrections(analyses, corrections))
