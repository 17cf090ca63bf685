"""What the server adds to Streamlit: a policy that lets the browser talk to nobody else, plotly.js, and PDF."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from nlp.errors import DatelineError, InputError

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]

# 'sha256-…' is Streamlit's only inline script; blob: is how it loads components; data: is the map's empty base layer.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "connect-src 'self' ws://127.0.0.1:* ws://localhost:* data: blob:",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "style-src 'self' 'unsafe-inline'",
        "script-src 'self' blob: 'wasm-unsafe-eval' 'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA='",
        "worker-src 'self' blob:",
        "frame-src 'self' blob: data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
_HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
]
# Found, not imported: the server starts without waiting for the chart library.
PLOTLY_FILE = Path(str(find_spec("plotly").origin)).parent / "package_data" / "plotly.min.js"  # type: ignore[union-attr]


class SecurityHeaders:
    """ASGI middleware that puts the policy on every HTTP response."""

    def __init__(self, app: Callable[[Message, Receive, Send], Awaitable[None]]) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *_HEADERS]
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


async def _plotly_js(_: Request) -> FileResponse:
    """The plotly.js of the installed package, so that the chart library never comes from elsewhere."""
    return FileResponse(
        PLOTLY_FILE, media_type="text/javascript", headers={"cache-control": "public, max-age=31536000, immutable"}
    )


async def _pdf(request: Request) -> Response:
    """A chart's SVG as PDF."""
    from components.pdf import MOST_BYTES, svg_to_pdf

    body = await _sent(request, "image/svg+xml", MOST_BYTES)
    if isinstance(body, Response):
        return body
    try:
        return Response(await run_in_threadpool(svg_to_pdf, body.decode()), media_type="application/pdf")
    except (InputError, UnicodeDecodeError) as error:
        return PlainTextResponse(str(error), 422)


async def _leaving(request: Request) -> Response:
    """A file with charts: which charts the browser must draw, and, once it sends them, the file."""
    from components.drawn import PLACE, read_drawn
    from components.leaving import FILES, asked, take
    from components.pictures import PNG_SCALE

    key, name = request.path_params["key"], request.path_params["name"]
    if name not in FILES:
        return PlainTextResponse("There is no such file.", 404)
    try:
        if request.method == "GET":
            if (found := asked(key)) is None:
                return _gone()
            taking, leaving = found
            pictures = await run_in_threadpool(leaving.pictures, name)
            path = f"{LEAVING_PATH}/{taking}/{name}"
            return JSONResponse({"pictures": pictures, "scale": PNG_SCALE, "place": PLACE, "path": path})
        body = await _sent(request, "application/json", _MOST_PICTURES)
        if isinstance(body, Response):
            return body
        if (wanted := take(key)) is None:
            return _gone()
        drawn = await run_in_threadpool(lambda: read_drawn(json.loads(body)))
        return Response(await run_in_threadpool(wanted.file, name, drawn), media_type=FILES[name])
    except (DatelineError, ValueError) as error:
        return PlainTextResponse(str(error), 422)


def _gone() -> Response:
    return PlainTextResponse("The app no longer holds what was shown. Change a filter, then try again.", 404)


async def _sent(request: Request, kind: str, most: int) -> bytes | Response:
    """A request's body; a refusal of another content type, or of more than `most` bytes.

    Another site cannot ask: a browser would first inquire about these content types, in vain.
    """
    if request.headers.get("content-type") != kind:
        return PlainTextResponse(f"{kind} is expected.", 415)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            return PlainTextResponse("This is too large to become a file.", 413)
    return bytes(body)


_MOST_PICTURES = 100_000_000
MIDDLEWARE = [Middleware(SecurityHeaders)]
PLOTLY_PATH = f"assets/plotly-{version('plotly')}.min.js"
PDF_PATH = "assets/pdf"
LEAVING_PATH = "assets/leaving"
ROUTES = [
    Route(f"/{PLOTLY_PATH}", _plotly_js),
    Route(f"/{PDF_PATH}", _pdf, methods=["POST"]),
    Route(f"/{LEAVING_PATH}/{{key}}/{{name}}", _leaving, methods=["GET", "POST"]),
]
