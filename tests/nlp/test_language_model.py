from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy

from nlp.errors import ModelError
from nlp.pipeline.language_model import DEFAULT_MODEL, folder_sha256, load_model, model_warning

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize("name", ["no_such_model", "../x", ".x", "a..b", "spacy"])
def test_model_that_cannot_be_used_is_one_sentence(name: str) -> None:
    with pytest.raises(ModelError, match=re.escape(repr(name))) as refused:
        load_model(name)
    assert "\n" not in str(refused.value)


def test_changed_weights_are_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "weights").write_bytes(b"others")
    monkeypatch.delenv("DATELINE_MODEL", raising=False)
    nlp = spacy.blank("en")
    nlp._path = tmp_path
    warning = model_warning(nlp)
    assert warning is not None
    assert folder_sha256(tmp_path)[:12] in warning
    assert "Reinstall" in warning
    assert model_warning(nlp, "another_model") is None


@pytest.mark.model
def test_installed_model_is_the_one_that_was_measured() -> None:
    assert model_warning(load_model(DEFAULT_MODEL), DEFAULT_MODEL) is None


@pytest.mark.model
@pytest.mark.parametrize("text", ["The couple wed in May.", "On Wed. it rained.", "Held on Mon. night.", "An ID"])
def test_words_that_look_like_contractions_or_sentences_end_stay_whole(text: str, nlp_pipeline: Language) -> None:
    words = [token.text for token in nlp_pipeline.make_doc(text)]
    assert words == text.removesuffix(".").split() + ["."] * text.endswith(".")
