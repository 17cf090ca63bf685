"""What the server adds to Streamlit: a policy that lets the browser talk to nobody else, plotly.js, and PDF."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from nlp.errors import InputError

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
    """A chart's SVG as PDF. Another site cannot ask: a browser would first inquire about this content type, in vain."""
    from components.pdf import MOST_BYTES, svg_to_pdf

    if request.headers.get("content-type") != "image/svg+xml":
        return PlainTextResponse("An SVG is expected.", 415)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            return PlainTextResponse("This picture is too large.", 413)
    try:
        return Response(await run_in_threadpool(svg_to_pdf, body.decode()), media_type="application/pdf")
    except (InputError, UnicodeDecodeError) as error:
        return PlainTextResponse(str(error), 422)


MIDDLEWARE = [Middleware(SecurityHeaders)]
PLOTLY_PATH = f"assets/plotly-{version('plotly')}.min.js"
PDF_PATH = "assets/pdf"
ROUTES = [Route(f"/{PLOTLY_PATH}", _plotly_js), Route(f"/{PDF_PATH}", _pdf, methods=["POST"])]
