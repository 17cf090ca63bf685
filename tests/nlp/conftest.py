"""Fixtures of the tests below."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from nlp.__main__ import main

Run = Callable[..., tuple[int, str, str]]
Convert = Callable[[list[Path], str], None]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Call the command line in this process; gives the exit status, standard output and standard error."""

    def call(*arguments: object) -> tuple[int, str, str]:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return status, out.decode("utf-8"), err.decode("utf-8")

    return call


@pytest.fixture(scope="session")
def office() -> Convert:
    """Let LibreOffice read files of one folder and write them there in another format; skipped where there is none.

    Not where DATELINE_REQUIRE_OFFICE is set.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        if os.environ.get("DATELINE_REQUIRE_OFFICE"):
            pytest.fail("No LibreOffice on this machine, and DATELINE_REQUIRE_OFFICE is set.")
        pytest.skip("No LibreOffice on this machine.")

    def convert(files: list[Path], form: str) -> None:
        folder = files[0].parent
        own = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        command = [program, own, "--headless", "--convert-to", form, "--outdir", str(folder), *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
        assert done.returncode == 0, done.stderr

    return convert
