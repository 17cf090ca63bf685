"""Small components of the page, from the files of `components/frontend`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_FRONTEND = Path(__file__).parent / "frontend"


def declared(name: str, *before: str, html: str | None = None, isolated: bool = True) -> Callable[..., Any]:
    """The component `dateline_<name>`, of `<name>.html`, `<name>.css` and `<name>.js`.

    Args:
        name: of the three files.
        before: names of the scripts that stand before its own.
        html: instead of the file.
        isolated: whether its styles stay inside; plotly.js puts its own style sheet into the document, where a shadow
            root would not see it.
    """
    return st.components.v2.component(
        f"dateline_{name}",
        html=_read(f"{name}.html") if html is None else html,
        css=_read(f"{name}.css"),
        js="".join(_read(f"{script}.js") for script in (*before, name)),
        isolate_styles=isolated,
    )


def _read(file_name: str) -> str:
    return (_FRONTEND / file_name).read_text("utf-8")
