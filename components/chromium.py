"""Charts as files without a page: an installed Chromium or Chrome draws them, on a local page and with no network."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from components.drawn import PLACE, Drawn, read_drawn
from components.server import PLOTLY_FILE
from nlp.errors import FigureError

VARIABLE = "DATELINE_CHROMIUM"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_PICTURE = (Path(__file__).parent / "frontend" / "picture.js").read_text("utf-8")
_SECONDS = 180
# No updates, no reports, no name looked up: what this Chromium asks for beyond its own machine is not found.
_FLAGS = (
    "--headless=new", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--no-default-browser-check",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--disable-default-apps", "--disable-breakpad", "--metrics-recording-only", "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
)  # fmt: skip
_PAGE = """<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src file: 'unsafe-inline';
 style-src 'unsafe-inline'; img-src data: blob:; connect-src data: blob:">
<body><iframe id="hold" hidden></iframe><script src="{library}"></script>
<script id="pictures" type="application/json">{pictures}</script>
<script>{script}
// The page counts as loading, and Chromium waits, for as long as this inner document stays open.
const hold = document.querySelector("#hold").contentDocument;
hold.open();
hold.write("…");
(async () => {{
  const made = [];
  const {{ pictures, geometry, scale }} = JSON.parse(document.querySelector("#pictures").textContent);
  for (const picture of pictures) {{
    made.push(await pictureMade(Plotly, picture, geometry, scale, "{place}"));
  }}
  return JSON.stringify(made);
}})().catch((error) => JSON.stringify({{ error: String(error) }})).then((text) => {{
  const out = document.createElement("pre");
  out.id = "made";
  out.textContent = btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
  document.body.append(out);
  hold.close();
}});
</script>"""


def find_chromium() -> str:
    """Path of Chromium or Chrome: what `DATELINE_CHROMIUM` names, or the first on the PATH.

    Raises:
        FigureError: there is none.
    """
    named = os.environ.get(VARIABLE)
    for name in (named,) if named else _NAMES:
        if found := shutil.which(name):
            return found
    if named:
        raise FigureError(f"Charts need Chromium or Chrome: {VARIABLE} names {named!r}, which is no program here.")
    raise FigureError(f"Charts need Chromium or Chrome: install one, or name its program in {VARIABLE}.")


def main() -> int:
    """Say in a sentence what is missing, if anything: `python -m components.chromium`; 0 is well."""
    try:
        find_chromium()
    except FigureError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def draw_pictures(pictures: Sequence[dict[str, Any]], geometry: Any, *, scale: float = 1) -> list[Drawn]:
    """Each of the pictures (`components.pictures`), in order.

    Args:
        pictures: what to draw.
        geometry: the map's shapes.
        scale: how much larger than its plain size a PNG is.

    Raises:
        FigureError: there is no Chromium, or it does not draw.
    """
    program = find_chromium()
    content = json.dumps({"pictures": list(pictures), "geometry": geometry, "scale": scale}).replace("<", "\\u003c")
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        page = Path(folder) / "pictures.html"
        library = PLOTLY_FILE.as_uri()
        page.write_text(_PAGE.format(library=library, pictures=content, script=_PICTURE, place=PLACE), "utf-8")
        command = [program, *_FLAGS, *_unboxed(), f"--user-data-dir={folder}/profile", "--dump-dom", page.as_uri()]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired) as error:
            raise FigureError(f"Chromium did not draw the charts: {error}.") from error
    return _read(done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def _unboxed() -> list[str]:
    """Chromium's sandbox does not work for the superuser, as in a container."""
    return ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []


def _read(page: str, complaint: str) -> list[Drawn]:
    _, _, rest = page.partition('<pre id="made">')
    if not rest:
        last = (complaint.strip().splitlines() or ["it gave no reason"])[-1]
        raise FigureError(f"Chromium did not draw the charts: {last}")
    made = json.loads(base64.b64decode(rest.partition("</pre>")[0]))
    if isinstance(made, dict):
        raise FigureError(f"Chromium did not draw the charts: {made['error']}")
    return read_drawn(made)


if __name__ == "__main__":
    sys.exit(main())
