"""What a reader waits for: the first paint, drawn charts after Analyse, and the server's memory.

Run it with Chromium installed: `python -m benchmarks.page`. Every figure is of this machine and of one run a line.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "components" / "sample_article.txt"
_ARGUMENTS = [
    "--no-sandbox", "--headless=new", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip
_DRAWN = ".st-key-map .choroplethlayer path"


@contextmanager
def server() -> Iterator[tuple[str, subprocess.Popen[bytes], float]]:
    """The app on a free port: its address, its process and the seconds until it answered."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    started = time.perf_counter()
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.port={port}"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        while True:
            try:
                with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):  # noqa: S310  (our own server)
                    break
            except (urllib.error.URLError, OSError):
                time.sleep(0.02)
        yield address, process, time.perf_counter() - started
    finally:
        process.terminate()
        process.wait(10)


def memory_megabytes(process: subprocess.Popen[bytes]) -> float:
    """Resident memory of a process, in MB (Linux)."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def article(size: int) -> str:
    """About `size` bytes of the sample's prose."""
    text = SAMPLE.read_text("utf-8")
    return (text + "\n\n") * max(1, size // len(text)) + text[: size % len(text)]


def main() -> None:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("This benchmark needs Chromium: install it and run the command again.")
    with (
        server() as (address, process, answers),
        sync_playwright() as playwright,
        tempfile.TemporaryDirectory() as folder,
    ):
        print(f"server answers after           {answers:6.2f} s")
        context = playwright.chromium.launch_persistent_context(folder, executable_path=chromium, args=_ARGUMENTS)
        page = context.pages[0]
        opened = time.perf_counter()
        page.goto(address)
        page.get_by_role("textbox", name="Article").wait_for()
        drawn = time.perf_counter() - opened
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime") / 1000
        print(f"cold start to first paint      {answers + paint:6.2f} s (the browser's own mark: {paint:.2f} s)")
        print(f"cold start to the paste box    {answers + drawn:6.2f} s")
        time.sleep(8)  # a reader finds and pastes an article; meanwhile the model loads
        for name, size in (("first article, 3 kB", 3_000), ("second article, 3 kB, warm", 3_100), ("200 kB", 200_000)):
            if page.get_by_role("button", name="Add articles").count():
                page.get_by_role("button", name="Add articles").click()
                page.get_by_role("textbox", name="Article").wait_for()
            before = page.locator(".st-key-summary").inner_text() if page.locator(".st-key-summary").count() else ""
            page.get_by_role("textbox", name="Article").fill(article(size))
            page.keyboard.press("Tab")
            page.wait_for_timeout(500)
            pressed = time.perf_counter()
            page.get_by_role("button", name="Analyse").click()
            page.get_by_role("textbox", name="Article").wait_for(state="detached", timeout=300_000)
            while page.locator(".st-key-summary").inner_text() == before:
                page.wait_for_timeout(20)
            page.locator(_DRAWN).nth(150).wait_for(state="attached", timeout=60_000)
            page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)
            print(f"{name:<30} {time.perf_counter() - pressed:6.2f} s to drawn charts")
            print(f"{'':<30} {memory_megabytes(process):6.0f} MB of server memory")
        context.close()


if __name__ == "__main__":
    main()
