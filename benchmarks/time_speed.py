"""How fast time expressions are found: `python -m benchmarks.time_speed`.

Two ways of finding them: the component `dateline_times` on a Doc that the language model has read (the model's own time
is left out), and `find_times_in_text` on plain text.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from functools import partial

from benchmarks.prose import prose
from benchmarks.speed import parse, timed
from nlp.model import Article
from nlp.temporal.finder import find_times_in_text

PUBLISHED = date(2025, 7, 7)
LENGTHS = (2_500, 25_000, 100_000)
MONOTONOUS = 100_000  # characters of text that is nothing but one of these:
PATTERNS = ("0123456789", ",", "January ", "1,", "May 1, ", "-", "/")

Work = Callable[[], object]


def main() -> None:
    """Print milliseconds for 2,500 characters, how they grow with the length, and those for monotonous texts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.time_speed", description=__doc__.partition("\n")[0])
    parser.add_argument("--repeat", type=int, default=30, help="runs of each text of prose, of which the median counts")
    parser.add_argument("--lengths", type=int, nargs="+", default=LENGTHS, help="characters of prose")
    parser.add_argument("--monotonous", type=int, default=MONOTONOUS, help="characters of each monotonous text")
    parser.add_argument("--text-only", action="store_true", help="leave the component out, and load no language model")
    options = parser.parse_args()
    ways: dict[str, Callable[[str], Work]]
    ways = {"plain text": on_text} if options.text_only else {"component": on_docs(), "plain text": on_text}
    print(f"{'':24}" + "".join(f"{way:>12}   per 1,000" for way in ways))
    for length in options.lengths:
        print_row("prose", prose(length), ways, options.repeat)
    for pattern in PATTERNS:
        text = (pattern * (options.monotonous // len(pattern) + 1))[: options.monotonous]
        print_row(repr(pattern), text, ways, 1)


def print_row(name: str, text: str, ways: dict[str, Callable[[str], Work]], repeat: int) -> None:
    """Milliseconds for one text, and for 1,000 characters of it, each way."""
    milliseconds = [1000 * timed(way(text), repeat) for way in ways.values()]
    shares = (f"{spent:9.1f} ms {1000 * spent / len(text):8.2f} ms" for spent in milliseconds)
    print(f"{name:13}{len(text):11,}" + " ".join(shares), flush=True)


def on_text(text: str) -> Work:
    """The work of finding the times of plain text."""
    return partial(find_times_in_text, text, PUBLISHED)


def on_docs() -> Callable[[str], Work]:
    """Load the pipeline; given a text, the work of its component for times on the Doc, which is read beforehand."""
    from nlp.pipeline import build_pipeline

    pipeline = build_pipeline()
    component = pipeline.get_pipe("dateline_times")
    return lambda text: partial(component, parse(Article("speed", text, published=PUBLISHED), pipeline))


if __name__ == "__main__":
    main()
