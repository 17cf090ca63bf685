"""The app's own routes for PDF and for files with charts, asked without a server."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from starlette.applications import Starlette

from components.leaving import ZIP, Leaving, offer
from components.pdf import MOST_BYTES
from components.server import LEAVING_PATH, PDF_PATH, ROUTES
from nlp.disputes import DisputePolicy
from nlp.frames import build_frames
from nlp.selection import Selection
from tests.builders import clash

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"><title>T</title><text y="9">Kyiv</text></svg>'


def ask(
    body: bytes, kind: str = "image/svg+xml", method: str = "POST", path: str = f"/{PDF_PATH}"
) -> tuple[int, bytes]:
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": method, "path": path, "raw_path": b"", "query_string": b"", "root_path": "",
        "headers": [(b"content-type", kind.encode())], "http_version": "1.1", "scheme": "http",
    }  # fmt: skip
    asyncio.run(Starlette(routes=ROUTES)(scope, receive, send))
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])


def test_an_svg_comes_back_as_pdf() -> None:
    status, body = ask(SVG)
    assert status == 200
    assert body.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        pytest.param(SVG, "text/plain", 415, id="what another site may send without asking"),
        pytest.param(SVG, "application/x-www-form-urlencoded", 415, id="a form of another site"),
        pytest.param(b"\xff\xfe", "image/svg+xml", 422, id="not UTF-8"),
        pytest.param(b"<html/>", "image/svg+xml", 422, id="not an SVG"),
        pytest.param(b" " * (MOST_BYTES + 1), "image/svg+xml", 413, id="too large"),
    ],
)
def test_anything_else_is_refused(body: bytes, kind: str, expected: int) -> None:
    assert ask(body, kind)[0] == expected


NO_SVG = {"svg": "x", "png": "", "html": ""}


def take(
    key: str, name: str, method: str = "GET", body: bytes = b"", kind: str = "application/json"
) -> tuple[int, bytes]:
    return ask(body, kind, method, f"/{LEAVING_PATH}/{key}/{name}")


@pytest.fixture
def key() -> str:
    """Where one article is offered."""
    found = (clash(),)
    offer("a-key", Leaving(found, build_frames(found), Selection(), DisputePolicy.RECOGNISED, ()))
    return "a-key"


@pytest.mark.parametrize(
    ("name", "start"), [("dateline-report.html", b"<!"), ("dateline-report.pdf", b"%PDF"), (ZIP, b"PK")]
)
def test_a_file_with_charts_says_which_and_comes_once_they_are_drawn(key: str, name: str, start: bytes) -> None:
    status, body = take(key, name)
    assert status == 200
    asked = json.loads(body)
    made = [{"svg": SVG.decode(), "png": "", "html": ""} for _ in asked["pictures"]]
    assert made
    status, body = take(key, name, "POST", json.dumps(made).encode())
    assert (status, body[: len(start)]) == (200, start)


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        pytest.param(b"[]", "text/plain", 415, id="what another site may send without asking"),
        pytest.param(b"[]", "application/json", 422, id="no pictures"),
        pytest.param(b"{", "application/json", 422, id="not JSON"),
        pytest.param(b"17", "application/json", 422, id="a number"),
        pytest.param(b'[{"svg": "", "png": "?", "html": ""}]', "application/json", 422, id="not base64"),
        pytest.param(json.dumps([NO_SVG] * 2).encode(), "application/json", 422, id="no SVG"),
    ],
)
def test_anything_but_the_pictures_is_refused(key: str, body: bytes, kind: str, expected: int) -> None:
    status, words = take(key, "dateline-report.html", "POST", body, kind)
    assert status == expected
    assert words


def test_nobody_takes_what_was_not_offered(key: str) -> None:
    assert take("another", ZIP) == (404, b"The page is no longer known to the app: reload it.")
    assert take(key, "passwd")[0] == 404
    assert take(key, ZIP, "DELETE")[0] == 405
