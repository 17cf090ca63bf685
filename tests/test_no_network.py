"""No request leaves Python: an analysis goes through where every socket is forbidden."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Making a socket fails as on a machine that has none: a library that tries one out when it is imported must cope.
# Asking for another machine ends the program at once, so that nobody can swallow the refusal.
GUARD = """
import os, runpy, socket, sys
ASKING = ("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.sendto", "socket.sendmsg")
def watch(event, arguments):
    if event.startswith(ASKING):
        os.write(2, b"the network was asked for\\n")
        os._exit(99)
def refuse(*arguments, **named):
    raise OSError("no sockets here")
sys.addaudithook(watch)
if sys.argv[1:]:
    socket.socket.__init__ = refuse
"""
RUN = "sys.argv = ['nlp', *sys.argv[1:]]\nrunpy.run_module('nlp', run_name='__main__', alter_sys=True)\n"
PAGE = (
    "<html><head><title>A visit</title><link rel='canonical' href='https://a.example/x'>"
    "<script src='https://a.example/x.js'></script></head><body><article><h1>A visit</h1>"
    "<p>Ana Silva arrived in Lima on 4 July 2025, the ministry said.</p><img src='https://a.example/x.png'>"
    "<p>She will travel to Chile, where she is to meet the president and the mayor of the capital.</p></article></body>"
)


def guarded(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", GUARD + program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.socket().connect(('127.0.0.1', 9))",
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('a.example', 80)",
        "import urllib.request\ntry: urllib.request.urlopen('http://a.example')\nexcept OSError: pass",
    ],
    ids=["connect", "connection", "name", "request"],
)
def test_the_guard_stops_whoever_asks_for_the_network(attempt: str) -> None:
    done = guarded(attempt)
    assert (done.returncode, done.stderr) == (99, "the network was asked for\n")


def test_the_guard_lets_nobody_make_a_socket() -> None:
    assert "OSError: no sockets here" in guarded("socket.socket()", "guarded").stderr


@pytest.mark.model
def test_an_analysis_and_its_exports_need_no_socket_and_ask_for_no_network(tmp_path: Path) -> None:
    page, plain, foreign = tmp_path / "a.html", tmp_path / "a.txt", tmp_path / "b.txt"
    page.write_text(PAGE, "utf-8")
    plain.write_text("OSLO, 7 July 2025 – See https://a.example/x. The talks began on Friday.", "utf-8")
    foreign.write_text("Le ministre a démissionné hier soir après le vote de la loi.", "utf-8")
    done = guarded(RUN, page, plain, foreign, "--format", "jsonl", "--export", tmp_path / "exports")
    assert "This text looks French" in done.stderr
    assert [json.loads(line)["article"]["title"] for line in done.stdout.splitlines()] == ["A visit", None]
    assert done.returncode == 1
