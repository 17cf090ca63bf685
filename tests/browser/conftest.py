"""A running server and a browser that may talk to nobody else; every browser test is a test of the air gap."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox", "--headless=new", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip
OWN = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "file:")  # an exported page is opened as a file


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.model)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of Chromium; without one the browser tests are skipped, unless DATELINE_REQUIRE_BROWSER is set."""
    if CHROMIUM is None:
        if os.environ.get("DATELINE_REQUIRE_BROWSER"):
            pytest.fail("No Chromium on this machine, and DATELINE_REQUIRE_BROWSER is set.")
        pytest.skip("No Chromium on this machine.")
    return CHROMIUM


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app as README starts it, on a free port; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with log.open("w") as output:
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.port={port}"]
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/_stcore/health", process, log)
            yield address
        finally:
            process.terminate()
            process.wait(10)
    assert "Traceback" not in log.read_text(), log.read_text()


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(150):
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except (urllib.error.URLError, OSError):
            assert process.poll() is None, log.read_text()
            time.sleep(0.2)
    pytest.fail(f"The server did not start: {log.read_text()}")


@pytest.fixture
def page(chromium: str, server: str, tmp_path: Path):  # type: ignore[no-untyped-def]
    """A fresh browser page on the app; afterwards, no request went elsewhere and no script failed."""
    from playwright.sync_api import sync_playwright

    outside: list[str] = []
    failures: list[str] = []
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(tmp_path / "profile"),
            executable_path=chromium,
            args=ARGUMENTS,
            viewport={"width": 1440, "height": 900},
            accept_downloads=True,
        )
        context.on("request", lambda r: outside.append(r.url) if not r.url.startswith(OWN) else None)
        context.on(
            "requestfailed", lambda r: failures.append(f"{r.url}: {r.failure}") if not _aborted(r.failure) else None
        )
        view = context.pages[0] if context.pages else context.new_page()
        view.on("pageerror", lambda error: failures.append(str(error)))
        view.on("console", lambda m: failures.append(m.text) if "Content Security Policy" in m.text else None)
        view.set_default_timeout(60_000)
        view.goto(server)
        view.get_by_role("button", name="Analyse").wait_for()
        yield view
        context.close()
    assert outside == []
    assert failures == []


def _aborted(failure: str | None) -> bool:
    """A request that the page itself gave up, as on a reload."""
    return failure is not None and "ERR_ABORTED" in failure
