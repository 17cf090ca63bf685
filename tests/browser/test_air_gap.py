"""The same walk on a machine that has no network at all: only its own loopback interface is up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WALK = "tests/browser/test_walk.py::test_paste_analyse_click_and_download"
# In a network namespace of its own even loopback is down at first. SIOCGIFFLAGS, SIOCSIFFLAGS and IFF_UP are Linux's.
LOOPBACK_UP = """
import fcntl, os, socket, struct, sys
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
    request = struct.pack("16sh", b"lo", 0)
    flags = struct.unpack("16sh", fcntl.ioctl(s, 0x8913, request))[1]
    fcntl.ioctl(s, 0x8914, struct.pack("16sh", b"lo", flags | 1))
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


def test_walk_passes_with_only_the_loopback_interface_up(chromium: str) -> None:
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "--net", "true"], capture_output=True).returncode:
        pytest.skip("This machine does not let a process have a network of its own.")
    command = [unshare, "--net", sys.executable, "-c", LOOPBACK_UP, "-m", "pytest", "-q", WALK]
    walk = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, timeout=300)
    assert walk.returncode == 0, walk.stdout + walk.stderr
    assert "skipped" not in walk.stdout
