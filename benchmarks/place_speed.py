"""What the gazetteer and the place rules cost: `python -m benchmarks.place_speed`.

First the gazetteer: the time until it has answered once, and the memory that it then holds, in a fresh process without
the language model. Then the component `dateline_places` on Docs that the language model has read (the model's own time
is left out): on prose of several lengths, and on texts that are nothing but names.
"""

from __future__ import annotations

import argparse
from functools import partial
from time import perf_counter

from benchmarks.memory import now
from benchmarks.prose import prose
from benchmarks.speed import parse, timed
from nlp.model import Article

LENGTHS = (2_500, 25_000, 100_000)
MONOTONOUS = 20_000  # characters of text that is nothing but one of these:
PATTERNS = ("Paris, ", "Georgia ", "St. ", "New ", "U.S. ", "villages of ")


def main() -> None:
    """Print the seconds and megabytes of loading, and the milliseconds of each text."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.place_speed", description=__doc__.partition("\n")[0])
    parser.add_argument("--repeat", type=int, default=30, help="runs of each text of prose, of which the median counts")
    parser.add_argument("--lengths", type=int, nargs="+", default=LENGTHS, help="characters of prose")
    parser.add_argument("--monotonous", type=int, default=MONOTONOUS, help="characters of each monotonous text")
    parser.add_argument(
        "--load-only", action="store_true", help="measure the gazetteer alone, without a language model"
    )
    options = parser.parse_args()
    seconds, megabytes = load()
    print(f"gazetteer: {seconds:.2f} s to the first answer, {megabytes:.0f} MB")
    if options.load_only:
        return
    from nlp.pipeline import build_pipeline

    pipeline = build_pipeline()
    component = pipeline.get_pipe("dateline_places")
    texts = [("prose", prose(length), options.repeat) for length in options.lengths]
    texts += [(repr(p), (p * (options.monotonous // len(p) + 1))[: options.monotonous], 1) for p in PATTERNS]
    for name, text, repeat in texts:
        spent = 1000 * timed(partial(component, parse(Article("speed", text), pipeline)), repeat)
        print(
            f"{name:15}{len(text):9,} characters {spent:9.1f} ms {1000 * spent / len(text):8.2f} ms per 1,000",
            flush=True,
        )


def load() -> tuple[float, float]:
    """Seconds and megabytes until the gazetteer has answered each kind of question once."""
    before, start = now(), perf_counter()
    from nlp.gazetteer import candidates, division, entry_of, is_weak_name

    for ask in (candidates, entry_of, is_weak_name):
        ask("London")
    division("USA", "GA")
    return perf_counter() - start, now() - before


if __name__ == "__main__":
    main()
