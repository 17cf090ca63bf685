"""The app's own route for PDF, asked without a server."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.applications import Starlette

from components.pdf import MOST_BYTES
from components.server import PDF_PATH, ROUTES

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"><title>T</title><text y="9">Kyiv</text></svg>'


def ask(body: bytes, kind: str = "image/svg+xml", method: str = "POST") -> tuple[int, bytes]:
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": method, "path": f"/{PDF_PATH}", "raw_path": b"", "query_string": b"", "root_path": "",
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
