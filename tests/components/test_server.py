"""The app's own routes for PDF and for files with charts, asked without a server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.applications import Starlette

from components.leaving import ZIP, Leaving, offer
from components.pdf import MOST_BYTES
from components.server import LEAVING_PATH, PDF_PATH, ROUTES
from nlp.disputes import DisputePolicy
from nlp.frames import build_frames
from nlp.selection import Selection
from tests.builders import analysis, clash

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


def request(
    key: str, name: str, method: str = "GET", body: Any = None, kind: str = "application/json"
) -> tuple[int, bytes]:
    path = key if key.startswith(LEAVING_PATH) else f"{LEAVING_PATH}/{key}/{name}"
    return ask(body if isinstance(body, bytes) else json.dumps(body).encode(), kind, method, f"/{path}")


@pytest.fixture
def key() -> Iterator[str]:
    """Where four charts are offered."""
    found = (analysis(), clash())
    held = Leaving(found, build_frames(found), Selection(), DisputePolicy.RECOGNISED, ())
    offer("a-key", held)
    yield "a-key"
    assert held


def made(svg: bytes, number: int) -> list[dict[str, str]]:
    return [{"svg": svg.decode(), "png": "", "html": ""}] * number


@pytest.mark.parametrize(
    ("name", "number", "start"),
    [
        ("dateline-report.html", 4, b"<!"),
        ("dateline-report.docx", 4, b"PK"),
        ("dateline-report.pdf", 4, b"%PDF"),
        (ZIP, 8, b"PK"),
    ],
)
def test_a_file_with_charts_says_which_and_comes_once_they_are_drawn(
    key: str, name: str, number: int, start: bytes
) -> None:
    status, body = request(key, name)
    assert status == 200
    wanted = json.loads(body)
    assert len(wanted["pictures"]) == number
    status, body = request(wanted["path"], name, "POST", made(SVG, number))
    assert (status, body[: len(start)]) == (200, start)
    assert request(wanted["path"], name, "POST", made(SVG, number))[0] == 404  # taken


@pytest.mark.parametrize("name", ["dateline-report.html", "dateline-report.docx", "dateline-report.pdf", ZIP])
@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        pytest.param(b"[]", "text/plain", 415, id="what another site may send without asking"),
        pytest.param(b"[]", "application/json", 422, id="no pictures"),
        pytest.param(b"{", "application/json", 422, id="not JSON"),
        pytest.param(b"17", "application/json", 422, id="a number"),
        pytest.param(b'[{"svg": "", "png": "?", "html": ""}]', "application/json", 422, id="not base64"),
        pytest.param([b"nothing"], "application/json", 422, id="no SVG"),
    ],
)
def test_anything_but_the_pictures_is_refused_with_a_sentence(
    key: str, name: str, body: Any, kind: str, expected: int
) -> None:
    wanted = json.loads(request(key, name)[1])
    sent = made(body[0], len(wanted["pictures"])) if isinstance(body, list) else body
    status, words = request(wanted["path"], name, "POST", sent, kind)
    assert status == expected
    assert words


@pytest.mark.parametrize("name", ["dateline-report.docx", "dateline-report.pdf", ZIP])
def test_a_broken_drawing_is_refused_with_a_sentence(key: str, name: str) -> None:
    wanted = json.loads(request(key, name)[1])
    status, words = request(wanted["path"], name, "POST", made(b"<svg><g>", len(wanted["pictures"])))
    assert status == 422
    assert words.startswith((b"The ", b"This "))


def test_nobody_takes_what_was_not_offered(key: str) -> None:
    assert request("another", ZIP) == (404, b"The app no longer holds what was shown. Change a filter, then try again.")
    assert request(key, ZIP, "POST", made(SVG, 8))[0] == 404  # not asked for
    assert request(key, "passwd")[0] == 404
    assert request(key, ZIP, "DELETE")[0] == 405
