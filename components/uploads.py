"""Files that the reader opens: articles in many formats, and saved workspaces."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components import state
from components.reading_in import take
from components.wording import plain
from nlp.errors import DatelineError
from nlp.model import Article
from nlp.readers import SUFFIXES, check_article, read_each
from nlp.store import open_workspace

_TYPES = [suffix.removeprefix(".") for suffix in SUFFIXES] + ["htm", "json"]


def uploads(message: DeltaGenerator) -> None:
    """Choose files and open them; what cannot be read is named, and the rest goes on."""
    files = st.file_uploader(
        "Articles (text, web page, PDF, Word, e-mail, CSV or JSONL) or a workspace (.json)",
        type=_TYPES,
        accept_multiple_files=True,
        key=f"files_{state.page().draft}",
    )
    if not st.button("Open", key="open_files", disabled=not files) or not files:
        return
    articles, problems, opened = _read(files)
    if articles:
        take(articles, message, problems)
    elif opened:
        state.change(notices=tuple(problems), intake_open=False, draft=state.page().draft + 1)
        st.rerun()
    for problem in problems:
        message.error(plain(problem))


def _read(files: Sequence[UploadedFile]) -> tuple[list[Article], list[str], bool]:
    """The articles of all files, what could not be read and why, and whether a workspace was opened."""
    articles: list[Article] = []
    problems: list[str] = []
    opened = False
    for file in files:
        if file.name.lower().endswith(".json"):
            try:
                _open(file.getvalue())
                opened = True
            except DatelineError as error:
                problems.append(f"{file.name}: {error}")
            continue
        for reading in read_each(file.name, file.getvalue()):
            try:
                if reading.article is not None:
                    check_article(reading.article)
                    articles.append(reading.article)
                else:
                    problems.append(f"{reading.place}: {reading.problem}")
            except DatelineError as error:
                problems.append(f"{reading.place}: {error}")
    return articles, problems, opened


def _open(data: bytes) -> None:
    """Put a saved workspace on the page, in place of what was there."""
    state.open_workspace(open_workspace(data))
