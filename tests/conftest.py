"""Fixtures that every test may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp_pipeline() -> Language:
    """The whole pipeline, loaded once; only tests marked `model` may ask for it."""
    from nlp.pipeline import build_pipeline

    return build_pipeline()
