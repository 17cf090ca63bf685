"""The layers hold: who may import whom, who may keep state, who may look at the clock. Read from the syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(
    [*(ROOT / "nlp").rglob("*.py"), *(ROOT / "components").rglob("*.py"), *ROOT.glob("dashboard.py")],
    key=lambda path: path.as_posix(),
)
NETWORK = frozenset(
    {
        "socket", "ssl", "socketserver", "asyncio", "http", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib",
        "xmlrpc", "urllib.request", "urllib3", "requests", "httpx", "httpcore", "aiohttp", "webbrowser",
    }
)  # fmt: skip
RANDOM_IDS = frozenset({"uuid1", "uuid4", "uuid6", "uuid7", "uuid8"})
RANDOM = frozenset({"random", "secrets", *(f"uuid.{name}" for name in RANDOM_IDS)})
PAGE = frozenset({"streamlit", "plotly", "components", "dashboard"})
# Which files may not import what. A path is a file, a folder with its files, or a beginning of both.
FORBIDDEN: list[tuple[str, frozenset[str]]] = [
    ("nlp/", PAGE | NETWORK | RANDOM),
    ("nlp/model.py", frozenset({"spacy", "pandas"})),
    ("nlp/temporal/", frozenset({"spacy", "nlp.pipeline", "nlp.analyze"})),
    ("nlp/selection.py", frozenset({"spacy", "nlp.pipeline", "nlp.analyze"})),
    ("nlp/frames.py", frozenset({"spacy", "nlp.pipeline", "nlp.analyze"})),
    ("nlp/readers/", frozenset({"spacy", "nlp.pipeline", "nlp.analyze"})),
    ("components/figures/", frozenset({"streamlit", "spacy", "nlp.pipeline", "nlp.analyze"})),
    ("components/highlight.py", frozenset({"streamlit", "spacy", "nlp.pipeline", "nlp.analyze"})),
    ("components/", NETWORK | {"dashboard"}),
    ("dashboard.py", NETWORK | {"spacy", "plotly"}),
]
SPACY_FREE_BUT = "components/runtime.py"
CLOCKS = frozenset(
    {"today", "now", "utcnow", "time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime", "ctime"}
)
CLOCK_HOLDERS = frozenset({"date", "datetime", "time", "Timestamp", "pd", "pandas"})


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported anywhere in a file, with what is taken from it: `a.b` and `a.b.c`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported(tree: ast.AST, forbidden: frozenset[str]) -> set[str]:
    return {name for name in imports(tree) for module in forbidden if name == module or name.startswith(module + ".")}


def attributes(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Every `holder.attribute` that is written, the holder by its last name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            holder = node.value
            name = (
                holder.id if isinstance(holder, ast.Name) else holder.attr if isinstance(holder, ast.Attribute) else ""
            )
            yield name, node.attr


def clock_calls(tree: ast.AST) -> set[str]:
    called = {f"{holder}.{name}" for holder, name in attributes(tree) if holder in CLOCK_HOLDERS and name in CLOCKS}
    taken = {name for name in imports(tree) if name.startswith("time.") and name.removeprefix("time.") in CLOCKS}
    return called | taken


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_file_imports_only_what_its_layer_may(path: Path) -> None:
    tree, name = tree_of(path), name_of(path)
    for place, forbidden in FORBIDDEN:
        if name.startswith(place):
            assert imported(tree, forbidden) == set()
    if name.startswith("components/") and name != SPACY_FREE_BUT:
        assert imported(tree, frozenset({"spacy", "nlp.pipeline"})) == set()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_file_does_not_import_the_whole_backend_or_by_relative_path(path: Path) -> None:
    names = set(imports(tree_of(path)))
    assert "nlp" not in names
    assert not {name for name in names if name.startswith(".")}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_only_the_state_component_touches_the_session_and_only_the_runtime_caches(path: Path) -> None:
    tree, name = tree_of(path), name_of(path)
    used = {attribute for _, attribute in attributes(tree)} | {part.rsplit(".", 1)[-1] for part in imports(tree)}
    if name != "components/state.py":
        assert "session_state" not in used
    if name != "components/runtime.py":
        assert not {attribute for attribute in used if attribute.startswith("cache_")}


@pytest.mark.parametrize("path", [path for path in FILES if name_of(path).startswith("nlp/")], ids=name_of)
def test_backend_does_not_look_at_the_clock_and_draws_no_lots(path: Path) -> None:
    assert clock_calls(tree_of(path)) == set()
    assert not RANDOM_IDS & {name for _, name in attributes(tree_of(path))}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_source_asserts_nothing_and_catches_nothing_bare(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        assert not isinstance(node, ast.Assert)
        assert not (isinstance(node, ast.ExceptHandler) and node.type is None)


def test_the_rules_see_what_they_forbid() -> None:
    source = (
        "import streamlit as st\nfrom urllib.request import urlopen\nfrom urllib import request\nimport urllib.parse\n"
        "def f():\n    import spacy.tokens\n    return date.today(), datetime.datetime.now(), st.session_state\n"
    )
    tree = ast.parse(source)
    assert imported(tree, PAGE | NETWORK) == {"streamlit", "urllib.request", "urllib.request.urlopen"}
    assert imported(tree, frozenset({"spacy"})) == {"spacy.tokens"}
    assert clock_calls(tree) == {"date.today", "datetime.now"}
    assert ("st", "session_state") in set(attributes(tree))
    assert clock_calls(ast.parse("from time import monotonic\nday.today\nself.now()")) == {"time.monotonic"}


def test_the_rules_look_at_files() -> None:
    assert {"nlp/model.py", "nlp/analyze.py", "nlp/__main__.py"} <= set(map(name_of, FILES))
