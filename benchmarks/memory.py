"""How much memory the backend takes: `python -m benchmarks.memory`."""

from __future__ import annotations

import argparse
import resource
import sys
from datetime import date
from pathlib import Path

from benchmarks.prose import prose

PUBLISHED = date(2025, 7, 7)
FRENCH = "Le président a rencontré mercredi la chancelière à Berlin pour parler de la guerre et de la paix."


def main() -> None:
    """Print the process's memory after each step: what it holds now, and the most that it ever held."""
    argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__).parse_args()
    print("                                  now     peak")
    show("Python")
    from nlp.analyze import analyze
    from nlp.pipeline import build_pipeline
    from nlp.readers import guess_language, read_pasted

    show("Dateline imported")
    pipeline = build_pipeline()
    show("language model loaded")
    for length in (3_000, 200_000):
        analyze(read_pasted(prose(length), published=PUBLISHED), pipeline)
        show(f"{length:,} characters analysed")
    for number in range(50):
        analyze(read_pasted(prose(3_000 + 100 * number), published=PUBLISHED), pipeline)
    show("50 more articles")
    guess_language(FRENCH)
    show("language guessed")
    read_pasted("<html><body><article><p>They met in Lima.</p></article></body></html>")
    show("web page read")


def show(step: str) -> None:
    """Print one line of the table, in megabytes."""
    print(f"{step:28} {now():6.0f} MB {peak():5.0f} MB", flush=True)


def now() -> float:
    """Resident memory; 0 where the system does not tell it in a file."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * resource.getpagesize() / 1e6 if status.exists() else 0.0


def peak() -> float:
    """The most resident memory so far; Linux counts kilobytes, macOS bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1e3


if __name__ == "__main__":
    main()
